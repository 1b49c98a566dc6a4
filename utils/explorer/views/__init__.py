"""The charts of the explorer, each drawn from the acts that are shown."""

from collections.abc import Callable
from functools import partial

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.explorer.inquiry import Inquiry
from utils.explorer.stock import Shown, Stock
from utils.explorer.views import butterfly, tension, timeline

Draw = Callable[[Shown, Look], Drawing]


def views(stock: Stock, *, half_life_days: float, per: str) -> dict[str, Draw]:
    """Give the charts that a page without a kernel draws as well, in their order."""
    asked = Inquiry(half_life_days=half_life_days, per=per)
    return {
        "timeline": partial(timeline.draw, stock),
        "tension": partial(tension.draw, stock, asked),
        "butterfly": partial(butterfly.draw, stock, per),
    }
