"""Two selections as a view: both, their difference, and the acts behind each place."""

from typing import Any

import numpy as np

from utils.charts.comparison import Pair, draw_comparison
from utils.charts.comparison.panels import AXES
from utils.charts.sheet.alt import bin_named
from utils.charts.sheet.drawing import Drawing
from utils.explorer.scene import Scene
from utils.explorer.stock import Shown
from utils.explorer.views.overlay import ticks
from utils.explorer.views.view import Chart, Picked, Spot, reaching, ways, windows
from utils.measures.tension import Conflict
from utils.measures.tension import deviation as deviation_by_cells
from utils.measures.two_selections.compare import (
    Beside,
    counts_beside,
    parted,
    parts_of,
    tension_beside,
)
from utils.measures.two_selections.parts import part_of
from utils.measures.windows import LONGEST_DAYS, Windows, deviation, expected, reach
from utils.selection import Selection

_SIDES = 3
"""The two directions between the sides, and all others together."""
_TRACES = 5
"""Each way: both selections, their difference, and the two edges of its band."""
_WHOSE = ("chosen", "compared with", "in one selection alone")
_DAY = np.timedelta64(1, "D")


class Comparison(Chart):
    """The acts on show beside those of the selection that they are compared with.

    The first of two selections is `scene.shown`; there must be a second one, and an
    act in either.
    """

    name, title = "compare", "Compare"

    def draw(self, scene: Scene) -> Drawing:
        """Draw both selections and their difference, each way."""
        self._other = other_of(scene)
        self._pair = _pair(scene, self._other)
        about, against = scene.shown.about, self._other.about
        return draw_comparison(
            self._pair, about=about, against=against, look=scene.look
        )

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give ticks at the foot of a panel where chosen acts of either may lie."""
        return [self._ticks(scene, side) for side in (0, 1)]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the acts that may have begun in a bin, or on a day, one way.

        On the line of a selection these are its acts; on the difference they are
        those that only one selection has.
        """
        side, curve = divmod(spot.trace, _TRACES)
        starts, after = self._pair.starts, self._pair.after
        if side > 1 or curve >= len(_WHOSE) or not len(starts):
            return Picked()
        first, second = scene.shown.keep, self._other.keep
        keep = (first, second, first ^ second)[curve] & (scene.stock.side == side)
        # A line of steps ends with a point after the last bin.
        at = min(spot.point, len(starts) - 1)
        rows = np.flatnonzero(keep)
        found = reaching(scene, starts[at], after[at] - _DAY, rows=rows)
        when = bin_named(starts[at], self._pair.unit)
        return Picked(found, f"{ways(scene)[side]}, {when}, {_WHOSE[curve]}")

    def _ticks(self, scene: Scene, side: int) -> dict[str, Any]:
        rows = np.asarray(scene.choice.rows, dtype=np.int64)
        either = scene.shown.keep[rows] | self._other.keep[rows]
        rows = rows[either & (scene.stock.side[rows] == side)]
        marks = ticks(windows(scene.stock).take(rows), scene.look)
        return {**marks, "yaxis": AXES[side][0], "y": np.zeros(len(marks["x"]))}


def other_of(scene: Scene) -> Shown:
    """Give what the selection shows that is compared with; none is like all acts.

    Raises
    ------
    SelectionError
        If it names what the case lacks.
    """
    return scene.stock.shown(scene.inquiry.against or Selection())


def _pair(scene: Scene, other: Shown) -> Pair:
    """Count both, or let their tension pile up, over the days of both."""
    asked = scene.inquiry
    lane = parted(scene.stock.side, part_of(scene.shown.keep, other.keep))
    acts = _acts(scene, other).laned(lane, parts_of(_SIDES))
    if asked.compared == "counts":
        n, least, most, starts = reach(acts, asked.per)
        found = counts_beside(starts, n, least, most)
        return _of_sides(found, asked.per, 0.0, band=asked.band)
    half_life, weight = float(asked.half_life_days), scene.stock.conflict
    levels = expected(acts, weight, half_life)
    if half_life <= LONGEST_DAYS:
        sd = deviation(acts, weight, half_life)
    else:
        cells = scene.stock.cells.part(_either(scene, other), **_period(scene, other))
        conflict = Conflict(cells, weight, lane, parts_of(_SIDES))
        sd = deviation_by_cells(conflict, half_life)
    found = tension_beside(acts.dates, levels, sd)
    return _of_sides(found, "day", half_life, band=asked.band)


def _acts(scene: Scene, other: Shown) -> Windows:
    """Give the acts of both over the periods of both."""
    keep = _either(scene, other)
    rows = np.flatnonzero(keep)
    return scene.stock.windows.part(keep, rows, **_period(scene, other))


def _either(scene: Scene, other: Shown) -> np.ndarray:
    return scene.shown.keep | other.keep


def _period(scene: Scene, other: Shown) -> dict[str, str]:
    both = scene.shown.selection, other.selection
    since = min(filter(None, (it.since for it in both)), default="")
    return {"since": since, "until": max(it.until for it in both)}


def _of_sides(found: Beside, unit: str, half_life_days: float, *, band: bool) -> Pair:
    """Keep the two directions between the sides."""
    low, high = (found.low, found.high) if band else (found.difference,) * 2
    return Pair(
        unit=unit,
        half_life_days=half_life_days,
        starts=found.dates.astype("datetime64[D]"),
        first=found.first[:2],
        second=found.second[:2],
        difference=found.difference[:2],
        low=low[:2],
        high=high[:2],
        others=bool(found.first[2].any() or found.second[2].any()),
    )
