from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import heat_map
from utils.errors import ChartError


@pytest.fixture
def counts():
    """Make what the measure gives, from (day, direction, type, number)."""

    def make(*rows, per="month"):
        columns = ["date", "direction", "type", "n"]
        frame = pd.DataFrame(list(rows), columns=columns)
        return frame.assign(date=pd.to_datetime(frame["date"]), per=per)

    return make


@pytest.fixture
def summer(counts):
    """Give two months: A is busy with media in June, B with visas in July."""
    return counts(
        ("2025-06-01", "A>B", "media", 4),
        ("2025-06-01", "B>A", "consular", 0.4),
        ("2025-07-01", "A>B", "media", 0),
        ("2025-07-01", "B>A", "consular", 2.5),
    )


def numbers(figure):
    """Give the number that is written at each type and day."""
    axis, text = figure.layout.yaxis, figure.data[4]
    names = dict(zip(axis.tickvals, axis.ticktext, strict=True))
    bottom = axis.range[0]
    rows = [names[round((1 - y) * bottom, 6)] for y in text.y]
    return dict(zip(zip(rows, text.x, strict=True), text.text, strict=True))


def test_each_cell_has_its_number_rounded_and_in_the_middle(summer, about):
    assert numbers(heat_map(summer, about=about)) == {
        ("Media", "2025-06-16"): "4",
        ("Consular", "2025-06-16"): "&lt;1",
        ("Consular", "2025-07-16"): "3",
    }


def test_each_direction_has_a_panel_with_all_types(summer, about):
    axis = heat_map(summer, about=about).layout.yaxis
    assert list(axis.ticktext) == [
        *("<b>A → B</b>", "Media", "Consular"),
        *("<b>B → A</b>", "Media", "Consular"),
    ]


def test_cells_begin_and_end_with_their_months(summer, about):
    cells = heat_map(summer, about=about).data[0]
    assert list(cells.x) == ["2025-06-01", "2025-07-01", "2025-08-01"]
    assert list(cells.y) == [1, 2, 3]


def test_both_panels_have_the_same_scale(summer, about):
    one, other = heat_map(summer, about=about).data[:2]
    assert one.zmax == other.zmax == 4


def test_without_a_direction_there_is_one_panel(summer, about, head):
    figure = heat_map(summer.drop(columns="direction"), about=about)
    assert list(figure.layout.yaxis.ticktext) == ["Media", "Consular"]
    assert (
        head(figure)[0] == "Most recorded acts of one type in a month: media, Jun 2025"
    )
    assert len(figure.data) == 5


def test_one_panel_needs_no_sides(summer, about):
    one = summer.drop(columns="direction")
    assert heat_map(one, about=replace(about, sides=()))


def test_cells_without_an_act_are_empty(summer, about):
    z = np.array(heat_map(summer, about=about).data[0].z, float)
    assert np.isnan(z).tolist() == [[False, True], [True, True]]


def test_numbers_are_left_out_where_they_have_no_room(counts, about):
    days = pd.date_range("2000-01-01", "2025-12-01", freq="MS").astype(str)
    many = counts(*((day, "A>B", "media", 10) for day in days))
    assert len(heat_map(many, about=about).data[4].text) == 0


def test_cells_without_a_number_are_deeper(summer, counts, about):
    days = pd.date_range("2000-01-01", "2025-12-01", freq="MS").astype(str)
    many = counts(*((day, "A>B", "media", 10) for day in days))
    shades = [heat_map(it, about=about).data[0].colorscale for it in (many, summer)]
    assert ["0.5)" in shades[0][0][1], "0.08)" in shades[1][0][1]] == [True, True]


def test_the_title_names_the_fullest_cell_each_way(summer, about, head):
    title, _ = head(heat_map(summer, about=about))
    assert (
        title == "Most acts: media, Jun 2025 (A to B) and consular, Jul 2025 (B to A)"
    )


def test_the_title_says_when_both_directions_are_alike(counts, about, head):
    rows = [("2025-06-01", way, "media", 2) for way in ("A>B", "B>A")]
    title, _ = head(heat_map(counts(*rows), about=about))
    assert title == "Most acts: media, Jun 2025 in both directions"


@pytest.mark.parametrize(
    ("unit", "said"), [("year", "2025"), ("week", "2 Jun 2025"), ("month", "Jun 2025")]
)
def test_a_bin_is_named_by_its_unit(counts, about, unit, said, head):
    one = counts(("2025-06-02", "A>B", "media", 2), per=unit)
    assert head(heat_map(one, about=about))[0] == f"Most acts: media, {said} (A to B)"


def test_acts_of_others_are_not_drawn_but_counted(counts, about, head):
    figure = heat_map(counts(("2025-06-01", "C>A", "media", 2)), about=about)
    assert "2 recorded acts in other directions not drawn." in head(figure)[1]
    assert head(figure)[0].startswith("No recorded act between the two sides")


def test_traces_and_keys_are_the_same_for_an_empty_frame(summer, counts, about):
    one, other = (heat_map(f, about=about) for f in (summer, counts()))
    assert len(one.data) == len(other.data) == 5
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]


def test_a_missing_column_is_named(summer, about):
    with pytest.raises(ChartError, match="A heat map needs the column type; "):
        heat_map(summer.drop(columns="type"), about=about)


def test_bins_of_no_one_known_length_are_refused(summer, about):
    with pytest.raises(ChartError, match="per day, week, month, quarter, year"):
        heat_map(summer.assign(per="decade"), about=about)


def test_panels_without_two_sides_are_refused(summer, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        heat_map(summer, about=replace(about, sides=()))
