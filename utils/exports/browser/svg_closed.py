"""An SVG that acts on nothing, asks for nothing, and shares its ids with no other."""

import re
from typing import TYPE_CHECKING

from utils.exports.browser.svg_letters import SVG

if TYPE_CHECKING:
    from lxml.etree import _Element

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_ACTIVE = {f"{SVG}{name}" for name in ("script", "foreignObject", "style")}
_REFERENCE = re.compile(r"""url\(\s*["']?([^"')]*)["']?\s*\)""")


def close(root: "_Element") -> None:
    """Leave nothing in it that acts, or that asks another place for anything."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _ACTIVE:
            element.getparent().remove(element)
            continue
        for name, value in list(element.attrib.items()):
            if _is_open(name, value):
                del element.attrib[name]
        if element.tag == f"{SVG}a":
            element.tag = f"{SVG}tspan" if _in_text(element) else f"{SVG}g"


def name_apart(root: "_Element", mark: str) -> None:
    """Name what has an id by its place, and keep what refers to it."""
    named = [element for element in root.iter() if element.get("id")]
    names = {e.get("id"): f"{mark}-{n}" for n, e in enumerate(named, start=1)}
    for element in named:
        element.set("id", names[element.get("id")])

    def rename(found: re.Match[str]) -> str:
        return f"url(#{names.get(found[1][1:], mark)})"

    for element in root.iter():
        for name in [name for name in _HREFS if element.get(name, "")[:1] == "#"]:
            element.set(name, f"#{names.get(element.get(name)[1:], mark)}")
        for name in [name for name in element.attrib if "url(" in element.get(name)]:
            element.set(name, _REFERENCE.sub(rename, element.get(name)))


def _is_open(name: str, value: str) -> bool:
    """Whether an attribute acts, or refers to anything outside the picture."""
    if name in _HREFS:
        return not value.startswith(("#", "data:image/"))
    places = _REFERENCE.findall(value)
    # A backslash may spell what is looked for here in other letters.
    asks = any(not place.startswith("#") for place in places)
    return name.startswith("on") or asks or (name == "style" and "\\" in value)


def _in_text(element: "_Element") -> bool:
    return any(parent.tag == f"{SVG}text" for parent in element.iterancestors())
