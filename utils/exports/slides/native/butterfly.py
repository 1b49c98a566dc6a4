"""The butterfly as a native chart: bars up and down by bin, with whiskers."""

from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.bins import days_after, unit_of
from utils.charts.sheet.landmarks import Landmark, landmarks
from utils.charts.sheet.span import period, sampled
from utils.charts.sheet.theme import LIGHT
from utils.charts.sheet.unit import in_unit
from utils.exports.slides.native import axes
from utils.exports.slides.native.series import (
    LANDMARKS,
    SAMPLED,
    Place,
    Series,
    bar,
    ground,
    hidden,
    nothing,
)
from utils.exports.slides.native.sheet import Column, Sheet
from utils.exports.slides.native.space import Native, group, space
from utils.exports.slides.native.xml import c, hatched, solid

_ONE_DAY = np.timedelta64(1, "D")
_ABOVE, _ABOVE_LANDMARKS = 1.05, 1.25
_GAP_PERCENT = 8
_NUMBER_PX = 46
_DOWN = (
    "Bars down are negative numbers in the sheet; the axis writes them without the "
    "minus sign."
)
_WIDE = "Every {unit} is equally wide."
_NUMBERS = (
    "Numbers stand above the {unit} of their first landmark; the chart it was made "
    "from has a line at each day."
)
_SAMPLED = (
    "Grey stands behind every {unit} that has a day which was not surveyed; the chart "
    "it was made from shades the days."
)


@dataclass(frozen=True, eq=False)
class Side:
    """The acts in one direction by bin: how many, and the fewest and most possible."""

    name: str
    n: np.ndarray
    least: np.ndarray
    most: np.ndarray

    @property
    def highest(self) -> float:
        """The highest number that is drawn."""
        return float(np.nan_to_num(np.maximum(self.n, self.most)).max())

    @property
    def reach(self) -> tuple[Column, ...]:
        """How far whiskers reach from the bar, away from zero and towards it."""
        open_ = self.most > self.least
        if not open_.any():
            return ()
        more, fewer = (
            np.where(open_, reach, np.nan)
            for reach in (self.most - self.n, self.n - self.least)
        )
        return (
            Column(f"{self.name}, up to this many more", more),
            Column(f"{self.name}, up to this many fewer", fewer),
        )


def butterfly(frame: pd.DataFrame, about: About, plot_px: int) -> Native:
    """Make the native chart of what `charts.butterfly` drew from `frame`.

    `plot_px` is how wide the plot is if its text is 12 pixels high.
    """
    unit = unit_of(frame, "A butterfly")
    starts = _starts(frame, unit)
    sides = _sides(frame, starts, about)
    days = period(about, np.append(starts, days_after(starts[-1:], unit) - _ONE_DAY))
    marks = landmarks(about, days, plot_px)
    room = _ABOVE_LANDMARKS if marks else _ABOVE
    marked = axes.marks(max(side.highest for side in sides), room=room, whole=True)
    bars, gap = _bars(sides), c("gapWidth", val=_GAP_PERCENT)
    below = _ground(starts, unit, about, marked.most)
    above = _landmarks(starts, marks, marked.most, plot_px)
    series = [*below, *bars, *above]
    sheet = _sheet(starts, [*bars, *above, *below])
    drawn = [bar(one, Place(sheet, turn)) for turn, one in enumerate(series)]
    named = in_unit(about, f"recorded acts by {unit}")
    up = axes.numbers(named, marked, both_ways=True)
    along = axes.bins(len(starts), unit)
    bars_drawn = group("barChart", drawn, gap, c("overlap", val=100))
    made = space([bars_drawn], [along, up], hidden(series))
    said = _changed(unit, numbered=bool(above), shaded=bool(below))
    return Native(made, sheet, _key(series, unit), said)


def _changed(unit: str, *, numbered: bool, shaded: bool) -> tuple[str, ...]:
    """Say in what the chart differs from the one that it was made from."""
    said = (_DOWN, _WIDE, *[_NUMBERS] * numbered, *[_SAMPLED] * shaded)
    return tuple(sentence.format(unit=unit) for sentence in said)


def _starts(frame: pd.DataFrame, unit: str) -> np.ndarray:
    """Give the first day of every bin, those that the frame leaves out among them."""
    found = np.unique(frame["date"].to_numpy()).astype("datetime64[D]")
    starts = [found[0]]
    while starts[-1] < found[-1]:
        starts.append(days_after(np.array(starts[-1:]), unit)[0])
    return np.union1d(found, starts)


def _sides(frame: pd.DataFrame, starts: np.ndarray, about: About) -> list[Side]:
    ends = ("least", "most") if {"least", "most"} <= set(frame) else ("n", "n")
    row = np.searchsorted(starts, frame["date"].to_numpy().astype("datetime64[D]"))
    direction = frame["direction"].astype(str).to_numpy()
    numbers = [frame[name].to_numpy(dtype=float) for name in ("n", *ends)]
    found = []
    for said, way in zip(("up", "down, hatched"), words.directions(about), strict=True):
        in_way = direction == way
        sums = [np.bincount(row[in_way], x[in_way], len(starts)) for x in numbers]
        found.append(Side(f"{said}: {words.arrow(way)}", *sums))
    return found


def _bars(sides: list[Side]) -> list[Series]:
    """Give the bars upward, and those downward as numbers below zero."""
    up, down = sides
    return [
        Series(Column(up.name, up.n), partial(solid, LIGHT.first), reach=up.reach),
        Series(
            Column(down.name, 0 - down.n),
            partial(hatched, LIGHT.second),
            # What reaches away from zero reaches down here.
            reach=down.reach[::-1],
        ),
    ]


def _ground(starts: np.ndarray, unit: str, about: About, top: float) -> list[Series]:
    """Shade bins with a chosen day that was not surveyed, up to the top both ways."""
    first, after = _chosen(starts, days_after(starts, unit), about)
    inside = np.zeros(len(starts), dtype=bool)
    for left, right in sampled(about, (starts[0], after[-1])):
        inside |= (after > left) & (first < right)
    tops = np.where(inside, top, np.nan)
    if not inside.any():
        return []
    other_way = Column(f"{SAMPLED}, down", -tops)
    return [
        Series(Column(SAMPLED, tops), ground),
        Series(other_way, ground, named=False),
    ]


def _chosen(
    starts: np.ndarray, after: np.ndarray, about: About
) -> tuple[np.ndarray, np.ndarray]:
    """Leave the days out of each bin that were not chosen, if any of it was."""
    since = np.datetime64(about.since or starts[0], "D")
    until = np.datetime64(about.until or after[-1], "D") + _ONE_DAY
    reached = (after > since) & (starts < until)
    first = np.where(reached, np.maximum(starts, since), starts)
    return first, np.where(reached, np.minimum(after, until), after)


def _landmarks(
    starts: np.ndarray, marks: tuple[Landmark, ...], top: float, plot_px: int
) -> list[Series]:
    """Write the numbers of landmarks at the top of the bins that they fall into."""
    when = np.array([mark.when for mark in marks], dtype="datetime64[D]")
    rows = np.maximum(0, np.searchsorted(starts, when, side="right") - 1)
    apart = _NUMBER_PX / plot_px * len(starts)
    groups: dict[int, list[int]] = {}
    for mark, row in zip(marks, rows.tolist(), strict=True):
        last = next(reversed(groups), row)
        near = row == last or row - last < apart
        groups.setdefault(last if near else row, []).append(mark.number)
    signs = [(row, _numbers(found)) for row, found in groups.items()]
    values = np.full(len(starts), np.nan)
    values[[*groups]] = top
    column = Column(LANDMARKS, values)
    return [Series(column, nothing, named=False, signs=signs)] if signs else []


def _numbers(found: list[int]) -> str:
    return "–".join(map(str, dict.fromkeys((found[0], found[-1]))))


def _sheet(starts: np.ndarray, series: list[Series]) -> Sheet:
    """Lay out the sheet: a column for each series, then those that whiskers need."""
    columns = [one.column for one in series]
    reaches = [column for one in series for column in one.reach]
    return Sheet(starts, (*columns, *reaches))


def _key(series: list[Series], unit: str) -> str:
    said = [
        "Whisker: fewest to most that the dates allow."
        * any(one.reach for one in series),
        f"Numbers above a {unit}: landmarks." * any(one.signs for one in series),
    ]
    return " ".join(filter(None, said))
