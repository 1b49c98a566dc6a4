"""The delay curve: the share of recorded acts answered so many days later."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.delay_curve.curves import VALUES, Curve, curve_of
from utils.charts.delay_curve.said import key, spoken, subtitle, title
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.layout import sheet
from utils.charts.sheet.order import by_side, ordered
from utils.charts.sheet.theme import Look, look_of, see_through

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"direction", "day", "n_acts", *VALUES}
_DASHES = ("solid", "7px,3px")
_LEFT_PX, _PLOT_PX, _BELOW_PX = 64, 280, 60
_NOTHING = 1e-9


def delay_curve(
    delays: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw the share answered as a step line for each direction, with its interval.

    Needs the table that `measures.delays` gives by direction: `direction`, `day`,
    `share_answered`, `low`, `high`, `n_acts`, `n_at_risk`, `n_censored`. The band
    is the interval at each day; a small line across the curve is a day on which
    an act is no longer watched. Curves level off below one since most acts are
    never answered. Directions other than the two between the sides are left
    out. Nothing is cut off or collides where the chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(delays, _NEEDS, "A delay curve")
    need_sides(about, "A delay curve")
    look = look_of(theme, width_px)
    side = by_side(delays["direction"], about)
    rows = ordered(delays[side < 2], delays["day"][side < 2], side[side < 2])
    curves = [curve_of(rows, name) for name in words.directions(about)]
    drawing = draw_delays(curves, about=about, look=look)
    return drawing.figure("delay_curve", about, rows)


def draw_delays(curves: list[Curve], *, about: About, look: Look) -> Drawing:
    """Lay out the delay curve as plain data; see `delay_curve`."""
    traces = [trace for i in (0, 1) for trace in _lines(curves[i], i, about, look)]
    layout = sheet(
        about,
        look,
        title=title(curves, about),
        said=subtitle(curves, about),
        key=key(about, look),
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
        below_px=_BELOW_PX,
    )
    layout |= {"xaxis": _days_axis(curves), "yaxis": _share_axis(curves)}
    return Drawing(tuple(traces), layout, spoken(curves, about))


def _lines(curve: Curve, i: int, about: About, look: Look) -> list[dict[str, Any]]:
    """Give both edges of the band, the line, and the days when acts drop out."""
    colour = look.theme.directions[i]
    base = {"type": "scatter", "x": curve.days}
    edge = {"mode": "lines", "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": see_through(colour, 0.18)}
    line = {"color": colour, "width": 2, "dash": _DASHES[i], "shape": "hv"}
    name = words.plain(words.arrow(words.directions(about)[i]))
    told = name + ", %{x} days: %{y:.1%} answered, %{customdata:.1f} watched"
    told_lines = {
        "customdata": curve.at_risk,
        "hovertemplate": told + "<extra></extra>",
    }
    return [
        {**base, **edge, "y": curve.low},
        {**base, **edge, **fill, "y": curve.high},
        {**base, **told_lines, "y": curve.share, "mode": "lines", "line": line},
        _ticks(curve, colour, i),
    ]


def _ticks(curve: Curve, colour: str, i: int) -> dict[str, Any]:
    """Mark the days on which acts drop out, upright or slanting by direction."""
    ends = np.flatnonzero(curve.dropped > _NOTHING)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": curve.days[ends],
        "y": curve.share[ends],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": np.full(len(ends), (142, 144)[i]),
            "size": 7,
            "color": colour,
            "line": {"color": colour, "width": 1},
        },
    }


def _days_axis(curves: list[Curve]) -> dict[str, Any]:
    return {
        "title": {"text": "days since the act", "standoff": 8},
        "range": [0, _last(curves)],
        "showgrid": True,
        "ticks": "outside",
        "nticks": 8,
        "tickformat": ",d",
    }


def _share_axis(curves: list[Curve]) -> dict[str, Any]:
    most = max((float(curve.high.max(initial=0)) for curve in curves), default=0)
    top = min(1.02, 1.1 * most) or 1
    ticks = np.arange(0, top, 0.1 if top < 0.6 else 0.25)
    return {
        "title": {"text": "share answered", "standoff": 8},
        "range": [0, top],
        "tickvals": ticks.tolist(),
        "ticktext": [f"{100 * tick:.0f} %" for tick in ticks],
        "fixedrange": True,
        "rangemode": "tozero",
    }


def _last(curves: list[Curve]) -> int:
    return max(1, *(int(curve.days.max(initial=0)) for curve in curves))
