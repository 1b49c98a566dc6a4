"""Lags as they are drawn: bands of chance, and marks on stems."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.charts.sheet.theme import Look, see_through

LIMITS = ("low_null", "high_null", "low_all", "high_all")
SIGNS = ("■", "●", "▲")
"""The signs of the same time, of the first and of the second direction."""
_SYMBOLS = (1, 0, 5)
_OPEN = 100
_HOVER = (
    "lag of %{x}: r = %{y:.2f}, chance %{customdata[0]:.2f} to %{customdata[1]:.2f}"
    "<extra></extra>"
)


@dataclass(frozen=True, eq=False)
class Lags:
    """Correlations at the lags of each unit, and what they compare.

    `names` and `n` are the two directions and their acts; `by_unit` has the rows
    of each unit in the order of their lags.
    """

    names: tuple[str, str]
    n: tuple[int, int]
    by_unit: dict[str, pd.DataFrame]

    @property
    def shown(self) -> list[str]:
        """The units that have a lag."""
        return [unit for unit, rows in self.by_unit.items() if len(rows)]


def panel(rows: pd.DataFrame, colours: list[str], look: Look) -> list[dict[str, Any]]:
    """Give the band of chance, the lines of all lags, and three kinds of marks."""
    side = np.sign(rows["lag_bins"].to_numpy(dtype=int))
    marks = [
        _marks(rows[side == sign], colours[sign], _SYMBOLS[sign]) for sign in (-1, 0, 1)
    ]
    return [*_chance(rows, look), *marks]


def _chance(rows: pd.DataFrame, look: Look) -> list[dict[str, Any]]:
    lag, half = rows["lag_bins"].to_numpy(dtype=float), np.array([-0.5, 0.5])
    found = []
    for name in LIMITS:
        dotted = name.endswith("all")
        line = {
            "color": look.theme.quiet,
            "width": 1 if dotted else 0,
            "dash": "2px,3px",
        }
        ends = {
            "x": (lag[:, None] + half).ravel(),
            "y": np.repeat(rows[name].to_numpy(dtype=float), 2),
        }
        base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", **ends}
        found.append({**base, "line": line})
    found[1] |= {"fill": "tonexty", "fillcolor": see_through(look.theme.other, 0.3)}
    return found


def _marks(rows: pd.DataFrame, colour: str, symbol: int) -> dict[str, Any]:
    """Give marks on stems from zero, filled where they are beyond chance."""
    r = rows["r"].to_numpy(dtype=float)
    beyond = rows["beyond_all"].to_numpy(dtype=bool)
    stems = {"array": np.maximum(0, -r), "arrayminus": np.maximum(0, r)}
    look = {"color": colour, "thickness": 1.5, "width": 0}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": rows["lag_bins"].to_numpy(dtype=float),
        "y": r,
        "customdata": rows[["low_null", "high_null"]].to_numpy(dtype=float),
        "hovertemplate": _HOVER,
        "error_y": {"type": "data", "symmetric": False, **stems, **look},
        "marker": {
            "color": colour,
            "size": 6,
            "symbol": np.where(beyond, symbol, symbol + _OPEN).tolist(),
            "line": {"width": 1.5, "color": colour},
        },
    }
