import random
from collections import Counter

import pandas as pd
import pytest

from utils import load, measures, select
from utils.lessons import exercises

LINKED = {
    "summons": "answer",
    "second": "follow_up",
    "film": "no_link",
    "third": "third_party",
    "defence": "follow_up",
    "harvest": "no_link",
}
SIDES = [["AZE", "RUS"], ["RUS", "AZE"]]


@pytest.fixture(scope="module")
def answers(repository):
    """Give the answers in the surveyed period, from the files of the record alone."""
    folder = repository / "data" / "azerbaijan-russia"
    acts = pd.read_csv(folder / "actions.csv", dtype=str, keep_default_na=False)
    actors = pd.read_csv(folder / "actors.csv").set_index("actor_id")["country"]
    ends = acts["actor_id"].map(actors), acts["target_id"].map(actors)
    acts["sides"] = pd.Series([list(pair) for pair in zip(*ends, strict=True)])
    acts["day"] = pd.to_datetime(acts["date"].str.extract(r"(\d{4}-\d\d-\d\d)")[0])
    period = acts["day"].between("2024-12-25", "2025-12-31")
    acts = acts[period & acts["sides"].isin(SIDES)]
    linked = acts.assign(trigger=acts["in_response_to"].str.split(";"))
    linked = linked.explode("trigger").assign(
        trigger=lambda f: f["trigger"].str.strip()
    )
    told = acts[["action_id", "type", "day", "sides"]].add_prefix("trigger_")
    found = linked.merge(told, left_on="trigger", right_on="trigger_action_id")
    return found[found["sides"] != found["trigger_sides"]]


def said(name, answer, tries=0):
    return exercises(6)[name].judge(answer, tries)


def in_kind(pairs):
    """Count the pairs of one type, by type."""
    return Counter(trigger for trigger, reply in pairs if trigger == reply)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l06_1", LINKED),
        ("l06_2", 4 / 7),
        ("l06_2", 0.57),
        ("l06_3", "c"),
        ("l06_7", "d"),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert said(name, answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "hint"),
    [
        ("l06_1", LINKED | {"film": "answer"}, "no source gives a reason"),
        ("l06_1", LINKED | {"defence": "answer"}, "on whose side does he stand"),
        ("l06_1", LINKED | {"third": "answer"}, "neither of the two sides"),
        ("l06_1", LINKED | {"harvest": "answer"}, "not the same subject"),
        ("l06_1", LINKED | {"second": "no_link"}, "Ask two things"),
        ("l06_2", 5 / 9, "You counted all nine acts"),
        ("l06_2", 5 / 7, "later than seven days"),
        ("l06_2", 3 / 7, "seventh day is still within"),
        ("l06_2", 0.8, "left out the acts that nobody answered"),
        ("l06_2", 0.1, "First cross out"),
        ("l06_3", "a", "Who answered?"),
        ("l06_3", "b", "would another year"),
        ("l06_3", "d", "look into heads"),
        ("l06_4", 12, "round up"),
        ("l06_4", 36, "needed in all"),
        ("l06_4", 6, "do not have the same `n`"),
        ("l06_4", 100, "Start from the row"),
        ("l06_5", {"number": 7, "pairs": 53}, "before any dealing"),
        ("l06_5", {"number": 7.5, "pairs": 20}, "is a whole number"),
        ("l06_5", {"number": 7, "pairs": 0.4}, "Give the count"),
        ("l06_6", ["judicial", "media"], "no answer in kind at all"),
        ("l06_6", ["diplomatic"], "Go row by row"),
        ("l06_7", "a", "In the second picture no side answers"),
        ("l06_7", "b", "other half of the picture"),
        ("l06_7", "c", "Are they gone?"),
    ],
)
def test_a_typical_wrong_answer_gets_its_hint(name, answer, hint):
    verdict = said(name, answer)
    assert verdict.state == "not yet"
    assert hint in verdict.said


def test_the_missing_answers_lift_the_lower_share_to_the_other_one():
    case = load("azerbaijan-russia")
    since, until = case.dense_period
    surveyed = select(directions=["AZE>RUS", "RUS>AZE"], since=since, until=until)
    acts = surveyed.apply(case.actions)
    rates = measures.reply_rate(acts, within_days=7, until=until).set_index("direction")
    low, high = rates.loc["RUS>AZE"], rates.loc["AZE>RUS"]
    assert (low["n_expected"] + 12) / low["n"] < high["share"]
    assert (low["n_expected"] + 13) / low["n"] >= high["share"]
    assert said("l06_4", 13).is_right
    assert low["low"] < high["low"] < low["high"] < high["high"]


def test_the_types_beyond_chance_are_so_in_shuffles_of_another_kind(answers):
    found = answers
    recorded = in_kind(zip(found["trigger_type"], found["type"], strict=True))
    lots, least = random.Random(3), Counter()
    for _ in range(300):
        dealt = in_kind(_shuffled(found, lots))
        for kind in recorded:
            least[kind] += dealt[kind] >= recorded[kind]
    beyond = [kind for kind in recorded if least[kind] < 0.02 * 300]
    assert recorded.total() == 53
    assert said("l06_6", beyond).is_right
    assert "humanitarian" in beyond
    fewer = [kind for kind in beyond if kind != "humanitarian"]
    assert "One more row" in said("l06_6", fewer).said
    assert "how far up" in said("l06_6", [*beyond, "law_enforcement"]).said


def test_a_lot_is_right_with_its_own_number_only():
    mine = next(
        n for n in range(60) if said("l06_5", {"number": 4, "pairs": n}).is_right
    )
    assert 5 < mine < 40
    assert not said("l06_5", {"number": 4, "pairs": mine + 1}).is_right
    example = next(
        n for n in range(60) if said("l06_5", {"number": 1, "pairs": n}).is_right
    )
    assert "lot of the example" in said("l06_5", {"number": 4, "pairs": example}).said


def _shuffled(found, lots):
    for _, one in found.groupby(found["sides"].str[0]):
        replies = one["type"].tolist()
        lots.shuffle(replies)
        yield from zip(one["trigger_type"], replies, strict=True)
