"""Where the texts and the chart of a slide stand, and how large the texts are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from utils.charts.sheet.words import whole_dates
from utils.exports.slides.box import (
    EDGE_PT,
    HEIGHT_PT,
    NUMBER_WIDTH_PT,
    TEXT_WIDTH_PT,
    Box,
)
from utils.exports.slides.text import LINE, Fitted, fitted

_TOP_PT, _BELOW_PT, _GAP_PT = 22, 14, 8
_TITLE_SIZES, _SAID_SIZES, _SMALL = (28, 26, 24, 22, 20), (16, 14, 12), (12,)
_TITLE_PT, _SAID_PT, _LANDMARKS_PT, _SOURCE_PT = 68, 60, 74, 44
_COLUMN_PT, _COLUMN_GAP_PT = 276, 20
_COLUMN_TITLE_SIZES, _COLUMN_TITLE_PT = (24, 22, 20), 180
_COLUMN_SOURCE_PT, _COLUMN_LANDMARKS_PT, _COLUMN_LEAST_PT = 116, 220, 44
_NUMBER_PT = 34
_NUMBER = re.compile(r"((?:^|\. )\d+) ")


@dataclass(frozen=True)
class Text:
    """A text at the size at which it has room, and the box that it fills."""

    fitted: Fitted
    box: Box


@dataclass(frozen=True)
class Arrangement:
    """The texts of a chart's slide, and the area that is left for the chart."""

    title: Text
    counted: Text
    landmarks: Text
    source: Text
    chart: Box

    @property
    def whole(self) -> bool:
        """Whether no text had to be cut."""
        texts = self.title, self.counted, self.landmarks, self.source
        return all(text.fitted.whole for text in texts)


def stacked(words: Mapping[str, Any], key: str = "") -> Arrangement:
    """Let the chart take the whole width, between the texts above and below it."""
    title = _title(words)
    said = _down(_said(words, key), title, (TEXT_WIDTH_PT, _SAID_PT), _SAID_SIZES)
    width = TEXT_WIDTH_PT - NUMBER_WIDTH_PT
    source = _up(words["source"], HEIGHT_PT - _BELOW_PT, (width, _SOURCE_PT))
    marks = _up(_named(words), source.box.top, (TEXT_WIDTH_PT, _LANDMARKS_PT))
    top = said.box.bottom + _GAP_PT
    chart = Box(EDGE_PT, top, TEXT_WIDTH_PT, marks.box.top - _GAP_PT - top)
    return Arrangement(title, said, marks, source, chart)


def beside(words: Mapping[str, Any], key: str = "") -> Arrangement:
    """Let the chart take the whole height below the title, the texts left of it."""
    return _column(words, key, _title(words), TEXT_WIDTH_PT)


def in_column(words: Mapping[str, Any], key: str = "") -> Arrangement:
    """Let the chart take the whole height of the slide, all texts left of it."""
    room = _COLUMN_PT, _COLUMN_TITLE_PT
    text = whole_dates(words["title"])
    found = fitted(text, *room, sizes=_COLUMN_TITLE_SIZES, bold=True)
    title = Text(found, Box(EDGE_PT, _TOP_PT, _COLUMN_PT, found.height_pt))
    return _column(words, key, title, _COLUMN_PT)


def _column(
    words: Mapping[str, Any], key: str, title: Text, title_width: float
) -> Arrangement:
    """Stack the texts in a column, below the title or with it."""
    bottom = HEIGHT_PT - _BELOW_PT
    source = _up(words["source"], bottom, (_COLUMN_PT, _COLUMN_SOURCE_PT))
    needed = fitted(_said(words, key), _COLUMN_PT, HEIGHT_PT, sizes=_SMALL).height_pt
    left = source.box.top - title.box.bottom - needed - 3 * _GAP_PT
    room = max(_COLUMN_LEAST_PT, min(left, _COLUMN_LANDMARKS_PT))
    marks = _up(_named(words), source.box.top, (_COLUMN_PT, room))
    height = marks.box.top - title.box.bottom - 2.5 * _GAP_PT
    said = _down(_said(words, key), title, (_COLUMN_PT, height), _SAID_SIZES)
    left = EDGE_PT + _COLUMN_PT + _COLUMN_GAP_PT
    top = _TOP_PT if title_width == _COLUMN_PT else title.box.bottom + _GAP_PT
    width, height = EDGE_PT + TEXT_WIDTH_PT - left, HEIGHT_PT - _NUMBER_PT - top
    return Arrangement(title, said, marks, source, Box(left, top, width, height))


def _title(words: Mapping[str, Any]) -> Text:
    """Write the title in one line if it fits, even if that is a little smaller."""
    width, large = TEXT_WIDTH_PT, _TITLE_SIZES[0]
    text = whole_dates(words["title"])
    found = fitted(text, width, large * LINE, sizes=_TITLE_SIZES[:3], bold=True)
    if not found.whole:
        found = fitted(text, width, _TITLE_PT, sizes=_TITLE_SIZES, bold=True)
    return Text(found, Box(EDGE_PT, _TOP_PT, width, found.height_pt))


def _said(words: Mapping[str, Any], key: str) -> str:
    return f"{words['said']} {key}".strip()


def _named(words: Mapping[str, Any]) -> str:
    """Name the landmarks so that no line ends between a number and its name."""
    return _NUMBER.sub("\\1\N{NO-BREAK SPACE}", words["landmarks"])


def _down(
    text: str, above: Text, room: tuple[float, float], sizes: tuple[int, ...]
) -> Text:
    """Put a text below another."""
    found = fitted(whole_dates(text), *room, sizes=sizes)
    top = above.box.bottom + _GAP_PT
    return Text(found, Box(EDGE_PT, top, room[0], found.height_pt))


def _up(text: str, bottom: float, room: tuple[float, float]) -> Text:
    """Put a small text above something."""
    found = fitted(whole_dates(text), *room, sizes=_SMALL)
    top = bottom - found.height_pt - (_GAP_PT / 2 if bottom < HEIGHT_PT - 20 else 0)
    return Text(found, Box(EDGE_PT, top, room[0], found.height_pt))
