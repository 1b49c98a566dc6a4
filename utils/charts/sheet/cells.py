"""Cells: numbers on a shade that deepens with them, all of them readable."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from utils.charts.sheet.theme import TEXT_PX, see_through
from utils.charts.sheet.words import plain

PLAIN, HUED, BARE = (0.08, 0.34), (0.08, 0.45), (0.5, 1.0)
"""How much of its colour a cell shows, from the least to the most.

Deeper, its number would be hard to read; the colours of the two directions may go
deeper than that of the text, and a cell without a number must be seen alone."""


def shaded(
    z: np.ndarray,
    edges: tuple[np.ndarray, np.ndarray],
    *,
    colour: str,
    most: float,
    shades: tuple[float, float] = PLAIN,
) -> dict[str, Any]:
    """Give a trace of cells, without any where `z` is zero.

    `edges` are where columns and rows begin and end; `shades` are how much of the
    colour the least and the most show.
    """
    ends = [[at, see_through(colour, share)] for at, share in enumerate(shades)]
    return {
        "type": "heatmap",
        "x": edges[0],
        "y": edges[1],
        "z": np.where(z > 0, z, np.nan),
        "zmin": 0,
        "zmax": max(most, 1e-9),
        "colorscale": ends,
        "showscale": False,
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
    }


def lettering(
    x: np.ndarray, y: np.ndarray, text: Sequence[str], colour: str
) -> dict[str, Any]:
    """Give a trace of words, each in the middle of its cell."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": [plain(words) for words in text],
        "textposition": "middle center",
        "textfont": {"size": TEXT_PX, "color": colour},
        "hoverinfo": "skip",
    }


def rounded(n: float) -> str:
    """Write an expected number of acts as a whole one.

    >>> rounded(2.5), rounded(0.2)
    ('3', '<1')
    """
    return "<1" if n < 0.5 else f"{int(n + 0.5):,}"
