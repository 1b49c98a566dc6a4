"""Acts and the windows of days on which each may have begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.spread import MOST_DAYS, windows
from utils.measures.tension import fade
from utils.measures.windows.wide import Wide
from utils.multiplicity import counted, several

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Windows:
    """Acts by lane and day, where `Spread` has a cell for each day of each window.

    `rows` are the places of the acts, `slot` numbers the lane and the day of each
    that has one day, from `first` on, with a last slot for all others: those are
    `wide`. `begin` and `n_days` bound what is given. Amounts are given with one
    value for every act of the table, whichever are kept; so is `n`, where rows stand
    for several acts, and then all of these count. What is added up is what `Spread`
    adds up, to the last digits.
    """

    first: np.datetime64
    width: int
    n_lanes: int
    rows: np.ndarray
    slot: np.ndarray
    wide: Wide
    begin: int
    n_days: int
    n: np.ndarray | None = None

    @property
    def dates(self) -> np.ndarray:
        """Every day from the first to the last."""
        days = self.first + np.arange(self.begin, self.begin + self.n_days) * _DAY
        return days.astype("datetime64[us]")

    def part(
        self, keep: np.ndarray, rows: np.ndarray, *, since: str = "", until: str = ""
    ) -> "Windows":
        """Keep some acts, over the days that `spread` would give them.

        `keep` says of each act whether it stays, and `rows` are the places of those
        that do. There must be an act left, or a period.

        Raises
        ------
        MeasureError
            If there would be more than a million days.
        """
        kept = replace(self, rows=rows, slot=self.slot[rows], wide=self.wide.part(keep))
        days = np.flatnonzero(kept.on_one_day.any(axis=0))
        firsts = days[:1], kept.wide.begin, self._after_first(since)
        lasts = days[-1:], kept.wide.last, self._after_first(until)
        begin = int(np.concatenate(firsts).min())
        n_days = int(np.concatenate(lasts).max()) - begin + 1
        _check(n_days)
        return replace(kept, begin=begin, n_days=n_days)

    def laned(self, lane: np.ndarray, n_lanes: int) -> "Windows":
        """Give the same acts in other lanes; `lane` has one for every act there is."""
        day = lane[self.rows] * self.width + self.slot % self.width
        slot = np.where(self.slot < self._size, day, n_lanes * self.width)
        wide = replace(self.wide, lane=lane[self.wide.rows])
        return replace(self, n_lanes=n_lanes, slot=slot, wide=wide)

    @cached_property
    def on_one_day(self) -> np.ndarray:
        """How many acts that have one day are in each lane on each of all days."""
        n = None if self.n is None else self.n[self.rows]
        return self._in_lanes(counted(self.slot, self._size + 1, n))

    def total(self, amount: np.ndarray) -> np.ndarray:
        """Add up an amount of each act by lane and day, spread over its window.

        Gives a row for each lane and a column for each day.
        """
        amount = self.of_all(amount)
        sums = np.bincount(self.slot, amount[self.rows], self._size + 1)
        share = amount[self.wide.rows] / self.wide.lasts
        return self.cut(self._in_lanes(sums)) + self.running([(share, 0)])

    def of_all(self, amount: np.ndarray) -> np.ndarray:
        """Give the amount of all acts of each row, from that of one act."""
        return amount if self.n is None else amount * self.n

    def running(self, parts: Sequence[tuple[np.ndarray, float]]) -> np.ndarray:
        """Add up by lane and day what runs while each wide window does.

        Each part is an amount of each wide act, and the rate r at which it shrinks
        by 2 to the power of -r each day. Where no window runs there is zero, not
        what rounding left.
        """
        wide = self.wide
        end = wide.begin + wide.lasts
        open_now = np.cumsum(self.pile(wide.begin) - self.pile(end), axis=1) > 0
        total = np.zeros(open_now.shape)
        for amount, rate in parts:
            left = amount * wide.left(rate)
            change = self.pile(wide.begin, amount) - self.pile(end, left)
            total += fade(change, 1 / rate) if rate else np.cumsum(change, axis=1)
        return self.cut(np.where(open_now, total, 0.0))

    def pile(self, day: np.ndarray, amount: np.ndarray | None = None) -> np.ndarray:
        """Add up amounts of wide acts, or else count them, by lane and all days."""
        sums = np.bincount(self.wide.lane * self.width + day, amount, self._size)
        return sums.reshape(self.n_lanes, self.width)

    def cut(self, sums: np.ndarray) -> np.ndarray:
        """Give the days of `dates`, of sums over all days."""
        least = max(self.begin, 0)
        most = max(self.begin + self.n_days, least)
        before, kept = np.zeros((self.n_lanes, self.n_days)), sums[:, least:most]
        at = least - self.begin
        before[:, at : at + kept.shape[1]] = kept
        return before

    @property
    def _size(self) -> int:
        return self.n_lanes * self.width

    def _in_lanes(self, sums: np.ndarray) -> np.ndarray:
        return sums[: self._size].reshape(self.n_lanes, self.width)

    def _after_first(self, iso: str) -> np.ndarray:
        days = np.array([iso] if iso else [], dtype="datetime64[D]")
        return (days - self.first).astype(np.int64)


def windowed(actions: pd.DataFrame, lane: np.ndarray, n_lanes: int) -> Windows:
    """Read the windows of acts off `earliest` and `latest`; each act has a lane.

    Takes `n`, how many acts a row stands for, where it is there.

    >>> days = pd.to_datetime(["2025-06-01", "2025-06-01"])
    >>> acts = pd.DataFrame({"earliest": days, "latest": days + pd.Timedelta(days=1)})
    >>> windowed(acts, np.array([0, 0]), 1).total(np.ones(2)).tolist()
    [[1.0, 1.0]]

    Raises
    ------
    MeasureError
        If a column is missing, an act cannot be placed in time, or there are more
        than a million days.
    """
    begins, ends = windows(actions)
    first = begins.min() if len(begins) else np.datetime64("1970-01-01", "D")
    begin, last = ((x - first).astype(np.int64) for x in (begins, ends))
    n_days = int(last.max(initial=0)) + 1
    _check(n_days)
    # A column beyond the last day takes up what ends there.
    width = n_days + 1
    at = np.flatnonzero(begin < last)
    slot = np.where(begin < last, n_lanes * width, lane * width + begin)
    wide = Wide(at, lane[at], begin[at], last[at] - begin[at] + 1)
    rows, n = np.arange(len(lane)), several(actions)
    return Windows(first, width, n_lanes, rows, slot, wide, 0, n_days, n)


def _check(n_days: int) -> None:
    if n_days > MOST_DAYS:
        raise MeasureError(
            f"From the first to the last day there are {n_days:,} days, more than "
            f"{MOST_DAYS:,}; leave since or until open, and what is drawn begins or "
            "ends with the acts."
        )
