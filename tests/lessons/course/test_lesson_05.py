import pandas as pd
import pytest

from utils import load, measures
from utils.lessons import exercises
from utils.scale import Scale

FORMS = ["criticise", "accuse", "demand", "summon_envoy"]
FORMS += ["cancel_event", "threaten", "detain_persons", "use_of_force"]


@pytest.fixture(scope="module")
def judged(repository):
    """Give the judgements of the invented class, from their file alone."""
    return pd.read_csv(repository / "data/course/judgements.csv", dtype=str)


@pytest.fixture(scope="module")
def counted(repository):
    """Count the acts by form and direction, from the files of the record alone."""
    folder = repository / "data" / "azerbaijan-russia"
    acts = pd.read_csv(folder / "actions.csv", dtype=str, keep_default_na=False)
    actors = pd.read_csv(folder / "actors.csv").set_index("actor_id")["country"]
    sides = acts["actor_id"].map(actors) + ">" + acts["target_id"].map(actors)
    day = pd.to_datetime(acts["date"].str.extract(r"(\d{4}-\d\d-\d\d)")[0])
    kept = acts["form"].isin(FORMS) & day.between("2024-12-25", "2025-12-31")
    found = acts[kept & sides.isin(["AZE>RUS", "RUS>AZE"])]
    return found.groupby(["form", sides]).size().unstack(fill_value=0)


@pytest.fixture(scope="module")
def ours(judged):
    return measures.scale_from(measures.bradley_terry(judged))


def said(name, answer, tries=0):
    return exercises(5)[name].judge(answer, tries)


def gap(counted, weights):
    """Say by how much one direction weighs more than the other."""
    column = pd.Series(weights)
    return float(-(column * (counted["AZE>RUS"] - counted["RUS>AZE"])).sum())


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l05_1", "accuse, cancel_event, demand, threaten, use_of_force"),
        ("l05_2", 3),
        ("l05_3", ["c", "d", "f"]),
        ("l05_4", -2.8),
        ("l05_4", -2.84),
        ("l05_5", "AZE>RUS"),
        ("l05_7", "b"),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert said(name, answer).is_right


def test_the_ranking_is_that_of_the_published_list():
    weights = load("azerbaijan-russia").scales["goldstein-icews"].weights
    assert [weights[code] for code in ("112", "160", "100")] == [-2, -4, -5]
    assert -10 <= weights["195"] < weights["131"] < weights["100"]


def test_the_pair_is_counted_without_the_judge_who_could_not_say(judged):
    heavier = judged[judged["heavier"].eq("demand") & judged["lighter"].eq("accuse")]
    assert heavier["tie"].value_counts().to_dict() == {"no": 3, "yes": 1}


def test_every_pair_was_judged_by_six_of_twelve_invented_judges(judged):
    pairs = judged[["heavier", "lighter"]].apply(
        lambda row: "".join(sorted(row)), axis=1
    )
    assert set(pairs.value_counts()) == {6}
    assert set(judged["judge"]) == {f"invented judge {n:02}" for n in range(1, 13)}


def test_the_direction_ahead_is_that_of_a_count_by_hand(counted, ours):
    assert gap(counted, ours.weights) > 0
    assert counted.loc["accuse"].tolist() == [16, 2]


@pytest.mark.parametrize(
    "changes",
    [{"accuse": -1.5}, {"accuse": 0}, {"accuse": -2, "criticise": 0}],
)
def test_weights_that_turn_the_order_are_right(counted, ours, changes):
    assert gap(counted, {**ours.weights, **changes}) < 0
    assert said("l05_6", ours.but(changes)).is_right


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ({"criticise": 0}, "order has not turned"),
        ({"detain_persons": -10}, "order has not turned"),
        ({"use_of_force": -20}, "Stay on the scale"),
        ({"accuse": 4}, "Stay on the scale"),
        ({"accuse": None}, "Each of the eight forms"),
        ({"expel": -9}, "Each of the eight forms"),
        ({"accuse": -1, "demand": -1, "criticise": 0}, "more than two"),
        ({"accuse": -2.69129491}, ""),
    ],
)
def test_weights_that_do_not_turn_it_get_their_hint(ours, changes, hint):
    verdict = said("l05_6", ours.but(changes))
    assert verdict.state == "not yet"
    assert hint in verdict.said


def test_a_published_list_or_the_scale_as_it_was_gets_its_hint(ours):
    listed = load("azerbaijan-russia").scales["plover"]
    assert "published list" in said("l05_6", listed).said
    assert "as they were" in said("l05_6", ours).said
    assert said("l05_6", {"accuse": -1}).state == "not fitting"
    assert (
        "Each of the eight" in said("l05_6", Scale("x", {"a": -1}, column="form")).said
    )


@pytest.mark.parametrize(
    ("name", "answer", "hint"),
    [
        (
            "l05_1",
            ["use_of_force", "threaten", "demand", "cancel_event", "accuse"],
            "from the other end",
        ),
        (
            "l05_1",
            ["accuse", "use_of_force", "cancel_event", "demand", "threaten"],
            "farthest below zero",
        ),
        (
            "l05_1",
            ["demand", "accuse", "cancel_event", "threaten", "use_of_force"],
            "nearest to zero",
        ),
        (
            "l05_1",
            ["accuse", "demand", "cancel_event", "threaten", "use_of_force"],
            "Both ends fit",
        ),
        ("l05_2", 4, "could not say"),
        ("l05_2", 6, "judged the pair at all"),
        ("l05_2", 2, "the other form"),
        ("l05_2", 1, "pair of the example"),
        ("l05_3", ["c", "d"], "One more pair"),
        ("l05_3", ["a", "b", "e"], "do not overlap"),
        ("l05_3", list("abcdef"), "some of these pairs"),
        ("l05_3", ["a", "c"], "one of your pairs"),
        ("l05_4", 2.8, "what sign"),
        ("l05_4", -8.2, "from the heavy end"),
        ("l05_4", -1.8, "Where does the way begin"),
        ("l05_4", 0.2, "share of the way"),
        ("l05_5", "RUS>AZE", "nearer to zero"),
        ("l05_5", "same", "once more"),
        ("l05_5", "none", "can be compared"),
        ("l05_7", "a", "about a side"),
        ("l05_7", "c", "descend from one another"),
        ("l05_7", "d", "mere taste"),
    ],
)
def test_a_typical_wrong_answer_gets_its_hint(name, answer, hint):
    verdict = said(name, answer)
    assert verdict.state == "not yet"
    assert hint in verdict.said


def test_the_weight_by_hand_is_that_of_the_scale(ours):
    # As the lesson prints them: weakest -2.01, threaten -0.71, strongest 4.34.
    by_hand = -1 - 9 * (-0.71 + 2.01) / (4.34 + 2.01)
    assert ours.weights["threaten"] == pytest.approx(by_hand, abs=0.02)
