"""What marks the chosen acts on a chart: rings, frames and ticks, never colour."""

from typing import Any

import numpy as np

from utils.charts.sheet.drawing import NOT_A_TIME
from utils.charts.sheet.theme import Look
from utils.explorer.views.view import Windows

_WIDER_PX = 9
RING, DOTTED_RING = 100, 300
"""Plotly's numbers of an open circle, and of one with a dot."""
_TICKS_Y = 0.015


def rings(
    x: np.ndarray, y: np.ndarray, size_px: np.ndarray, look: Look, symbol: Any = RING
) -> dict[str, Any]:
    """Give a trace of rings around marks of these sizes."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x.astype("datetime64[ms]"),
        "y": y,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {
            "symbol": np.broadcast_to(np.asarray(symbol, np.int32), len(y)).copy(),
            "size": size_px + _WIDER_PX,
            "color": look.theme.text,
            "line": {"color": look.theme.text, "width": 2.5},
            "opacity": 1,
        },
    }


def ticks(acts: Windows, look: Look) -> dict[str, Any]:
    """Give a trace of bars at the foot, over the days on which acts may lie."""
    first, last = _runs(acts)
    x = np.full((len(first), 3), NOT_A_TIME)
    x[:, 0], x[:, 1] = first, last
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x.ravel(),
        "y": np.full(x.size, _TICKS_Y),
        "yaxis": "y2",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "line": {"color": look.theme.text, "width": 4},
        "marker": {
            "symbol": "triangle-up",
            "size": 9,
            "color": look.theme.text,
            "opacity": 1,
        },
    }


def outlines(corners: np.ndarray, look: Look) -> dict[str, Any]:
    """Give a trace of frames, each by its left, right, lower and upper end."""
    left, right, low, high = corners.T
    gap = np.full(len(left), np.nan)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.stack([left, right, right, left, left, gap], axis=1).ravel(),
        "y": np.stack([low, low, high, high, low, gap], axis=1).ravel(),
        "hoverinfo": "skip",
        "cliponaxis": False,
        "line": {"color": look.theme.text, "width": 3},
    }


def _runs(acts: Windows) -> tuple[np.ndarray, np.ndarray]:
    """Join windows that touch into runs of days."""
    order = np.argsort(acts.begins, kind="stable")
    begins, ends = acts.begins[order], np.maximum.accumulate(acts.ends[order])
    new = np.append(True, begins[1:] > ends[:-1] + 1)[: len(begins)]
    starts = np.flatnonzero(new)
    return begins[starts], ends[np.append(starts[1:] - 1, len(ends) - 1)[: len(starts)]]
