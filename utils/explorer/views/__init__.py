"""The charts of the explorer, each drawn from the acts that are shown."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ipywidgets import Widget

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.explorer.chart_panel import ChartPanel
from utils.explorer.controls import Controls, dropdown
from utils.explorer.inquiry import Inquiry
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Shown, Stock
from utils.explorer.views import butterfly, tension, timeline
from utils.explorer.views.ladder import Ladder
from utils.explorer.views.matrix import KINDS, Matrix
from utils.explorer.views.replies import Replies
from utils.explorer.views.sources import Sources
from utils.explorer.views.view import View
from utils.tables import Case

Draw = Callable[[Shown, Look], Drawing]


def views(stock: Stock, *, half_life_days: float, per: str) -> dict[str, Draw]:
    """Give the charts that a page without a kernel draws as well, in their order."""
    asked = Inquiry(half_life_days=half_life_days, per=per)
    return {
        "timeline": partial(timeline.draw, stock),
        "tension": partial(tension.draw, stock, asked),
        "butterfly": partial(butterfly.draw, stock, per),
    }


def chart_panels(case: Case, state: ExplorerState) -> list[ChartPanel]:
    """Give a panel for each chart, in the order of the tabs."""
    controls, matrix = Controls(case, state), Matrix()
    scale, half_life, band = controls.scale, controls.half_life, controls.band
    by = dropdown("Groups by", [(title, name) for name, title in KINDS.items()])
    above: list[tuple[View, list[Widget]]] = [
        (timeline.Timeline(), [scale]),
        (tension.Tension(), [half_life, scale, band]),
        (butterfly.Butterfly(), [controls.per]),
        (Replies(), []),
        (Ladder(), []),
        (matrix, [by]),
        (Sources(), []),
    ]
    panels = [ChartPanel(view, state, controls=row) for view, row in above]
    [grid] = [panel for panel in panels if panel.name == matrix.name]

    def regroup(change: Any) -> None:
        matrix.by = change.new
        grid.again()

    by.observe(regroup, "value")
    return panels
