"""The second case says of itself what its tables hold, and follows from its rows."""

import hashlib
import json
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from utils.curate.disputes import ACTIONS, LEVELS

CASE = Path(__file__).parents[2] / "data" / "caucasus-disputes"
CODED = [("actions", "type"), ("actions", "form"), ("actions", "certainty")]
BEGINS = {
    "lm-3564-begins": "3564",
    "lm-4175-begins": "4175",
    "lm-4338-begins": "4338",
    "lm-4411": "4411",
    "lm-4414-begins": "4414",
    "lm-4436-begins": "4436",
}


def table(name):
    return pd.read_csv(CASE / f"{name}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def readme():
    return (CASE / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def package():
    return json.loads((CASE / "datapackage.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("actions", "actions"),
        ("actors", "actors"),
        ("sources", "source"),
        ("evidence", "evidence rows"),
        ("landmarks", "landmarks"),
    ],
)
def test_the_readme_counts_the_rows_of_a_table(name, unit, readme):
    assert f"{len(table(name))} {unit}" in readme.splitlines()[2]


def test_the_readme_counts_the_rows_left_out_by_their_reason(readme):
    reasons = table("left-out")["reason"].value_counts()
    for reason, number in reasons.items():
        assert f"| {reason} | {number} |" in readme
    n_read, n_acts = len(table("original/midip-5.0")), len(table("actions"))
    assert n_read == n_acts + reasons.sum()
    told = f"{n_read} rows were read: {n_acts} are acts, {reasons.sum()} are in"
    assert told in readme


def test_the_readme_counts_the_acts_each_way(readme):
    acts, names = table("actions"), table("actors").set_index("actor_id")["name"]
    ways = acts.groupby(["actor_id", "target_id"]).size()
    for (actor, target), number in ways.items():
        assert f"| {names[actor]}, {names[target]} | {number} |" in readme


def test_the_readme_counts_the_kinds_of_date_and_the_clashes(readme):
    acts = table("actions")
    kinds = acts["date"].str.len().map({10: "day", 21: "interval", 7: "month"})
    for kind, number in kinds.value_counts().items():
        assert f"{number} {kind}" in readme
    n = acts["form"].eq("clash").sum()
    assert f"{n} of the {len(acts)} acts are halves of {n // 2} clashes" in readme


def test_the_readme_counts_the_rows_whose_sides_differ_and_the_acts_of_1992(readme):
    rows = table("original/midip-5.0")
    assert f"another one in {(rows['insidea'] != rows['sidea']).sum()} rows" in readme
    assert f"Its {(table('actions')['date'] < '1993').sum()} acts belong" in readme


def test_each_incident_has_one_state_on_either_side():
    rows = table("original/midip-5.0")
    assert (rows.groupby(["incidnum", "insidea"])["ccode"].nunique() == 1).all()
    assert (rows.groupby("incidnum")["insidea"].nunique() == 2).all()


def test_a_dispute_of_the_case_has_the_four_on_both_sides():
    four = table("original/states")["ccode"]
    states = table("original/midb-5.0")
    sides = states[states["ccode"].isin(four)].groupby("dispnum")["sidea"].nunique()
    assert {*sides} == {2}
    assert {*sides.index} == {*table("original/midip-5.0")["dispnum"]}


@pytest.mark.parametrize(("landmark", "dispute"), BEGINS.items())
def test_a_landmark_lies_on_the_first_day_of_its_dispute(landmark, dispute):
    rows = table("original/midb-5.0")
    rows = rows[(rows["dispnum"] == dispute) & (rows["stday"] != "-9")]
    first = min(
        f"{row.styear}-{int(row.stmon):02}-{int(row.stday):02}"
        for row in rows.itertuples()
    )
    assert table("landmarks").set_index("landmark_id")["date"][landmark] == first


def test_there_is_no_other_landmark():
    assert {*table("landmarks")["landmark_id"]} == BEGINS.keys()


@pytest.mark.parametrize(("name", "column"), CODED)
def test_the_codebook_of_the_case_knows_every_word(name, column):
    words = {"type": "types", "form": "forms", "certainty": "certainty"}[column]
    assert {*table(name)[column]} <= {*table(f"codebook/{words}")[column]}


def test_the_forms_are_the_actions_of_mid_on_the_rungs_of_their_levels():
    forms = table("codebook/forms").set_index("form")
    assert {*forms.index} == {*ACTIONS[1:]}
    acts = table("actions")
    level = {name: number for number, name in LEVELS.items()}
    assert acts["form"].map(forms["rung"]).tolist() == (
        acts["type"].map(level).tolist()
    )


def test_the_scale_is_minus_the_rung_for_every_form():
    weights = table("codebook/scales/hostility").set_index("code")["weight"]
    rungs = table("codebook/forms").set_index("form")["rung"]
    assert weights.to_dict() == ("-" + rungs).to_dict()


@pytest.mark.parametrize("name", ["types", "forms", "ladder", "scales"])
def test_every_word_has_a_label_and_a_definition(name):
    assert (table(f"codebook/{name}")[["label", "definition"]] != "").all(axis=None)


def test_the_words_are_neutral_and_name_no_place():
    acts = table("actions")
    assert (
        acts["summary"]
        .str.fullmatch(
            r"\w+ towards \w+: [a-z ]+\. MID dispute \d{4}, incident \d{7}\."
        )
        .all()
    )
    assert {*acts["place"], *acts["in_response_to"], *acts["cameo"]} == {""}


def test_the_package_is_valid():
    report = Package(str(CASE / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []


def test_the_package_lists_every_table_with_its_size_and_checksum(package):
    listed = {one["path"]: one for one in package["resources"]}
    tables = {*CASE.glob("*.csv"), *CASE.glob("original/*.csv")}
    assert {*listed} == {path.relative_to(CASE).as_posix() for path in tables}
    for name, one in listed.items():
        raw = (CASE / name).read_bytes()
        assert b"\r" not in raw
        assert one["bytes"] == len(raw)
        assert one["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        header = raw.decode().splitlines()[0].split(",")
        assert [field["name"] for field in one["schema"]["fields"]] == header


def test_the_package_claims_no_licence_that_the_data_set_does_not_give(package, readme):
    assert [one["name"] for one in package["licenses"]] == [
        "COW-free-with-citation",
        "CC-BY-4.0",
    ]
    assert "It names no licence" in readme
    assert "10.1177/0738894221995743" in readme


def test_the_change_log_accounts_for_every_act():
    ids = table("actions")["action_id"]
    log = (CASE / "CHANGELOG.md").read_text("utf-8")
    assert f"All {len(ids)} acts are added, from `{ids.iloc[0]}` to" in log
    assert f"to `{ids.iloc[-1]}`" in log
