"""What two selections have each way, as plain arrays."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet.bins import days_after, unit_of
from utils.charts.sheet.order import LeftOut, by_side
from utils.errors import ChartError

_NUMBERS = ("first", "second", "difference")
_NAME = "A comparison"


@dataclass(frozen=True, eq=False)
class Pair:
    """Numbers of acts by bin, or tension by day, of two selections.

    `first`, `second`, `difference` and its bounds, `low` and `high`, have a row for
    each direction between the sides. `unit` is what a bin is called; `half_life_days`
    is 0 for numbers of acts. `others` says that other directions are left out.
    """

    unit: str
    half_life_days: float
    starts: np.ndarray
    first: np.ndarray
    second: np.ndarray
    difference: np.ndarray
    low: np.ndarray
    high: np.ndarray
    others: bool = False

    @property
    def weighed(self) -> bool:
        """Whether it is tension, and not numbers of acts."""
        return self.half_life_days > 0

    @property
    def doubtful(self) -> bool:
        """Whether uncertain dates leave the difference in doubt anywhere."""
        return bool((self.high > self.low).any())

    @cached_property
    def after(self) -> np.ndarray:
        """The day after each bin."""
        return days_after(self.starts, self.unit)


def measured(table: pd.DataFrame) -> dict[str, object]:
    """Say of a table what was measured in it: `unit` and `half_life_days`.

    Raises
    ------
    ChartError
        If that is neither numbers of acts nor tension, or not one alone.
    """
    if "per" in table:
        return {"unit": unit_of(table, _NAME), "half_life_days": 0.0}
    if "half_life_days" not in table:
        raise ChartError(
            f"{_NAME} needs the column per, as compare_counts gives it, or "
            f"half_life_days, as compare_tension does; this table has "
            f"{', '.join(map(str, table.columns))}."
        )
    days = {float(it) for it in table["half_life_days"]} or {30.0}
    if len(days) > 1:
        raise ChartError(f"{_NAME} has one half-life; this table has {len(days)}.")
    return {"unit": "day", "half_life_days": days.pop()}


def pair_of(rows: pd.DataFrame, about: About, left: LeftOut) -> Pair:
    """Lay the rows of the two directions out over bins or days."""
    starts = left.days(rows["date"])
    if left.each["half_life_days"] and len(starts):
        starts = np.arange(starts[0], starts[-1] + np.timedelta64(1, "D"))
    at = np.searchsorted(starts, rows["date"].to_numpy().astype(starts.dtype))
    cell = by_side(rows["direction"], about) * len(starts) + at

    def laid(values: pd.Series) -> np.ndarray:
        sums = np.bincount(cell, values.to_numpy(dtype=float), 2 * len(starts))
        return sums.reshape(2, len(starts))

    first, second, difference = (laid(rows[name]) for name in _NUMBERS)
    low, high = map(laid, _bounds(rows))
    return Pair(
        *(left.each["unit"], left.each["half_life_days"], starts),
        *(first, second, difference, low, high),
        others=left.n > 0,
    )


def _bounds(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Give what the difference may be, where the table says so."""
    middle = rows["difference"]
    if "sd" in rows:
        return middle - rows["sd"], middle + rows["sd"]
    if {"least", "most"} <= set(rows):
        return rows["least"], rows["most"]
    return middle, middle
