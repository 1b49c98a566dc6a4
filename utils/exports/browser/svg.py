"""SVG: from what plotly drew to a file that can leave, the same bytes each time."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from utils.exports.browser.legible import legible
from utils.exports.browser.svg_closed import close, name_apart
from utils.exports.browser.svg_hatching import draw_hatching
from utils.exports.browser.svg_letters import SVG, write_letters

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Sheet:
    """The size of a picture on paper, and what is said of it to those who ask."""

    width_mm: float
    height_mm: float
    title: str = ""
    description: str = ""
    lang: str = "en"


def finished(drawn: str, sheet: Sheet) -> str:
    """Give an SVG of that size that says what it is and needs nothing else.

    Its fonts are in it, cut down to its letters. Scripts and references to other
    places go. Its ids are its own, so that it can stand in a page beside others.
    """
    from lxml import etree

    root = etree.fromstring(drawn.encode(), etree.XMLParser(huge_tree=True))
    mark = f"figure-{sha256(drawn.encode()).hexdigest()[:8]}"
    close(root)
    draw_hatching(root)
    _keep_cells_sharp(root)
    name_apart(root, mark)
    write_letters(root, mark)
    _say(root, mark, sheet)
    root.set("width", f"{sheet.width_mm:.3f}mm")
    root.set("height", f"{sheet.height_mm:.3f}mm")
    return str(etree.tostring(root, encoding="unicode"))


def _keep_cells_sharp(root: "_Element") -> None:
    """Give sharp edges to the cells of a heat map, which plotly gives as a picture."""
    for image in root.iterfind(f".//{SVG}g[@class='hm']/{SVG}image"):
        image.set("style", f"{image.get('style', '')}image-rendering:pixelated")


def _say(root: "_Element", mark: str, sheet: Sheet) -> None:
    """Name and describe the picture, for those who do not see it."""
    from lxml import etree

    root.set("role", "img")
    root.set("lang", sheet.lang)
    root.set(_XML_LANG, sheet.lang)
    said = {"title": legible(sheet.title), "desc": legible(sheet.description)}
    told = {name: words for name, words in said.items() if words}
    for place, (name, words) in enumerate(told.items()):
        element = etree.Element(f"{SVG}{name}", id=f"{mark}-{name}")
        element.text = words
        root.insert(place, element)
    if told:
        root.set("aria-labelledby", " ".join(f"{mark}-{name}" for name in told))
