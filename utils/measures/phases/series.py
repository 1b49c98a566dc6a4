"""Acts counted by bin within a period, and drawn anew within their windows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.counts import in_bins
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread
from utils.multiplicity import counted


@dataclass(frozen=True, eq=False)
class Series:
    """Expected acts of each lane (row) and bin (column) of a period.

    `starts` are the first days of the bins, `days` how many days of each lie in
    the period, `since` and `until` its first and last day. `lane` is each act's
    row, `cells` the days it may lie on; `bin_of` is the bin of each day of `cells`,
    one more than the last for days outside the period.
    """

    per: str
    groups: pd.DataFrame
    n: np.ndarray
    starts: np.ndarray
    days: np.ndarray
    since: np.datetime64
    until: np.datetime64
    lane: np.ndarray
    cells: Spread
    bin_of: np.ndarray

    def redrawn(
        self, lane: int, draws: int, *, lots: np.random.Generator
    ) -> np.ndarray:
        """Give each act one day of its window by lot: a row of counts for each draw."""
        mine = self.lane == lane
        lasts = self.cells.lasts
        first_day = self.cells.day[self.cells.nth == 1]
        sure, doubtful = mine & (lasts == 1), mine & (lasts > 1)
        width = len(self.days) + 1
        n = self.cells.n
        known = counted(
            self.bin_of[first_day[sure]], width, None if n is None else n[sure]
        )
        doubtful = np.repeat(np.flatnonzero(doubtful), 1 if n is None else n[doubtful])
        windows = lasts[doubtful]
        moved = lots.integers(0, windows, (draws, len(windows)))
        bins = self.bin_of[first_day[doubtful] + moved]
        bins = bins + np.arange(draws)[:, None] * width
        drawn = np.bincount(bins.ravel(), minlength=draws * width)
        return (known + drawn.reshape(draws, width))[:, :-1].astype(float)

    def n_doubtful(self, lane: int) -> int:
        """Count the acts of a lane whose day is not known."""
        doubtful = (self.lane == lane) & (self.cells.lasts > 1)
        n = self.cells.n
        return int(doubtful.sum() if n is None else n[doubtful].sum())

    def name(self, lane: int) -> str:
        """Name a lane by its values."""
        return ", ".join(str(value) for value in self.groups.iloc[lane])


def series(
    actions: pd.DataFrame,
    per: str,
    *,
    by: Sequence[str] = (),
    since: str = "",
    until: str = "",
) -> Series:
    """Count the acts of each bin as `counts` does, but only within the period.

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-08"])
    >>> acts = pd.DataFrame({"earliest": day, "latest": day})
    >>> series(acts, "week", until="2025-01-09").days.tolist()
    [5.0, 4.0]

    Raises
    ------
    MeasureError
        If a column is missing, `per` is unknown, a bound is no ISO day, or there
        is neither an act nor a period.
    """
    lane, groups = lanes(actions, by)
    cells = spread(actions, since=since, until=until)
    dates = cells.dates.astype("datetime64[D]")
    first = np.datetime64(since, "D") if since else dates[0]
    last = np.datetime64(until, "D") if until else dates[-1]
    inside = (dates >= first) & (dates <= last)
    daily = cells.total(np.ones(len(actions)), lane, len(groups))[:, inside]
    n, starts = in_bins(daily, dates[inside], per)
    days = in_bins(np.ones((1, int(inside.sum()))), dates[inside], per)[0][0]
    bin_of = np.full(len(dates), len(days))
    bin_of[inside] = np.repeat(np.arange(len(days)), days.astype(np.int64))
    starts = starts.astype("datetime64[D]")
    return Series(per, groups, n, starts, days, first, last, lane, cells, bin_of)
