"""The letters of an SVG: which there are, in which fonts, and those put into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from utils.exports.browser.fonts import FAMILIES, SIGNS, embedded, lacks

if TYPE_CHECKING:
    from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"
_FAMILY = re.compile(r"font-family:[^;]*;?\s*")
_WEIGHT = re.compile(r"font-weight:\s*([^;\s]+)")
_BOLD = {"bold", "bolder", "600", "700", "800", "900"}
_FALLBACKS = "'Open Sans', Arial, Helvetica, sans-serif"
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
    root.set("font-family", _listed(*own.values(), *FAMILIES))
    # There is no bold font of signs, and none is to be made up.
    root.set("style", "font-synthesis-weight:none")
    _set_apart(root, lacks(letters.usual | letters.bold), _listed(own[SIGNS], SIGNS))
    if rules:
        style = etree.Element(f"{SVG}style")
        style.text = "\n".join(rules)
        root.insert(0, style)


def _listed(*families: str) -> str:
    return ", ".join([*(f"'{family}'" for family in families), _FALLBACKS])


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


def _set_apart(root: "_Element", signs: frozenset[str], families: str) -> None:
    """Say of each sign which font it is from.

    Some programs would show all that follows it in that font as well.
    """
    if not signs:
        return
    runs = re.compile(f"([{re.escape(''.join(sorted(signs)))}]+)")
    for element in list(root.iter(f"{SVG}text", f"{SVG}tspan")):
        for child in list(element):
            place = element.index(child) + 1
            child.tail = _split(element, runs.split(child.tail or ""), place, families)
        element.text = _split(element, runs.split(element.text or ""), 0, families)


def _split(element: "_Element", runs: list[str], place: int, families: str) -> str:
    """Put every second run into an element of its own; give what stands before."""
    from lxml import etree

    for nth in range(1, len(runs), 2):
        sign = etree.Element(f"{SVG}tspan", {"font-family": families})
        sign.text, sign.tail = runs[nth], runs[nth + 1]
        element.insert(place + nth // 2, sign)
    return runs[0]
