"""From rows of MID to the tables of a case, and what is wrong with the rows."""

import shutil
from pathlib import Path

import pytest

from utils.curate.militarized_disputes import ROWS, main, tables_of
from utils.errors import CaseError

CASE = Path(__file__).parents[2] / "data" / "caucasus-disputes"
ATTACK = '3564,3564025,"AZE",373,18,8,1993,18,8,1993,1,0,0,0,16,4,1,0,5'


@pytest.fixture
def copied(tmp_path):
    """Copy the rows of the bundled case to a folder of their own."""
    return Path(shutil.copytree(CASE / "original", tmp_path / "case" / "original"))


def change(original, old, new):
    text = (original / ROWS).read_text("utf-8")
    assert text.count(old) == 1
    (original / ROWS).write_text(text.replace(old, new), "utf-8")


def test_every_row_is_an_act_or_left_out():
    tables = tables_of(CASE / "original")
    n_rows = len((CASE / "original" / ROWS).read_text("utf-8").splitlines()) - 1
    assert len(tables["actions"]) + len(tables["left-out"]) == n_rows == 568


def test_an_act_tells_its_row():
    acts = tables_of(CASE / "original")["actions"].set_index("action_id")
    assert acts.loc["19930818-aze-3564025"].to_list() == [
        *("1993-08-18", "AZE", "ARM", "use_of_force", "attack", ""),
        "Azerbaijan towards Armenia: attack. MID dispute 3564, incident 3564025.",
        *("coded", "", ""),
    ]


def test_deaths_are_told_as_a_number_a_range_or_not_known(copied):
    change(copied, ATTACK, ATTACK.replace(",0,0,16", ",2,-9,16"))
    notes = tables_of(copied)["evidence"].set_index("action_id")["note"]
    assert notes["19930818-aze-3564025"] == (
        "Deaths coded for Azerbaijan: 26 to 100; for Armenia: not known."
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"AZE",373', '"ARM",373', "'ARM' is not the state of that number"),
        ("16,4,1,0,5", "22,4,1,0,5", "action: '22' is no action of MID"),
        ("16,4,1,0,5", "16,9,1,0,5", "hostlev: '9' is no level of hostility"),
        (",18,8,1993,18,", ",31,9,1993,18,", "is no day of the calendar"),
        (",18,8,1993,18,", ",?,8,1993,18,", "stday: '?' is no number"),
        ("1993,1,0,", "1993,2,0,", "insidea: '2' is no side of an incident"),
    ],
)
def test_a_damaged_row_is_named_by_its_line(copied, old, new, fault):
    change(copied, ATTACK, ATTACK.replace(old, new))
    with pytest.raises(CaseError) as found:
        tables_of(copied)
    lines = (copied / ROWS).read_text("utf-8").splitlines()
    line = lines.index(ATTACK.replace(old, new)) + 1
    assert f"{ROWS}, line {line}," in str(found.value)
    assert fault in str(found.value)


def test_the_command_says_that_the_bundled_tables_follow(capsys):
    assert main([str(CASE)]) == 0
    assert "left-out.csv follow from the rows" in capsys.readouterr().out


def test_the_command_names_the_tables_that_do_not_follow(copied, capsys):
    for table in ("actions", "actors", "evidence", "left-out"):
        shutil.copy(CASE / f"{table}.csv", copied.parent)
    change(copied, ATTACK, ATTACK.replace(",16,", ",15,"))
    assert main([str(copied.parent)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("actors.csv, evidence.csv, left-out.csv follow")
    assert said[1].startswith("actions.csv do not follow")


def test_the_command_writes_into_a_new_folder_alone(copied, tmp_path, capsys):
    new = tmp_path / "new"
    assert main([str(copied.parent), "--into", str(new)]) == 0
    assert (new / "actions.csv").read_bytes() == (CASE / "actions.csv").read_bytes()
    assert main([str(copied.parent), "--into", str(new)]) == 2
    assert str(new) in capsys.readouterr().err


def test_a_folder_without_rows_is_told(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert f"{ROWS}: is missing" in capsys.readouterr().err
