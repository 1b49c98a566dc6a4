"""The butterfly as a view: chosen acts frame the bars that hold them."""

from typing import Any

import numpy as np

from utils.charts.butterfly import Bins, draw_butterfly
from utils.charts.sheet.alt import bin_named
from utils.charts.sheet.bins import days_after
from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.explorer.scene import Scene
from utils.explorer.stock import Shown, Stock
from utils.explorer.views.view import (
    NO_DAYS,
    Box,
    Chart,
    Picked,
    Spot,
    chosen,
    reaching,
    ways,
    windows,
)
from utils.measures.counts import BINS
from utils.measures.windows import reach

MOST_BARS = 800
_DAYS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_DAY = np.timedelta64(1, "D")


def bins(stock: Stock, per: str, shown: Shown) -> Bins:
    """Count the acts on show by bin and direction."""
    if not shown.windows:
        return Bins(per, NO_DAYS, np.zeros(0), np.zeros(0), 0.0)
    n, least, most, starts = reach(shown.windows, per)
    days, others = starts.astype("datetime64[D]"), float(n[2].sum())
    return Bins(per, days, n[0], n[1], others, least[:2], most[:2])


def draw(stock: Stock, per: str, shown: Shown, look: Look) -> Drawing:
    """Draw the acts on show as bars, one direction up and the other down."""
    return draw_butterfly(bins(stock, per, shown), about=shown.about, look=look)


def fitting(per: str, shown: Shown) -> str:
    """Give the bin that is asked for, or the next longer one with few enough bars."""
    n_days = shown.windows.n_days if shown.windows else 0
    longer = [*BINS][[*BINS].index(per) :]
    return next((it for it in longer if n_days // _DAYS[it] <= MOST_BARS), "year")


class Butterfly(Chart):
    """The acts of both sides, counted by stretches of time."""

    name, title, boxes = "butterfly", "Both sides", True

    def draw(self, scene: Scene) -> Drawing:
        """Draw the acts on show as bars, one direction up and the other down."""
        per = fitting(scene.inquiry.per, scene.shown)
        self._bins = bins(scene.stock, per, scene.shown)
        return draw_butterfly(self._bins, about=scene.shown.about, look=scene.look)

    def note(self, scene: Scene) -> str:
        """Say that there would be too many bars, where there would be."""
        asked, unit = scene.inquiry.per, self._bins.unit
        if unit == asked or not scene.shown.windows:
            return ""
        n = scene.shown.windows.n_days // _DAYS[asked]
        return (
            f"By {asked} there would be {n:,} bars, more than {MOST_BARS}; "
            f"these are by {unit}. Choose a shorter period to see each {asked}."
        )

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give a frame around each bar that holds a chosen act."""
        held = self._held(scene)
        heights = np.stack([self._bins.up, -self._bins.down])
        way, number = np.nonzero(held)
        lengths = self._bins.days[number] * 86_400_000.0
        frame = {
            "type": "bar",
            "x": self._bins.written[number],
            "y": heights[way, number],
            "offset": 0.04 * lengths,
            "width": 0.92 * lengths,
            "hoverinfo": "skip",
            "marker": {
                "color": "rgba(0, 0, 0, 0)",
                "line": {"color": scene.look.theme.text, "width": 2.5},
            },
        }
        return [frame]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the acts that may lie in the bin of a bar, in its direction."""
        if spot.trace > 1 or spot.point >= len(self._bins.starts):
            return Picked()
        start = self._bins.starts[spot.point]
        after = days_after(np.array([start]), self._bins.unit)[0]
        rows = self._of_side(scene, [spot.trace])
        found = reaching(scene, start, after - _DAY, rows=rows)
        said = f"{ways(scene)[spot.trace]}, {bin_named(start, self._bins.unit)}"
        unsure = windows(scene.stock).take(found)
        doubt = bool((unsure.begins < unsure.ends).any())
        return Picked(found, said + ", uncertain dates that reach into it too" * doubt)

    def within(self, scene: Scene, box: Box) -> Picked:
        """Pick the acts that may lie in a span of days, of the halves the box is in."""
        halves = [0] * (box.high > 0) + [1] * (box.low < 0)
        rows = self._of_side(scene, halves)
        found = reaching(scene, box.first, box.last, rows=rows)
        said = " and ".join(ways(scene)[half] for half in halves)
        return Picked(found, f"{said}, acts that may lie in {box.said}")

    def _of_side(self, scene: Scene, sides: list[int]) -> np.ndarray:
        rows = scene.shown.rows
        return rows[np.isin(scene.stock.side[rows], sides)]

    def _held(self, scene: Scene) -> np.ndarray:
        """Say of each way and bin whether a chosen act may lie in it."""
        rows, starts = chosen(scene), self._bins.starts
        rows = rows[scene.stock.side[rows] < 2]
        acts = windows(scene.stock).take(rows)
        head, tail = (
            np.searchsorted(starts, ends, side="right") - 1
            for ends in (acts.begins, acts.ends)
        )
        steps = np.zeros((2, len(starts) + 1))
        side = scene.stock.side[rows]
        if len(starts):
            np.add.at(steps, (side, head), 1)
            np.add.at(steps, (side, tail + 1), -1)
        return np.cumsum(steps, axis=1)[:, :-1] > 0
