"""Acts of uncertain date, spread evenly over the days they may lie on."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Spread:
    """One cell for each act and each day on which it may have begun.

    `row` is the position of the act, `day` the number of days after `first`,
    `share` the part of the act that falls on that day. The shares of an act add
    up to one: an act of one known day has one cell, an act that happened on an
    unknown day of June has thirty.
    """

    first: np.datetime64
    n_days: int
    row: np.ndarray
    day: np.ndarray
    share: np.ndarray
    lasts: np.ndarray

    @property
    def dates(self) -> np.ndarray:
        """Every day from the first to the last."""
        return self.first + np.arange(self.n_days) * _DAY

    def total(
        self, amount: np.ndarray, lane: np.ndarray, n_lanes: int, *, power: int = 1
    ) -> np.ndarray:
        """Add up an amount of each act by lane and day.

        `amount` and `lane` have one value for each act; a lane below zero
        leaves the act out. Gives an array of `n_lanes` rows and `n_days`
        columns. With `power` two the amount is squared before it is spread.
        """
        keep = lane >= 0
        if not keep.all():
            keep = keep[self.row]
            row, day, share = self.row[keep], self.day[keep], self.share[keep]
        else:
            row, day, share = self.row, self.day, self.share
        cell = lane[row].astype(np.int64) * self.n_days + day
        sums = np.bincount(cell, amount[row] ** power * share, n_lanes * self.n_days)
        return sums.reshape(n_lanes, self.n_days)


def spread(actions: pd.DataFrame, *, since: str = "", until: str = "") -> Spread:
    """Lay the acts out over days, each uncertain one over its whole window.

    Needs `earliest` and `latest`. The days reach from the earliest act (or
    `since`, where that is earlier) to the latest one (or `until`).

    >>> days = pd.to_datetime(["2025-06-01", "2025-06-01"])
    >>> acts = pd.DataFrame({"earliest": days, "latest": days + pd.Timedelta(days=1)})
    >>> spread(acts).share.tolist()
    [0.5, 0.5, 0.5, 0.5]

    Raises
    ------
    MeasureError
        If a column is missing, or there is neither an act nor a period.
    """
    begins, ends = _days(actions, "earliest"), _days(actions, "latest")
    first, last = _bounds(begins, ends, since, until)
    lasts = (ends - begins).astype(np.int64) + 1
    row = np.repeat(np.arange(len(lasts)), lasts)
    within = np.arange(len(row)) - np.repeat(np.cumsum(lasts) - lasts, lasts)
    day = (begins - first).astype(np.int64)[row] + within
    n_days = int((last - first) / _DAY) + 1
    return Spread(first, n_days, row, day, 1 / lasts[row], lasts)


def _days(actions: pd.DataFrame, column: str) -> np.ndarray:
    if column not in actions:
        raise MeasureError(
            f"A measure over time needs the column {column}; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    return actions[column].to_numpy().astype("datetime64[D]")


def _bounds(
    begins: np.ndarray, ends: np.ndarray, since: str, until: str
) -> tuple[np.datetime64, np.datetime64]:
    firsts = [*([begins.min()] if len(begins) else []), *_day(since)]
    lasts = [*([ends.max()] if len(ends) else []), *_day(until)]
    if not firsts or not lasts:
        raise MeasureError(
            "There is no act to measure and no period; widen the selection, or "
            "give since= and until= for a curve that lies at zero."
        )
    return min(firsts), max(lasts)


def _day(iso: str) -> list[np.datetime64]:
    return [np.datetime64(iso, "D")] if iso else []
