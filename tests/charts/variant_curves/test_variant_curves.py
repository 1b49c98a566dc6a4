from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import variant_curves
from utils.errors import ChartError

WAYS = {"A>B": 0, "B>A": 5}
NAMES = ["confirmed only", "with reported", "with disputed"]


@pytest.fixture
def tension():
    """Make what the measure gives, from (variant, day, direction, level)."""

    def make(*rows, names=NAMES, half_life_days=30.0):
        columns = ["variant", "date", "direction", "tension"]
        frame = pd.DataFrame(list(rows), columns=columns)
        return frame.assign(
            variant=pd.Categorical(frame["variant"], names, ordered=True),
            date=pd.to_datetime(frame["date"]),
            half_life_days=half_life_days,
        )

    return make


@pytest.fixture
def steps(tension):
    """Give two variants of two days; B's peak is later with the reported acts."""
    return tension(
        ("confirmed only", "2025-06-29", "A>B", 4.0),
        ("confirmed only", "2025-06-30", "A>B", 3.0),
        ("with reported", "2025-06-29", "A>B", 5.0),
        ("with reported", "2025-06-30", "A>B", 4.0),
        ("confirmed only", "2025-06-29", "B>A", 2.0),
        ("confirmed only", "2025-06-30", "B>A", 1.0),
        ("with reported", "2025-06-29", "B>A", 2.0),
        ("with reported", "2025-06-30", "B>A", 8.0),
    )


def test_each_line_is_one_variant_in_one_direction(steps, about):
    data = variant_curves(steps, about=about).data
    assert [list(data[WAYS["A>B"] + slot].y) for slot in (0, 1)] == [[4, 3], [5, 4]]
    assert [list(data[WAYS["B>A"] + slot].y) for slot in (0, 1)] == [[2, 1], [2, 8]]


def test_the_directions_stand_above_each_other_with_one_scale(steps, about):
    figure = variant_curves(steps, about=about)
    upper, lower = figure.layout.yaxis, figure.layout.yaxis3
    assert upper.range == lower.range == (0, pytest.approx(8 * 1.05))
    assert upper.domain[0] > lower.domain[1]
    assert (upper.title.text, lower.title.text) == ("tension A → B", "tension B → A")
    assert {trace.yaxis for trace in figure.data[:5]} == {"y"}
    assert {trace.yaxis for trace in figure.data[5:10]} == {"y3"}


def test_landmarks_run_across_both_panels(steps, about):
    marked = about.marked([("2025-06-29", "Note")])
    figure = variant_curves(steps, about=marked)
    assert figure.data[10].yaxis == "y2"
    assert figure.layout.yaxis2.domain == (0, 1)
    assert figure.layout.yaxis2.overlaying is None


def test_dash_and_width_tell_the_variants_apart(steps, about):
    lines = [trace.line for trace in variant_curves(steps, about=about).data[:5]]
    assert len({(line.dash, line.width) for line in lines}) == 5


def test_each_variant_is_named_with_its_sign(steps, about, head):
    _, said = head(variant_curves(steps, about=about))
    assert "■ confirmed only" in said
    assert "── with reported" in said


def test_days_without_a_row_have_no_line(tension, about):
    rows = tension(
        ("confirmed only", "2025-06-29", "A>B", 4.0),
        ("with reported", "2025-07-01", "A>B", 4.0),
    )
    one, other = variant_curves(rows, about=about).data[:2]
    assert np.isnan(np.array(one.y, float)).tolist() == [False, True, True]
    assert np.isnan(np.array(other.y, float)).tolist() == [True, True, False]


def test_the_title_says_which_peaks_move(steps, about, head):
    title, _ = head(variant_curves(steps, about=about))
    assert title == (
        "Peak days move in 3 variants: 29 Jun 2025 (A to B) "
        "and 29 Jun–30 Jun 2025 (B to A)"
    )


def test_the_title_says_that_peaks_stay(tension, about, head):
    rows = [(name, "2025-06-29", way, 2.0) for name in NAMES for way in WAYS]
    title, _ = head(variant_curves(tension(*rows), about=about))
    assert title == (
        "Peak days stay in 3 variants: 29 Jun 2025 (A to B) and 29 Jun 2025 (B to A)"
    )


def test_a_title_that_would_be_too_long_speaks_of_months(tension, about, head):
    rows = [(NAMES[0], "2024-06-28", way, 2.0) for way in WAYS]
    rows += [(NAMES[1], "2025-07-29", way, 2.0) for way in WAYS]
    title, _ = head(variant_curves(tension(*rows), about=about))
    assert title == (
        "Peaks move in 3 variants: Jun 2024–Jul 2025 (A to B) "
        "and Jun 2024–Jul 2025 (B to A)"
    )


@pytest.mark.parametrize("rows", [[], [(NAMES[0], "2025-06-29", "A>B", 0.0)]])
def test_where_there_is_no_tension_the_title_says_so(tension, about, rows, head):
    title, _ = head(variant_curves(tension(*rows), about=about))
    assert title.startswith("No recorded conflictual act between the two sides")


def test_the_subtitle_names_half_lives_and_scale(steps, tension, about, head):
    weighed = replace(about, scale="mine 1")
    _, said = head(variant_curves(steps, about=weighed))
    assert "each act fades by half in 30 days" in said
    assert "Scale: mine 1" in said
    two = steps.assign(half_life_days=[10.0, 30.0] * 4)
    _, said = head(variant_curves(two, about=about))
    assert "fades by half in 10 to 30 days" in said


def test_other_directions_are_left_out_and_the_subtitle_says_so(
    steps, tension, about, head
):
    more = pd.concat([steps, tension((NAMES[0], "2025-06-29", "C>A", 99.0))])
    figure = variant_curves(more, about=about)
    assert figure.layout.yaxis.range[1] == pytest.approx(8 * 1.05)
    assert "Other directions are not drawn" in head(figure)[1]
    assert "Other directions" not in head(variant_curves(steps, about=about))[1]


def test_variants_of_plain_text_come_in_the_order_of_their_rows(steps, about, head):
    plain = steps.astype({"variant": "str"})
    one, other = (variant_curves(f, about=about) for f in (steps, plain))
    assert all(
        np.array_equal(a.y, b.y, equal_nan=True)
        for a, b in zip(one.data[:2], other.data[:2], strict=True)
    )
    assert "in 2 variants" in head(other)[0]


def test_traces_and_keys_are_the_same_for_an_empty_frame(steps, tension, about):
    one, other = (variant_curves(f, about=about) for f in (steps, tension()))
    assert len(one.data) == len(other.data) == 12
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]


def test_more_than_five_variants_are_refused(tension, about):
    six = tension(names=list("abcdef"))
    with pytest.raises(ChartError, match="room for 5 lines in a panel, and there are"):
        variant_curves(six, about=about)


def test_missing_columns_are_all_named(steps, about):
    with pytest.raises(ChartError, match="needs the columns half_life_days, variant; "):
        variant_curves(steps[["date", "direction", "tension"]], about=about)


def test_without_two_sides_nothing_faces_anything(steps, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        variant_curves(steps, about=replace(about, sides=()))


def test_the_frame_given_stays_as_it_was(steps, about):
    before = steps.copy()
    variant_curves(steps, about=about)
    pd.testing.assert_frame_equal(steps, before)
