"""Whatever stands in a case, it is text on a slide, and the file opens."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from decks import ABOUT, chart_of, counts, deck, sheet_of, tension

from utils import charts

EVIL = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> \x00\x0b\x1b \u202eabc\u2066 "
    "\ufffe &amp; ]]> _x0041_ "
)


@pytest.fixture(scope="module")
def evil_about():
    return replace(
        ABOUT,
        dataset=EVIL,
        version=EVIL,
        citation=EVIL,
        licence=EVIL,
        sides=("=1+1", '@SUM("a")\u202e'),
        side_names=(EVIL, EVIL),
        landmarks=(("2025-02-10", EVIL),),
        selection=EVIL,
        scale=EVIL,
    )


def directed(frame, about):
    first, second = about.sides
    ways = {"A>B": f"{first}>{second}", "B>A": f"{second}>{first}"}
    return frame.assign(direction=frame["direction"].map(ways))


@pytest.fixture(scope="module")
def evil(evil_about):
    return deck(
        charts.butterfly(directed(counts(), evil_about), about=evil_about),
        charts.tension_curve(directed(tension(), evil_about), about=evil_about),
        title=EVIL,
    )


def test_every_part_of_the_file_is_sound_xml(evil):
    for name in evil.files.namelist():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(evil.files.read(name))


def test_no_control_is_left_and_nothing_turns_the_writing(evil):
    for name in evil.files.namelist():
        if name.startswith(("ppt/slides/", "ppt/charts/", "ppt/notesSlides/")):
            read = evil.files.read(name).decode()
            found = [sign for sign in ("\u202e", "\u2066", "_x001B_") if sign in read]
            assert not found, name


def test_markup_stays_text(evil):
    said = evil.slides[0].shapes.title.text_frame.text
    assert "<script>alert(1)</script>" in said
    assert "&amp; ]]> _x0041_" in said


@pytest.mark.parametrize("number", [1, 2])
def test_what_begins_like_a_formula_is_a_string_in_the_workbook(evil, number):
    headings = list(sheet_of(chart_of(evil.slides[number])))
    assert any("=1+1 → @SUM" in heading for heading in headings)


def test_a_heading_that_begins_like_a_formula_is_a_string_too(evil):
    headings = list(sheet_of(chart_of(evil.slides[2])))
    assert headings[1].startswith("=1+1")


def test_names_without_end_are_cut_in_legend_and_workbook_alike():
    about = replace(ABOUT, sides=("A" * 5000, "B"))
    frame = directed(counts(), about)
    chart = chart_of(deck(charts.butterfly(frame, about=about)).slides[0])
    names = [one.name for one in chart.plots[0].series]
    assert all(len(name) < 60 for name in names)
    assert set(names) <= set(sheet_of(chart))


def test_two_sides_with_long_names_alike_keep_their_numbers():
    about = replace(ABOUT, sides=("A" * 99 + "1", "A" * 99 + "2"))
    frame = directed(counts(), about)
    chart = chart_of(deck(charts.butterfly(frame, about=about)).slides[0])
    values = [one.values for one in chart.plots[0].series][:2]
    assert values == [(1, 2.5, 0, 4), (-3, 0, -1, -2)]


def test_properties_too_long_for_the_format_are_cut():
    about = replace(ABOUT, dataset="x" * 999)
    figure = charts.butterfly(counts(), about=about)
    told = deck(figure, title="y" * 999).presentation.core_properties
    assert len(told.title) == len(told.subject) == 255


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_leaves_a_cell_empty(number):
    frame = tension()
    frame.loc[3, "tension"] = number
    chart = chart_of(deck(charts.tension_curve(frame, about=ABOUT)).slides[0])
    (line,) = [one for one in chart.plots[0].series if one.name == "A → B"]
    assert line.values[2:5] == (59.5, None, 59.0)
    assert sheet_of(chart)["A → B"][2:5] == [59.5, None, 59.0]
