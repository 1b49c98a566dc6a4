"""The tension curve as a view: chosen acts are rings on it and ticks at its foot."""

from typing import Any

import numpy as np

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.charts.sheet.words import day
from utils.charts.tension_curve import Curves, draw_tension
from utils.explorer.inquiry import Inquiry
from utils.explorer.scene import Scene
from utils.explorer.stock import Shown, Stock
from utils.explorer.views.overlay import rings, ticks
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
from utils.measures.tension import Conflict
from utils.measures.tension import deviation as deviation_by_cells
from utils.measures.windows import LONGEST_DAYS, deviation, expected

_RING_PX = 3.0


def curves(stock: Stock, asked: Inquiry, shown: Shown) -> Curves:
    """Give tension by day and direction, and its doubt if it is to be drawn."""
    half_life, acts = asked.half_life_days, shown.windows
    if not acts:
        none = np.zeros((3, 0))
        return Curves(NO_DAYS, none, none, half_life, asked.band)
    levels = expected(acts, stock.conflict, half_life)
    doubts = _doubts(stock, asked, shown) if asked.band else np.zeros(levels.shape)
    return Curves(acts.dates, levels, doubts, half_life, asked.band)


def _doubts(stock: Stock, asked: Inquiry, shown: Shown) -> np.ndarray:
    """Give the standard deviation by day and direction, quickly if it may be."""
    half_life = asked.half_life_days
    if shown.windows and half_life <= LONGEST_DAYS:
        return deviation(shown.windows, stock.conflict, half_life)
    assert shown.cells
    conflict = Conflict(shown.cells, stock.conflict, stock.side, 3)
    return deviation_by_cells(conflict, half_life)


def draw(stock: Stock, asked: Inquiry, shown: Shown, look: Look) -> Drawing:
    """Draw the tension of the acts on show."""
    return draw_tension(curves(stock, asked, shown), about=shown.about, look=look)


class Tension(Chart):
    """Recorded conflict, piled up and fading."""

    name, title, boxes = "tension", "Tension", True

    def draw(self, scene: Scene) -> Drawing:
        """Draw the tension of the acts on show."""
        self._curves = curves(scene.stock, scene.inquiry, scene.shown)
        return draw_tension(self._curves, about=scene.shown.about, look=scene.look)

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give rings on the curves at the days of chosen acts, and ticks below."""
        rows, dates = chosen(scene), self._curves.dates.astype("datetime64[D]")
        acts, side = windows(scene.stock).take(rows), scene.stock.side[rows]
        first = dates[0] if len(dates) else np.datetime64("2025-01-01")
        place = (acts.middle - first).astype(np.int64)
        cell = np.unique(side * len(dates) + place) if len(dates) else place[:0]
        level = self._curves.levels.ravel()[cell]
        size = np.full(len(cell), _RING_PX)
        days = dates[cell % max(len(dates), 1)] if len(cell) else NO_DAYS
        return [rings(days, level, size, scene.look), ticks(acts, scene.look)]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the conflictual acts of a direction and day, or the last before it."""
        side, part = divmod(spot.trace, 3)
        if side > 2 or part != 2 or spot.point >= len(self._curves.dates):
            return Picked()
        when = self._curves.dates[spot.point].astype("datetime64[D]")
        rows = self._conflictual(scene)
        rows = rows[scene.stock.side[rows] == side]
        acts = windows(scene.stock).take(rows)
        before = acts.begins <= when
        if not before.any():
            return Picked()
        last = np.minimum(acts.ends[before], when).max()
        said = f"conflictual acts that may be of {day(last)}, {ways(scene)[side]}"
        return Picked(reaching(scene, last, last, rows=rows), said)

    def within(self, scene: Scene, box: Box) -> Picked:
        """Pick the conflictual acts that may lie in a span of days."""
        rows = reaching(scene, box.first, box.last, rows=self._conflictual(scene))
        return Picked(rows, f"conflictual acts that may lie in {box.said}")

    def _conflictual(self, scene: Scene) -> np.ndarray:
        rows = scene.shown.rows
        return rows[scene.stock.conflict[rows] > 0]
