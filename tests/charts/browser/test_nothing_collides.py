"""No text of a chart overlaps another, is cut off, or lies where data are."""

from itertools import combinations, pairwise

import pytest
from chart_pictures import PICTURES

SHOWN = [
    pytest.param(({"width_px": 700}, 700, ""), id="700"),
    pytest.param(({"width_px": 1000}, 1000, ""), id="1000"),
    pytest.param(({"width_px": 1400}, 1400, ""), id="1400"),
    pytest.param(({"width_px": 700}, 1400, ""), id="made for 700, shown at 1400"),
    pytest.param(({"width_px": 360}, 360, ""), id="narrowest"),
    pytest.param(({}, 560, ""), id="as made by default"),
    pytest.param(({"width_px": 700}, 700, "DejaVu Sans"), id="700, widest font"),
]


@pytest.fixture(scope="module", params=SHOWN)
def sheets(request, choose, drawings, render):
    """Measure every chart of every selection, as shown in one way."""
    made, width_px, font = request.param
    figures = {
        f"{chart} of {name}": choose(name).draw(chart, **made)
        for chart, name in drawings
    }
    for figure in figures.values():
        figure.update_layout(font_family=font or None)
    return render(figures, width_px)


def test_no_text_overlaps_another(sheets):
    found = [
        f"{name}: {one}, {other}"
        for name, sheet in sheets.items()
        for one, other in combinations([text.inked() for text in sheet.texts], 2)
        if one.meets(other)
    ]
    assert found == []


def test_no_text_is_cut_off(sheets):
    found = [
        f"{name}: {text}"
        for name, sheet in sheets.items()
        for text in sheet.texts
        if not text.inked().within(sheet.sheet)
    ]
    assert found == []


def test_no_text_lies_where_data_are(sheets):
    found = [
        f"{name}: {text}"
        for name, sheet in sheets.items()
        if not PICTURES[name.split(" of ")[0]].lettered
        for text in sheet.texts
        if text.inked().meets(sheet.plot)
    ]
    assert found == []


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
        if any(mark.meets(text.inked()) for mark in sheet.marks)
    ]
    assert found == []


def test_titles_stand_above_landmark_numbers_and_footers_below_ticks(sheets):
    order = ["gtitle", "textpoint", "xtick", "annotation"]
    for name, sheet in sheets.items():
        kinds = [[t.inked() for t in sheet.texts if t.kind == kind] for kind in order]
        there = [texts for texts in kinds if texts]
        for above, below in pairwise(there):
            assert max(t.bottom for t in above) <= min(t.top for t in below), name
