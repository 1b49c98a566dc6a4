"""The charts of the explorer, each drawn from the acts that are shown."""

from collections.abc import Callable
from functools import partial

import numpy as np

from utils.charts.butterfly import Bins, draw_butterfly
from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.charts.tension_curve import Curves, draw_tension
from utils.charts.timeline import draw_timeline
from utils.explorer.chart_panel import ChartPanel
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Shown, Stock
from utils.measures.counts import in_bins, reach
from utils.measures.tension import Conflict, deviation, expected
from utils.tables import Case

View = Callable[[Shown, Look], Drawing]

_NO_DAYS = np.array([], dtype="datetime64[D]")


def views(stock: Stock, *, half_life_days: float, per: str) -> dict[str, View]:
    """Give the charts that follow a selection, in the order shown."""
    return {
        "timeline": partial(_timeline, stock),
        "tension": partial(_tension, stock, half_life_days),
        "butterfly": partial(_butterfly, stock, per),
    }


def chart_panels(case: Case, state: ExplorerState) -> list[ChartPanel]:
    """Give a panel for each chart, in the order of the tabs."""
    return [
        ChartPanel("timeline", "Timeline", draw=_timeline_of, state=state),
        ChartPanel("tension", "Tension", draw=_tension_of, state=state),
        ChartPanel("butterfly", "Both sides", draw=_butterfly_of, state=state),
    ]


def _timeline_of(scene: Scene) -> Drawing:
    return _timeline(scene.stock, scene.shown, scene.look)


def _tension_of(scene: Scene) -> Drawing:
    half_life_days = scene.inquiry.half_life_days
    return _tension(scene.stock, half_life_days, scene.shown, scene.look)


def _butterfly_of(scene: Scene) -> Drawing:
    return _butterfly(scene.stock, scene.inquiry.per, scene.shown, scene.look)


def _timeline(stock: Stock, shown: Shown, look: Look) -> Drawing:
    acts = stock.marks.take(np.flatnonzero(shown.keep[stock.marks.index]))
    return draw_timeline(acts, stock.tell, about=shown.about, look=look)


def _tension(stock: Stock, half_life: float, shown: Shown, look: Look) -> Drawing:
    cells = shown.cells
    curves = Curves(_NO_DAYS, np.zeros((3, 0)), np.zeros((3, 0)), half_life)
    if cells:
        conflict = Conflict(cells, stock.conflict, stock.side, 3)
        levels, doubts = expected(conflict, half_life), deviation(conflict, half_life)
        curves = Curves(cells.dates, levels, doubts, half_life)
    return draw_tension(curves, about=shown.about, look=look)


def _butterfly(stock: Stock, per: str, shown: Shown, look: Look) -> Drawing:
    cells = shown.cells
    bins = Bins(per, _NO_DAYS, np.zeros(0), np.zeros(0), 0.0)
    if cells:
        daily = cells.total(np.ones(len(stock.side)), stock.side, 3)
        n, starts = in_bins(daily, cells.dates, per)
        starts = starts.astype("datetime64[D]")
        ends = reach(cells, np.where(stock.side < 2, stock.side, -1), 2, per=per)
        bins = Bins(per, starts, n[0], n[1], float(n[2].sum()), *ends)
    return draw_butterfly(bins, about=shown.about, look=look)
