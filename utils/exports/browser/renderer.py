"""The renderer: figures in, finished files out, by one browser for all of them."""

import re
import warnings
from collections import OrderedDict
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Literal, Self

from utils.errors import ExportError, known
from utils.exports.browser.figure_json import figure_json, size_of
from utils.exports.browser.fonts import without_font
from utils.exports.browser.keeper import START_TIMEOUT_S, Keeper
from utils.exports.browser.legible import legible
from utils.exports.browser.png import stamped
from utils.exports.browser.studio import Studio
from utils.exports.browser.svg import Sheet, finished

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Format = Literal["png", "svg", "pdf"]
FORMATS = ("png", "svg", "pdf")
TIMEOUT_S = 30.0
_INCH_MM, _INCH_PX = 25.4, 96
_MOST_PX = 16_000
_MOST_KEPT = 8
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_WORDS = re.compile(r"<(?:text|tspan)\b[^>]*>([^<]+)")
_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Renderer:
    """Draws figures and pages in a browser of its own, which is started when needed.

    It may be used from any thread; one draws at a time. A browser that has ended is
    replaced, and after some hundred drawings as well. At the end of the process, or
    of a `with`, the browser is closed.
    """

    def __init__(self, start_timeout_s: float = START_TIMEOUT_S) -> None:
        self._keeper = Keeper(start_timeout_s)
        self._drawn: OrderedDict[str, str] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the browser; the next drawing starts another."""
        self._keeper.close()

    def draw(
        self,
        figure: "Figure",
        *,
        format: Format,
        width_px: float = 0,
        height_px: float = 0,
        zoom: float = 1.0,
        dpi: float = 300,
        title: str = "",
        description: str = "",
        lang: str = "en",
        timeout_s: float = TIMEOUT_S,
    ) -> bytes:
        """Give a figure as a finished file: PNG, SVG or PDF.

        It is laid out in `width_px` and `height_px`, by default its own, and shown
        `zoom` times as large, where 96 pixels make an inch. A PNG has `dpi` pixels
        in an inch. The title and description are in the file, for those who search
        it or have it read out; `lang` is the language of its words.

        Raises
        ------
        BrowserMissing
            If there is no browser; the message names what installs one.
        ExportError
            If the figure cannot be drawn, or not within `timeout_s` seconds.
        """
        _refuse(format, lang)
        size = size_of(figure, width_px, height_px)
        width_mm, height_mm = (_mm(length * zoom) for length in size)
        sheet = Sheet(width_mm, height_mm, title, description, lang)
        pixels = _pixels(sheet, dpi) if format == "png" else (0, 0)
        json = figure_json(figure)

        def act(studio: Studio) -> bytes:
            svg = finished(self._svg(studio, json, size), sheet)
            if format == "svg":
                return f"{_DECLARED}{svg}\n".encode()
            _warn_of_gaps(svg)
            if format == "pdf":
                return studio.print_svg(svg, sheet)
            return _stamped(studio.photograph(svg, *pixels), dpi, sheet)

        return self._keeper.use(act, timeout_s)

    def print_page(
        self,
        html: str,
        width_mm: float = 210,
        height_mm: float = 297,
        *,
        timeout_s: float = TIMEOUT_S,
    ) -> bytes:
        """Give a page of HTML as a PDF, by default on A4.

        The page is cut off from every network and from the files of this computer.
        Its margins are those that its styles give to `@page`; its title and its
        language become those of the file, and its headings the outline.

        Raises
        ------
        BrowserMissing, ExportError
            As in `draw`.
        """
        size = width_mm, height_mm
        return self._keeper.use(lambda it: it.print_page(html, *size), timeout_s)

    def _svg(self, studio: Studio, json: str, size: tuple[float, float]) -> str:
        """Draw a figure, unless it was just drawn for another format."""
        key = sha256(f"{size} {json}".encode()).hexdigest()
        if key not in self._drawn:
            self._drawn[key] = studio.draw(json, *size)
        self._drawn.move_to_end(key)
        while len(self._drawn) > _MOST_KEPT:
            self._drawn.popitem(last=False)
        return self._drawn[key]


@cache
def shared() -> Renderer:
    """Give the one renderer of this process; its browser starts when it first draws."""
    return Renderer()


def _refuse(format: str, lang: str) -> None:
    if format not in FORMATS:
        raise ExportError(f"There is no format {format!r}. {known(FORMATS, format)}")
    if not _LANGUAGE.fullmatch(lang):
        raise ExportError(f"lang is {lang!r}; give a language tag, as in 'en' or 'az'.")


def _mm(px: float) -> float:
    return px / _INCH_PX * _INCH_MM


def _pixels(sheet: Sheet, dpi: float) -> tuple[int, int]:
    lengths = sheet.width_mm, sheet.height_mm
    width, height = (round(length / _INCH_MM * dpi) for length in lengths)
    if not 1 <= min(width, height) <= max(width, height) <= _MOST_PX:
        raise ExportError(
            f"A picture of {width} x {height} pixels cannot be drawn; choose zoom and "
            f"dpi so that it has 1 to {_MOST_PX:,} each way."
        )
    return width, height


def _warn_of_gaps(svg: str) -> None:
    """Say which letters a picture lacks, since nothing stands in their place."""
    if lacking := without_font(
        {sign for words in _WORDS.findall(svg) for sign in words}
    ):
        warnings.warn(
            f"No font of Demarche has {lacking}, so that PNG and PDF lack it. "
            "An SVG shows it where the reader has a font with it.",
            stacklevel=2,
        )


def _stamped(png: bytes, dpi: float, sheet: Sheet) -> bytes:
    words = {"Title": legible(sheet.title), "Description": legible(sheet.description)}
    return stamped(png, dpi, {**words, "Software": "Demarche"})
