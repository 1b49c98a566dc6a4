"""Numbers of acts by day, week, month, quarter or year."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.spread import spread

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
    `n`, the expected number: an act of uncertain date spreads its one count evenly
    over its window, so that the numbers add up to the number of acts. An act
    that lasted counts once, at its first day. Bins without an act are there
    with zero, from the first act (or `since`) to the last one (or `until`).

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-30", "2025-06-01"]),
    ...     "latest": pd.to_datetime(["2025-07-01", "2025-06-01"])})
    >>> counts(acts, by=[])["n"].tolist()
    [1.5, 0.5]

    Raises
    ------
    MeasureError
        If `per` is unknown, a column is missing, or there is nothing to count.
    """
    lane, groups = lanes(actions, by)
    cells = spread(actions, since=since, until=until)
    n = cells.total(np.ones(len(actions)), lane, len(groups))
    binned, starts = in_bins(n, cells.dates, per)
    found = groups.loc[groups.index.repeat(len(starts))].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(np.tile(starts, len(groups))))
    found = found.assign(n=binned.ravel(), per=per)
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
    if per not in BINS:
        raise MeasureError(f"There is no bin {per!r}; choose {', '.join(BINS)}.")
    starts, firsts = _bins(dates[0], len(dates), per)
    return np.add.reduceat(daily, firsts, axis=1), starts


@lru_cache(maxsize=100)
def _bins(first: np.datetime64, n_days: int, per: str) -> tuple[np.ndarray, np.ndarray]:
    """Give the first day of each bin, and how many days lie before it."""
    dates = pd.date_range(pd.Timestamp(first), periods=n_days, unit="us")
    periods = dates.to_period(BINS[per])
    starts, firsts = np.unique(periods.start_time.to_numpy(), return_index=True)
    return starts, firsts
