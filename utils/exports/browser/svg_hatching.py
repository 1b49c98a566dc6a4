"""Hatching as lines: browsers print patterns as coarse pictures, one for each bar."""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from utils.exports.browser.svg_letters import SVG

if TYPE_CHECKING:
    from lxml.etree import _Element

_NUMBER = r"(-?[\d.]+)"
_BAR = re.compile(rf"M{_NUMBER},{_NUMBER}V{_NUMBER}H{_NUMBER}V{_NUMBER}Z")
_FILL = re.compile(r"""fill:\s*url\(["']?#([^"')]+)["']?\)""")
_RISING = re.compile(rf"M0,{_NUMBER}L{_NUMBER},0")


@dataclass(frozen=True)
class _Hatching:
    """Lines that rise to the right across a ground; `apart_px` is along an axis."""

    ground: str
    stroke: str
    opacity: str
    width: str
    apart_px: float

    def lines(self, left: float, top: float, right: float, bottom: float) -> str:
        """Give the lines that cross a box; on each, x and y add up to the same."""
        first = math.ceil((left + top) / self.apart_px)
        last = math.floor((right + bottom) / self.apart_px)
        sums = (n * self.apart_px for n in range(first, last + 1))
        ends = ((max(left, s - bottom), min(right, s - top), s) for s in sums)
        return "".join(f"M{a:.2f},{s - a:.2f}L{b:.2f},{s - b:.2f}" for a, b, s in ends)


def draw_hatching(root: "_Element") -> None:
    """Draw the hatching of bars line by line; other patterns stay as they are."""
    read = {it.get("id"): _read(it) for it in root.iter(f"{SVG}pattern")}
    known = {name: hatching for name, hatching in read.items() if hatching}
    for number, path in enumerate(list(root.iter(f"{SVG}path"))):
        fill = _FILL.search(path.get("style", ""))
        bar = _BAR.fullmatch(path.get("d", ""))
        if fill and bar and (hatching := known.get(fill[1])):
            style = _FILL.sub(f"fill: {hatching.ground}", path.get("style"))
            path.set("style", style)
            _add_lines(path, hatching, bar, f"hatched-{number}")


def _read(pattern: "_Element") -> _Hatching | None:
    ground, lines = pattern.find(f"{SVG}rect"), pattern.find(f"{SVG}path")
    if ground is None or lines is None or pattern.get("patternTransform"):
        return None
    drawn = lines.get("d", "")
    rising = _RISING.search(drawn)
    if not rising or drawn.count("M") != 3:
        return None
    stroke, opacity, width = (
        lines.get(name, "") for name in ("stroke", "opacity", "stroke-width")
    )
    return _Hatching(
        ground.get("fill", "none"), stroke, opacity, width, float(rising[1])
    )


def _add_lines(
    path: "_Element", hatching: _Hatching, bar: re.Match[str], name: str
) -> None:
    """Put the lines of one bar upon it, and cut them off at its edges."""
    from lxml import etree

    across, down = (float(bar[1]), float(bar[4])), (float(bar[2]), float(bar[3]))
    lines = hatching.lines(min(across), min(down), max(across), max(down))
    parent = path.getparent()
    place = parent.index(path)
    edges = etree.SubElement(parent, f"{SVG}clipPath", id=name)
    etree.SubElement(edges, f"{SVG}path", d=path.get("d"))
    look = {"stroke": hatching.stroke, "stroke-width": hatching.width}
    look |= {"opacity": hatching.opacity, "fill": "none", "d": lines}
    drawn = etree.Element(f"{SVG}path", {**look, "clip-path": f"url(#{name})"})
    # The bars stand on whole pixels, which would make steps of a rising line.
    drawn.set("shape-rendering", "geometricPrecision")
    parent.insert(place + 1, drawn)
