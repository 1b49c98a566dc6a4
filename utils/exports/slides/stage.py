"""The empty deck: wide slides, our colours and font, and the layouts that are used."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from utils.charts.sheet.theme import LIGHT
from utils.exports.slides.box import (
    EDGE_PT,
    HEIGHT_PT,
    NUMBER_WIDTH_PT,
    TEXT_WIDTH_PT,
    WIDTH_PT,
    Box,
)
from utils.exports.slides.native.xml import DRAWING, a
from utils.exports.slides.text import LANGUAGE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element
    from pptx.presentation import Presentation
    from pptx.slide import Slide, SlideLayout, SlideMaster

FONT = "Arial"
"""It is on every Windows and Mac, has Azerbaijani and Cyrillic, and LibreOffice has
one of the same widths; a font that is missing would be replaced by any other."""
OPENING, TEXT, CHART = "Title Slide", "Title and Content", "Title Only"
COUNTED, LANDMARKS, SOURCE = 13, 14, 15
"""The numbers of the places for text on the layout of a chart."""
TITLE_BOX = Box(EDGE_PT, 22, TEXT_WIDTH_PT, 68)
BODY_BOX = Box(EDGE_PT, 104, TEXT_WIDTH_PT, 388)
OPENING_BOX = Box(EDGE_PT, 110, TEXT_WIDTH_PT, 160)
BELOW_BOX = Box(EDGE_PT, 286, TEXT_WIDTH_PT, 200)
NUMBER_BOX = Box(
    WIDTH_PT - EDGE_PT - NUMBER_WIDTH_PT, HEIGHT_PT - 30, NUMBER_WIDTH_PT, 16
)
_PLACES = {
    "what is counted": (COUNTED, Box(EDGE_PT, 92, TEXT_WIDTH_PT, 40)),
    "landmarks": (LANDMARKS, Box(EDGE_PT, 440, TEXT_WIDTH_PT, 40)),
    "source": (SOURCE, Box(EDGE_PT, 494, TEXT_WIDTH_PT - NUMBER_WIDTH_PT, 30)),
}
_TEXT_PT = 18


def stage() -> "Presentation":
    """Make a deck without slides."""
    from pptx import Presentation
    from pptx.util import Pt

    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH_PT), Pt(HEIGHT_PT)
    for layout in list(deck.slide_layouts):
        if layout.name not in (OPENING, TEXT, CHART):
            deck.slide_layouts.remove(layout)
    _place(deck)
    _style(deck)
    _theme(deck)
    _leave_out_leftovers(deck)
    _add_places(deck)
    for part in (deck, deck.slide_master, *deck.slide_layouts):
        in_english(part.element)
    return deck


def layout_named(deck: "Presentation", name: str) -> "SlideLayout":
    """Give a layout by its name."""
    return next(layout for layout in deck.slide_layouts if layout.name == name)


def number(slide: "Slide") -> None:
    """Write the number of a slide in its corner, as a field that follows moves."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    for shape in _placeholders(slide.slide_layout):
        if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            copied = deepcopy(shape._element)
            copied.nvSpPr.cNvPr.set("id", str(_next_id(slide)))
            slide.shapes._spTree.append(copied)


def in_english(element: "Element") -> None:
    """Say of all text below an element that it is English."""
    for node in element.iter():
        if "lang" in node.attrib:
            node.set("lang", LANGUAGE)


def _next_id(slide: "Slide") -> int:
    return 1 + max(shape.shape_id for shape in slide.shapes)


def _place(deck: "Presentation") -> None:
    """Put titles, texts and numbers where they belong on a wide slide."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    boxes = {KIND.TITLE: TITLE_BOX, KIND.BODY: BODY_BOX, KIND.OBJECT: BODY_BOX}
    boxes |= {KIND.CENTER_TITLE: OPENING_BOX, KIND.SUBTITLE: BELOW_BOX}
    boxes[KIND.SLIDE_NUMBER] = NUMBER_BOX
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in _placeholders(page):
            kind = shape.placeholder_format.type
            if kind in (KIND.DATE, KIND.FOOTER):
                shape._element.getparent().remove(shape._element)
            elif kind in boxes:
                shape.left, shape.top, shape.width, shape.height = boxes[kind].lengths()


def _placeholders(page: "SlideMaster | SlideLayout") -> "list[Any]":
    shapes: Any = page.shapes
    return [shape for shape in shapes if shape.is_placeholder]


def _style(deck: "Presentation") -> None:
    """Write titles in bold from the left, and text without bullets."""
    from pptx.enum.shapes import PP_PLACEHOLDER
    from pptx.enum.text import MSO_ANCHOR

    styles = deck.slide_master.element.find("{*}txStyles")
    for kind, size_pt, bold in (("titleStyle", 28, 1), ("bodyStyle", _TEXT_PT, 0)):
        for level in styles.find(f"{{*}}{kind}"):
            _plain_level(level, size_pt, bold)
    for page in (deck.slide_master, *deck.slide_layouts):
        for shape in _placeholders(page):
            opening = shape.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE
            anchor = MSO_ANCHOR.BOTTOM if opening else MSO_ANCHOR.TOP
            shape.text_frame.vertical_anchor = anchor
            if shape.placeholder_format.type != PP_PLACEHOLDER.SLIDE_NUMBER:
                shape._element.txBody.find(f"{{{DRAWING}}}lstStyle").clear()


def _plain_level(level: "Element", size_pt: int, bold: int) -> None:
    level.attrib.update({"algn": "l", "marL": "0", "indent": "0"})
    for before in level.iter(f"{{{DRAWING}}}spcPct"):
        before.set("val", "0")
    for bullet in level.findall("{*}buChar"):
        level.replace(bullet, a("buNone"))
    for look in level.findall("{*}defRPr"):
        look.attrib.update({"sz": str(100 * size_pt), "b": str(bold)})


def _theme(deck: "Presentation") -> None:
    """Give the deck our font and colours, so that what is added looks alike."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for latin in theme.iter(f"{{{DRAWING}}}latin"):
        latin.attrib.clear()
        latin.set("typeface", FONT)
    for i, colour in enumerate(LIGHT.directions, 1):
        (accent,) = theme.iter(f"{{{DRAWING}}}accent{i}")
        accent[:] = [a("srgbClr", val=colour.lstrip("#"))]
    part.blob = etree.tostring(theme, encoding="UTF-8", standalone=True)


def _leave_out_leftovers(deck: "Presentation") -> None:
    """Drop the printer and the preview that the empty deck of python-pptx brings."""
    package = deck.part.package
    for bond in list(package.iter_rels()):
        if bond.reltype.endswith("/thumbnail"):
            package.drop_rel(bond.rId)
        if bond.reltype.endswith("/printerSettings"):
            deck.part.drop_rel(bond.rId)


def _add_places(deck: "Presentation") -> None:
    """Give the layout of a chart its places for text, made from one that there is."""
    layout = layout_named(deck, CHART)
    content = layout_named(deck, TEXT).placeholders[1]
    for name, (idx, box) in _PLACES.items():
        place = deepcopy(content._element)
        layout.shapes._spTree.append(place)
        shape = next(p for p in _placeholders(layout) if p._element is place)
        place.nvSpPr.cNvPr.set("id", str(100 + idx))
        mark = place.nvSpPr.nvPr.find("{*}ph")
        mark.attrib.update({"type": "body", "idx": str(idx)})
        shape.name = name
        shape.left, shape.top, shape.width, shape.height = box.lengths()
        shape.text_frame.text = name
