"""Each chart of the page without an act, in each theme: all that never changes."""

from dataclasses import replace
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import THEMES, Look
from utils.explorer.stock import Stock
from utils.explorer.views import views
from utils.selection import NOTHING, select

_LONG_BEFORE = "1000-01-01"


def drawings(
    stock: Stock, *, half_life_days: float, per: str
) -> dict[str, dict[str, Any]]:
    """Give what Python draws of no act, by theme and chart, ready for JSON.

    The script puts its numbers and words into these, so that colours, dashes and
    templates are Python's own. `colours` are those that signs in the key have.

    Raises
    ------
    MeasureError
        If the half-life is not above zero, or there is no such bin.
    """
    draw = views(stock, half_life_days=half_life_days, per=per)
    shown = stock.shown(select(types=[NOTHING]))
    shown = replace(shown, about=_with_ground(shown.about))
    return {
        name: {
            "colours": vars(theme),
            **{
                chart: plain_data(view(shown, Look(theme)))
                for chart, view in draw.items()
            },
        }
        for name, theme in THEMES.items()
    }


def _with_ground(about: About) -> About:
    """Look at days before the survey too, so that its ground is in the drawing."""
    return replace(about, since=_LONG_BEFORE) if all(about.dense_period) else about


def plain_data(drawing: Drawing) -> dict[str, Any]:
    """Give a drawing as lists, numbers and texts, without its meta.

    >>> plain_data(Drawing(({"y": np.array([1.5, np.nan])},), {"meta": {}}))
    {'data': [{'y': [1.5, None]}], 'layout': {}}
    """
    layout = {key: part for key, part in drawing.layout.items() if key != "meta"}
    return {"data": _plain(drawing.written()), "layout": _plain(layout)}


def _plain(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _plain(value) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_plain(value) for value in part]
    if isinstance(part, np.ndarray | np.generic):
        return _plain(part.tolist())
    return None if isinstance(part, float) and part != part else part
