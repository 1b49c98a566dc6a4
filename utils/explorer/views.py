"""The charts of the explorer, each drawn from the acts that are shown."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from utils import measures
from utils.charts.butterfly import draw_butterfly
from utils.charts.drawing import Drawing
from utils.charts.tension_curve import draw_tension
from utils.charts.theme import Theme
from utils.charts.timeline import draw_timeline
from utils.explorer.stock import Shown, Stock

View = Callable[[Shown, Theme], Drawing]


def views(stock: Stock, *, half_life_days: float, per: str) -> dict[str, View]:
    """Give the charts that follow a selection, in the order shown."""
    return {
        "timeline": partial(_timeline, stock),
        "tension": partial(_tension, half_life_days),
        "butterfly": partial(_butterfly, per),
    }


def _timeline(stock: Stock, shown: Shown, theme: Theme) -> Drawing:
    return draw_timeline(shown.acts, about=shown.about, theme=theme, texts=stock.acts)


def _tension(half_life_days: float, shown: Shown, theme: Theme) -> Drawing:
    since, until = shown.selection.since, shown.selection.until
    if _is_blank(shown):
        columns = ["date", "direction", "tension", "sd", "half_life_days"]
        frame = pd.DataFrame(columns=columns).astype({"date": "datetime64[us]"})
    else:
        frame = measures.tension(
            shown.acts, half_life_days=half_life_days, since=since, until=until
        )
    return draw_tension(frame, about=shown.about, theme=theme)


def _butterfly(per: str, shown: Shown, theme: Theme) -> Drawing:
    since, until = shown.selection.since, shown.selection.until
    if _is_blank(shown):
        columns = {"date": "datetime64[us]", "direction": "str", "n": "float"}
        frame = pd.DataFrame(columns=list(columns)).astype(columns)
    else:
        frame = measures.counts(shown.acts, per, since=since, until=until)
    return draw_butterfly(frame, about=shown.about, theme=theme)


def _is_blank(shown: Shown) -> bool:
    """Say whether there is neither an act nor a period to draw."""
    chosen = shown.selection
    return not len(shown.acts) and not (chosen.since and chosen.until)
