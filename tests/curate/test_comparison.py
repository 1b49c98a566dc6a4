"""What changed between two versions, by id, and the entry that says so."""

import json
import shutil

import pytest

from utils.curate import diff
from utils.errors import CaseError, CurateError


@pytest.fixture
def old(own, tmp_path):
    """Keep the case as it was."""
    return shutil.copytree(own, tmp_path / "old")


@pytest.fixture
def swap(own):
    """Put one text for another in a file."""

    def swapped(file, before, after):
        text = (own / file).read_text()
        assert before in text
        (own / file).write_text(text.replace(before, after))

    return swapped


def test_nothing_has_changed(old, own):
    found = diff(old, own)
    assert not found
    assert str(found) == f"Nothing has changed from {old} (0.1.0) to {own} (0.1.0)."


def test_an_act_that_was_added(old, own, act):
    act("x1", "2025-06-10", "Media accused Paris.")
    found = diff(old, own)
    assert found.tables["actions"].added == ("x1",)
    assert found.tables["evidence"].added == ("x1+s1", "x1+s2")


def test_an_act_that_was_withdrawn(old, own, swap):
    line = (own / "actions.csv").read_text().splitlines()[2]
    swap("actions.csv", f"{line}\n", "")
    assert diff(old, own).tables["actions"].withdrawn == ("20250603-fra-meet",)


def test_a_cell_that_was_mended(old, own, swap):
    swap("actions.csv", ",2025-06-03,", ",2025-06-04,")
    (cells,) = diff(old, own).tables["actions"].changed.values()
    ((column, before, after),) = [(it.column, it.old, it.new) for it in cells]
    assert (column, before, after) == ("date", "2025-06-03", "2025-06-04")


@pytest.mark.parametrize(
    ("file", "before", "after", "key"),
    [
        ("actors.csv", "Azerbaijan", "Azərbaycan", "AZE"),
        ("sources.csv", "A Baku paper", "The Baku paper", "s1"),
        ("evidence.csv", "ask,s1,yes", "ask,s1,partly", "20250601-aze-ask+s1"),
    ],
)
def test_other_tables_are_compared_by_their_keys(
    old, own, swap, file, before, after, key
):
    swap(file, before, after)
    assert list(diff(old, own).tables[file[:-4]].changed) == [key]


def test_landmarks_are_compared_too(old, own, add):
    add("landmarks.csv", "l1,2025-06-01,Talks,,,")
    assert diff(old, own).tables["landmarks"].added == ("l1",)


def test_claims_are_counted_by_their_rows(old, own):
    header = "paragraph,claim,action_ids,verdict,note\n"
    (own / "claims.csv").write_text(f"{header}1,Paris met,,open,\n2,More,,open,\n")
    assert diff(old, own).n_claims_added == 2
    (old / "claims.csv").write_text(f"{header}1,Paris met,,open,\n3,Less,,open,\n")
    found = diff(old, own)
    assert (found.n_claims_added, found.n_claims_withdrawn) == (1, 1)


def test_the_order_of_rows_and_columns_is_no_change(old, own):
    header, *rows = (own / "sources.csv").read_text().splitlines()
    lines = [",".join(reversed(line.split(","))) for line in (header, *reversed(rows))]
    (own / "sources.csv").write_text("\n".join([*lines, ""]))
    assert not diff(old, own)


def test_the_entry_is_in_the_form_of_the_change_log(old, own, act, swap):
    swap("actions.csv", ",2025-06-03,", ",2025-06-04,")
    act("x1", "2025-06-10", "Media accused Paris.")
    swap("sources.csv", "A Baku paper", "The Baku paper")
    assert diff(old, own).changelog(day="2026-01-02") == (
        "## 0.2.0, 2026-01-02\n\n"
        "1 act is added: `x1`.\n"
        "1 act is changed: `20250603-fra-meet` (date).\n"
        "Of the other tables, 2 evidence rows are added.\n"
        "Of the other tables, 1 source is changed."
    )


def test_an_act_that_was_withdrawn_has_a_place_for_the_reason(old, own, swap):
    line = (own / "actions.csv").read_text().splitlines()[2]
    swap("actions.csv", f"{line}\n", "")
    assert "1 act is withdrawn: `20250603-fra-meet` ([reason])." in (
        diff(old, own).changelog()
    )


@pytest.mark.parametrize(
    ("number", "shown"), [("0.1.0", "0.1.1"), ("3.0.0", "3.0.0"), ("later", "later")]
)
def test_the_version_is_the_one_given_or_the_next_by_the_rules(
    old, own, swap, number, shown
):
    swap("actions.csv", ",2025-06-03,", ",2025-06-04,")
    swap("datapackage.json", '"0.1.0"', f'"{number}"')
    assert diff(old, own).changelog(day="2026-01-02").startswith(f"## {shown}, 2026")


def test_the_headings_are_those_of_the_founding_case(old, own, act, repository):
    import re

    act("x1", "2025-06-10", "Media accused Paris.")
    log = (repository / "data/azerbaijan-russia/CHANGELOG.md").read_text()
    heading = r"^## \d+\.\d+\.\d+, \d{4}-\d\d-\d\d$"
    assert re.search(heading, log, re.M)
    assert re.match(heading, diff(old, own).changelog(), re.M)


def test_it_says_itself_row_by_row(old, own, swap):
    swap("actions.csv", ",2025-06-03,", ",2025-06-04,")
    assert str(diff(old, own)).splitlines()[1:] == [
        "",
        "actions: 1 changed",
        "  changed    20250603-fra-meet",
        "             date: '2025-06-03' -> '2025-06-04'",
    ]


def test_the_record_keeps_its_shape(old, own, swap):
    swap("actions.csv", ",2025-06-03,", ",2025-06-04,")
    record = json.loads(json.dumps(diff(old, own).record()))
    assert list(record) == ["old", "new", "tables", "claims"]
    assert record["tables"]["actions"] == {
        "added": [],
        "withdrawn": [],
        "changed": {
            "20250603-fra-meet": [
                {"column": "date", "old": "2025-06-03", "new": "2025-06-04"}
            ]
        },
    }


def test_a_case_that_is_not_sound_can_be_compared(old, own, swap):
    swap("actions.csv", ",2025-06-03,", ",soon,")
    assert diff(old, own).tables["actions"].changed


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("s2,", "s1,", "is the key of line 2 already"),
        ("s2,", ",", "has an empty key"),
        ("source_id", "id", "is a missing column"),
    ],
)
def test_rows_that_cannot_be_told_apart_are_refused(
    old, own, swap, before, after, words
):
    swap("sources.csv", before, after)
    with pytest.raises(CaseError, match=words):
        diff(old, own)


def test_a_folder_that_is_not_there(own):
    with pytest.raises(CurateError, match="is no folder"):
        diff("./none", own)
