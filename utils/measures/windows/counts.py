"""Counts from windows: what `measures.counts` says of each bin."""

import numpy as np

from utils.measures.counts import in_bins
from utils.measures.windows.windows import Windows
from utils.multiplicity import counted


def reach(
    acts: Windows, per: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Count the acts of each bin: those expected, those certain, those possible.

    These arrays have a row for each lane and a column for each bin; the fourth
    gives the first days of the bins.

    Raises
    ------
    MeasureError
        If `per` is unknown.
    """
    dates, on_one_day = acts.dates, acts.cut(acts.on_one_day)
    each = 1 if acts.n is None else acts.n[acts.wide.rows]
    share = acts.running([(each / acts.wide.lasts, 0)])
    n, starts = in_bins(on_one_day + share, dates, per)
    sure = in_bins(on_one_day, dates, per)[0].astype(np.int64)
    within, may = _spanned(acts, np.searchsorted(starts, dates, side="right") - 1)
    return n, sure + within, sure + may, starts


def _spanned(acts: Windows, bin_of_day: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count the wide windows that lie in one bin, and those that reach into each."""
    wide, n_bins = acts.wide, int(bin_of_day[-1]) + 1
    head, tail = (bin_of_day[day - acts.begin] for day in (wide.begin, wide.last))
    one = np.where(head == tail, head, n_bins)
    at, size = wide.lane * (n_bins + 1), acts.n_lanes * (n_bins + 1)
    n = None if acts.n is None else acts.n[wide.rows]
    within, opened, closed = (
        counted(at + place, size, n).reshape(acts.n_lanes, -1)
        for place in (one, head, tail + 1)
    )
    return within[:, :-1], np.cumsum(opened - closed, axis=1)[:, :-1]
