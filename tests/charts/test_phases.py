from dataclasses import replace

import pandas as pd
import pytest

from utils.charts.phases import phases
from utils.errors import ChartError


@pytest.fixture
def table():
    """Make eight weeks: one act each in four, then five acts each."""
    starts = pd.date_range("2025-06-02", periods=8, freq="7D", unit="us")
    rows = {"date": starts, "n": [1.0] * 4 + [5.0] * 4, "per": "week"}
    rows |= {"level": rows["n"], "phase": [1] * 4 + [2] * 4}
    frame = pd.DataFrame(rows).assign(low=pd.NaT, high=pd.NaT, share=None)
    ends = {"low": "datetime64[us]", "high": "datetime64[us]", "share": float}
    frame = frame.astype(ends)
    frame.loc[4, ["low", "high"]] = starts[[3, 5]]
    frame.loc[4, "share"] = 0.9
    return frame


@pytest.fixture
def both(table):
    """Make one direction that changes, and one of eight quiet weeks."""
    quiet = table.assign(n=2.0, level=2.0, phase=1, low=pd.NaT, high=pd.NaT)
    return pd.concat(
        [table.assign(direction="A>B"), quiet.assign(direction="B>A")],
        ignore_index=True,
    )


def test_bars_are_the_numbers_and_the_line_their_levels(table, about):
    _, bars, level = phases(table, about=about).data[:3]
    assert list(bars.y) == [1] * 4 + [5] * 4
    assert list(level.y) == [1] * 4 + [5] * 5
    assert level.x[-1] == "2025-07-28"
    assert level.line.shape == "hv"


def test_bins_may_come_in_any_order(table, about):
    _, bars, level = phases(table[::-1], about=about).data[:3]
    assert list(bars.y) == [1] * 4 + [5] * 4
    assert list(level.y) == [1] * 4 + [5] * 5


def test_a_break_is_an_upright_line_where_its_phase_begins(table, about):
    line = phases(table, about=about).data[3]
    assert list(line.x) == ["2025-06-30", "2025-06-30", None]
    assert line.y[0] == 0
    assert line.y[1] > 5


def test_a_band_reaches_half_a_week_beyond_its_interval(table, about):
    band = phases(table, about=about).data[0]
    assert {day for day in band.x if day} == {"2025-06-19", "2025-07-10"}
    assert band.fill == "toself"


def test_phases_are_numbered_in_the_middle(table, about):
    spots = phases(table, about=about).data[4]
    assert list(spots.text) == ["<b>1</b>", "<b>2</b>"]
    assert list(spots.x) == ["2025-06-16", "2025-07-14"]


def test_phases_without_room_share_a_label(table, about):
    year = replace(about, since="2010-01-01", until="2025-12-31")
    assert list(phases(table, about=year).data[4].text) == ["<b>1–2</b>"]


def test_one_direction_stands_up_and_the_other_down(both, about):
    figure = phases(both, about=about)
    assert list(figure.data[6].y) == [-2] * 8
    assert list(figure.data[7].y) == [-2] * 9
    low, high = figure.layout.yaxis.range
    assert -low == high > 5


def test_all_acts_together_stand_up_alone(table, about):
    figure = phases(table, about=about)
    assert figure.layout.yaxis.range[0] == 0
    assert len(figure.data[6].y) == 0


def test_the_title_names_the_dates(table, about, head):
    title, _ = head(phases(table, about=about))
    assert title == "Recorded acts change level once: 30 Jun 2025"


def test_two_changes_are_said_as_twice(table, about, head):
    two = table.assign(phase=[1] * 4 + [2] * 2 + [3] * 2)
    two.loc[6, ["low", "high"]] = two.loc[6, "date"]
    title, said = head(phases(two, about=about))
    assert title == "Recorded acts change level twice: 30 Jun 2025 and 14 Jul 2025"
    assert said.count("In brackets: the weeks that 95 % of draws give.") == 1


def test_the_title_counts_changes_that_differ_by_direction(both, about, head):
    title, said = head(phases(both, about=about))
    assert title == "Changes of level in recorded acts: 1 from A to B, 0 from B to A"
    assert "A → B: 30 Jun 2025 (23 Jun 2025 to 7 Jul 2025). " in said
    assert "B → A: no change found." in said


def test_equal_dates_in_both_directions_are_said_once(table, about, head):
    same = pd.concat([table.assign(direction=way) for way in ("A>B", "B>A")])
    title, _ = head(phases(same, about=about))
    assert title == "Recorded acts change level in both directions: 30 Jun 2025"


def test_an_interval_of_one_week_is_said_so(table, about, head):
    sure = table.assign(high=table["low"])
    said = head(phases(sure, about=about))[1]
    assert "Changes: 30 Jun 2025 (23 Jun 2025 to" not in said
    assert "Changes: 30 Jun 2025 (the same week). In brackets" in said


def test_no_change_is_a_finding(table, about, head):
    flat = table.assign(phase=1, low=pd.NaT, high=pd.NaT)
    title, said = head(phases(flat, about=about))
    assert title == "The level of recorded acts shows no change in this period"
    assert "Changes: no change found." in said
    assert "In brackets" not in said


def test_many_changes_are_counted_and_three_named(table, about, head):
    many = table.assign(phase=range(1, 9), low=table["date"], high=table["date"])
    many.loc[0, ["low", "high"]] = pd.NaT
    title, said = head(phases(many, about=about))
    assert title == "Recorded acts change level 7 times, first on 9 Jun 2025"
    assert "23 Jun 2025 (the same week); and 4 more." in said


def test_acts_too_few_for_phases_have_bars_and_no_level(both, about, head):
    few = both["direction"] == "B>A"
    both.loc[few, "level"] = float("nan")
    both.loc[few, "phase"] = 0
    figure = phases(both, about=about)
    assert "B → A: too few acts to seek changes." in head(figure)[1]
    assert len(figure.data[6].y) == 8
    assert [len(figure.data[i].x) for i in (5, 7, 8, 9)] == [0, 0, 0, 0]


def test_other_directions_are_counted_in_words(both, about, head):
    more = both.iloc[8:].assign(direction="C>A")
    said = head(phases(pd.concat([both, more]), about=about))[1]
    assert said.split("(")[0].count("not drawn") == 0
    assert "16 recorded acts in other directions not drawn." in said


def test_an_empty_table_is_said(both, about, head):
    title, _ = head(phases(both[:0], about=about))
    assert title == "No recorded act between the two sides in this selection"


def test_traces_are_as_many_whatever_is_drawn(table, both, about):
    frames = (table, both, both[:0], table[:0])
    assert {len(phases(frame, about=about).data) for frame in frames} == {12}


def test_what_was_drawn_can_be_drawn_again(both, about):
    first = phases(both, about=about)
    rows = pd.DataFrame(first.layout.meta["rows"])
    rows["date"] = pd.to_datetime(rows["date"])
    again = phases(rows, about=about)
    assert [str(trace) for trace in again.data] == [str(t) for t in first.data]


def test_pointing_at_a_level_tells_its_phase(both, about):
    level = phases(both, about=about).data[7]
    assert level.hovertemplate.startswith(
        "B → A, phase %{customdata}: %{text} recorded"
    )


def test_the_frame_given_stays_as_it_was(both, about):
    before = both.copy()
    phases(both, about=about)
    pd.testing.assert_frame_equal(both, before)


def test_more_rows_than_one_for_a_week_are_refused(table, about):
    with pytest.raises(ChartError, match="more than one row for a day"):
        phases(pd.concat([table, table]), about=about)


def test_bins_of_two_lengths_are_refused(table, about):
    table.loc[0, "per"] = "month"
    with pytest.raises(ChartError, match="this table has month, week"):
        phases(table, about=about)


def test_a_missing_column_is_named(table, about):
    with pytest.raises(ChartError, match="A chart of phases needs the column level; "):
        phases(table.drop(columns="level"), about=about)


def test_without_two_sides_nothing_faces_anything(table, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        phases(table, about=replace(about, sides=()))
