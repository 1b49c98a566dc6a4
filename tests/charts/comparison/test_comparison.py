"""The comparison: what it says of two selections, and what it draws of them."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils import charts
from utils.about import About
from utils.charts.record import describe, record, redraw, table
from utils.errors import ChartError

A, B, THIRD = "A>B", "B>A", "A>C"


@pytest.fixture
def about():
    return About(
        "A quarrel",
        sides=("A", "B"),
        side_names=("Altania", "Bestovia"),
        selection="media acts",
        n_actions=5,
        n_sources=4,
    )


@pytest.fixture
def against(about):
    second = {"selection": "judicial acts", "n_actions": 3, "n_sources": 2}
    return replace(about, **second, n_disputed=1)


def bins(*rows, per="month"):
    """Make rows of (first day, direction, first, second)."""
    columns = ["date", "direction", "first", "second"]
    frame = pd.DataFrame(list(rows), columns=columns)
    frame["date"] = pd.to_datetime(frame["date"])
    return frame.assign(difference=frame["first"] - frame["second"], per=per)


def days(*rows):
    return bins(*rows).drop(columns="per").assign(sd=0.5, half_life_days=30.0)


TWO = bins(
    ("2025-06-01", A, 4.0, 1.0),
    ("2025-06-01", B, 0.0, 0.0),
    ("2025-07-01", A, 1.0, 0.0),
    ("2025-07-01", B, 0.0, 2.0),
)


def test_the_title_says_where_the_two_are_furthest_apart_each_way(about, head):
    said = head(charts.comparison(TWO, about=about))[0]
    assert (
        said
        == "The two selections differ most in Jun 2025 (A to B) and Jul 2025 (B to A)"
    )


@pytest.mark.parametrize(
    ("per", "said"),
    [
        ("week", "in weeks of 2 Jun 2025 (A to B) and 9 Jun 2025 (B to A)"),
        ("day", "on 2 Jun 2025 (A to B) and 9 Jun 2025 (B to A)"),
        ("year", "in 2025 in both directions"),
    ],
)
def test_the_title_names_bins_of_each_length(about, head, per, said):
    rows = bins(("2025-06-02", A, 2.0, 1.0), ("2025-06-09", B, 2.0, 0.0), per=per)
    assert head(charts.comparison(rows, about=about))[0].endswith(f"differ most {said}")


def test_a_single_week_is_named_as_one(about, head):
    rows = bins(("2025-06-02", A, 2.0, 1.0), per="week")
    said = "The two selections differ most in the week of 2 Jun 2025 (A to B)"
    assert head(charts.comparison(rows, about=about))[0] == said


def test_the_first_of_equal_differences_is_named(about, head):
    rows = bins(("2025-06-01", A, 2.0, 0.0), ("2025-07-01", A, 0.0, 2.0))
    said = "The two selections differ most in Jun 2025 (A to B)"
    assert head(charts.comparison(rows, about=about))[0] == said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (0.0, 0.0, "No recorded act between the two sides in either selection"),
        (0.0, 1.0, "No recorded act between the two sides in the selection chosen"),
        (1.0, 0.0, "No recorded act between the two sides in the selection compared"),
        (1.0, 1.0, "The two selections have the same numbers of recorded acts"),
    ],
)
def test_the_title_says_where_there_is_nothing_to_compare(
    about, head, first, second, said
):
    rows = bins(("2025-06-01", A, first, second))
    assert head(charts.comparison(rows, about=about))[0].startswith(said)


def test_tension_without_conflict_is_said_to_be_none(about, head):
    figure = charts.comparison(days(("2025-06-01", A, 0.0, 0.0)), about=about)
    said = "No recorded conflictual act between the two sides in either selection"
    assert head(figure)[0] == said


def test_both_selections_stand_in_the_subtitle_the_key_and_the_footer(
    about, against, head, footer
):
    figure = charts.comparison(TWO, about=about, against=against)
    said = head(figure)[1]
    assert "Chosen: media acts. Compared with: judicial acts." in said
    assert "filled: chosen (5 recorded acts)" in said
    assert "dashed: compared with (3 recorded acts)" in said
    assert "Compared with: 3 recorded acts, 2 sources, 1 disputed." in footer(figure)


def test_a_second_selection_of_another_dataset_is_named(about, against, footer):
    other = replace(against, dataset="B quarrel", version="2.0")
    said = footer(charts.comparison(TWO, about=about, against=other))
    assert "Compared with: B quarrel, 2.0: 3 recorded acts" in said


def test_a_second_selection_that_nobody_has_named_is_another_one(about, head, footer):
    figure = charts.comparison(TWO, about=about)
    assert "Compared with: another selection." in head(figure)[1]
    assert "Compared with" not in footer(figure)


def test_periods_that_differ_are_said_to_differ(about, against, head):
    longer = replace(against, since="2024-01-01")
    said = "Their periods differ: outside its own, neither has acts."
    for other, told in ((longer, True), (against, False)):
        figure = charts.comparison(TWO, about=about, against=other)
        assert (said in head(figure)[1]) == told


def test_the_axis_spans_the_periods_of_both(about, against):
    one = replace(about, since="2025-05-01", until="2025-08-31")
    other = replace(against, since="2024-01-01", until="2025-07-31")
    left, right = charts.comparison(TWO, about=one, against=other).layout.xaxis.range
    assert left < "2024-01-01"
    assert right > "2025-08-31"


def test_the_first_is_filled_the_second_dashed(about):
    first, second = charts.comparison(TWO, about=about).data[:2]
    assert (first.fill, first.line.dash) == ("tozeroy", "solid")
    assert (second.fill, second.line.dash) == (None, "5px,3px")


def test_steps_reach_to_the_end_of_the_last_bin(about):
    first = charts.comparison(TWO, about=about).data[0]
    assert list(first.x) == ["2025-06-01", "2025-07-01", "2025-08-01"]
    assert list(first.y) == [4.0, 1.0, 1.0]


def test_the_difference_stands_below_on_an_axis_around_zero(about):
    figure = charts.comparison(TWO, about=about)
    assert list(figure.data[7].y) == [0.0, -2.0, -2.0]
    assert figure.data[7].yaxis == "y5"
    low, high = figure.layout.yaxis5.range
    assert low == -high


def test_both_ways_have_the_same_scales(about):
    axes = charts.comparison(TWO, about=about).layout
    assert axes.yaxis.range == axes.yaxis4.range
    assert axes.yaxis3.range == axes.yaxis5.range


def test_landmarks_cross_each_panel_from_edge_to_edge(about):
    marked = about.marked([("2025-06-27", "A note")])
    figure = charts.comparison(TWO, about=marked)
    lines = {
        t.yaxis: t for t in figure.data if (t.line.dash, t.mode) == ("dot", "lines")
    }
    assert lines.keys() == {"y2", "y3", "y4", "y5"}
    for axis, line in lines.items():
        assert list(line.x[:2]) == ["2025-06-27"] * 2
        assert tuple(line.y[:2]) == tuple(figure.layout[f"yaxis{axis[1:]}"].range)


def test_nothing_lies_over_a_panel_that_would_take_its_pointer(about):
    layout = charts.comparison(TWO, about=about).layout
    assert layout.yaxis2.overlaying == "y"
    assert "xaxis2" not in layout.to_plotly_json()


def test_a_band_shows_what_the_dates_allow(about, head):
    rows = TWO.assign(least=TWO["difference"] - 1, most=TWO["difference"] + 1)
    figure = charts.comparison(rows, about=about)
    assert list(figure.data[3].y) == [2.0, 0.0, 0.0]
    assert list(figure.data[4].y) == [4.0, 2.0, 2.0]
    assert "band: fewest to most that uncertain dates leave" in head(figure)[1]


def test_without_doubt_there_is_no_band(about, head):
    figure = charts.comparison(TWO, about=about)
    assert len(figure.data[4].y) == 0
    assert "band" not in head(figure)[1]


def test_tension_has_a_band_of_one_standard_deviation(about, head):
    figure = charts.comparison(days(("2025-06-01", A, 3.0, 1.0)), about=about)
    assert [float(figure.data[i].y[0]) for i in (3, 4)] == [1.5, 2.5]
    assert "each act fades by half in 30 days" in head(figure)[1]


def test_other_directions_are_said_not_to_be_drawn(about, head):
    rows = pd.concat([TWO, bins(("2025-06-01", THIRD, 3.0, 1.0))])
    figure = charts.comparison(rows, about=about)
    assert "Other directions are not drawn." in head(figure)[1]
    assert "Other directions are not drawn." in head(redraw(record(figure)))[1]


def test_the_alt_text_says_both_each_way(about):
    assert describe(charts.comparison(TWO, about=about)) == (
        "Curves of recorded acts by month of two selections, and their difference, a "
        "panel each way, June 2025 to July 2025: from Altania to Bestovia 5 against 1 "
        "in all, furthest apart in June 2025 (4 against 1); from Bestovia to Altania 0 "
        "against 2 in all, furthest apart in July 2025 (0 against 2)."
    )


def test_the_alt_text_of_tension_says_how_high_each_gets(about):
    rows = days(("2025-06-01", A, 3.0, 1.0), ("2025-06-02", A, 2.0, 1.0))
    said = describe(charts.comparison(rows, about=about))
    assert "3 against 1 at most, furthest apart on 1 June 2025 (3 against 1)" in said
    assert "from Bestovia to Altania none in either." in said


def test_the_second_selection_travels_in_the_record(about, against, head):
    figure = charts.comparison(TWO, about=about, against=against)
    kept = json.loads(json.dumps(record(figure)))
    assert kept["against"]["selection"] == "judicial acts"
    assert head(redraw(kept)) == head(figure)


@pytest.mark.parametrize("against", [7, {"odd": 1}, "media acts"])
def test_an_unsound_second_selection_is_refused(about, against):
    kept = record(charts.comparison(TWO, about=about))
    with pytest.raises(ChartError, match="`about` in a record has the fields"):
        redraw({**kept, "against": against})


def test_a_chart_that_compares_nothing_refuses_a_second_selection(about):
    rows = pd.DataFrame({"date": TWO["date"], "direction": A, "n": 1.0, "per": "month"})
    kept = record(charts.butterfly(rows, about=about))
    with pytest.raises(ChartError, match="does not hold"):
        redraw({**kept, "against": about.record()})


def test_the_table_has_both_and_their_difference(about):
    told = table(charts.comparison(TWO, about=about))
    assert told["difference"].tolist() == [3.0, 0.0, 1.0, -2.0]


TENSION = days(*TWO.iloc[:, :4].to_numpy())


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (TWO.drop(columns="per"), "needs the column per, .* or half_life_days"),
        (TWO.assign(per=["month", "week"] * 2), "bins of one length"),
        (TENSION.assign(half_life_days=[1, 2, 1, 2]), "one half-life"),
    ],
)
def test_what_is_neither_counts_nor_tension_is_refused(about, rows, said):
    with pytest.raises(ChartError, match=said):
        charts.comparison(rows, about=about)


def test_the_two_directions_of_one_day_are_kept_apart(about):
    rows = days(("2025-06-01", A, 1.0, 0.0), ("2025-06-03", B, 0.0, 4.0))
    figure = charts.comparison(rows, about=about)
    assert np.allclose(figure.data[0].y, [1, 0, 0, 0])
    assert np.allclose(figure.data[6].y, [0, 0, 4, 4])
