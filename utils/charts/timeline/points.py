"""What is drawn of the acts of a timeline: a mark for each, and bars."""

from typing import Any

import numpy as np

from utils.charts.sheet.drawing import NOT_A_TIME
from utils.charts.sheet.theme import Look
from utils.charts.timeline.acts import Acts
from utils.charts.timeline.marks import Marks, sizes

_SHAPES = (5, 6, 0)
"""Plotly's numbers of the triangles up and down and of the circle."""
FILLS = {"confirmed": 0, "reported": 300, "disputed": 100}
"""What to add for a full mark, an open one with a dot, and an open one."""
_BARS_PX = 1.5, 4.5


def traces(acts: Acts, marks: Marks, side: int, look: Look) -> list[dict[str, Any]]:
    """Give the bars and, last, the marks of one direction."""
    here = np.flatnonzero(acts.side == side)
    part, y, colour = acts.take(here), marks.y[here], look.theme.directions[side]
    thin, broad = ({"color": colour, "width": px} for px in _BARS_PX)
    return [
        _bars(part.begins, part.ends, y, thin),
        _bars(part.begins, part.lasted_until, y, broad),
        _points(part, y, side, colour),
    ]


def _bars(
    begins: np.ndarray, ends: np.ndarray, y: np.ndarray, line: dict[str, Any]
) -> dict[str, Any]:
    long = ends > begins
    x = np.full((int(long.sum()), 3), NOT_A_TIME)
    x[:, 0], x[:, 1] = begins[long], ends[long]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x.ravel(),
        "y": np.repeat(y[long], 3),
        "line": line,
        "hoverinfo": "skip",
    }


def _points(acts: Acts, y: np.ndarray, side: int, colour: str) -> dict[str, Any]:
    fills = [FILLS.get(name, 0) for name in acts.certainties]
    middle = acts.begins + (acts.ends - acts.begins) // 2
    return {
        "type": "scatter",
        "mode": "markers",
        "x": middle.astype("datetime64[ms]"),
        "y": y,
        "customdata": acts.index.astype(np.int32),
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": np.array([*fills, 0], np.int32)[acts.certainty] + _SHAPES[side],
            "size": sizes(acts),
            "color": colour,
            "line": {"color": colour, "width": 1.5},
            "opacity": 1,
        },
    }
