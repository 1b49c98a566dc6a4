"""No text of a chart overlaps another, is cut off, or lies where data are.

Each drawing is shown in every way and measured in two fonts: the one that goes on
paper, and the widest that a system falls back to.
"""

from functools import cache
from itertools import combinations, pairwise

import pytest
from chart_pictures import DRAWN, PICTURES

from utils.charts.record import record, redraw
from utils.exports.fitting import fitted
from utils.exports.presets import LEAST_TEXT_PT, PRESETS

POINTS_PER_PIXEL = 72 / 96
HAIRLINE_PT = 0.25
"""No journal prints a thinner line."""


def on_screen(made_px, shown_px):
    """Show a chart at a width, made for that or another one."""
    return lambda told: (redraw(told, width_px=made_px), shown_px, 1)


def in_print(preset):
    """Show a chart as it goes on paper."""

    def way(told):
        it = fitted(told, preset)
        return it.figure, it.width_px, it.zoom

    return way


def of_a_height(width_px, height_px):
    """Show a chart as high as it is asked to be, without title and footer."""

    def way(told):
        look = {"width_px": width_px, "height_px": height_px, "bare": True}
        return redraw(told, **look), width_px, 1

    return way


WAYS = {
    **{f"{px} px": on_screen(px, px) for px in (700, 1000, 1400)},
    "made for 700, shown at 1400": on_screen(700, 1400),
    "narrowest": on_screen(360, 360),
    "stretched": of_a_height(408, 2200),
    "shrunk": of_a_height(700, 200),
    **{name: in_print(preset) for name, preset in PRESETS.items()},
}


@pytest.fixture(scope="module")
def measured(drawn, render):
    """Measure every chart of every selection, as shown in one way."""

    def shown(way):
        for chart, name in DRAWN:
            figure, *size = WAYS[way](record(drawn(name, chart)))
            yield f"{chart} of {name}", figure, *size

    return cache(lambda way: render(shown(way)))


@pytest.fixture(scope="module", params=WAYS)
def way(request):
    return request.param


@pytest.fixture
def sheets(way, measured):
    return measured(way)


def picture_of(name):
    return PICTURES[name.split(" of ")[0]]


def test_no_text_overlaps_another(sheets):
    found = [
        f"{name}: {one}, {other}"
        for name, sheet in sheets.items()
        for one, other in combinations(sheet.texts, 2)
        if one.meets(other)
    ]
    assert found == [], "\n".join(found)


def test_no_text_is_cut_off(sheets):
    found = [
        f"{name}: {text}"
        for name, sheet in sheets.items()
        for text in sheet.texts
        if not text.within(sheet.sheet)
    ]
    assert found == [], "\n".join(found)


def test_no_text_lies_where_data_are(sheets):
    found = [
        f"{name}: {text}"
        for name, sheet in sheets.items()
        if not picture_of(name).lettered
        for text in sheet.texts
        if text.meets(sheet.plot)
    ]
    assert found == [], "\n".join(found)


def test_no_mark_leaves_the_plot_by_more_than_its_half(sheets):
    found = {
        name: len(outside)
        for name, sheet in sheets.items()
        if (outside := [m for m in sheet.marks if not m.within(sheet.plot, by=5)])
    }
    assert found == {}


def test_no_mark_lies_on_a_text(sheets):
    found = [
        f"{name}: {text}"
        for name, sheet in sheets.items()
        for text in sheet.texts
        if any(mark.meets(text) for mark in sheet.marks)
    ]
    assert found == [], "\n".join(found)


def test_titles_stand_above_landmark_numbers_and_footers_below_ticks(sheets):
    order = ["gtitle", "textpoint", "xtick", "annotation"]
    for name, sheet in sheets.items():
        kinds = [sheet.of(kind) for kind in order]
        there = [texts for texts in kinds if texts]
        for above, below in pairwise(there):
            assert max(t.bottom for t in above) <= min(t.top for t in below), name


def test_text_is_large_enough_to_read(way, sheets):
    least_pt = LEAST_TEXT_PT if way in PRESETS else 12 * POINTS_PER_PIXEL
    small = {
        name: points
        for name, sheet in sheets.items()
        if (points := smallest_pt(sheet)) < least_pt - 0.01
    }
    assert small == {}


def smallest_pt(sheet):
    return min(text.size_px for text in sheet.texts) * sheet.zoom * POINTS_PER_PIXEL


def test_no_line_is_too_thin_to_print(sheets):
    thin = {
        name: points
        for name, sheet in sheets.items()
        if (points := sheet.thinnest_px * sheet.zoom * POINTS_PER_PIXEL) < HAIRLINE_PT
    }
    assert thin == {}


def test_an_axis_of_time_has_two_ticks_or_more(sheets):
    few = {
        name: [tick.words for tick in ticks]
        for name, sheet in sheets.items()
        if picture_of(name).timed and len(ticks := sheet.of("xtick")) < 2
    }
    assert few == {}


NARROW = [name for name, preset in PRESETS.items() if preset.width_mm < 140]
WIDE = [name for name in PRESETS if name not in NARROW]


@pytest.mark.parametrize("preset", NARROW)
def test_below_140_mm_title_and_footer_stand_in_the_caption(preset, measured):
    for name, sheet in measured(preset).items():
        assert sheet.of("annotation") == [], name
        assert {text.size_px for text in sheet.of("gtitle")} <= {12}, name


@pytest.mark.parametrize("preset", WIDE)
def test_from_140_mm_title_and_footer_stand_in_the_picture(preset, measured):
    for name, sheet in measured(preset).items():
        below = " ".join(text.words for text in sheet.of("annotation"))
        assert "Data: " in below, name
        assert max(text.size_px for text in sheet.of("gtitle")) == 16, name


@pytest.mark.parametrize("preset", NARROW)
@pytest.mark.parametrize("count", ["ticks", "landmarks"])
def test_below_140_mm_an_axis_of_time_thins_out(preset, count, measured):
    few, many = (COUNTS[count](measured(way)) for way in (preset, "double-column"))
    assert {name for name in few if few[name] > many[name]} == set()
    assert sum(few.values()) < 0.8 * sum(many.values())


def ticks(sheets):
    timed = {name: it for name, it in sheets.items() if picture_of(name).timed}
    return {name: len(it.of("xtick")) for name, it in timed.items()}


def landmark_numbers(sheets):
    """Count the numbers above the plot."""
    return {
        name: sum(text.bottom <= it.plot.top + 1 for text in it.of("textpoint"))
        for name, it in sheets.items()
    }


COUNTS = {"ticks": ticks, "landmarks": landmark_numbers}
