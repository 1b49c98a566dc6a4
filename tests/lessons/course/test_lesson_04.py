"""Lesson 4: worked out on paper, or counted in the tables day by day."""

from itertools import product

import pandas as pd
import pytest

from utils.lessons import exercises
from utils.lessons.course.curve import COMPARED, DATED, highest
from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.quarrel import small_quarrel
from utils.measures import peaks, tension, weigh

ASKED = exercises(4)
PLACED = {
    "a": "january",
    "b": "january",
    "c": "february",
    "d": "february",
    "e": "either",
    "g": "march",
}


@pytest.fixture(scope="module")
def windows():
    """Give the acts of the surveyed period with the months their days lie in."""
    found = acts(surveyed())[["direction", "earliest", "latest"]]
    first, last = (found[end].dt.strftime("%Y-%m") for end in ("earliest", "latest"))
    return found.assign(first=first, last=last)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l04_1", PLACED),
        ("l04_2", 2.6),
        ("l04_2", 2 + 3 / 5),
        ("l04_3", ["2025-07", "2025-02"]),
        ("l04_4", "one_week"),
        ("l04_5", 1),
        ("l04_6", 4),
        ("l04_7", 46),
        ("l04_7", 60),
        ("l04_7", 365),
        ("l04_8", "recorded"),
    ],
)
def test_a_right_answer_passes(name, answer):
    assert ASKED[name].judge(answer).is_right


def test_the_form_shows_the_dates_of_the_table():
    dates = small_quarrel().set_index("act")["date"]
    assert {f"{act}: {dates[act]}" for act in DATED} == set(DATED.values())


def test_a_direction_leads_for_certain_where_its_fewest_are_above_the_others_most(
    windows,
):
    ahead = []
    for month in COMPARED:
        sure = windows.query("first == last == @month")["direction"].value_counts()
        may = windows.query("first <= @month <= last")["direction"].value_counts()
        one, other = "AZE>RUS", "RUS>AZE"
        if sure[one] > may[other] or sure[other] > may[one]:
            ahead.append(month)
    assert ASKED["l04_3"].judge(ahead).is_right


def test_one_week_holds_nearly_half_of_june_and_july(windows):
    def expected(since, until):
        first, last = pd.Timestamp(since), pd.Timestamp(until)
        days = (windows["latest"] - windows["earliest"]).dt.days + 1
        within = windows["latest"].clip(upper=last) - windows["earliest"].clip(first)
        return ((within.dt.days + 1).clip(0) / days).sum()

    week = expected("2025-06-30", "2025-07-06")
    assert 0.45 < week / expected("2025-06-01", "2025-07-31") < 0.5


def test_the_right_title_holds_on_every_scale():
    since, until = case().dense_period
    for scale, days in product(case().scales.values(), (10, 30)):
        weighed = weigh(acts(surveyed()), scale)
        level = tension(weighed, half_life_days=days, since=since, until=until)
        assert peaks(level)["date"].between("2025-07-01", "2025-07-04").all()


def test_the_guide_says_truly_where_the_lead_turns():
    leads = {days: highest(days).idxmax() for days in (1, 30, 45, 46, 60, 365)}
    assert list(leads.values()) == ["AZE>RUS"] * 3 + ["RUS>AZE"] * 3


@pytest.mark.parametrize(
    ("name", "answer", "hint"),
    [
        ("l04_1", PLACED | {"b": "either"}, "On which day did it begin"),
        ("l04_1", PLACED | {"d": "either"}, "Is the month known"),
        ("l04_1", PLACED | {"e": "february"}, "one day of these"),
        ("l04_2", 2, "may lie in February too"),
        ("l04_2", 3, "as a whole"),
        ("l04_2", 2.5, "Count the days"),
        ("l04_2", 2.4, "lies in March"),
        ("l04_2", 3.6, "on its first day only"),
        ("l04_2", 1.6, "without a day"),
        ("l04_2", 9, "for certain"),
        ("l04_3", ["2025-02", "2025-06", "2025-07"], "lie over each other"),
        ("l04_3", ["2025-02", "2025-11"], "the same number"),
        ("l04_3", ["2025-07"], "One more month"),
        ("l04_4", "more_acts", "Does the sum change"),
        ("l04_4", "even", "bars of July"),
        ("l04_4", "heavier", "one act each"),
        ("l04_5", 4, "How many pass"),
        ("l04_5", 2, "One more half-life"),
        ("l04_5", 7, "what has gone"),
        ("l04_5", 0, "Half of it stays"),
        ("l04_5", 8 / 3, "Halve three times"),
        ("l04_6", 12, "let each one fade"),
        ("l04_6", 1, "took the friendly act away"),
        ("l04_6", 7, "added the friendly act"),
        ("l04_6", 2, "left of one act"),
        ("l04_6", 8, "Ten more days"),
        ("l04_6", -4, "without its minus sign"),
        ("l04_7", 30, "where we began"),
        ("l04_7", 10, "the other way"),
        ("l04_7", 40, "go on"),
        ("l04_8", "drove", "not a push"),
        ("l04_8", "worst", "not the relation itself"),
        ("l04_8", "raids", "a cause"),
        ("l04_8", "calm", "not a calm time"),
    ],
)
def test_a_wrong_answer_gets_the_hint_that_fits_it(name, answer, hint):
    verdict = ASKED[name].judge(answer)
    assert verdict.state == "not yet"
    assert hint in verdict.said
