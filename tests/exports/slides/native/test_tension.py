"""The tension curve in PowerPoint: the numbers, dashes and colours of ours."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from decks import ABOUT, DAYS, chart_of, deck, sheet_of, tension

from utils import charts
from utils.charts.record import table
from utils.exports.slides.native import axes

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def chart(tension_slide):
    return chart_of(tension_slide)


def series(chart, name):
    (found,) = [s for plot in chart.plots for s in plot.series if s.name == name]
    return found


def draw(frame=None, **about):
    figure = charts.tension_curve(
        tension() if frame is None else frame, about=replace(ABOUT, **about)
    )
    return chart_of(deck(figure).slides[0])


def line_of(one):
    line = one._element.find(f"{C}spPr/{A}ln")
    colour = line.find(f".//{A}srgbClr").get("val")
    return colour, line.find(f"{A}prstDash").get("val"), int(line.get("w")) / 12_700


def test_each_line_is_the_tension_of_its_direction_by_day(chart):
    assert series(chart, "A → B").values[:3] == (60, 59.75, 59.5)
    assert series(chart, "B → A").values[:3] == (120, 119.75, 119.5)


def test_lines_are_the_table_of_the_figure():
    figure = charts.tension_curve(tension(), about=ABOUT)
    found = chart_of(deck(figure).slides[0])
    rows = table(figure).set_index("direction")["tension"]
    for name, way in {"A → B": "A>B", "B → A": "B>A"}.items():
        assert list(series(found, name).values) == rows[way].to_list()


def test_the_workbook_holds_a_row_for_each_day_and_the_same_numbers(chart):
    sheet = sheet_of(chart)
    days = pd.to_datetime("1899-12-30") + pd.to_timedelta(sheet["date"], unit="D")
    assert list(days) == list(DAYS)
    assert sheet["B → A"] == list(series(chart, "B → A").values)


def test_directions_have_the_colours_and_dashes_of_ours():
    found = draw(tension(("A>B", "B>A", "C>A")))
    assert line_of(series(found, "A → B")) == ("1F4E79", "solid", 2.25)
    assert line_of(series(found, "B → A")) == ("CC7000", "sysDash", 2.25)
    others = series(found, "other directions together")
    assert line_of(others) == ("767676", "sysDot", 2.25)


def test_all_other_directions_are_one_line():
    found = draw(tension(("A>B", "B>A", "C>A", "A>C")))
    assert series(found, "other directions together").values[0] == 180 + 240


def test_doubt_is_two_thin_lines_one_deviation_below_and_above(chart):
    low, high = (series(chart, f"A → B, {end}") for end in ("low", "high"))
    assert (low.values[0], high.values[0]) == (58, 62)
    assert (low.values[20], high.values[20]) == (55, 55)
    assert line_of(low)[2] == line_of(high)[2] == 0.75


def test_doubt_never_reaches_below_zero():
    found = draw(tension().assign(tension=1.0, sd=3.0))
    assert min(series(found, "A → B, low").values) == 0


def test_a_direction_without_doubt_has_no_thin_lines(chart):
    names = [one.name for plot in chart.plots for one in plot.series]
    assert not [name for name in names if name.startswith("B → A,")]


def test_a_dotted_line_falls_at_each_landmark_from_its_number(chart):
    marks = series(chart, "landmarks")
    there = [i for i, value in enumerate(marks.values) if value is not None]
    assert [str(DAYS[i].date()) for i in there] == ["2025-02-10", "2025-03-20"]
    labels = marks._element.findall(f"{C}dLbls/{C}dLbl")
    assert [label.find(f".//{A}t").text for label in labels] == ["1", "2"]
    fall = marks._element.find(f"{C}errBars")
    assert fall.find(f"{C}errBarType").get("val") == "minus"
    assert fall.find(f"{C}val").get("val") == "100"


def test_days_that_were_not_surveyed_are_grey_ground_behind_the_lines():
    found = draw(dense_period=("2025-01-11", "2025-12-31"))
    assert [plot._element.tag for plot in found.plots] == [
        f"{C}areaChart",
        f"{C}lineChart",
    ]
    ground = series(found, "sampled, not surveyed")
    assert [value is not None for value in ground.values[8:12]] == [
        True,
        True,
        False,
        False,
    ]
    assert str(ground.format.fill.fore_color.rgb) == "F0F0F0"


def test_the_legend_leaves_out_edges_and_landmarks():
    found = draw(dense_period=("2025-01-11", "2025-12-31"))
    hidden = {
        int(entry.find(f"{C}idx").get("val"))
        for entry in found._chartSpace.iter(f"{C}legendEntry")
    }
    named = {
        int(one._element.find(f"{C}idx").get("val")): one.name
        for plot in found.plots
        for one in plot.series
    }
    shown = [name for turn, name in sorted(named.items()) if turn not in hidden]
    assert shown == ["sampled, not surveyed", "A → B", "B → A"]


def test_the_axis_of_days_starts_at_the_first_of_a_month():
    found = draw(
        tension()[lambda rows: rows["date"] > "2025-01-14"], since="2025-01-15"
    )
    axis = found._chartSpace.find(f".//{C}dateAx")
    first = float(axis.find(f"{C}scaling/{C}min").get("val"))
    assert pd.Timestamp("1899-12-30") + pd.Timedelta(first, "D") in (
        pd.Timestamp("2025-01-01"),
        pd.Timestamp("2025-01-15"),
    )
    assert axis.find(f"{C}baseTimeUnit").get("val") == "days"


def test_tension_starts_at_zero_and_ends_above_the_highest(chart):
    scaling = chart._chartSpace.find(f".//{C}valAx/{C}scaling")
    assert scaling.find(f"{C}min").get("val") == "0"
    assert float(scaling.find(f"{C}max").get("val")) > 120


def test_single_days_have_dots_where_they_are_few():
    frame = tension()
    found = draw(frame[frame["date"] < "2025-01-08"], until="2025-01-07")
    marker = series(found, "A → B")._element.find(f"{C}marker/{C}symbol")
    assert marker.get("val") == "circle"


def test_an_empty_selection_still_gives_a_chart():
    found = draw(tension().assign(tension=0.0, sd=0.0))
    assert set(series(found, "A → B").values) == {0}


@pytest.mark.parametrize("n", [1, 2, 40, 400, 9000])
def test_labels_of_days_never_meet(n):
    dates = np.datetime64("1990-01-01") + np.arange(n)
    axis = axes.days(dates, [32874 + i for i in range(n)])
    every = float(axis.find(f"{C}majorUnit").get("val"))
    days = (
        every * {"days": 1, "months": 30.4}[axis.find(f"{C}majorTimeUnit").get("val")]
    )
    assert n / days <= 9.5
