import numpy as np
import pytest

from utils.errors import MeasureError
from utils.measures.robustness import heavier, more_acts, rises
from utils.measures.weights import weigh
from utils.scale import Scale

STEEP = Scale("steep", {"1": -2, "2": -5, "3": 4})
JULY = {"since": "2025-07-01", "until": "2025-07-31"}
MAY_AND_JULY = {
    "before": ("2025-05-01", "2025-05-31"),
    "after": ("2025-07-01", "2025-07-31"),
}


@pytest.fixture
def weighed(record):
    """Make weighed acts from (earliest, latest, direction, code)."""

    def make(*rows):
        full = [(f"a{i}", *row, "confirmed") for i, row in enumerate(rows)]
        return weigh(record(*full), STEEP)

    return make


def one(day, direction, code):
    return (day, day, direction, code)


def test_one_grave_act_outweighs_two_slight_ones(weighed):
    acts = weighed(
        one("2025-07-01", "A>B", "1"),
        one("2025-07-02", "A>B", "1"),
        one("2025-07-03", "B>A", "2"),
    )
    assert heavier("B>A", "A>B")(acts)
    assert not heavier("A>B", "B>A")(acts)
    assert more_acts("A>B", "B>A")(acts)
    assert not more_acts("B>A", "A>B")(acts)


def test_only_the_period_counts(weighed):
    acts = weighed(one("2025-07-01", "A>B", "1"), one("2025-08-01", "B>A", "2"))
    assert heavier("A>B", "B>A", **JULY)(acts)
    assert more_acts("A>B", "B>A", **JULY)(acts)


def test_an_act_of_uncertain_date_counts_with_its_part(weighed):
    # Of the grave act, weight 5, a third of 93 days lies in July: 5/3 is below 2.
    acts = weighed(
        ("2025-05-31", "2025-08-31", "B>A", "2"), one("2025-07-09", "A>B", "1")
    )
    assert heavier("A>B", "B>A", **JULY)(acts)
    assert heavier("B>A", "A>B")(acts)
    assert more_acts("A>B", "B>A", **JULY)(acts)


def test_cooperation_adds_no_weight_and_takes_none_away(weighed):
    acts = weighed(
        one("2025-07-01", "A>B", "1"),
        one("2025-07-01", "A>B", "3"),
        one("2025-07-01", "B>A", "3"),
    )
    assert heavier("A>B", "B>A")(acts)


@pytest.mark.parametrize("headline", [heavier, more_acts])
def test_as_much_is_not_more(weighed, headline):
    thirds = [("2025-07-30", "2025-08-01", "A>B", "1")] * 3
    whole = [one("2025-07-30", "B>A", "1")] * 2
    acts = weighed(*thirds, *whole)
    assert not headline("A>B", "B>A", **JULY)(acts)
    assert not headline("B>A", "A>B", **JULY)(acts)


def test_acts_that_do_not_weigh_are_none_that_weigh_more(weighed):
    acts = weighed(one("2025-07-01", "A>B", "3"), one("2025-07-01", "B>A", "3"))
    assert not heavier("A>B", "B>A")(acts)


@pytest.mark.parametrize("code", ["9", None])
def test_where_no_act_has_a_weight_nothing_can_be_said(weighed, code):
    acts = weighed(one("2025-07-01", "A>B", code))
    with pytest.raises(MeasureError, match="no act with a weight from A to B or B to"):
        heavier("A>B", "B>A", **JULY)(acts)


def test_where_there_is_no_act_nothing_can_be_said(weighed):
    june = weighed(one("2025-06-01", "A>B", "1"))
    for acts in (weighed(), june):
        for headline in (heavier, more_acts):
            with pytest.raises(MeasureError, match="There is no act"):
                headline("A>B", "B>A", **JULY)(acts)
        with pytest.raises(MeasureError, match="There is no act with a weight"):
            rises("A>B", **MAY_AND_JULY)(acts)


def test_weight_rises_from_one_period_to_the_other(weighed):
    acts = weighed(one("2025-05-01", "A>B", "1"), one("2025-07-01", "A>B", "2"))
    assert rises("A>B", **MAY_AND_JULY)(acts)
    turned = {"before": MAY_AND_JULY["after"], "after": MAY_AND_JULY["before"]}
    assert not rises("A>B", **turned)(acts)


def test_periods_of_unlike_length_are_compared_by_day(weighed):
    # A weight of 2 on one day is more by day than one of 5 in 31 days.
    acts = weighed(one("2025-05-01", "A>B", "1"), one("2025-07-01", "A>B", "2"))
    day = {**MAY_AND_JULY, "before": ("2025-05-01", "2025-05-01")}
    assert not rises("A>B", **day)(acts)


def test_from_no_act_to_one_weight_rises(weighed):
    acts = weighed(one("2025-07-01", "A>B", "1"))
    assert rises("A>B", **MAY_AND_JULY)(acts)


@pytest.mark.parametrize("ends", [("", "2025-07-01"), ("2025-07-01", "")])
def test_periods_to_compare_have_two_ends(ends):
    with pytest.raises(MeasureError, match="a first and a last day"):
        rises("A>B", before=ends, after=MAY_AND_JULY["after"])


def test_a_headline_is_a_sentence():
    said = "acts A to B weigh more by day in July 2025 than in May 2025"
    assert str(rises("A>B", **MAY_AND_JULY)) == said
    said = "acts A to B weigh more than B to A"
    assert str(heavier("A>B", "B>A")) == said
    assert str(heavier("A>B", "B>A", **JULY)) == f"{said} in July 2025"


@pytest.mark.parametrize("column", ["direction", "earliest", "weight"])
def test_a_missing_column_is_named(weighed, column):
    acts = weighed(one("2025-07-01", "A>B", "1")).drop(columns=column)
    with pytest.raises(MeasureError, match=f"column {column}"):
        heavier("A>B", "B>A")(acts)


def test_acts_in_no_direction_are_left_out(weighed):
    acts = weighed(one("2025-07-01", None, "2"), one("2025-07-01", "A>B", "1"))
    assert heavier("A>B", "B>A")(acts)
    assert np.isnan(acts["weight"]).sum() == 0


def test_a_direction_without_an_act_weighs_less_than_any_conflict(record):
    slight = Scale("slight", {"1": -0.5})
    acts = weigh(record(("a", *one("2025-07-01", "B>A", "1"), "confirmed")), slight)
    assert heavier("B>A", "A>B")(acts)
    assert not heavier("A>B", "B>A")(acts)
    assert rises("B>A", **MAY_AND_JULY)(acts)
