"""Cells: numbers on a shade that deepens with them, all of them readable."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from utils.charts.sheet.theme import TEXT_PX, see_through
from utils.charts.sheet.words import plain

LIGHTEST, DEEPEST, DEEPEST_HUE = 0.08, 0.34, 0.45
"""How much of its colour a cell shows; deeper, its number would be hard to read.

The colours of the two directions may go deeper than that of the text."""

_LENGTHS: dict[str, np.timedelta64] = {
    "day": np.timedelta64(1, "D"),
    "week": np.timedelta64(7, "D"),
    "month": np.timedelta64(1, "M"),
    "quarter": np.timedelta64(3, "M"),
    "year": np.timedelta64(12, "M"),
}
UNITS = tuple(_LENGTHS)


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


def ends_of_bins(starts: np.ndarray, unit: str) -> np.ndarray:
    """Give the first day of each bin, and the day after the last bin.

    >>> june = np.array(["2025-06-01"], dtype="datetime64[D]")
    >>> ends_of_bins(june, "month").astype(str).tolist()
    ['2025-06-01', '2025-07-01']
    """
    if not len(starts):
        return starts
    length = _LENGTHS[unit]
    counted = starts[-1:].astype(f"datetime64[{np.datetime_data(length.dtype)[0]}]")
    return np.append(starts, (counted + length).astype("datetime64[D]"))
