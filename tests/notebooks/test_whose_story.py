"""What the notebook on sources claims, held against what its cells show."""

import re
from datetime import datetime
from html import unescape

import pandas as pd
import pytest
from notebook_outputs import figure, outputs, said, tagged, title

WHOSE = "06-whose-story"
OWN = {"AZE>RUS": "Azerbaijani", "RUS>AZE": "Russian state-near"}


def table(notebook, tag) -> list[list[str]]:
    """Read the rows of a table as a browser shows it, heads of rows included."""
    shown = outputs(notebook, tag)[-1].data["text/html"]
    body = shown.split("<tbody>")[1]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.S)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]
    return [[unescape(cell) for cell in row] for row in cells]


@pytest.fixture(scope="module")
def told(run):
    """Give the notebook after its run."""
    return run(WHOSE)


@pytest.fixture(scope="module")
def shares(told) -> pd.DataFrame:
    """Give the shares by direction and group, from the table that is shown."""
    rows = [row[-6:] for row in table(told, "alone")]
    columns = ["group", "n_alone", "n_acts", "share", "low", "high"]
    found = pd.DataFrame(rows, columns=columns).set_index("group").astype(float)
    half = len(found) // 2
    return pd.concat({"AZE>RUS": found[:half], "RUS>AZE": found[half:]})


@pytest.fixture(scope="module")
def surveyed(repository) -> pd.Series:
    """Give the direction of each act of the surveyed period, from the files."""
    folder = repository / "data" / "azerbaijan-russia"
    acts = pd.read_csv(folder / "actions.csv", dtype=str).set_index("action_id")
    country = pd.read_csv(folder / "actors.csv").set_index("actor_id")["country"]
    direction = acts["actor_id"].map(country) + ">" + acts["target_id"].map(country)
    bounds = acts["date"].str.strip("[]").str.split(r"\.\.", regex=True)
    earliest, latest = (bounds.str[end].str.split("/").str[0] for end in (0, -1))
    latest = latest.str.pad(10, "right", "~")
    inside = (earliest <= "2025-12-31") & (latest >= "2024-12-25")
    return direction[inside & direction.isin(OWN)]


@pytest.fixture(scope="module")
def alone(repository, surveyed) -> pd.Series:
    """Give the group of each of those acts that one alone supports, from the files."""
    folder = repository / "data" / "azerbaijan-russia"
    sides = pd.read_csv(repository / "data" / "codebook" / "sides.csv")
    sources = pd.read_csv(folder / "sources.csv").merge(sides, on="side")
    evidence = pd.read_csv(folder / "evidence.csv").query('supports != "contradicts"')
    told = evidence[evidence["action_id"].isin(surveyed.index)]
    groups = told.merge(sources, on="source_id").groupby("action_id")["group_label"]
    return groups.first()[groups.nunique() == 1]


@pytest.fixture(scope="module")
def gone(told) -> dict[tuple[str, str], int]:
    """Give the number of acts gone, by the group left out and direction."""
    found, group = {}, ""
    for row in table(told, "vanished"):
        group = row[0] if len(row) == 5 else group
        found[group, row[-4]] = int(row[-1])
    return found


def test_the_charts_are_of_the_acts_that_were_chosen(told):
    n = said(told, "selection").split()[0]
    assert f" of {n} recorded acts rest on one group's" in title(told, "months")


def test_a_few_days_are_shown_act_by_act_and_most_have_several_groups(told):
    lone, n = re.findall(r"(\d+) of (\d+) recorded acts rest", title(told, "days"))[0]
    assert int(lone) < int(n) / 2
    assert len(figure(told, "days")["layout"]["yaxis"]["ticktext"]) == int(n)


def test_more_than_half_of_the_crosses_name_another_day(told):
    notes = [row[-1] for row in table(told, "contradicted")]
    another = [note for note in notes if re.match(r"(Gives|Says) ", note)]
    assert all("June" in note for note in another)
    assert len(another) > len(notes) / 2


def test_most_contradicted_acts_are_confirmed_and_few_are_disputed(told):
    printed = tagged(told, "contradicted").outputs[0].text
    grades = dict(re.findall(r"^(\w+) +(\d+)$", printed, re.M))
    n = sum(map(int, grades.values()))
    assert int(grades["confirmed"]) > n / 2
    assert 0 < int(grades["disputed"]) < n / 4


def test_one_group_reports_most_in_most_months_but_not_in_all(told):
    drawn = figure(told, "months")
    heads = drawn["layout"]["xaxis2"]["ticktext"]
    groups = [head.replace("<br>", " ") for head in heads]
    percents = [int(text.split()[0]) for text in drawn["data"][-1]["text"]]
    months = pd.DataFrame(
        [percents[i : i + len(groups)] for i in range(0, len(percents), len(groups))],
        columns=groups,
    )
    ahead = months.idxmax(axis=1).eq("Russian state-near")
    assert 0.5 < ahead.mean() < 1


def test_what_rests_on_one_group_is_what_plain_pandas_finds(shares, alone, surveyed):
    whole = shares.xs("any one group", level=1)
    assert whole["n_acts"].to_dict() == surveyed.value_counts().to_dict()
    lone = surveyed[alone.index].groupby(alone).value_counts()
    assert lone.sum() == whole["n_alone"].sum()
    assert all(
        shares.loc[(way, name), "n_alone"] == n for (name, way), n in lone.items()
    )


def test_a_fifth_rests_on_one_group_either_way_and_neither_is_ahead(shares):
    one, other = (shares.loc[way, "any one group"] for way in OWN)
    assert 0.15 < one["share"] < 0.25
    assert 0.15 < other["share"] < 0.25
    assert one["low"] < other["share"] < one["high"]
    assert other["low"] < one["share"] < other["high"]


@pytest.mark.parametrize("way", OWN)
def test_most_of_it_is_told_by_the_side_that_acted(shares, way):
    lone = shares.loc[way]["n_alone"]
    assert lone[OWN[way]] > lone["any one group"] / 2


def test_reported_acts_rest_on_one_group_most_often(told):
    share = {row[0]: float(row[3]) for row in table(told, "certainty")}
    assert share["reported"] > 0.5 > 0.1 > share["confirmed"]
    assert share["reported"] > share["disputed"]


def test_one_direction_keeps_its_highest_day_and_the_other_moves_by_weeks(told):
    days = r": (.+) \(AZE to RUS\) and (.+) \(RUS to AZE\)"
    kept, moved = re.search(days, title(told, "curves")).groups()
    assert "–" not in kept
    year = moved[-4:]
    first, last = (
        datetime.strptime(f"{day.removesuffix(year).strip()} {year}", "%d %b %Y")
        for day in moved.split("–")
    )
    assert (last - first).days >= 14


@pytest.mark.parametrize("way", OWN)
def test_a_direction_loses_most_without_the_press_of_the_side_that_acts(gone, way):
    lost = {group: n for (group, direction), n in gone.items() if direction == way}
    assert max(lost, key=lost.get) == f"without {OWN[way]} sources"


def test_what_is_gone_without_a_group_is_what_rested_on_it_alone(gone, shares):
    for (group, way), n in gone.items():
        name = group.removeprefix("without ").removesuffix(" sources")
        assert n == shares.loc[(way, name), "n_alone"]


def test_the_lead_of_july_is_halved_and_that_of_october_is_gone(told):
    gap = {row[0]: [float(n) for n in row[1:]] for row in table(told, "gap")}
    every, left = gap["all sources"], gap["without Russian state-near sources"]
    assert 0.4 < left[0] / every[0] < 0.6
    assert (every[1], left[1]) == (1, 0)


def held(notebook, tag) -> tuple[int, int]:
    """Read in how many variants a headline holds, and of how many."""
    found = re.search(r"holds\s+in\s+([\d,]+)\s+of\s+([\d,]+)", said(notebook, tag))
    holds, n = (int(number.replace(",", "")) for number in found.groups())
    return holds, n


def test_july_holds_in_every_variant(told):
    holds, n = held(told, "july")
    assert holds == n


def test_october_holds_in_about_half_of_the_variants(told):
    holds, n = held(told, "october")
    assert 0.4 < holds / n < 0.6
    assert "without Russian state-near" in " ".join(said(told, "october").split())


def test_only_the_azerbaijani_sources_turn_the_lead_by_weight(told):
    rows = pd.DataFrame(figure(told, "card")["layout"]["meta"]["rows"])
    turned = rows[(rows["dimension"] != "all") & (rows["n_flips"] > 0)]
    assert turned["choice"].tolist() == ["without Azerbaijani sources"]
    surer = rows[rows["dimension"].eq("certainty") & rows["choice"].ne("with disputed")]
    assert len(surer) == 2
    assert (surer["n_holds"] == surer["n"]).all()


def test_fewer_than_a_third_of_the_claims_are_confirmed(told):
    n = {row[0]: int(row[1]) for row in table(told, "claims")}
    assert 0 < n["confirmed"] < sum(n.values()) / 3


def test_contradicted_claims_are_about_acts_with_two_groups_or_more(told):
    two = {row[0]: (row[1], row[-1]) for row in table(told, "claims")}
    assert two["contradicted"][0] == two["contradicted"][1]
    assert two["confirmed"][0] == two["confirmed"][1]


def test_an_opinion_is_about_no_act(told):
    numbers = {row[0]: row[2:] for row in table(told, "claims")}
    assert set(numbers["opinion"]) == {"<NA>"}


def test_most_confirmed_claims_are_dated_to_the_day(told):
    dates = [row[1] for row in table(told, "confirmed")]
    exact = [date for date in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", date)]
    assert len(exact) > len(dates) / 2
    assert any(date.startswith("[") for date in dates)


def test_the_acts_of_claims_that_fail_have_supporters(told):
    rows = table(told, "spoken-against")
    assert {row[1] for row in rows} == {"date wrong", "contradicted", "disputed"}
    assert all(row[2] and row[3] for row in rows)
