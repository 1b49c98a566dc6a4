"""The penalty path: how many changes of level there are, by what one has to earn."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.penalty_path.paths import Path, paths_of
from utils.charts.penalty_path.said import key, spoken, subtitle, title
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import by_side, ordered
from utils.charts.sheet.theme import Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"n_breaks", "penalty_from", "penalty_to", "chosen", "penalty"}
_LEFT_PX = 64
_PLOT_PX = 240
_LOWEST = 0.1
_BEYOND = 1.5
_MOST_TICKS, _TICK_PX = 6, 48
_DASHES, _SYMBOLS = ("solid", "7px,3px"), (100, 2)
_NONE = np.empty(0)
_NO_PATH = Path("", _NONE, _NONE, _NONE, np.empty(0, dtype=bool), _NONE)


def penalty_path(
    path: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw the best number of changes against the penalty for each, and the one taken.

    Needs what `measures.penalty_path` gives (`Phases.path` too): `n_breaks`,
    `penalty_from`, `penalty_to`, `chosen` and `penalty`; with `direction` too, each
    direction has a line, and others are not drawn. A long step is a number of changes
    that depends little on the penalty. Nothing is cut off or collides where the
    chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, there are paths of other groups, `about` does
        not name two sides, the theme is unknown or the width too small.
    """
    need(path, _NEEDS, "A penalty path")
    need_sides(about, "A penalty path")
    look = look_of(theme, width_px)
    side = np.zeros(len(path), dtype=np.int64)
    if "direction" in path:
        side = by_side(path["direction"], about)
    rows = ordered(path[side < 2], side[side < 2], path["n_breaks"][side < 2])
    drawing = draw_penalty_path(paths_of(rows, about), about=about, look=look)
    return drawing.figure("penalty_path", about, rows)


def draw_penalty_path(paths: list[Path], *, about: About, look: Look) -> Drawing:
    """Lay out one path, or that of both directions; see `penalty_path`."""
    layout = sheet(
        about,
        look,
        title=title(paths),
        said=subtitle(paths, about),
        key=key(paths, look),
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    ends = _ends(paths)
    traces = [trace for i in (0, 1) for trace in _traces(paths, i, ends, look=look)]
    layout |= _axes(paths, ends, look=look)
    return Drawing(tuple(traces), layout, spoken(paths, about))


def _ends(paths: list[Path]) -> tuple[float, float]:
    """Give the penalties between which paths are drawn."""
    shown = [[*p.lower, *p.upper[1:], *p.penalty] for p in paths]
    known = np.array([x for some in shown for x in some if x > 0] or [1.0])
    lowest = [p.lower[-1] for p in paths if len(p.lower)]
    first = max(_LOWEST, min([*known, *(x for x in lowest if x > 0)]))
    return first / _BEYOND, float(known.max()) * _BEYOND


def _traces(
    paths: list[Path], i: int, ends: tuple[float, float], *, look: Look
) -> list[dict[str, Any]]:
    """Give the line of a path, and a mark where its penalty lies."""
    path = paths[i] if i < len(paths) else _NO_PATH
    colour = look.theme.directions[i] if len(paths) > 1 else look.theme.text
    name = words.plain(words.arrow(path.name)) or "All acts"
    row = path.row
    taken = [] if row is None else [row]
    pairs = np.stack([path.upper, path.lower], axis=1).clip(*ends).ravel()
    hover = name + ", penalty %{x:.1f}: %{y} changes<extra></extra>"
    base = {"type": "scatter", "hovertemplate": hover}
    line = {"color": colour, "width": 2, "dash": _DASHES[i]}
    symbol = np.full(len(taken), _SYMBOLS[i])
    # One is an open ring, so that both are seen where they meet.
    ring = {"color": colour, "width": 2.5}
    marker = {"color": colour, "size": (16, 9)[i], "symbol": symbol, "line": ring}
    many = np.repeat(path.many, 2)
    return [
        {**base, "mode": "lines", "x": pairs, "y": many, "line": line},
        {
            **base,
            "mode": "markers",
            "x": path.penalty[taken],
            "y": path.many[taken],
            "marker": marker,
        },
    ]


def _axes(
    paths: list[Path], ends: tuple[float, float], *, look: Look
) -> dict[str, Any]:
    most = max(1, *(int(p.many.max(initial=0)) for p in paths), 1)
    step = max(1, -(-most // _MOST_TICKS))
    ticks = _rounds(ends, plot_width(look, _LEFT_PX) // _TICK_PX)
    return {
        "xaxis": {
            "type": "log",
            "range": np.log10(ends).tolist(),
            "tickvals": ticks,
            "ticktext": [f"{tick:g}" for tick in ticks],
            "tickangle": 0,
            "title": {"text": "penalty for each change (log axis)", "standoff": 8},
            "fixedrange": True,
        },
        "yaxis": {
            "title": {"text": "changes of level", "standoff": 8},
            "range": [-0.06 * most, 1.06 * most],
            "tickvals": list(range(0, most + 1, step)),
            "zeroline": False,
            "fixedrange": True,
        },
    }


def _rounds(ends: tuple[float, float], most: int) -> list[float]:
    """Give round numbers between two ends, as many as there is room for."""
    powers = 10.0 ** np.arange(-1, 7)
    for steps in ([1, 2, 5], [1, 5], [1]):
        rounds = (np.array(steps) * powers[:, None]).ravel()
        found = rounds[(rounds >= ends[0]) & (rounds <= ends[1])]
        if len(found) <= most:
            break
    return [float(tick) for tick in found]
