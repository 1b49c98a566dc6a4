"""The founding case says of itself what its tables hold."""

import re

import pytest

TABLES = ["actions", "actors", "sources", "evidence", "landmarks", "claims"]
KINDS_OF_DATE = [
    (r"\d{4}-\d\d-\d\d", "day"),
    (r"\[.*\.\..*\]", "window"),
    (r".*/.*", "interval"),
    (r"\d{4}-\d\d", "month"),
]


@pytest.fixture(scope="module")
def readme(folder):
    return (folder / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_no_byte_order_mark_and_unix_line_ends(name, folder):
    raw = (folder / f"{name}.csv").read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("actions", "actions"),
        ("actors", "actors"),
        ("sources", "sources"),
        ("evidence", "evidence rows"),
        ("landmarks", "landmarks"),
        ("claims", "claims"),
    ],
)
def test_the_readme_counts_the_rows_of_a_table(name, unit, readme, case_table):
    assert f"{len(case_table(name))} {unit}" in readme.splitlines()[2]


@pytest.mark.parametrize(("pattern", "kind"), KINDS_OF_DATE)
def test_the_readme_counts_the_kinds_of_date(pattern, kind, readme, case_table):
    number = case_table("actions")["date"].str.fullmatch(pattern).sum()
    assert f"{number} {kind}" in readme


@pytest.mark.parametrize("certainty", ["confirmed", "reported", "disputed"])
def test_the_readme_counts_the_certainty_of_the_acts(certainty, readme, case_table):
    number = (case_table("actions")["certainty"] == certainty).sum()
    assert f"{number} {certainty}" in readme


@pytest.mark.parametrize("tone", ["conflictual", "cooperative", "neutral"])
def test_the_readme_counts_the_tones_of_the_acts(tone, readme, case_table, codes):
    tones = case_table("actions").merge(codes("forms"), on="form")["tone"]
    assert f"{(tones == tone).sum()} {tone}" in readme


def test_the_readme_counts_the_acts_that_answer_another(readme, case_table):
    answers = (case_table("actions")["in_response_to"] != "").sum()
    assert f"{answers} rows have it" in readme


def test_the_readme_counts_sources_and_evidence_by_side(readme, case_table):
    told = dict(re.findall(r"^\| (\w+) \| (\d+ \| \d+) \|$", readme, re.MULTILINE))
    sources = case_table("sources")
    evidence = case_table("evidence").merge(sources, on="source_id")["side"]
    rows = evidence.value_counts()
    for side, number in sources["side"].value_counts().items():
        assert told[side] == f"{number} | {rows[side]}"


def test_the_change_log_accounts_for_every_act(folder, case_table):
    log = (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    ids = case_table("actions")["action_id"]
    assert f"All {len(ids)} acts are added" in log
    assert set(re.findall(r"`(\d{8}-[a-z0-9-]+)`", log)) <= set(ids)


def test_every_act_has_evidence(case_table):
    shown = set(case_table("evidence")["action_id"])
    assert set(case_table("actions")["action_id"]) == shown


def test_every_answer_names_acts_of_the_case(case_table):
    acts = case_table("actions")
    triggers = acts["in_response_to"].str.split(";").explode()
    assert set(triggers) - {""} <= set(acts["action_id"])


def test_every_claim_names_acts_of_the_case(case_table):
    named = case_table("claims")["action_ids"].str.split(";").explode()
    assert set(named) - {""} <= set(case_table("actions")["action_id"])


def test_only_country_rows_stand_below_nothing(case_table):
    actors = case_table("actors")
    tops = set(actors.loc[actors["parent_id"] == "", "actor_id"])
    assert tops == set(actors["country"])


def test_an_actor_stands_below_an_actor_of_the_same_country(case_table):
    actors = case_table("actors")
    country = actors.set_index("actor_id")["country"]
    below = actors[actors["parent_id"] != ""]
    assert (below["parent_id"].map(country) == below["country"]).all()


def test_a_private_person_has_no_native_name_and_no_office(case_table):
    actors = case_table("actors")
    private = actors[actors["role"] == "private_person"]
    assert set(private["name_native"]) == {""}
    assert set(private["public_office"]) == {"no"}
