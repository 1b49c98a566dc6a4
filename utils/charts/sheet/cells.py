"""Cells: numbers on a shade that deepens with them, all of them readable."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from utils.charts.sheet.theme import TEXT_PX, see_through
from utils.charts.sheet.words import plain

LIGHTEST, DEEPEST, DEEPEST_HUE = 0.08, 0.34, 0.45
"""How much of its colour a cell shows; deeper, its number would be hard to read.

The colours of the two directions may go deeper than that of the text."""


def shaded(
    z: np.ndarray,
    edges: tuple[np.ndarray, np.ndarray],
    *,
    colour: str,
    most: float,
    deepest: float = DEEPEST,
) -> dict[str, Any]:
    """Give a trace of cells, without any where `z` is zero.

    `edges` are where columns and rows begin and end; `most` has the deepest shade.
    """
    ends = [[at, see_through(colour, it)] for at, it in ((0, LIGHTEST), (1, deepest))]
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
