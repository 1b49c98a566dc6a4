"""A new case: a folder that loads at once, or a sentence and nothing."""

import csv
import json
import os
import re
import socket
import subprocess
import sys

import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils import load, select
from utils.curate import check, diff, new
from utils.curate.making.asked import asked
from utils.errors import CurateError

TABLES = ["actions", "actors", "sources", "evidence", "landmarks"]


def rows_of(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_loads_at_once(made):
    case = load(made)
    assert (case.name, case.title) == ("my-case", "Azerbaijan and France")
    assert case.sides == ("AZE", "FRA")
    assert case.actions["direction"].tolist() == ["AZE>FRA", "FRA>AZE"]
    assert case.actions["sides"].tolist() == ["aze_private", "fra_private"]


def test_it_is_found_by_the_way_that_is_told(made, monkeypatch):
    monkeypatch.chdir(made.parent)
    assert load("./my-case").name == "my-case"


def test_both_acts_lie_in_the_dense_period(made):
    case = load(made)
    since, until = case.dense_period
    assert len(select(since=since, until=until).apply(case.actions)) == 2


def test_one_act_answers_the_other(made):
    asking, answer = rows_of(made, "actions")
    assert answer["in_response_to"] == asking["action_id"] == "20250601-aze-example"


@pytest.mark.parametrize("table", TABLES)
def test_each_table_has_a_header_and_two_rows(made, table):
    assert len(rows_of(made, table)) == 2


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("actions", "summary"),
        ("sources", "title"),
        ("evidence", "note"),
        ("landmarks", "note"),
    ],
)
def test_an_example_is_marked_to_be_deleted(made, table, column):
    for row in rows_of(made, table):
        assert row[column].startswith("EXAMPLE, delete this row")


def test_the_check_names_every_example_and_nothing_else(made):
    found = check(made)
    assert found.sound
    assert [notice.kind for notice in found.warnings] == ["example"] * 8


def test_without_the_examples_nothing_is_named(own):
    assert str(check(own)) == f"{own}: no faults, no warnings."


def test_the_codebook_has_the_sides_of_this_case(made):
    sides = load(made).codebook.sides
    assert sides["group"].unique().tolist() == ["aze", "fra", "other"]
    assert sides["label"].iloc[0] == "Azerbaijan, state"


def test_types_and_forms_are_copies_of_the_common_ones(made, repository):
    for name in ("types.csv", "forms.csv"):
        common = repository / "data" / "codebook" / name
        assert (made / "codebook" / name).read_text() == common.read_text("utf-8")


def test_a_new_type_is_a_row_in_the_codebook(made):
    with (made / "codebook" / "types.csv").open("a") as table:
        table.write("sport,Sport,Matches and teams.\n")
    raw = (made / "actions.csv").read_text()
    (made / "actions.csv").write_text(raw.replace(",diplomatic,meet", ",sport,meet"))
    assert load(made).actions["type"].tolist() == ["diplomatic", "sport"]


def test_the_package_is_valid_without_a_network(made, monkeypatch):
    def refuse(*_):
        raise AssertionError("The check of the data package asked for the network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    report = Package(str(made / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_the_pages_are_filled_in(made):
    pages = [made / "README.md", made / "CHANGELOG.md", made / "codebook" / "README.md"]
    texts = [page.read_text() for page in pages]
    assert not any("$" in text for text in texts)
    assert texts[0].startswith("# Azerbaijan and France\n\nVersion 0.1.0.")
    assert "from 2025-06-01 to 2025-06-30" in texts[0]


def test_every_date_that_the_page_shows_can_be_read(made):
    from utils.tables.words import in_words

    rule = re.search(r"- \*\*Date\*\*.*", (made / "README.md").read_text())[0]
    dates = re.findall(r"`([^`]+)`", rule)
    assert len([in_words(date) for date in dates]) == 5


def test_what_is_not_asked_is_filled_in():
    wanted = asked("x", ["AZE", "FRA"], period=("", "2025-06-30"))
    assert (wanted.title, wanted.since) == ("AZE and FRA", "2025-06-01")


def test_a_period_of_one_day_holds_both_examples(tmp_path):
    day = "2025-06-01"
    made = new("x", ["AZE", "FRA"], folder=tmp_path, since=day, until=day)
    assert load(made).actions["date"].tolist() == [day, day]


def test_a_title_is_text_and_nothing_else(tmp_path):
    title = 'A "case", $name & <b>bold</b>; Əli, Баку'
    made = new("x", ["AZE", "FRA"], title=title, folder=tmp_path)
    assert load(made).title == title
    assert json.loads((made / "datapackage.json").read_text("utf-8"))["title"] == title


def test_a_folder_that_is_there_is_left_alone(made):
    before = {path: path.read_bytes() for path in made.glob("*.*")}
    with pytest.raises(CurateError, match="is there already"):
        new("my-case", ["AZE", "RUS"], folder=made.parent)
    assert {path: path.read_bytes() for path in made.glob("*.*")} == before


def test_an_empty_folder_is_left_alone_too(tmp_path):
    (tmp_path / "x").mkdir()
    with pytest.raises(CurateError, match="is there already"):
        new("x", ["AZE", "RUS"], folder=tmp_path)


def test_a_link_that_leads_nowhere_is_left_alone(tmp_path):
    (tmp_path / "x").symlink_to(tmp_path / "gone")
    with pytest.raises(CurateError, match="is there already"):
        new("x", ["AZE", "RUS"], folder=tmp_path)


def test_a_folder_that_is_missing_is_told(tmp_path):
    with pytest.raises(CurateError, match="give a folder that is there"):
        new("x", ["AZE", "RUS"], folder=tmp_path / "none")


@pytest.mark.parametrize("folder", ["a\0b", "~nobody-of-that-name/x"])
def test_a_folder_that_cannot_be_is_told(folder):
    with pytest.raises(CurateError, match="cannot be made"):
        new("x", ["AZE", "RUS"], folder=folder)


def test_nothing_is_left_behind_when_it_fails(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", full)
    with pytest.raises(CurateError, match="No space left"):
        new("x", ["AZE", "RUS"], folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["", "..", "a/b", "A", "my case", "-x", "x-", "con", "lpt1", "é", "x" * 61, "a\n"],
)
def test_a_name_that_no_folder_should_have(name, tmp_path):
    with pytest.raises(CurateError, match="cannot be the name of a case"):
        new(name, ["AZE", "RUS"], folder=tmp_path)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (["aze", "FRA"], "'aze' is no country code: write three capitals"),
        (["AZ", "FRA"], "'AZ' is no country code"),
        (["", "FRA"], "is no country code"),
        (["AZE", "AZE"], "A case has two sides"),
        (["AZE"], "A case has two sides"),
        ("AZE", "A case has two sides"),
        (["AZE", "FRA", "RUS"], "A case has two sides"),
    ],
)
def test_sides_are_checked_as_the_tables_check_them(sides, words, tmp_path):
    with pytest.raises(CurateError, match=words):
        new("x", sides, folder=tmp_path)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"names": ["Azerbaijan"]}, "a name for each of the two sides"),
        ({"names": ["A\x1b[31m", "B"]}, "cannot be the name of a side"),
        ({"title": "two\nlines"}, "cannot be the title"),
        ({"title": "x" * 201}, "at most 200"),
        ({"until": "30/06/2025"}, "does not begin with the year: write 2025-06-30"),
        ({"until": "2025-06"}, "is no single day"),
        ({"since": "2025-07-01", "until": "2025-06-30"}, "before it begins"),
    ],
)
def test_what_cannot_be_used_is_told(more, words, tmp_path):
    with pytest.raises(CurateError, match=words):
        new("x", ["AZE", "FRA"], folder=tmp_path, **more)
    assert list(tmp_path.iterdir()) == []


names = st.text(min_size=1, max_size=30).filter(
    lambda it: it.strip() and it.strip().isprintable()
)


@given(called=st.tuples(names, names))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_sides_are_called_the_case_is_sound(called, tmp_path_factory):
    made = new("x", ["AZE", "FRA"], names=called, folder=tmp_path_factory.mktemp("law"))
    assert check(made, warnings=False).sound
    assert not diff(made, made)


def test_the_explorer_shows_it(made, repository):
    shown = "print(len(explore(load('./my-case')).acts))"
    code = f"from utils import explore, load; {shown}"
    env = {**os.environ, "PYTHONPATH": str(repository)}
    command = [sys.executable, "-c", code]
    shown = subprocess.check_output(command, text=True, cwd=made.parent, env=env)
    assert shown.strip().endswith("2")
