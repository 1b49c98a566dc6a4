"""Numbers of acts by day, week, month, quarter or year."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import columns
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread
from utils.multiplicity import counted

BINS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def counts(
    actions: pd.DataFrame,
    per: str = "month",
    *,
    by: Sequence[str] = ("direction",),
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Count the acts of each `per` (day, week, month, quarter, year) and group.

    Needs `earliest`, `latest` and the columns named in `by`. Gives `date` (the
    first day of the bin; weeks begin on Monday), the columns of `by`, `per`, and
    three numbers of acts: `n`, the expected one, as an act of uncertain date
    spreads its one count evenly over its window; `least`, the acts that are in the
    bin for certain; and `most`, those that may be in it. `n` adds up to the number
    of acts, `least` to no more and `most` to no less; not all bins can reach
    their `most` at once. An act that lasted counts once, at its first day. Bins
    without an act are there with zero, from the first act (or `since`) to the last
    one (or `until`).

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-30", "2025-06-01"]),
    ...     "latest": pd.to_datetime(["2025-07-01", "2025-06-01"])})
    >>> counts(acts, by=[])[["n", "least", "most"]].values.tolist()
    [[1.5, 1.0, 2.0], [0.5, 0.0, 1.0]]

    Raises
    ------
    MeasureError
        If `per` is unknown, a column is missing, or there is nothing to count.
    """
    lane, groups = lanes(actions, columns(actions, by, taken="date"))
    cells = spread(actions, since=since, until=until)
    n = cells.total(np.ones(len(actions)), lane, len(groups))
    binned, starts = in_bins(n, cells.dates, per)
    found = groups.loc[groups.index.repeat(len(starts))].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(np.tile(starts, len(groups))))
    least, most = reach(cells, lane, len(groups), per=per)
    found = found.assign(
        n=binned.ravel(), least=least.ravel(), most=most.ravel(), per=per
    )
    return found.sort_values(["date", *groups.columns], ignore_index=True)


def in_bins(
    daily: np.ndarray, dates: np.ndarray, per: str
) -> tuple[np.ndarray, np.ndarray]:
    """Add up daily amounts (lanes by days) by bin; give also the bins' first days.

    >>> days = np.arange("2025-06-30", "2025-07-03", dtype="datetime64[D]")
    >>> in_bins(np.array([[1.0, 2.0, 3.0]]), days, "month")[0].tolist()
    [[1.0, 5.0]]

    Raises
    ------
    MeasureError
        If `per` is unknown.
    """
    starts, firsts = _bins(dates[0], len(dates), _known(per))
    return np.add.reduceat(daily, firsts, axis=1), starts


def reach(
    cells: Spread, lane: np.ndarray, n_lanes: int, *, per: str
) -> tuple[np.ndarray, np.ndarray]:
    """Count the acts that are in each bin for certain, and those that may be.

    `lane` has one value for each act; below zero it leaves the act out. Both
    arrays have a row for each lane and a column for each bin.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-30", "2025-06-01"]),
    ...     "latest": pd.to_datetime(["2025-07-01", "2025-06-01"])})
    >>> least, most = reach(spread(acts), np.array([0, 0]), 1, per="month")
    >>> least.tolist(), most.tolist()
    ([[1, 0]], [[2, 1]])

    Raises
    ------
    MeasureError
        If `per` is unknown.
    """
    starts, firsts = _bins(cells.dates[0], cells.n_days, _known(per))
    begin = np.flatnonzero(cells.nth == 1)
    begin = begin[lane[cells.row[begin]] >= 0]
    row, day = cells.row[begin], cells.day[begin]
    head, tail = (
        np.searchsorted(firsts, ends, side="right") - 1
        for ends in (day, day + cells.lasts[row] - 1)
    )
    width = len(starts) + 1
    lanes_begin = lane[row] * width
    size, shape = n_lanes * width, (n_lanes, width)
    n, one = None if cells.n is None else cells.n[row], head == tail
    certain = counted((lanes_begin + head)[one], size, None if n is None else n[one])
    opened = counted(lanes_begin + head, size, n)
    closed = counted(lanes_begin + tail + 1, size, n)
    may = np.cumsum((opened - closed).reshape(shape), axis=1)
    return certain.reshape(shape)[:, :-1], may[:, :-1]


def _known(per: str) -> str:
    if per not in tuple(BINS):
        raise MeasureError(f"There is no bin {per!r}; choose {', '.join(BINS)}.")
    return per


@lru_cache(maxsize=100)
def _bins(first: np.datetime64, n_days: int, per: str) -> tuple[np.ndarray, np.ndarray]:
    """Give the first day of each bin, and how many days lie before it."""
    dates = pd.date_range(pd.Timestamp(first), periods=n_days, unit="us")
    periods = dates.to_period(BINS[per])
    starts, firsts = np.unique(periods.start_time.to_numpy(), return_index=True)
    return starts, firsts
