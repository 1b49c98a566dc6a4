"""Axes of native charts: days along, numbers up, both with round marks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from utils.charts.sheet.theme import LIGHT
from utils.exports.slides.native.xml import (
    c,
    no_stroke,
    rich,
    shape,
    stroke,
    text_look,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ALONG, UP = 111_111_111, 222_222_222
_MOST_LABELS = 9
_ONE_DAY = np.timedelta64(1, "D")
_ENGLISH = "[$-809]"
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 4, 7, 14, 28)
_LONGEST_IN_DAYS = 120
_DAY_FORM, _MONTH_FORM = "d\\ mmm\\ yyyy", "mmm\\ yyyy"
_WRITTEN = {
    "days": ("D", _DAY_FORM),
    "months": ("M", _MONTH_FORM),
    "years": ("Y", "yyyy"),
}
"""From which whole unit an axis starts, and how it writes its days."""
_OF_BINS = {"month": _MONTH_FORM, "quarter": _MONTH_FORM, "year": "yyyy"}


def both() -> tuple["Element", "Element"]:
    """Say which axes a group of series stands on."""
    return c("axId", val=ALONG), c("axId", val=UP)


@dataclass(frozen=True)
class Marks:
    """Where the numbers of an axis stand: from 0 to `most`, each `step`."""

    step: float
    most: float


def marks(highest: float, *, room: float, steps: int = 5, whole: bool = False) -> Marks:
    """Choose round marks for an axis that leaves `room` above the highest value.

    >>> marks(38, room=1.05)
    Marks(step=10.0, most=40.0)
    """
    highest = highest if np.isfinite(highest) and highest > 0 else 1.0
    scale = 10.0 ** np.floor(np.log10(highest / steps))
    step = next(s * scale for s in (1, 2, 5, 10) if s * scale >= highest / steps)
    step = float(max(1.0, step) if whole else step)
    return Marks(step, float(np.ceil(round(room * highest / step, 9)) * step))


def numbers(words: str, marked: Marks, *, both_ways: bool = False) -> "Element":
    """Make the axis of numbers; `both_ways` writes those below zero without a minus."""
    low = -marked.most if both_ways else 0
    form = "#,##0;#,##0" if both_ways else "General"
    scaling = _scaling(c("max", val=marked.most), c("min", val=low))
    grid = c("majorGridlines", shape(stroke(LIGHT.grid, 0.75)))
    title = c("title", rich(words, turned=True), c("overlay", val=0))
    return c(
        "valAx",
        c("axId", val=UP),
        scaling,
        *_placed("l"),
        grid,
        title,
        *_labels(form, "nextTo" if not both_ways else "low"),
        shape(no_stroke()),
        text_look(),
        *_crossing(ALONG),
        c("crossBetween", val="between" if both_ways else "midCat"),
        c("majorUnit", val=marked.step),
    )


def days(dates: np.ndarray, numbered: list[int]) -> "Element":
    """Make an axis of days, with marks at the first of a month or every few days."""
    every, unit = _apart(dates)
    whole, form = _WRITTEN["years" if every % 12 == 0 else unit]
    before = int((dates[0] - dates[0].astype(f"datetime64[{whole}]")) / _ONE_DAY)
    first = numbered[0] - before
    ends = c("max", val=max(numbered[-1], first + 1)), c("min", val=first)
    return c(
        "dateAx",
        c("axId", val=ALONG),
        _scaling(*ends),
        *_placed("b"),
        *_labels(_ENGLISH + form, "low"),
        shape(stroke(LIGHT.quiet, 1)),
        text_look(level=True),
        *_crossing(UP),
        c("auto", val=0),
        c("lblOffset", val=100),
        c("baseTimeUnit", val="days"),
        c("majorUnit", val=every),
        c("majorTimeUnit", val=unit),
    )


def bins(n: int, unit: str) -> "Element":
    """Make an axis of `n` bins of one width, each named by its first day."""
    skip = max(1, -(-n // (_MOST_LABELS if unit != "year" else 2 * _MOST_LABELS)))
    return c(
        "catAx",
        c("axId", val=ALONG),
        _scaling(),
        *_placed("b"),
        *_labels(_ENGLISH + _OF_BINS.get(unit, _DAY_FORM), "low"),
        shape(stroke(LIGHT.quiet, 1)),
        text_look(),
        *_crossing(UP),
        c("auto", val=0),
        c("lblAlgn", val="ctr"),
        c("lblOffset", val=100),
        c("tickLblSkip", val=skip),
        c("tickMarkSkip", val=skip),
        c("noMultiLvlLbl", val=1),
    )


def _apart(dates: np.ndarray) -> tuple[int, str]:
    """Choose how far apart labels stand, so that they do not meet."""
    length = int((dates[-1] - dates[0]) / _ONE_DAY) + 1
    if length <= _LONGEST_IN_DAYS:
        most = _MOST_LABELS - 2
        return next(n for n in _DAYS if length <= n * most), "days"
    months = length / 30
    return next((n for n in _MONTHS if months <= n * _MOST_LABELS), 2400), "months"


def _scaling(*ends: "Element") -> "Element":
    return c("scaling", c("orientation", val="minMax"), *ends)


def _placed(side: str) -> tuple["Element", ...]:
    return c("delete", val=0), c("axPos", val=side)


def _labels(form: str, place: str) -> tuple["Element", ...]:
    return (
        c("numFmt", formatCode=form, sourceLinked=0),
        c("majorTickMark", val="out"),
        c("minorTickMark", val="none"),
        c("tickLblPos", val=place),
    )


def _crossing(other: int) -> tuple["Element", ...]:
    return c("crossAx", val=other), c("crosses", val="autoZero")
