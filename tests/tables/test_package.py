import json

import pytest


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "is no text; give the name"),
        ("title", 3, "is no text; give the title"),
        ("version", None, "is no text; give the version"),
        ("sides", ["AAA"], "is not two countries; write the two countries"),
        ("sides", ["AAA", "AAA"], "is not two countries"),
        ("sides", ["AAA", "BBX"], "is the country of no actor; did you mean 'BBB'"),
        ("densePeriod", {"since": "2025-06-01"}, "is no period; give since and until"),
        ("densePeriod", {"since": "2025-07-01", "until": "2025-06-01"}, "is no period"),
        ("densePeriod", {"since": "2025", "until": "2026"}, "is no period"),
        ("licenses", [], "names no licence"),
        ("licenses", [{"title": "free"}], "names no licence"),
    ],
)
def test_what_the_package_must_say(small_case, faults, field, value, words):
    path = small_case / "datapackage.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), field: value}))
    (fault,) = faults()
    assert (fault.file, fault.column) == ("datapackage.json", field)
    assert words in f"{fault.problem}; {fault.remedy}"


def test_a_comma_too_many(fault_of):
    place, said = fault_of("datapackage.json", '"version": "0.1.0",', '"version":,')
    assert place == ("datapackage.json", 4, None, "")
    assert said.startswith("is no JSON")


@pytest.mark.parametrize("text", [b"[]", b"\xff", b"[" * 100_000, b"1" * 5000])
def test_something_else_than_an_object(small_case, faults, text):
    (small_case / "datapackage.json").write_bytes(text)
    assert [fault.file for fault in faults()] == ["datapackage.json"]


def test_no_package_at_all(small_case, faults):
    (small_case / "datapackage.json").unlink()
    assert [fault.problem for fault in faults()] == ["is missing"]
