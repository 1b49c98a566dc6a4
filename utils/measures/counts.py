"""Numbers of acts by day, week, month, quarter or year."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread

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
    first day of the bin; weeks begin on Monday), the columns of `by`, and `n`,
    the expected number: an act of uncertain date spreads its one count evenly
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
    binned, starts = in_bins(cells, np.ones(len(actions)), lane, len(groups), per)
    found = groups.loc[groups.index.repeat(len(starts))].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(np.tile(starts, len(groups))))
    found["n"] = binned.ravel()
    return found.sort_values(["date", *by], ignore_index=True)


def in_bins(
    cells: Spread, amount: np.ndarray, lane: np.ndarray, n_lanes: int, per: str
) -> tuple[np.ndarray, np.ndarray]:
    """Add up amounts by lane and bin; give the sums and the bins' first days.

    Raises
    ------
    MeasureError
        If `per` is unknown.
    """
    if per not in BINS:
        raise MeasureError(f"There is no bin {per!r}; choose {', '.join(BINS)}.")
    periods = pd.DatetimeIndex(cells.dates).to_period(BINS[per])
    starts, number = np.unique(periods.start_time.to_numpy(), return_inverse=True)
    firsts = np.flatnonzero(np.diff(number, prepend=-1))
    days = cells.total(amount, lane, n_lanes)
    return np.add.reduceat(days, firsts, axis=1), starts
