import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.robustness import higher_peak, peaks_before, peaks_in

JULY = ("2025-07-01", "2025-07-31")


@pytest.fixture
def curve():
    """Make tension from (day, direction, level)."""

    def make(*rows):
        frame = pd.DataFrame(list(rows), columns=["date", "direction", "tension"])
        return frame.assign(date=pd.to_datetime(frame["date"]))

    return make


@pytest.fixture
def both(curve):
    """Give a direction highest on the last of June, and one on the first of July."""
    return curve(
        ("2025-06-30", "A>B", 4.0),
        ("2025-07-01", "A>B", 3.0),
        ("2025-06-30", "B>A", 0.0),
        ("2025-07-01", "B>A", 5.0),
    )


def test_the_highest_day_lies_in_the_period_or_not(both):
    assert peaks_in("B>A", *JULY)(both)
    assert not peaks_in("A>B", *JULY)(both)
    assert peaks_in("A>B", "", "2025-06-30")(both)


def test_of_days_alike_the_first_counts(curve):
    level = curve(("2025-06-30", "A>B", 4.0), ("2025-07-01", "A>B", 4.0))
    assert not peaks_in("A>B", *JULY)(level)


def test_the_higher_peak_is_higher_on_whatever_day(both):
    assert higher_peak("B>A", "A>B")(both)
    assert not higher_peak("A>B", "B>A")(both)


def test_a_direction_without_a_curve_is_not_higher(curve):
    alone = curve(("2025-06-30", "A>B", 4.0))
    assert higher_peak("A>B", "B>A")(alone)
    assert not higher_peak("B>A", "A>B")(alone)


def test_peaks_as_high_are_not_higher(curve):
    alike = curve(("2025-06-30", "A>B", 0.1 + 0.2), ("2025-06-30", "B>A", 0.3))
    assert not higher_peak("A>B", "B>A")(alike)
    even = curve(("2025-06-30", "A>B", 4.0), ("2025-07-01", "B>A", 4.0))
    assert not higher_peak("A>B", "B>A")(even)


def test_one_direction_is_highest_before_the_other(both):
    assert peaks_before("A>B", "B>A")(both)
    assert not peaks_before("B>A", "A>B")(both)


def test_peaks_on_one_day_are_not_one_before_the_other(curve):
    day = curve(("2025-06-30", "A>B", 4.0), ("2025-06-30", "B>A", 1.0))
    assert not peaks_before("A>B", "B>A")(day)


@pytest.mark.parametrize("rows", [[], [("2025-06-30", "A>B", 0.0)]])
def test_where_there_is_no_tension_nothing_can_be_said(curve, rows):
    for headline in (
        peaks_in("A>B", *JULY),
        higher_peak("A>B", "B>A"),
        peaks_before("A>B", "B>A"),
    ):
        with pytest.raises(MeasureError, match="There is no tension from A to B"):
            headline(curve(*rows))


def test_headlines_ask_for_the_curves_that_they_need():
    asked = [peaks_in("A>B", *JULY), higher_peak("A>B", "B>A")]
    assert [each.reads for each in asked] == ["tension", "tension"]
    assert [each.directions for each in asked] == [("A>B",), ("A>B", "B>A")]


def test_a_headline_is_a_sentence():
    said = "tension A to B is highest in July 2025"
    assert str(peaks_in("A>B", *JULY)) == said
    assert str(higher_peak("A>B", "B>A")) == (
        "tension A to B reaches higher than B to A"
    )
