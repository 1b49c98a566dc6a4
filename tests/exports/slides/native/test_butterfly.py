"""The butterfly in PowerPoint: the numbers, signs and colours of ours."""

from dataclasses import replace

import pandas as pd
import pytest
from decks import ABOUT, chart_of, counts, deck, sheet_of

from utils import charts
from utils.charts.record import table

UP, DOWN = "up: A → B", "down, hatched: B → A"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def chart(butterfly_slide):
    return chart_of(butterfly_slide)


def series(chart, name):
    (found,) = [one for one in chart.plots[0].series if one.name == name]
    return found


def draw(frame=None, **about):
    figure = charts.butterfly(
        counts() if frame is None else frame, about=replace(ABOUT, **about)
    )
    return chart_of(deck(figure).slides[0])


def axis_number(chart, tag):
    axis = chart._chartSpace.find(f".//{C}valAx")
    return float(axis.find(f".//{C}{tag}").get("val"))


def test_bars_up_and_down_are_the_acts_each_way(chart):
    assert series(chart, UP).values == (1, 2.5, 0, 4)
    assert series(chart, DOWN).values == (-3, 0, -1, -2)


def test_bars_are_the_table_of_the_figure():
    figure = charts.butterfly(counts(), about=ABOUT)
    found = chart_of(deck(figure).slides[0])
    rows = table(figure).set_index("direction")
    assert list(series(found, UP).values) == rows.loc["A>B", "n"].to_list()
    assert list(series(found, DOWN).values) == (-rows.loc["B>A", "n"]).to_list()


def test_the_workbook_holds_the_same_numbers_by_days_of_the_calendar(chart):
    sheet = sheet_of(chart)
    days = pd.to_datetime("1899-12-30") + pd.to_timedelta(sheet["date"], unit="D")
    assert days.strftime("%Y-%m-%d").tolist() == [
        "2025-01-01",
        "2025-02-01",
        "2025-03-01",
        "2025-04-01",
    ]
    assert sheet[UP] == [1, 2.5, 0, 4]
    assert sheet[DOWN] == [-3, 0, -1, -2]


def test_both_ways_have_the_same_scale_and_no_minus_sign(chart):
    assert axis_number(chart, "min") == -axis_number(chart, "max")
    assert chart.value_axis.tick_labels.number_format == "#,##0;#,##0"


def test_bars_lie_over_each_other_with_a_small_gap(chart):
    assert (chart.plots[0].overlap, chart.plots[0].gap_width) == (100, 8)


def test_the_first_direction_is_blue_and_the_second_hatched_orange(chart):
    up, down = series(chart, UP), series(chart, DOWN)
    assert str(up.format.fill.fore_color.rgb) == "1F4E79"
    assert str(down.format.fill.back_color.rgb) == "CC7000"
    assert down._element.find(f"{C}spPr/{A}pattFill").get("prst") == "ltUpDiag"


def test_a_whisker_reaches_from_the_fewest_to_the_most(chart):
    error = series(chart, UP)._element.find(f"{C}errBars")
    reach = {
        end: {
            int(point.get("idx")): float(point.find(f"{C}v").text)
            for point in error.find(f"{C}{end}").iter(f"{C}pt")
        }
        for end in ("plus", "minus")
    }
    assert reach == {"plus": {1: 1.5}, "minus": {1: 0.5}}


def test_a_whisker_of_a_bar_down_reaches_down_to_the_most():
    frame = counts()
    frame.loc[frame["direction"] == "B>A", ["least", "most"]] = [2.0, 6.0]
    error = series(draw(frame), DOWN)._element.find(f"{C}errBars")
    first = {
        end: float(error.find(f"{C}{end}").find(f".//{C}v").text)
        for end in ("plus", "minus")
    }
    assert first == {"plus": 1.0, "minus": 3.0}


def test_there_is_no_whisker_where_no_date_is_uncertain(chart):
    assert series(chart, DOWN)._element.find(f"{C}errBars") is None


def test_whiskers_follow_the_cells_of_the_workbook(chart):
    error = series(chart, UP)._element.find(f"{C}errBars")
    sheet = sheet_of(chart)
    heading = [*sheet].index(f"{UP}, up to this many more")
    letter = "ABCDEFGH"[heading]
    assert error.find(f"{C}plus//{C}f").text == f"Sheet1!${letter}$2:${letter}$5"


def test_landmarks_are_numbered_above_their_months(chart):
    labels = series(chart, "landmarks")._element.findall(f"{C}dLbls/{C}dLbl")
    rows = [int(label.find(f"{C}idx").get("val")) for label in labels]
    signs = [label.find(f".//{A}t").text for label in labels]
    assert (rows, signs) == ([1, 2], ["1", "2"])


def test_the_legend_names_the_directions_alone(chart):
    hidden = [
        int(entry.find(f"{C}idx").get("val"))
        for entry in chart._chartSpace.iter(f"{C}legendEntry")
    ]
    names = [one.name for one in chart.plots[0].series]
    shown = [name for i, name in enumerate(names) if i not in hidden]
    assert shown == [UP, DOWN]


def test_months_that_were_not_surveyed_stand_on_grey_both_ways():
    found = draw(dense_period=("2025-02-01", "2025-03-31"))
    most = axis_number(found, "max")
    assert series(found, "sampled, not surveyed").values == (most, None, None, most)
    other_way = series(found, "sampled, not surveyed, down")
    assert other_way.values == (-most, None, None, -most)


def test_a_month_is_not_grey_if_only_surveyed_days_of_it_were_chosen():
    found = draw(dense_period=("2025-01-15", "2025-12-31"), since="2025-01-15")
    assert "sampled, not surveyed" not in [one.name for one in found.plots[0].series]


def test_a_month_that_the_table_leaves_out_stays_empty_in_its_place():
    frame = counts()
    found = draw(frame[frame["date"] != "2025-02-01"])
    assert len(series(found, UP).values) == 4
    assert series(found, UP).values[1] == 0


@pytest.mark.parametrize("per", ["day", "week", "month", "quarter", "year"])
def test_every_length_of_bins_can_be_drawn(per):
    starts = {"day": "D", "week": "W-MON", "month": "MS", "quarter": "QS", "year": "YS"}
    dates = pd.date_range("2024-01-01", periods=5, freq=starts[per])
    rows = {"direction": "A>B", "n": [1.0, 2, 3, 4, 5], "per": per}
    found = draw(pd.DataFrame({"date": dates, **rows}), since="", until="")
    assert series(found, UP).values == (1, 2, 3, 4, 5)
    title = found.value_axis.axis_title.text_frame.text
    assert title == f"recorded acts by {per}"


def test_swapping_the_sides_swaps_the_bars_and_nothing_else():
    straight, swapped = draw(), draw(sides=("B", "A"))
    assert series(swapped, "up: B → A").values == (3, 0, 1, 2)
    assert series(swapped, "down, hatched: A → B").values == (-1, -2.5, 0, -4)
    assert axis_number(swapped, "max") == axis_number(straight, "max")
