"""Text for slides: plain, in one language, and as large as its box can hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import accumulate
from typing import TYPE_CHECKING

from utils.charts.sheet.fitting import lines
from utils.charts.sheet.words import plain

if TYPE_CHECKING:
    from pptx.text.text import TextFrame

LANGUAGE = "en-GB"
LINE = 1.2
"""How far apart lines stand, in sizes of their letters."""
_NARROWER = 0.94
"""The widths of Arial and Noto Sans, in those that charts allow for."""
_NO_XML = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    r"""Write text so that any XML can hold it and nothing in it turns the rest.

    >>> clean("a <b> \x0c & c")
    'a <b>   & c'
    """
    # What plotly would take as markup is text here.
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", unescape(plain(text)))


@dataclass(frozen=True)
class Fitted:
    """A text at a size in points at which it has room, and the lines that it takes.

    `whole` is False if it had to be cut; `space_pt` is the room before it as a
    paragraph.
    """

    text: str
    size_pt: float
    n_lines: int
    bold: bool = False
    whole: bool = True
    space_pt: float = 0

    @property
    def height_pt(self) -> float:
        """How high the lines are."""
        return self.n_lines * self.size_pt * LINE

    @property
    def room_pt(self) -> float:
        """How high it is as a paragraph among others."""
        return self.height_pt + self.space_pt


def fitted(
    text: str,
    width_pt: float,
    height_pt: float,
    *,
    sizes: Sequence[float],
    bold: bool = False,
    space_pt: float = 0,
) -> Fitted:
    """Give the largest of `sizes` at which a text fits, or else cut it at the last.

    >>> found = fitted("Three short words", 100, 35, sizes=(28, 14))
    >>> found.size_pt, found.n_lines
    (14, 2)
    """
    text = clean(text)
    for size in sizes:
        found = lines(text, width_pt / _NARROWER, size, bold=bold) if text else ()
        if len(found) * size * LINE <= height_pt + 1e-9:
            return Fitted(text, size, len(found), bold, space_pt=space_pt)
    most = max(1, int(height_pt / (size * LINE)))
    kept = unescape(" ".join(found[:most]))
    return Fitted(f"{_shorter(kept)}…", size, most, bold, False, space_pt)


def _shorter(text: str) -> str:
    """Leave out the last word, or the last letter of a text without spaces."""
    return (text.rpartition(" ")[0] or text[:-1]).rstrip(" ,;:(")


def write(frame: "TextFrame", *texts: Fitted, colour: str) -> None:
    """Write paragraphs into a box without margins of its own, in one colour."""
    from pptx.dml.color import RGBColor
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_left = frame.margin_right = Pt(0)
    frame.margin_top = frame.margin_bottom = Pt(0)
    for i, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(text.space_pt if i else 0)
        run = paragraph.add_run()
        run.text = text.text
        run.font.size, run.font.bold = Pt(text.size_pt), text.bold
        run.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
        in_language(run)


def paragraphs(
    texts: Sequence[str], width_pt: float, height_pt: float, *, sizes: Sequence[float]
) -> list[Fitted]:
    """Give paragraphs at the largest of `sizes` at which all of them have room.

    Those that have none even at the last are left out.
    """
    for size in sizes:
        found = [
            fitted(text, width_pt, height_pt, sizes=(size,), space_pt=size / 2)
            for text in texts
        ]
        if sum(text.room_pt for text in found) <= height_pt:
            return found
    ends = accumulate(text.room_pt for text in found)
    return [text for text, end in zip(found, ends, strict=True) if end <= height_pt]


def in_language(run: object) -> None:
    """Say which language a run is in, which python-pptx has no word for."""
    run._r.get_or_add_rPr().set("lang", LANGUAGE)  # type: ignore[attr-defined]
