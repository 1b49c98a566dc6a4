"""The bins of a butterfly, as plain arrays."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.bins import days_after, unit_of
from utils.charts.sheet.rows import iso

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Bins:
    """The first day of each bin, the acts each way, and the acts of others.

    `unit` is what a bin is called: day, week, month, quarter or year. `least` and
    `most` have a row for each way: the acts certain in a bin, and those possible.
    """

    unit: str
    starts: np.ndarray
    up: np.ndarray
    down: np.ndarray
    others: float
    least: np.ndarray = field(default_factory=lambda: np.zeros((2, 0)))
    most: np.ndarray = field(default_factory=lambda: np.zeros((2, 0)))

    @cached_property
    def days(self) -> np.ndarray:
        """The number of days of each bin."""
        after = days_after(self.starts, self.unit)
        return ((after - self.starts) / _DAY).astype(np.int64)

    @cached_property
    def written(self) -> np.ndarray:
        """The first days as ISO text, written once for every trace."""
        return iso(self.starts)


def bins_of(counts: pd.DataFrame, about: About) -> Bins:
    """Add up the acts of each bin, each way.

    Raises
    ------
    ChartError
        If `per` is no one known unit.
    """
    starts, number = np.unique(counts["date"].to_numpy(), return_inverse=True)
    direction = counts["direction"].astype(str).to_numpy()
    n = counts["n"].to_numpy(dtype=float)
    both = [direction == name for name in words.directions(about)]
    ends = ("least", "most") if {"least", "most"} <= set(counts) else ("n", "n")
    heights = np.zeros((3, 2, len(starts)))
    for i, column in enumerate(("n", *ends)):
        value = counts[column].to_numpy(dtype=float)
        heights[i] = [np.bincount(number[m], value[m], len(starts)) for m in both]
    days, others = starts.astype("datetime64[D]"), float(n[~np.any(both, axis=0)].sum())
    (up, down), least, most = heights
    return Bins(unit_of(counts, "A butterfly"), days, up, down, others, least, most)
