"""A deck: what python-pptx and an XML parser find in it."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pandas as pd
import pytest
from decks import ABOUT, TODAY, chart_of, counts, deck, tension
from plotly.graph_objects import Figure
from pptx.util import Emu, Inches

from utils import charts
from utils.charts.record import describe, record
from utils.errors import ChartError

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "a name that is far longer than any that was foreseen by those who drew it"


def texts(slide):
    return [s.text_frame.text for s in slide.shapes if s.has_text_frame]


def notes(slide):
    return slide.notes_slide.notes_text_frame.text


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_slides_are_sixteen_to_nine(three):
    found = three.presentation
    size = found.slide_width, found.slide_height
    assert size == (Inches(40 / 3), Inches(7.5))


def test_several_charts_stand_between_a_title_and_the_sources(three):
    titles = [slide.shapes.title.text_frame.text for slide in three.slides]
    assert len(titles) == 5
    assert (titles[0], titles[-1]) == ("A lesson", "Sources and how to cite")


def test_one_chart_is_one_slide(butterfly_slide):
    title = butterfly_slide.shapes.title.text_frame.text
    figure = charts.butterfly(counts(), about=ABOUT)
    assert plain(title) == plain(record(figure)["words"]["title"])


def test_the_title_slide_says_how_many_charts_which_data_and_when(three):
    _, below, _ = texts(three.slides[0])
    lines = below.splitlines()
    assert lines[:2] == ["3 charts", "A quarrel, version 1.2.0, CC-BY-4.0"]
    assert lines[2].startswith("Azerbaijan and Russia")
    assert lines[3] == "31 Jan 2026"


def test_the_last_slide_says_which_slides_cite_what(three):
    _, below, _ = texts(three.slides[-1])
    lines = below.splitlines()
    assert lines[0] == "Slides 2–3: Somebody (2026). A quarrel. Version 1.2.0."
    assert lines[1].startswith("Slide 4: ")


def test_each_slide_has_the_source_of_its_own_case(three):
    second, fourth = (texts(three.slides[i]) for i in (1, 3))
    assert any(text.startswith("Data: A quarrel") for text in second)
    assert any(text.startswith("Data: Azerbaijan and Russia") for text in fourth)


def test_a_deck_without_a_title_is_called_after_its_data():
    figure = charts.butterfly(counts(), about=ABOUT)
    title = deck(figure, figure).slides[0].shapes.title
    assert title.text_frame.text == "A quarrel"


def test_a_slide_is_read_from_its_title_to_its_number(butterfly_slide):
    names = [shape.name for shape in butterfly_slide.shapes]
    assert names[:-1] == [
        "Title",
        "What is counted",
        "Chart: butterfly",
        "Landmarks",
        "Source",
    ]
    assert names[-1].startswith("Slide Number")


def test_what_is_counted_explains_what_the_legend_does_not(butterfly_slide):
    counted = butterfly_slide.shapes[1].text_frame.text
    assert counted.startswith("Recorded acts by month")
    assert "Whisker: fewest to most that the dates allow." in counted


@pytest.mark.parametrize("draw", [charts.butterfly, charts.tension_curve])
def test_a_native_chart_has_alt_text_and_a_title(draw):
    frame = counts() if draw is charts.butterfly else tension()
    figure = draw(frame, about=ABOUT)
    slide = deck(figure).slides[0]
    (shape,) = [shape for shape in slide.shapes if shape.has_chart]
    named = shape._element.nvGraphicFramePr.cNvPr
    assert named.get("descr") == describe(figure)
    assert plain(named.get("title")) == plain(record(figure)["words"]["title"])


def test_a_picture_has_alt_text_and_a_title(three, drawn):
    (shape,) = [s for s in three.slides[3].shapes if hasattr(s, "image")]
    named = shape._element.nvPicPr.cNvPr
    assert named.get("descr") == describe(drawn("matrix"))
    assert named.get("title")
    assert shape.name == "Chart: matrix"


def test_a_picture_has_300_dots_per_inch_where_it_stands(three):
    (shape,) = [s for s in three.slides[3].shapes if hasattr(s, "image")]
    wide, high = shape.image.size
    assert wide / Emu(shape.width).inches == pytest.approx(300, rel=0.005)
    assert high / Emu(shape.height).inches == pytest.approx(300, rel=0.005)


def test_notes_hold_caption_source_licence_citation_selection_and_date(three):
    said = notes(three.slides[2])
    for part in (
        "Data: A quarrel, version 1.2.0",
        "Cite as: Somebody (2026). A quarrel. Version 1.2.0.",
        "Licence: CC-BY-4.0",
        "Filter: acts in spring",
        'select(since="2025-01-01", until="2025-04-30")',
        "Dataset SHA-256: 0123456789abcdef",
        f"Exported: {TODAY}",
    ):
        assert part in said


def test_notes_say_what_a_native_chart_changed(tension_slide):
    said = notes(tension_slide).split("About this slide:")[1]
    assert "choose Edit Data" in said
    assert "has steps" in said
    assert "thin lines" in said


def test_notes_say_why_a_chart_is_a_picture(three):
    assert "The chart is a picture" in notes(three.slides[3])


def test_the_names_of_figures_name_slides_in_the_file(three):
    names = [slide._element.cSld.get("name") for slide in three.slides]
    assert names[1:-1] == ["tension", "acts", "roles"]


def test_the_file_says_what_it_is_and_names_nobody(three):
    told = three.presentation.core_properties
    assert told.title == "A lesson"
    assert "A quarrel, version 1.2.0" in told.subject
    assert told.keywords == "tension curve, butterfly, matrix"
    assert (told.author, told.language) == ("", "en-GB")


def test_a_single_chart_gives_the_file_its_finding_as_title(butterfly_slide):
    told = butterfly_slide.part.package.core_properties
    assert plain(told.title) == plain(butterfly_slide.shapes.title.text_frame.text)


def test_all_text_says_that_it_is_english(three):
    for name in three.files.namelist():
        if not name.endswith(".xml") or "notesMaster" in name:
            continue
        root = ElementTree.fromstring(three.files.read(name))
        tags = {node.get("lang") for node in root.iter() if "lang" in node.attrib}
        assert tags <= {"en-GB"}, name


def test_every_run_on_a_slide_has_a_language(three):
    for slide in three.slides:
        for run in slide._element.iter(f"{A}r"):
            assert run.find(f"{A}rPr").get("lang") == "en-GB"


def test_the_font_is_one_that_windows_and_mac_have(three):
    theme = ElementTree.fromstring(three.files.read("ppt/theme/theme1.xml"))
    fonts = {node.get("typeface") for node in theme.iter(f"{A}latin")}
    assert fonts == {"Arial"}


def test_colours_that_are_added_later_are_ours(three):
    theme = ElementTree.fromstring(three.files.read("ppt/theme/theme1.xml"))
    accents = [next(theme.iter(f"{A}accent{i}"))[0].get("val") for i in (1, 2, 3)]
    assert accents == ["1F4E79", "CC7000", "767676"]


def test_no_text_is_smaller_than_12_points_and_none_in_a_chart_than_14(three):
    for slide in three.slides:
        sizes = [
            int(node.get("sz"))
            for node in slide._element.iter(f"{A}rPr")
            if node.get("sz")
        ]
        assert min(sizes) >= 1200
    for slide in three.slides[1:3]:
        space = chart_of(slide)._chartSpace
        sizes = [int(node.get("sz")) for node in space.iter() if node.get("sz")]
        assert min(sizes) == 1400


def test_the_slide_number_is_a_field(three):
    for slide in three.slides:
        (field,) = slide._element.iter(f"{A}fld")
        assert field.get("type") == "slidenum"


def test_nothing_runs_and_nothing_is_fetched(three):
    names = three.files.namelist()
    assert not [name for name in names if "vba" in name.lower() or "activeX" in name]
    for name in names:
        if name.endswith(".rels"):
            assert b"External" not in three.files.read(name), name


def test_nothing_of_the_empty_deck_of_python_pptx_is_left(three):
    names = " ".join(three.files.namelist())
    assert "printer" not in names
    assert "thumbnail" not in names
    layouts = three.presentation.slide_layouts
    assert [layout.name for layout in layouts] == [
        "Title Slide",
        "Title and Content",
        "Title Only",
    ]


def test_ids_are_told_apart_on_every_slide(three):
    for slide in three.slides:
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(ids) == len(set(ids))


def test_what_a_figure_looks_like_in_the_dark_does_not_darken_its_slide():
    light = charts.tension_curve(tension(), about=ABOUT)
    dark = charts.tension_curve(tension(), about=ABOUT, theme="dark")
    xml = [deck(figure).files.read("ppt/charts/chart1.xml") for figure in (light, dark)]
    # The parts are numbered alike, so that they can be compared as they are.
    assert xml[0] == xml[1]


@pytest.mark.parametrize("words", ["short", "long"])
@pytest.mark.parametrize("draw", ["tension_curve", "butterfly", "heat_map"])
def test_nothing_overlaps_and_all_stands_on_the_slide(words, draw):
    about = ABOUT if words == "short" else long_about()
    frame = {
        "tension_curve": tension(),
        "butterfly": counts(),
        "heat_map": counts().assign(type="media"),
    }[draw]
    figure = getattr(charts, draw)(frame, about=about)
    for slide in deck(figure, figure, title=LONG * 4).slides:
        boxes = [
            (s.name, s.left, s.top, s.left + s.width, s.top + s.height)
            for s in slide.shapes
        ]
        for name, left, top, right, bottom in boxes:
            assert 0 <= left < right <= Inches(40 / 3), name
            assert 0 <= top < bottom <= Inches(7.5), name
        for one, other in combinations(boxes, 2):
            assert apart(one, other), (one, other)


def long_about():
    marks = tuple((f"2025-0{i}-10", f"{LONG} {i}") for i in (1, 2, 3, 4))
    names = {"dataset": LONG, "side_names": (LONG, LONG), "selection": f"{LONG}, " * 6}
    return replace(ABOUT, **names, landmarks=marks, citation=f"{LONG}. " * 20)


def apart(one, other):
    _, left, top, right, bottom = one
    _, x0, y0, x1, y1 = other
    hair = Emu(10)
    return (
        right <= x0 + hair
        or x1 <= left + hair
        or (bottom <= y0 + hair or y1 <= top + hair)
    )


def test_a_text_that_had_to_be_cut_stands_whole_in_the_notes():
    slide = deck(charts.butterfly(counts(), about=long_about())).slides[0]
    assert "was cut" in notes(slide)
    assert f"{LONG} 4" in notes(slide)


def test_more_datasets_than_a_slide_holds_stand_in_its_notes():
    figures = [
        charts.butterfly(counts(), about=replace(ABOUT, citation=f"{LONG}, {i}. " * 3))
        for i in range(12)
    ]
    last = deck(*figures).slides[-1]
    assert "More stands in the notes of this slide." in texts(last)[1]
    assert f"{LONG}, 11." in notes(last)


def test_a_chart_of_days_that_no_spreadsheet_knows_is_a_picture():
    early = counts()
    early["date"] -= pd.DateOffset(years=200)
    about = replace(ABOUT, since="", until="", landmarks=())
    slide = deck(charts.butterfly(early, about=about)).slides[0]
    assert not [shape for shape in slide.shapes if shape.has_chart]
    assert [shape for shape in slide.shapes if hasattr(shape, "image")]


def test_a_figure_of_somebody_else_is_refused():
    with pytest.raises(ChartError, match=r"utils\.charts"):
        deck(Figure())


def test_progress_is_told_before_each_of_several_charts():
    said = []
    figure = charts.butterfly(counts(), about=ABOUT)
    deck(figure, figure, names=["one", "two"], progress=said.append)
    assert said == ["1 of 2: one", "2 of 2: two"]


def test_no_line_ends_between_a_landmark_and_its_number(butterfly_slide):
    (said,) = [
        shape.text_frame.text
        for shape in butterfly_slide.shapes
        if shape.name == "Landmarks"
    ]
    assert said.startswith("1\N{NO-BREAK SPACE}Note")
    assert ". 2\N{NO-BREAK SPACE}Summit" in said
