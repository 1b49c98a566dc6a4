from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import tension_curve
from utils.errors import ChartError

LEVEL = {"A>B": 2, "B>A": 5, "other": 8}


@pytest.fixture
def tension():
    """Make what the measure gives, from (day, direction, level, deviation)."""

    def make(*rows, half_life_days=30.0):
        columns = ["date", "direction", "tension", "sd"]
        frame = pd.DataFrame(list(rows), columns=columns)
        dates = pd.to_datetime(frame["date"])
        return frame.assign(date=dates, half_life_days=half_life_days)

    return make


@pytest.fixture
def both(tension):
    """Give two days of both directions; A acts on the first, B on the second."""
    return tension(
        ("2025-06-29", "A>B", 4.0, 0.0),
        ("2025-06-30", "A>B", 3.0, 1.0),
        ("2025-06-29", "B>A", 0.0, 0.0),
        ("2025-06-30", "B>A", 5.0, 6.0),
    )


def test_lines_are_the_numbers_of_the_measure(both, about):
    data = tension_curve(both, about=about).data
    assert list(data[LEVEL["A>B"]].y) == [4, 3]
    assert list(data[LEVEL["B>A"]].y) == [0, 5]


def test_lines_are_steps_that_begin_on_the_first_day(both, about):
    line = tension_curve(both, about=about).data[LEVEL["A>B"]]
    assert line.line.shape == "hv"
    assert (line.x0, line.dx) == ("2025-06-29", 24 * 60 * 60 * 1000)


def test_the_order_of_the_rows_does_not_matter(both, about):
    one, other = (tension_curve(f, about=about) for f in (both, both[::-1]))
    assert list(one.data[2].y) == list(other.data[2].y)


def test_the_band_reaches_one_deviation_both_ways_but_not_below_zero(both, about):
    low, high = tension_curve(both, about=about).data[3:5]
    assert list(low.y) == [0, 0]
    assert list(high.y) == [0, 11]
    assert high.fill == "tonexty"


def test_each_direction_has_a_colour_and_a_dash(both, about):
    data = tension_curve(both, about=about).data
    first, second = data[LEVEL["A>B"]].line, data[LEVEL["B>A"]].line
    assert (first.color, first.dash) == ("#1F4E79", "solid")
    assert (second.color, second.dash) == ("#CC7000", "7px,3px")


def test_other_directions_are_added_up_in_grey(tension, about):
    rows = [("2025-06-29", who, 2.0, 3.0) for who in ("C>A", "C>B")]
    data = tension_curve(tension(*rows), about=about).data
    assert list(data[LEVEL["other"]].y) == [4]
    assert data[LEVEL["other"]].line.color == "#767676"
    assert list(data[7].y) == pytest.approx([4 + 18**0.5])


def test_other_directions_are_named_only_where_there_are_some(
    tension, both, about, head
):
    more = pd.concat([both, tension(("2025-06-29", "C>A", 1.0, 0.0))])
    assert "other directions" not in head(tension_curve(both, about=about))[1]
    assert "other directions together" in head(tension_curve(more, about=about))[1]


def test_pointing_at_a_line_tells_its_direction(both, about):
    data = tension_curve(both, about=about).data
    said = [data[i].hovertemplate.partition(", ")[0] for i in LEVEL.values()]
    assert said == ["A → B", "B → A", "other directions together"]


def test_the_title_says_when_each_direction_is_highest(both, about, head):
    title, _ = head(tension_curve(both, about=about))
    assert title.endswith("highest on 29 Jun 2025 (A to B) and 30 Jun 2025 (B to A)")


def test_one_peak_for_both_is_said_once(tension, about, head):
    rows = [("2025-06-29", way, 2.0, 0.0) for way in ("A>B", "B>A")]
    title, _ = head(tension_curve(tension(*rows), about=about))
    assert title == "Recorded tension is highest on 29 Jun 2025 in both directions"


def test_of_two_days_alike_the_title_names_the_first(tension, about, head):
    rows = [(day, "A>B", 2.0, 0.0) for day in ("2025-06-29", "2025-06-30")]
    title, _ = head(tension_curve(tension(*rows), about=about))
    assert title == "Recorded tension is highest on 29 Jun 2025 (A to B)"


def test_a_direction_without_tension_is_not_in_the_title(tension, about, head):
    rows = [("2025-06-29", "A>B", 0.0, 0.0), ("2025-06-29", "B>A", 1.0, 0.0)]
    title, _ = head(tension_curve(tension(*rows), about=about))
    assert title == "Recorded tension is highest on 29 Jun 2025 (B to A)"


@pytest.mark.parametrize("rows", [[], [("2025-06-29", "A>B", 0.0, 0.0)]])
def test_where_there_is_no_tension_the_title_says_so(tension, about, rows, head):
    title, _ = head(tension_curve(tension(*rows), about=about))
    assert title.startswith("No recorded conflictual act between the two sides")


def test_the_subtitle_names_half_life_scale_and_start(both, about, head):
    weighed = replace(about, scale="mine 1", n_without_weight=2)
    _, said = head(tension_curve(both, about=weighed))
    assert "each act fades by half in 30 days" in said
    assert "Scale: mine 1 (2 without a weight left out)" in said
    assert "starts from zero on 29 Jun 2025" in said


def test_the_scale_begins_at_zero_and_holds_the_band(both, about):
    low, high = tension_curve(both, about=about).layout.yaxis.range
    assert low == 0
    assert high == pytest.approx(11 * 1.05)


def test_traces_and_keys_are_the_same_for_an_empty_frame(tension, both, about):
    one, other = (tension_curve(f, about=about) for f in (both, tension()))
    assert len(one.data) == len(other.data) == 11
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]


def test_the_meta_holds_the_frame_with_its_days_as_text(both, about):
    rows = tension_curve(both, about=about).layout.meta["rows"]
    assert rows["date"][0] == "2025-06-29"
    assert rows["tension"] == [4, 0, 3, 5]


def test_the_frame_given_stays_as_it_was(both, about):
    before = both.copy()
    tension_curve(both, about=about)
    pd.testing.assert_frame_equal(both, before)


def test_categories_serve_like_plain_text(both, about):
    coded = both.astype({"direction": pd.CategoricalDtype(["B>A", "A>B", "C>A"])})
    one, other = (tension_curve(f, about=about).data for f in (both, coded))
    assert all(np.array_equal(a.y, b.y) for a, b in zip(one, other, strict=True))


def test_missing_columns_are_all_named(both, about):
    with pytest.raises(ChartError, match="needs the columns half_life_days, tension; "):
        tension_curve(both[["date", "direction"]], about=about)


def test_without_a_deviation_there_is_no_band_and_no_word_of_it(both, about):
    figure = tension_curve(both.drop(columns="sd"), about=about)
    low, high, line = figure.data[:3]
    assert list(low.y) == list(high.y) == list(line.y)
    assert "band" not in figure.layout.title.text


def test_without_two_sides_nothing_faces_anything(both, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        tension_curve(both, about=replace(about, sides=()))
