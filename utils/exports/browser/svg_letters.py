"""The letters of an SVG: which there are, in which fonts, and those put into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from utils.exports.browser.fonts import FAMILIES, embedded

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"
_FAMILY = re.compile(r"font-family:[^;]*;?\s*")
_WEIGHT = re.compile(r"font-weight:\s*([^;\s]+)")
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_FALLBACKS = "'Open Sans', Arial, Helvetica, sans-serif"
# Letters keep their exact widths at every size. There is no bold font of signs, and
# none is to be made up.
_STYLE = "text-rendering:geometricPrecision;font-synthesis-weight:none"
_FACE = '@font-face{{font-family:"{family}";font-weight:{weight};src:url({data})}}'


@dataclass
class _Letters:
    """What a picture says, in letters of the usual weight and in bold ones."""

    usual: set[str] = field(default_factory=set)
    bold: set[str] = field(default_factory=set)


def write_letters(root: "_Element", mark: str) -> None:
    """Put the fonts of a picture into it, under names that are its own.

    In a page, the few letters of one picture must not be taken for the font of all.
    """
    from lxml import etree

    letters = _Letters()
    _read(root, letters, is_bold=False)
    own = {family: f"{family} {mark}" for family in FAMILIES}
    rules = [
        _FACE.format(family=own[face.family], weight=face.weight, data=data)
        for face, data in embedded(letters.usual, letters.bold)
    ]
    families = [f"'{family}'" for family in (*own.values(), *FAMILIES)]
    root.set("font-family", ", ".join([*families, _FALLBACKS]))
    root.set("style", _STYLE)
    if rules:
        style = etree.Element(f"{SVG}style")
        style.text = "\n".join(rules)
        root.insert(0, style)


def _read(element: "_Element", letters: _Letters, *, is_bold: bool) -> None:
    """Collect what is written in an element and below, and free it of families."""
    style = element.get("style", "")
    weight = _WEIGHT.search(style)
    is_bold = weight[1] in _BOLD if weight else is_bold
    if "font-family" in style:
        element.set("style", _FAMILY.sub("", style))
    said = letters.bold if is_bold else letters.usual
    for text in _texts(element):
        said.update(text)
    for child in element:
        _read(child, letters, is_bold=is_bold)


def _texts(element: "_Element") -> Iterator[str]:
    yield element.text or ""
    yield from (child.tail or "" for child in element)
