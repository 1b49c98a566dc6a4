from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import timeline
from utils.charts.timeline import MOST_MARKS
from utils.errors import ChartError

UP, DOWN, OTHER = 4, 7, 10
ONE = ("2025-06-29", "2025-06-29", "A>B", "media", "confirmed")


@pytest.fixture
def three(acts):
    """Give an act of A, one of B, and one of somebody else."""
    return acts(
        ("2025-06-29", "2025-06-29", "A>B", "media", "confirmed"),
        ("2025-06-30", "2025-06-30", "B>A", "media", "reported"),
        ("2025-07-01", "2025-07-01", "C>A", "military", "disputed"),
    )


def test_each_type_has_a_lane_in_the_order_of_the_codebook(acts, about):
    axis = timeline(acts(ONE), about=about).layout.yaxis
    assert axis.ticktext == ("Cultural", "Media", "Military")
    assert list(axis.tickvals) == sorted(axis.tickvals, reverse=True)


def test_lanes_are_ruled_off_between_their_middles(three, about):
    axis = timeline(three, about=about).layout.yaxis
    middles, rules = axis.tickvals, axis.minor.tickvals
    assert middles[0] > rules[0] > middles[1] > rules[1] > middles[2]


def test_the_first_direction_lies_above_the_middle_and_the_second_below(three, about):
    figure = timeline(three, about=about)
    media = figure.layout.yaxis.tickvals[1]
    assert figure.data[UP].y[0] > media > figure.data[DOWN].y[0]


def test_others_lie_below_both_directions_of_their_lane(acts, about):
    rows = [ONE, (*ONE[:2], "B>A", *ONE[3:]), (*ONE[:2], "C>A", *ONE[3:])]
    data = timeline(acts(*rows), about=about).data
    assert data[UP].y[0] > data[DOWN].y[0] > data[OTHER].y[0]


def test_each_direction_has_a_colour_and_a_shape(three, about):
    marks = [timeline(three, about=about).data[i].marker for i in (UP, DOWN, OTHER)]
    assert [m.color for m in marks] == ["#1F4E79", "#CC7000", "#767676"]
    assert [m.symbol[0] % 100 for m in marks] == [5, 6, 0]


def test_a_mark_is_full_dotted_or_empty_by_certainty(three, about):
    data = timeline(three, about=about).data
    fills = [data[i].marker.symbol[0] // 100 for i in (UP, DOWN, OTHER)]
    assert fills == [0, 3, 1]


def test_a_mark_lies_on_its_day(three, about):
    data = timeline(three, about=about).data
    days = [data[i].x[0] for i in (UP, DOWN, OTHER)]
    assert days == ["2025-06-29", "2025-06-30", "2025-07-01"]


def test_an_uncertain_date_is_a_thin_bar_with_its_mark_in_the_middle(acts, about):
    window = ("2025-06-01", "2025-06-05", "A>B", "media", "confirmed")
    _, _, thin, broad, mark = timeline(acts(window), about=about).data[:5]
    assert list(thin.x) == ["2025-06-01", "2025-06-05", None]
    assert mark.x[0] == "2025-06-03"
    assert len(broad.x) == 0


def test_an_act_that_lasted_is_a_broad_bar_with_its_mark_at_the_start(acts, about):
    _, _, thin, broad, mark = timeline(acts(ONE, lasted_days=3), about=about).data[:5]
    assert list(broad.x) == ["2025-06-29", "2025-07-01", None]
    assert mark.x[0] == "2025-06-29"
    assert len(thin.x) == 0
    assert broad.line.width > 2 * 1.5


def test_all_of_an_act_that_lasted_is_in_view(acts, about):
    figure = timeline(acts(ONE, lasted_days=400), about=about)
    assert figure.layout.xaxis.range[1] > "2026-08-02"


def test_the_heavier_an_act_the_larger_its_mark(acts, about):
    frame = acts(ONE, ONE, ONE, weight=[-1.0, -9.0, np.nan])
    sizes = timeline(frame, about=about).data[UP].marker.size
    assert list(sizes) == [7.5, 11.5, 8.0]


def test_acts_of_one_day_are_stacked_outward(acts, about):
    frame = acts(ONE, ONE, ONE)
    assert np.diff(timeline(frame, about=about).data[UP].y).tolist() == [1, 1]


def test_the_title_names_number_busiest_month_and_commonest_type(three, about, head):
    drawn = timeline(three, about=about)
    expected = "3 recorded acts: busiest month Jun 2025, commonest type media (2)"
    assert head(drawn)[0] == expected


def test_of_two_types_alike_the_title_names_the_first_by_name(acts, about, head):
    rows = [ONE, (*ONE[:3], "military", "confirmed")]
    assert "commonest type media (1)" in head(timeline(acts(*rows), about=about))[0]


def test_an_act_of_unknown_month_makes_no_month_the_busiest(acts, about, head):
    year = ("2025-01-01", "2025-12-31", "A>B", "media", "confirmed")
    drawn = timeline(acts(year, year, ONE), about=about)
    assert "busiest month Jun 2025" in head(drawn)[0]
    assert "busiest" not in head(timeline(acts(year, year), about=about))[0]


def test_one_act_has_a_title_of_its_own(acts, about, head):
    drawn = timeline(acts(ONE), about=about)
    assert head(drawn)[0] == "One recorded act, of the type media"


def test_no_act_is_said_and_leaves_the_lanes(acts, about, head):
    drawn = timeline(acts(), about=about)
    assert head(drawn)[0] == "No recorded act in this selection"
    assert drawn.layout.yaxis.ticktext == ("Cultural", "Media", "Military")


def test_the_number_of_traces_is_the_same_whatever_is_drawn(acts, three, about):
    numbers = {len(timeline(f, about=about).data) for f in (acts(), acts(ONE), three)}
    assert numbers == {11}


def test_the_layout_has_the_same_keys_whatever_is_drawn(acts, three, about):
    layouts = [
        timeline(f, about=about).layout.to_plotly_json() for f in (acts(), three)
    ]
    assert layouts[0].keys() == layouts[1].keys()
    assert layouts[0]["yaxis"].keys() == layouts[1]["yaxis"].keys()


@pytest.fixture
def many(acts):
    """Give one act more than are drawn; the 301st is the lightest."""
    weights = np.full(MOST_MARKS + 1, -5.0)
    weights[300] = -1.0
    return acts(*[ONE] * len(weights), weight=weights)


def test_of_many_acts_only_the_heaviest_are_drawn(many, about):
    figure = timeline(many, about=about)
    assert len(figure.data[UP].x) == MOST_MARKS == 450
    assert set(figure.layout.meta["rows"]["weight"]) == {-5.0}


def test_the_subtitle_says_how_many_acts_are_drawn(many, about, head):
    assert "; 450 of 451 drawn, heaviest first." in head(timeline(many, about=about))[1]


def test_the_title_counts_all_acts_and_not_those_drawn(many, about, head):
    assert head(timeline(many, about=about))[0].startswith("451 recorded acts")


def test_450_acts_are_all_drawn(acts, about, head):
    figure = timeline(acts(*[ONE] * 450), about=about)
    assert len(figure.data[UP].x) == 450
    assert "drawn" not in head(figure)[1]


def test_the_meta_holds_the_rows_drawn_in_the_order_of_time(acts, about):
    later = ("2025-07-30", *ONE[1:])
    frame = acts(later, ONE, action_id=["b", "a"])
    rows = timeline(frame, about=about).layout.meta["rows"]
    assert rows["action_id"] == ["a", "b"]


@pytest.mark.parametrize("labels", [[7, 8, 9], ["a", "b", "c"]])
def test_each_mark_knows_its_row_among_those_drawn(three, about, labels):
    figure = timeline(three.set_index(pd.Index(labels)), about=about)
    rows = [int(figure.data[i].customdata[0]) for i in (UP, DOWN, OTHER)]
    told = [figure.layout.meta["rows"]["direction"][row] for row in rows]
    assert told[:2] == ["A>B", "B>A"]


def test_rows_of_the_same_label_each_have_a_mark(acts, about):
    twice = pd.concat([acts(ONE), acts(ONE)])
    figure = timeline(twice, about=about)
    assert len(figure.data[UP].hovertext) == len(figure.data[UP].x) == 2
    assert len(figure.layout.meta["rows"]["date"]) == 2


def test_each_mark_tells_what_it_stands_for(three, about):
    told = timeline(three, about=about).data[DOWN].hovertext
    assert list(told) == ["2025-06-30, B → A<br>Media, reported"]


def test_the_frame_given_stays_as_it_was(three, about):
    before = three.copy()
    timeline(three, about=about)
    pd.testing.assert_frame_equal(three, before)


def test_others_are_in_the_key_only_if_they_are_drawn(acts, three, about, head):
    assert "others" in head(timeline(three, about=about))[1]
    assert "others" not in head(timeline(acts(ONE), about=about))[1]


def test_a_long_label_is_cut_and_a_short_one_is_not(acts, about):
    frame = acts(ONE)
    frame["type"] = frame["type"].cat.rename_categories({"media": "media_" + "x" * 99})
    labels = timeline(frame, about=about).layout.yaxis.ticktext
    assert labels[0] == "Cultural"
    assert labels[1].endswith("x…")


def test_text_of_the_data_is_read_as_it_stands(acts, about, head, footer):
    hostile = "<b>&lt;<a href='x'>"
    frame = acts(ONE, summary=hostile)
    frame["type"] = frame["type"].cat.rename_categories({"media": hostile})
    about = replace(about, selection=hostile, dataset=hostile)
    figure = timeline(frame, about=about)
    assert f"of the type {hostile}" in head(figure)[0]
    assert f"Chosen: {hostile}." in head(figure)[1]
    assert f"Data: {hostile}:" in footer(figure)
    safe = "&lt;b&gt;&amp;lt;&lt;a href='x'&gt;"
    assert figure.layout.yaxis.ticktext[1] == safe
    assert safe in figure.data[UP].hovertext[0]


@pytest.mark.parametrize("column", ["earliest", "latest", "direction", "certainty"])
def test_a_missing_column_is_named_beside_those_there_are(acts, about, column):
    with pytest.raises(ChartError, match=f"needs the column {column}; this table has"):
        timeline(acts(ONE).drop(columns=column), about=about)


def test_without_two_sides_nothing_faces_anything(acts, about):
    with pytest.raises(ChartError, match=r'Give two, as in About\("A quarrel", sides='):
        timeline(acts(ONE), about=replace(about, sides=("A",)))


def test_an_unknown_theme_names_those_there_are(acts, about):
    with pytest.raises(ChartError, match="Did you mean 'dark'\\? Known: light, dark"):
        timeline(acts(ONE), about=about, theme="drak")


@pytest.mark.parametrize("width_px", [0, 359, float("nan")])
def test_a_chart_too_narrow_says_what_would_do(acts, about, width_px):
    with pytest.raises(ChartError, match="give a width_px of 360 or more"):
        timeline(acts(ONE), about=about, width_px=width_px)
