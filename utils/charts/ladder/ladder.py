"""The ladder: the highest rung that each direction reached, day by day."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.ladder.said import key, spoken, subtitle, title
from utils.charts.ladder.steps import REACHES, Steps, steps_of
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import parted
from utils.charts.sheet.span import Days, axis, period
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of, see_through

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "direction", *REACHES, "least_label", "most_label", "window_days"}
_DASHES = ("solid", "7px,3px")
_ROW_PX, _LEAST_ROW_PX = 19, 16
_LEAST_LEFT_PX, _MOST_LEFT_PX, _BESIDE_LABEL_PX = 96, 290, EDGE_PX + 7
_NO_RUNG = "no act on a rung"
_DAY_MS = 86_400_000


def ladder(
    levels: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw the highest rung of each direction as a step line, one above the other.

    Needs what `measures.ladder` gives: `date`, `direction`, `least`, `most`,
    `least_label`, `most_label` and `window_days`. The line is the rung certainly
    reached, the band goes up to the one that may have been, where acts are disputed
    or their dates uncertain.
    Rungs are an order: that two lie as far apart as two others means nothing. Those
    that were never the highest have a number and no name. Other directions are
    not drawn; the subtitle says how many they are. Nothing is cut off or collides
    where the chart is `width_px` wide or wider. `whole` is for `redraw`: what is
    said of rows that are not given.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(levels, _NEEDS, "A ladder")
    need_sides(about, "A ladder")
    look = look_of(theme, width_px)
    window_days = int(levels["window_days"].iloc[0]) if len(levels) else 0
    rows, left = parted(levels, about, each=window_days, whole=whole)
    drawing = draw_ladder(steps_of(rows, about, left), about=about, look=look)
    return drawing.figure("ladder", about, rows, whole=left.record())


def draw_ladder(steps: Steps, *, about: About, look: Look) -> Drawing:
    """Lay out the ladder as plain data; see `ladder`."""
    days, left_px = period(about, steps.dates), _left_px(steps, about, look)
    marks = landmarks(about, days, plot_width(look, left_px))
    layout = sheet(
        about,
        look,
        title=title(steps, about),
        said=subtitle(steps, about),
        key=key(about, look),
        marks=marks,
        days=days,
        left_px=left_px,
        plot_px=_ROW_PX * (2 * steps.top + 4),
        least_plot_px=_LEAST_ROW_PX * (2 * steps.top + 4),
    )
    layout["yaxis"] = _axis(steps, about, left_px)
    ways = [trace for i in (0, 1) for trace in _lines(steps, i, about, look)]
    traces = (_rules(steps, days, look), *ways, *lines(marks, look))
    return Drawing(traces, layout, spoken(steps, about))


def _base(steps: Steps, i: int) -> int:
    """Give where the foot of a direction's ladder stands, the first one on top."""
    return (1 - i) * (steps.top + 2)


def _lines(steps: Steps, i: int, about: About, look: Look) -> list[dict[str, Any]]:
    """Give the lower and the upper edge of the band, and the line itself."""
    least, most = steps.least[i], steps.most[i]
    if not steps.there[i]:
        least, most = least[:0], most[:0]
    colour = look.theme.directions[i]
    line = {"color": colour, "width": 2, "dash": _DASHES[i], "shape": "hv"}
    edge = {"mode": "lines", "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": see_through(colour, 0.22)}
    first = str(steps.dates[0]) if len(least) else "2025-01-01"
    base = {"type": "scatter", "x0": first, "dx": _DAY_MS}
    name = words.plain(words.arrow(words.directions(about)[i]))
    said = f"{name}, %{{x|%-d %b %Y}}: %{{customdata}}<extra></extra>"
    foot = _base(steps, i)
    reached = {"customdata": _reached(steps, least, most), "hovertemplate": said}
    return [
        {**base, **edge, "y": least + foot},
        {**base, **edge, **fill, "y": most + foot},
        {**base, "y": least + foot, "mode": "lines", "line": line, **reached},
    ]


def _reached(steps: Steps, least: np.ndarray, most: np.ndarray) -> list[str]:
    """Say of each day which rung was reached, and which may have been."""
    names = {
        rung: words.plain(f"rung {rung}, {it}") for rung, it in steps.labels.items()
    }
    names[0] = _NO_RUNG
    pairs = zip(least.astype(int).tolist(), most.astype(int).tolist(), strict=True)
    return [
        names[low] if low == high else f"{names[low]}; perhaps {names[high]}"
        for low, high in pairs
    ]


def _rules(steps: Steps, days: Days, look: Look) -> dict[str, Any]:
    """Rule a faint line along each rung, and none along the names of the sides."""
    rows = np.array([_base(steps, i) + r for i in (0, 1) for r in range(steps.top + 1)])
    ends = (*axis(days), "NaT")
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.array([ends] * len(rows), "datetime64[ms]").ravel(),
        "y": np.column_stack([rows, rows, np.full(len(rows), np.nan)]).ravel(),
        "line": {"color": see_through(look.theme.quiet, 0.25), "width": 1},
        "hoverinfo": "skip",
    }


def _named(steps: Steps) -> list[str]:
    """Name the rungs from none to the highest."""
    rungs = range(1, steps.top + 1)
    return [
        _NO_RUNG,
        *(f"{rung} {steps.labels.get(rung, '')}".strip() for rung in rungs),
    ]


def _left_px(steps: Steps, about: About, look: Look) -> int:
    """Make room for the longest label, but no more than two fifths of the chart."""
    names = [words.arrow(name) for name in words.directions(about)]
    longest = max(width(name, TEXT_PX, bold=True) for name in names)
    longest = max(longest, *(width(name, TEXT_PX) for name in _named(steps)))
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    return min(wanted, _MOST_LEFT_PX, look.width_px * 2 // 5)


def _axis(steps: Steps, about: About, left_px: int) -> dict[str, Any]:
    room_px = left_px - _BESIDE_LABEL_PX
    rungs = [words.plain(shortened(it, room_px, TEXT_PX)) for it in _named(steps)]
    ways = [f"<b>{words.plain(words.arrow(it))}</b>" for it in words.directions(about)]
    feet = [_base(steps, i) for i in (0, 1)]
    return {
        "range": [-0.6, 2 * steps.top + 3.5],
        "tickvals": [foot + row for foot in feet for row in range(steps.top + 2)],
        "ticktext": [name for way in ways for name in (*rungs, way)],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
