"""Elements of chart XML, made as nodes and never as text, so that data stay data."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TEXT_PT = 14
TEXT = "#1A1A1A"
_EMU_PER_PT = 12_700


def c(tag: str, *children: "Element", **attributes: object) -> "Element":
    """Make an element of a chart.

    >>> c("overlap", val=100).get("val")
    '100'
    """
    return _made(CHART, tag, children, attributes)


def a(tag: str, *children: "Element", **attributes: object) -> "Element":
    """Make an element of a drawing.

    >>> a("srgbClr", val="1F4E79").tag.rsplit("}")[-1]
    'srgbClr'
    """
    return _made(DRAWING, tag, children, attributes)


def said(node: "Element", text: str) -> "Element":
    """Give an element its text."""
    node.text = text
    return node


def solid(colour: str) -> "Element":
    """Fill with one colour, written as #RRGGBB."""
    return a("solidFill", a("srgbClr", val=colour.lstrip("#")))


def hatched(colour: str) -> "Element":
    """Fill with thin white stripes that rise to the right, on a colour."""
    front = a("fgClr", a("srgbClr", val="FFFFFF"))
    back = a("bgClr", a("srgbClr", val=colour.lstrip("#")))
    return a("pattFill", front, back, prst="ltUpDiag")


def stroke(colour: str, width_pt: float, dash: str = "solid") -> "Element":
    """Draw a line of a colour, a width and a dash that PowerPoint knows."""
    looks = solid(colour), a("prstDash", val=dash), a("round")
    return a("ln", *looks, w=round(width_pt * _EMU_PER_PT), cap="flat")


def no_stroke() -> "Element":
    """Draw no line."""
    return a("ln", a("noFill"))


def shape(*looks: "Element") -> "Element":
    """Collect fill and line of a part of a chart."""
    return c("spPr", *looks)


def text_look(*, level: bool = False) -> "Element":
    """Set the size and colour of the text of a part of a chart; `level` keeps it so."""
    body = a("bodyPr", rot=0, vert="horz") if level else a("bodyPr")
    end = a("endParaRPr", lang="en-GB")
    return c("txPr", body, a("lstStyle"), a("p", a("pPr", _run_look("defRPr")), end))


def rich(text: str, *, turned: bool = False) -> "Element":
    """Write a text into a chart; `turned` lets it run upward."""
    body = a("bodyPr", rot=-5_400_000, vert="horz") if turned else a("bodyPr")
    run = a("r", _run_look("rPr", lang="en-GB"), said(a("t"), text))
    start = a("pPr", _run_look("defRPr"))
    return c("tx", c("rich", body, a("lstStyle"), a("p", start, run)))


def _run_look(tag: str, **more: object) -> "Element":
    return a(tag, solid(TEXT), **more, sz=100 * TEXT_PT, b=0)


def _made(
    space: str, tag: str, children: tuple["Element", ...], attributes: dict[str, object]
) -> "Element":
    from lxml import etree

    written = {name: str(value) for name, value in attributes.items()}
    node = etree.Element(f"{{{space}}}{tag}", written, nsmap={"c": CHART, "a": DRAWING})
    node.extend(children)
    return node
