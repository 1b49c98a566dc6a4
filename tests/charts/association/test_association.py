from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts.association import association
from utils.errors import ChartError

PANELS = {"day": 0, "week": 7, "fortnight": 14}
LEFT, SAME, RIGHT = 4, 5, 6


@pytest.fixture
def lags():
    """Make the lags of some units: (unit, lag, correlation, whether beyond chance)."""

    def make(*rows):
        frame = pd.DataFrame(
            list(rows), columns=["unit", "lag_bins", "r", "beyond_all"]
        )
        limits = {"low_null": -0.2, "high_null": 0.3, "low_all": -0.4, "high_all": 0.5}
        return frame.assign(
            first="A>B", second="B>A", n_first=40, n_second=50, **limits
        )

    return make


@pytest.fixture
def three(lags):
    """Let only what comes a day after A>B stand out."""
    return lags(
        *(("day", lag, r, r > 0.5) for lag, r in ((-1, 0.1), (0, -0.2), (1, 0.7))),
        *(("week", lag, 0.25, False) for lag in (-1, 0, 1)),
        *(("fortnight", lag, 0.0, False) for lag in (-1, 0, 1)),
    )


def marks(figure, unit, side):
    trace = figure.data[PANELS[unit] + side]
    return list(zip(trace.x, trace.y, strict=True))


def test_right_of_zero_the_first_direction_comes_first(three, about, head):
    figure = association(three, about=about)
    assert marks(figure, "day", RIGHT) == [(1, 0.7)]
    assert marks(figure, "day", SAME) == [(0, -0.2)]
    assert marks(figure, "day", LEFT) == [(-1, 0.1)]
    said = head(figure)[1]
    assert "left: B → A first" in said
    assert "right: A → B first" in said


def test_each_unit_has_an_axis_of_its_own(three, about):
    layout = association(three, about=about).layout
    titles = [axis.title.text for axis in (layout.xaxis, layout.xaxis2, layout.xaxis3)]
    assert titles == ["lag in days", "lag in weeks", "lag in fortnights"]
    assert layout.xaxis.domain[1] < layout.xaxis2.domain[0]


def test_all_panels_share_one_scale(three, about):
    traces = association(three, about=about).data
    assert {trace.yaxis for trace in traces} == {"y"}


def test_marks_beyond_chance_are_filled_and_others_are_not(three, about):
    data = association(three, about=about).data
    assert [data[i].marker.symbol for i in (LEFT, SAME, RIGHT)] == [
        (105,),
        (101,),
        (0,),
    ]


def test_stems_reach_to_zero(three, about):
    data = association(three, about=about).data
    assert list(data[RIGHT].error_y.arrayminus) == [0.7]
    assert list(data[SAME].error_y.array) == [0.2]


def test_band_and_lines_are_what_chance_gives(three, about):
    data = association(three, about=about).data
    assert [set(data[i].y) for i in range(4)] == [{-0.2}, {0.3}, {-0.4}, {0.5}]
    assert list(data[0].x[:2]) == [-1.5, -0.5]


def test_the_title_names_the_lag_that_stands_out(three, about, head):
    title, _ = head(association(three, about=about))
    assert title == "Beyond chance: 1 day after A to B"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("day", 0, 0.1, False)], "No lag stands out beyond chance, by day"),
        ([("day", 0, 0.9, True)], "Beyond chance: same day"),
        (
            [("day", 0, 0.9, True), ("week", 0, 0.9, True), ("week", -2, 0.9, True)],
            "Beyond chance: same day and week; 2 weeks after B to A",
        ),
        (
            [("day", lag, 0.9, True) for lag in (-1, 1, 2)],
            "Beyond chance: 2 lags after A to B; 1 day after B to A",
        ),
    ],
)
def test_titles_say_what_is_seen(lags, about, head, rows, said):
    assert head(association(lags(*rows), about=about))[0] == said


def test_the_longest_title_fits(lags, head, about):
    every = [
        (unit, lag, 0.9, True)
        for unit, most in (("day", 14), ("week", 8), ("fortnight", 4))
        for lag in range(-most, most + 1)
    ]
    three_letters = replace(about, sides=("AZE", "RUS"))
    frame = lags(*every).assign(first="AZE>RUS", second="RUS>AZE")
    title, _ = head(association(frame, about=three_letters))
    assert title.endswith("26 lags after AZE to RUS; 26 after RUS to AZE")


def test_the_subtitle_counts_acts_each_way_and_warns(three, about, head):
    said = head(association(three, about=about))[1]
    assert "each way (40 A → B, 50 B → A)" in said
    assert "by day, week and fortnight" in said
    assert "Going together is no influence" in said


def test_a_unit_that_is_not_there_leaves_its_room_to_the_others(lags, about):
    layout = association(lags(("week", 0, 0.1, False)), about=about).layout
    assert list(layout.xaxis2.domain) == [0, 1]
    assert not layout.xaxis.visible


def test_a_unit_that_is_not_there_covers_no_panel_that_is(lags, about):
    layout = association(lags(("week", 0, 0.1, False)), about=about).layout
    assert (layout.xaxis.overlaying, layout.xaxis3.overlaying) == ("x2", "x2")
    assert layout.xaxis2.overlaying is None


def test_traces_and_keys_are_the_same_for_an_empty_frame(three, lags, about, head):
    one, other = (association(f, about=about) for f in (three, lags()))
    assert len(one.data) == len(other.data) == 21
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]
    assert head(other)[0] == "No lag to draw in this table"


def test_a_side_keeps_its_colour_whichever_comes_first(three, about):
    turned = three.assign(first="B>A", second="A>B")
    one, other = (association(frame, about=about).data for frame in (three, turned))
    assert one[RIGHT].marker.color == other[LEFT].marker.color


def test_other_directions_can_be_compared_too(three, about):
    others = three.assign(first="A>C", second="C>A")
    assert len(association(others, about=replace(about, sides=())).data) == 21


def test_a_small_correlation_looks_small(lags, about):
    low, high = association(
        lags(("day", 0, 0.1, False)), about=about
    ).layout.yaxis.range
    assert (low, high) == pytest.approx((-0.53, 0.53))


def test_the_meta_holds_the_frame(three, about):
    rows = association(three, about=about).layout.meta["rows"]
    assert rows["r"] == three["r"].tolist()


def test_the_frame_given_stays_as_it_was(three, about):
    before = three.copy()
    association(three, about=about)
    pd.testing.assert_frame_equal(three, before)


def test_rows_may_come_in_any_order(three, about):
    mixed = three.sample(frac=1, random_state=1)
    one, other = (association(frame, about=about).data for frame in (three, mixed))
    assert all(np.array_equal(a.y, b.y) for a, b in zip(one, other, strict=True))


def test_missing_columns_are_all_named(three, about):
    with pytest.raises(ChartError, match="needs the columns beyond_all, r; this table"):
        association(three.drop(columns=["r", "beyond_all"]), about=about)


def test_an_unknown_unit_is_refused(three, about):
    with pytest.raises(
        ChartError, match=r"panels by day, week, fortnight; .* has month"
    ):
        association(three.replace({"week": "month"}), about=about)
