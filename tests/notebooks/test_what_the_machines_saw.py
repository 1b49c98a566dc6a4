"""What the notebook on coded events claims, held against the bundled file."""

import csv
import re

import pandas as pd
import pytest
from notebook_outputs import outputs, said, title

MACHINES = "09-what-the-machines-saw"


@pytest.fixture(scope="module")
def told(run):
    """Give the notebook after its run."""
    return run(MACHINES)


@pytest.fixture(scope="module")
def raw(repository) -> pd.DataFrame:
    """Give the rows of the file, as they stand there."""
    file = next((repository / "data" / "gdelt-sample").glob("*.CSV"))
    options = {"sep": "\t", "header": None, "dtype": str, "keep_default_na": False}
    return pd.read_csv(file, quoting=csv.QUOTE_NONE, **options)


@pytest.fixture(scope="module")
def paired(raw) -> pd.DataFrame:
    """Give the rows that name a country for both parties."""
    return raw[(raw[7] != "") & (raw[17] != "")]


def shown(notebook, tag) -> str:
    """Give the table that a cell ends with, as a browser shows it."""
    return outputs(notebook, tag)[-1].data["text/html"]


def test_almost_a_third_of_the_rows_name_no_country(told, raw, paired):
    assert 0.28 < 1 - len(paired) / len(raw) < 1 / 3
    assert f"{len(raw)} rows were read" in said(told, "report")
    assert f"no country {len(raw) - len(paired)}" in said(told, "report")


def test_every_row_with_two_countries_is_taken(told, paired):
    assert outputs(told, "rows")[0].text.strip() == str(len(paired))


def test_about_half_of_the_rows_come_from_one_page_and_most_of_them_repeat(
    told, paired
):
    page = paired[60].value_counts()
    assert 0.45 < page.iloc[0] / len(paired) < 0.55
    mine = paired[paired[60] == page.index[0]]
    different = mine.drop_duplicates([7, 17, 26])
    assert len(mine) - len(different) > len(mine) / 2
    line = re.search(r"^\S+ +(\d+) +(\d+)$", said(told, "pages"), re.M)
    assert [int(n) for n in line.groups()] == [len(mine), len(different)]
    assert outputs(told, "commentary")[0].text.strip() == page.index[0]


def test_a_meeting_of_two_is_counted_once_in_neither_direction(told):
    rows = shown(told, "once")
    cells = re.findall(r"<th>(\S+)</th>\s*<td>(\d+)</td>\s*<td>(\d+)</td>", rows)
    found = {way.replace("&gt;", ">"): (int(a), int(b)) for way, a, b in cells}
    assert found.keys() == {"AZE>IRN", "IRN>AZE", "AZE--IRN"}
    assert all(found[way][0] > found[way][1] for way in ("AZE>IRN", "IRN>AZE"))
    assert found["AZE--IRN"][0] == 0
    assert sum(a - b for a, b in found.values()) == found["AZE--IRN"][1]


def test_the_classes_differ_for_investigations_and_demonstrations_only(told, paired):
    theirs = paired[paired[28].isin(["09", "14"])]
    assert set(theirs[28] + theirs[29]) == {"092", "143"}
    table = re.sub(r"<[^>]*>", " ", shown(told, "classes"))
    found = re.findall(r"(\d{3})\s+(\w+)\s+(\d)\s+(\d)\s+Coded", table)
    assert sorted({*found}) == [
        ("090", "investigate", "2", "3"),
        ("141", "protest", "3", "4"),
    ]
    assert len(found) == len(theirs)


def test_the_weights_are_those_of_the_list(told, raw, case):
    listed = raw[26].map(case.scales["goldstein-gdelt"].weights)
    assert (listed == raw[30].astype(float)).all()
    assert outputs(told, "goldstein")[0].text.strip() == "1.0"


def test_an_investigation_weighs_below_zero_and_is_called_cooperation(raw):
    found = raw[raw[26] == "090"]
    assert (found[30].astype(float) < 0).all()
    assert set(found[29]) == {"2"}


def test_the_row_of_a_legislature_rests_on_a_first_name(told):
    lines = said(told, "name").splitlines()
    assert lines[2:4] == ["RUSLEG", "VLADIMIR"]
    assert lines[5].endswith("Italy")
    assert "vatican" in lines[6]


def test_no_event_lies_between_our_two_sides(told, raw):
    ours = {("AZE", "RUS"), ("RUS", "AZE")}
    assert not ours & {*zip(raw[7], raw[17], strict=True)}
    assert "machine-coded events" in title(told, "matrix")


def test_no_act_of_the_record_lies_on_the_day_of_the_file(told, case):
    acts = case.actions
    day = pd.Timestamp("2018-01-01")
    assert not ((acts["earliest"] <= day) & (acts["latest"] >= day)).any()
    assert "There is nothing to hold the events against" in said(told, "against")
