"""Acts of uncertain date, spread evenly over the days they may lie on."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from pandas.api.types import is_datetime64_dtype

from utils.errors import MeasureError
from utils.multiplicity import several

MOST_DAYS = 1_000_000
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Spread:
    """One cell for each act and each day on which it may have begun.

    `row` is the position of the act, `day` the number of days after `first`,
    `nth` that day's number in the window of the act (from one), and `lasts` the
    days of each act's window. An act of one known day has one cell, an act that
    happened on an unknown day of June has thirty. Where rows stand for several acts,
    `n` says for how many, and whatever is added up counts each of them.
    """

    first: np.datetime64
    n_days: int
    row: np.ndarray
    day: np.ndarray
    nth: np.ndarray
    lasts: np.ndarray
    n: np.ndarray | None = None

    def __post_init__(self) -> None:
        if self.n_days > MOST_DAYS:
            raise MeasureError(
                f"From the first to the last day there are {self.n_days:,} days, more "
                f"than {MOST_DAYS:,}; leave since or until open, and what is drawn "
                "begins or ends with the acts."
            )

    @property
    def dates(self) -> np.ndarray:
        """Every day from the first to the last."""
        return (self.first + np.arange(self.n_days) * _DAY).astype("datetime64[us]")

    @property
    def share(self) -> np.ndarray:
        """The part of its act that falls on each cell; an act's parts make one."""
        return (1 / self.lasts)[self.row]

    def part(self, keep: np.ndarray, *, since: str = "", until: str = "") -> "Spread":
        """Keep the cells of some acts, over the days that `spread` would give them.

        `keep` says of each act whether it stays; what has one value for each act
        still has one for every act. There must be an act left, or a period.

        Raises
        ------
        MeasureError
            If there would be more than a million days.
        """
        cells = np.flatnonzero(keep[self.row])
        day = self.day[cells]
        since_day, until_day = ((_day(d) - self.first) / _DAY for d in (since, until))
        offset = int(np.append(day, since_day).min())
        last = int(np.append(day, until_day).max())
        return Spread(
            first=self.first + offset * _DAY,
            n_days=last - offset + 1,
            row=self.row[cells],
            day=day - offset,
            nth=self.nth[cells],
            lasts=self.lasts,
            n=self.n,
        )

    def uncertain(self) -> "Spread":
        """Keep the cells of acts of uncertain date alone, over the same days."""
        cells = np.flatnonzero((self.lasts > 1)[self.row])
        kept = {name: getattr(self, name)[cells] for name in ("row", "day", "nth")}
        return replace(self, **kept)

    def total(self, amount: np.ndarray, lane: np.ndarray, n_lanes: int) -> np.ndarray:
        """Add up an amount of each act by lane and day, spread over its window.

        `amount` and `lane` have one value for each act (where rows stand for several,
        that of one of them); a lane below zero leaves the act out. Gives an array of
        `n_lanes` rows and `n_days` columns.
        """
        shares = amount / self.lasts if self.n is None else amount * self.n / self.lasts
        return self.pile(shares[self.row], lane, n_lanes)

    def pile(self, amount: np.ndarray, lane: np.ndarray, n_lanes: int) -> np.ndarray:
        """Add up amounts by lane and day, as `total` does, but one for each cell."""
        cell = (lane * self.n_days)[self.row] + self.day
        if (lane < 0).any():
            keep = lane[self.row] >= 0
            cell, amount = cell[keep], amount[keep]
        sums = np.bincount(cell, amount, n_lanes * self.n_days)
        return sums.reshape(n_lanes, self.n_days)


def spread(actions: pd.DataFrame, *, since: str = "", until: str = "") -> Spread:
    """Lay the acts out over days, each uncertain one over its whole window.

    Needs `earliest` and `latest`, and takes `n`, how many acts a row stands for,
    where it is there. The days reach from the earliest act (or
    `since`, where that is earlier) to the latest one (or `until`, where that is
    later); both are ISO days.

    >>> days = pd.to_datetime(["2025-06-01", "2025-06-01"])
    >>> acts = pd.DataFrame({"earliest": days, "latest": days + pd.Timedelta(days=1)})
    >>> spread(acts).share.tolist()
    [0.5, 0.5, 0.5, 0.5]

    Raises
    ------
    MeasureError
        If a column is missing, an act has no day, a bound is no ISO day, the
        period ends before it begins, there is neither an act nor a period, or
        there would be more than a million days; or if `n` is no whole number from 1.
    """
    n = several(actions)
    begins, ends = windows(actions)
    first, last = _bounds(begins, ends, (since, until))
    lasts = (ends - begins).astype(np.int64) + 1
    row = np.repeat(np.arange(len(lasts)), lasts)
    before = np.cumsum(lasts) - lasts
    nth = np.arange(1, len(row) + 1) - before[row]
    day = (begins - first).astype(np.int64)[row] + nth - 1
    return Spread(first, int((last - first) / _DAY) + 1, row, day, nth, lasts, n)


def windows(actions: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Give the first and the last day on which each act may have begun.

    Needs `earliest` and `latest`.

    >>> day = pd.to_datetime(["2025-06-29"])
    >>> first, last = windows(pd.DataFrame({"earliest": day, "latest": day}))
    >>> first == last
    array([ True])

    Raises
    ------
    MeasureError
        If a column is missing or holds no days, an act has no day, or may lie on
        more than a million.
    """
    begins, ends = _days(actions, "earliest"), _days(actions, "latest")
    _check_windows(begins, ends)
    return begins, ends


def _days(actions: pd.DataFrame, column: str) -> np.ndarray:
    if column not in actions:
        raise MeasureError(
            f"A measure over time needs the column {column}; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    given = actions[column]
    if isinstance(given.dtype, pd.DatetimeTZDtype):
        given = given.dt.tz_localize(None)
    if not is_datetime64_dtype(given.dtype):
        _check_days(given.dropna(), column)
        given = pd.to_datetime(given.astype(object))
    return given.to_numpy("datetime64[D]")


def _check_days(given: pd.Series, column: str) -> None:
    """Refuse text, which numpy may take for another day than is meant, and numbers."""
    if odd := [day for day in given if not isinstance(day, date | np.datetime64)]:
        raise MeasureError(
            f"The column {column} holds what is no day, such as {odd[0]!r}; "
            "give days, as pd.to_datetime makes of ISO text."
        )


def _check_windows(begins: np.ndarray, ends: np.ndarray) -> None:
    if odd := int((~(begins <= ends)).sum()):
        raise MeasureError(
            f"{odd} of {len(begins)} acts cannot be placed in time: earliest or "
            "latest is empty, or latest comes first; leave them out, or mend them."
        )
    longest = int((ends - begins).astype(np.int64).max(initial=-1)) + 1
    if longest > MOST_DAYS:
        raise MeasureError(
            f"An act may lie on any of {longest:,} days, more than {MOST_DAYS:,}; "
            "leave it out, or mend its dates."
        )


def _bounds(
    begins: np.ndarray, ends: np.ndarray, period: tuple[str, str]
) -> tuple[np.datetime64, np.datetime64]:
    since, until = map(_day, period)
    if (until < since).any():
        raise MeasureError(
            f"The period ends on {period[1]}, before it begins on {period[0]}."
        )
    firsts, lasts = np.append(begins, since), np.append(ends, until)
    if not (firsts.size and lasts.size):
        raise MeasureError(
            "There is no act to measure and no period to measure it over; widen the "
            "selection, or give since= and until=."
        )
    return firsts.min(), lasts.max()


def _day(iso: str) -> np.ndarray:
    try:
        days = [date.fromisoformat(iso)] if iso else []
    except (TypeError, ValueError):
        raise MeasureError(f"{iso!r} is not an ISO day; write 2025-06-29.") from None
    return np.array(days, dtype="datetime64[D]")
