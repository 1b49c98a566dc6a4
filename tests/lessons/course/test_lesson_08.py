"""Lesson 8: right answers are counted in the files, wrong ones written out."""

import pandas as pd
import pytest

from utils import load, select
from utils.lessons import exercises

ASKED = exercises(8)
CLAIMS = {
    "a": "confirmed",
    "b": "contradicted",
    "c": "confirmed",
    "d": "date wrong",
    "e": "not found",
    "f": "opinion",
}
LOADED = ["thugs", "storm", "innocent", "brutal", "revenge"]
NEUTRAL = [
    "Bestovian police search newsroom of Altanian agency and detain two editors",
    "Police in Bestovia search Altanian news agency; agency rejects fraud suspicion",
    "Two editors of an Altanian agency detained by police in Bestovia",
    "Bestovian police raid Altanian newsroom on suspicion of fraud",
    "Bestovia detains two editors of Altanian news agency, names suspicion of fraud",
]


@pytest.fixture(scope="module")
def supported(repository):
    """Give for each surveyed act the kinds of publishers that support it."""
    case = load("azerbaijan-russia")
    since, until = case.dense_period
    surveyed = select(directions=["AZE>RUS", "RUS>AZE"], since=since, until=until)
    acts = surveyed.apply(case.actions)
    folder = repository / "data" / "azerbaijan-russia"
    evidence = pd.read_csv(folder / "evidence.csv", dtype="str")
    sides = pd.read_csv(folder / "sources.csv", dtype="str")
    backed = evidence.query('supports != "contradicts"').merge(sides, on="source_id")
    kinds = backed.groupby("action_id")["side"].agg(set)
    direction = acts.set_index("action_id")["direction"].astype("str")
    return pd.DataFrame(
        {"direction": direction, "kinds": kinds.reindex(direction.index)}
    )


def test_the_overlap_is_counted_in_the_files(supported):
    both = [
        any(kind.startswith("aze") for kind in kinds)
        and any(kind.startswith("rus") for kind in kinds)
        for kinds in supported["kinds"]
    ]
    assert sum(both) == 108
    assert ASKED["l08_2"].judge(sum(both)).is_right


def test_what_is_gone_is_counted_in_the_files(supported):
    theirs = supported.query('direction == "RUS>AZE"')["kinds"]
    gone = sum(kinds <= {"rus_state", "rus_private"} for kinds in theirs)
    assert gone == 21
    assert ASKED["l08_3"].judge(gone).is_right


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l08_1", "differs"),
        ("l08_4", "c"),
        ("l08_5", LOADED),
        ("l08_5", "revenge, brutal, thugs, innocent, storm"),
        *(("l08_6", text) for text in NEUTRAL),
        ("l08_7", CLAIMS),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "phrase"),
    [
        ("l08_1", "false", "column certainty"),
        ("l08_1", "denied", "says that nothing happened"),
        ("l08_1", "lied", "what a writer knew"),
        ("l08_2", 262, "all acts, whoever"),
        ("l08_2", 151, "one circle"),
        ("l08_2", 363, "counts the overlap twice"),
        ("l08_2", 154, "not in the overlap"),
        ("l08_2", 100, "Draw two circles"),
        ("l08_3", 4, "look at the direction"),
        ("l08_3", 122, "So many there were"),
        ("l08_3", 12, "without another group"),
        ("l08_4", "a", "untrue"),
        ("l08_4", "b", "a motive"),
        ("l08_4", "d", "upper bound"),
        ("l08_5", [*LOADED, "newsroom"], "only says where"),
        ("l08_5", ["thugs", "storm", "brutal", "revenge"], "praising"),
        ("l08_5", ["thugs", "storm", "brutal", "innocent"], "why the police came"),
        ("l08_5", ["thugs", "revenge", "brutal", "innocent"], "paints a fight"),
        ("l08_6", "Police of Bestovia storm Altanian newsroom", "still judges"),
        ("l08_6", "Bestovian police search Altanian newsroom!", "still judges"),
        ("l08_6", "Altanian police search newsroom in Bestovia", "Whose police"),
        (
            "l08_6",
            "Bestovian police detain Altanian editors for fraud",
            "A charge stands",
        ),
        ("l08_6", "Newsroom of Altanian agency searched on Monday", "who acted"),
        ("l08_6", "Bestovian police visit an Altanian newsroom", "what was done"),
        ("l08_6", "Bestovian police detain two people on Monday", "to whom"),
        (
            "l08_6",
            "Police of Bestovia search Altanian newsroom in answer to a visa ban",
            "do not give",
        ),
        ("l08_7", CLAIMS | {"f": "contradicted"}, "about no act"),
        ("l08_7", CLAIMS | {"e": "contradicted"}, "not make it untrue"),
        ("l08_7", CLAIMS | {"b": "confirmed"}, "what did the court say"),
        ("l08_7", CLAIMS | {"a": "date wrong"}, "Read the rows"),
        ("l08_7", CLAIMS | {"d": "confirmed"}, "begin"),
    ],
)
def test_a_wrong_answer_gets_its_hint(name, answer, phrase):
    verdict = ASKED[name].judge(answer)
    assert verdict.state == "not yet"
    assert phrase in verdict.said


def test_each_invented_headline_but_a_neutral_one_is_told_to_judge(repository):
    table = pd.read_csv(repository / "data" / "course" / "headlines.csv")
    first = table[table["headline_id"].isin(["a1", "b1"])]["headline"]
    said = [ASKED["l08_6"].judge(text).said for text in first]
    assert all("still judges" in text for text in said)


def test_the_six_claims_are_shown_by_their_place_in_the_table():
    shown = load("azerbaijan-russia").claims["claim"].iloc[[0, 17, 18, 21, 14, 28]]
    options = ASKED["l08_7"].kind.options.values()
    assert [f"{key}: {claim}" for key, claim in zip("abcdef", shown, strict=True)] == [
        *options
    ]
