from dataclasses import replace

import pandas as pd
import pytest

from utils.charts import delay_curve
from utils.errors import ChartError

LINE = {"A>B": 2, "B>A": 6}


@pytest.fixture
def delays():
    """Make what the measure gives, from (direction, day, share answered)."""

    def make(*rows, n_acts=8):
        columns = ["direction", "day", "share_answered"]
        frame = pd.DataFrame(list(rows), columns=columns)
        share = frame["share_answered"].astype(float)
        interval = {"low": share / 2, "high": (share + 1) / 2}
        numbers = {"n_acts": n_acts, "n_at_risk": 4.0, "n_censored": 0.0}
        return frame.assign(share_answered=share, **interval, **numbers)

    return make


@pytest.fixture
def both(delays):
    """Give two days of both directions; half of the acts of A are answered."""
    return delays(("A>B", 0, 0.2), ("A>B", 1, 0.5), ("B>A", 0, 0.1), ("B>A", 1, 0.3))


def test_lines_are_the_shares_of_the_measure_as_steps(both, about):
    data = delay_curve(both, about=about).data
    for direction, shares in {"A>B": [0.2, 0.5], "B>A": [0.1, 0.3]}.items():
        line = data[LINE[direction]]
        assert (list(line.x), list(line.y)) == ([0, 1], shares)
        assert line.line.shape == "hv"


def test_the_band_is_the_interval(both, about):
    low, high = delay_curve(both, about=about).data[:2]
    assert list(low.y) == [0.1, 0.25]
    assert list(high.y) == pytest.approx([0.6, 0.75])
    assert high.fill == "tonexty"


def test_each_direction_has_a_colour_a_dash_and_ticks_of_its_own(both, about):
    data = delay_curve(both, about=about).data
    first, second = data[LINE["A>B"]].line, data[LINE["B>A"]].line
    assert (first.color, first.dash) == ("#1F4E79", "solid")
    assert (second.color, second.dash) == ("#CC7000", "7px,3px")


def test_a_tick_marks_the_days_on_which_acts_drop_out(both, about):
    ends = both.assign(n_censored=[0.0, 2.0, 1.0, 0.0])
    data = delay_curve(ends, about=about).data
    assert (list(data[3].x), list(data[3].y)) == ([1], [0.5])
    assert list(data[7].x) == [0]
    assert list(data[3].marker.symbol) != list(data[7].marker.symbol)


def test_the_title_says_how_many_are_answered_by_the_last_day(both, about, head):
    title, _ = head(delay_curve(both, about=about))
    assert (
        title
        == "Recorded acts answered within 1 day: 50 % from A to B and 30 % from B to A"
    )


def test_directions_are_compared_on_a_day_that_both_reach(delays, about, head):
    rows = [("A>B", 0, 0.2), ("A>B", 1, 0.5), ("B>A", 0, 0.1)]
    title, _ = head(delay_curve(delays(*rows), about=about))
    said = "answered on the same day: 20 % from A to B and 10 % from B to A"
    assert title == f"Recorded acts {said}"


def test_medians_are_said_or_that_there_are_none(both, about, head):
    _, said = head(delay_curve(both, about=about))
    assert "Median delay: A to B 1 day (8 recorded acts);" in said
    assert "B to A not reached by day 1 (8 recorded acts)." in said
    assert "the curve levels off" in said


def test_other_directions_are_left_out(delays, both, about):
    more = pd.concat([both, delays(("C>A", 0, 0.9))])
    one, other = (delay_curve(f, about=about).data for f in (both, more))
    assert [list(t.y) for t in one] == [list(t.y) for t in other]


def test_without_acts_between_the_sides_the_title_says_so(delays, about, head):
    for rows in ([], [("C>A", 0, 0.9)]):
        title, _ = head(delay_curve(delays(*rows), about=about))
        assert title == "No recorded act between the two sides in this selection"


def test_one_side_alone_is_drawn_alone(delays, about, head):
    title, _ = head(delay_curve(delays(("B>A", 0, 0.1)), about=about))
    assert title == "Recorded acts answered on the same day: 10 % from B to A"


def test_the_axis_counts_days_and_not_dates(both, about):
    axis = delay_curve(both, about=about).layout.xaxis
    assert axis.title.text == "days since the act"
    assert list(axis.range) == [0, 1]


def test_traces_are_as_many_for_an_empty_frame(both, delays, about):
    one, other = (delay_curve(f, about=about) for f in (both, delays()))
    assert len(one.data) == len(other.data) == 8


def test_categories_serve_like_plain_text(both, about):
    coded = both.astype({"direction": pd.CategoricalDtype(["B>A", "A>B"])})
    one, other = (delay_curve(f, about=about).data for f in (both, coded))
    assert [list(t.y) for t in one] == [list(t.y) for t in other]


def test_the_meta_holds_the_frame(both, about):
    rows = delay_curve(both, about=about).layout.meta["rows"]
    assert rows["share_answered"] == [0.2, 0.1, 0.5, 0.3]


def test_missing_columns_are_all_named(both, about):
    with pytest.raises(ChartError, match="needs the columns high, low; "):
        delay_curve(both.drop(columns=["low", "high"]), about=about)


def test_without_two_sides_nothing_faces_anything(both, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        delay_curve(both, about=replace(about, sides=()))
