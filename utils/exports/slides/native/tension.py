"""The tension curve as a native chart: a line for each direction, by day."""

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.landmarks import Landmark, landmarks
from utils.charts.sheet.span import Days, period, sampled
from utils.charts.sheet.theme import LIGHT
from utils.exports.slides.native import axes
from utils.exports.slides.native.series import (
    LANDMARKS,
    SAMPLED,
    Place,
    Series,
    area,
    ground,
    hidden,
    line,
)
from utils.exports.slides.native.sheet import Column, Sheet
from utils.exports.slides.native.space import Native, group, space
from utils.exports.slides.native.xml import c, no_stroke, stroke

_DASHES = ("solid", "sysDash", "sysDot")
_OTHERS = "other directions together"
_FEW_DAYS = 62
_ABOVE = 1.05
_STEPS = (
    "Straight lines join the values of the days; the chart it was made from has steps."
)
_BAND = (
    "Where dates are uncertain, thin lines one standard deviation below and above "
    "the curve stand for the band."
)


@dataclass(frozen=True, eq=False)
class Curve:
    """Tension by day in one direction, or in all others together, and its doubt."""

    name: str
    way: int
    level: np.ndarray
    sd: np.ndarray

    @property
    def highest(self) -> float:
        """The highest number that is drawn."""
        return float(np.nan_to_num(self.level + self.sd).max())

    def series(self) -> list[Series]:
        """Give the line, and the edges of its band where there is one."""
        colour, dash = LIGHT.directions[self.way], _DASHES[self.way]
        dots = colour if len(self.level) <= _FEW_DAYS else ""
        main = Column(self.name, self.level)
        edges = [
            Column(f"{self.name}, low", np.maximum(0, self.level - self.sd)),
            Column(f"{self.name}, high", self.level + self.sd),
        ]
        thin = partial(stroke, colour, 0.75, dash)
        return [
            Series(main, partial(stroke, colour, 2.25, dash), dots=dots),
            *(Series(edge, thin, named=False) for edge in edges if self.sd.any()),
        ]


def tension(frame: pd.DataFrame, about: About, plot_px: int) -> Native:
    """Make the native chart of what `charts.tension_curve` drew from `frame`.

    `plot_px` is how wide the plot is if its text is 12 pixels high.
    """
    dates, curves = _curves(frame, about)
    days = period(about, dates)
    marked = axes.marks(max(curve.highest for curve in curves), room=_ABOVE)
    below = _ground(dates, sampled(about, days), marked.most)
    lines = [one for curve in curves for one in curve.series()]
    above = _landmarks(dates, landmarks(about, days, plot_px), marked.most)
    lines += above
    series = [*below, *lines]
    sheet = Sheet(dates, tuple(one.column for one in [*lines, *below]))
    turned = [
        (area if one in below else line)(one, Place(sheet, turn))
        for turn, one in enumerate(series)
    ]
    groups = [group("areaChart", turned[: len(below)])] if below else []
    groups.append(group("lineChart", turned[len(below) :], c("marker", val=1)))
    up = axes.numbers("tension, in the unit of the scale", marked)
    along = axes.days(dates, sheet.numbers)
    made = space(groups, [along, up], hidden(series), numbers_above=bool(above))
    doubt = any(curve.sd.any() for curve in curves)
    return Native(made, sheet, _key(doubt), (_STEPS, *[_BAND] * doubt))


def _curves(frame: pd.DataFrame, about: About) -> tuple[np.ndarray, list[Curve]]:
    """Sort the rows by direction; doubts of different directions add as squares."""
    dates, day = np.unique(frame["date"].to_numpy(), return_inverse=True)
    ways = words.directions(about)
    side = frame["direction"].astype(str).map({name: i for i, name in enumerate(ways)})
    cell = side.fillna(2).to_numpy(dtype=np.int64) * len(dates) + day
    level, sd = (frame[name].to_numpy(dtype=float) for name in ("tension", "sd"))
    levels, squares = (
        np.bincount(cell, x, 3 * len(dates)).reshape(3, -1) for x in (level, sd**2)
    )
    names = [*map(words.arrow, ways), _OTHERS]
    found = [
        Curve(name, i, levels[i], np.sqrt(squares[i])) for i, name in enumerate(names)
    ]
    drawn = [curve for curve in found if curve.way < 2 or curve.level.any()]
    return dates.astype("datetime64[D]"), drawn


def _ground(dates: np.ndarray, spans: list[Days], top: float) -> list[Series]:
    """Shade the days that were not surveyed, up to the top."""
    inside = np.zeros(len(dates), dtype=bool)
    for start, end in spans:
        inside |= (dates >= start) & (dates < end)
    column = Column(SAMPLED, np.where(inside, top, np.nan))
    return [Series(column, ground)] if inside.any() else []


def _landmarks(
    dates: np.ndarray, marks: tuple[Landmark, ...], top: float
) -> list[Series]:
    """Give each landmark a number at the top, from which a dotted line falls."""
    rows = {mark: int(np.searchsorted(dates, mark.when)) for mark in marks}
    there = {m: row for m, row in rows.items() if m.when in dates}
    values = np.full(len(dates), np.nan)
    values[list(there.values())] = top
    signs = [(row, mark.sign) for mark, row in there.items() if mark.sign]
    column = Column(LANDMARKS, values)
    return [Series(column, no_stroke, named=False, signs=signs)] if signs else []


def _key(doubt: bool) -> str:
    return "Thin lines: doubt from uncertain dates." if doubt else ""
