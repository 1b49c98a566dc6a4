"""The bins of a butterfly, as plain arrays."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.bins import days_after
from utils.charts.sheet.order import LeftOut
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


def bins_of(counts: pd.DataFrame, about: About, left: LeftOut) -> Bins:
    """Add up the acts of each bin, each way."""
    starts = left.days(counts["date"])
    number = np.searchsorted(starts, counts["date"].to_numpy().astype(starts.dtype))
    direction = counts["direction"].astype(str).to_numpy()
    both = [direction == name for name in words.directions(about)]
    ends = ("least", "most") if {"least", "most"} <= set(counts) else ("n", "n")
    heights = np.zeros((3, 2, len(starts)))
    for i, column in enumerate(("n", *ends)):
        value = counts[column].to_numpy(dtype=float)
        heights[i] = [np.bincount(number[m], value[m], len(starts)) for m in both]
    (up, down), least, most = heights
    return Bins(left.each, starts, up, down, left.n, least, most)
