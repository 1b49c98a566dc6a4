"""How long acts waited for a first reply, each uncertain day in shares."""

from dataclasses import dataclass

import numpy as np

from utils.measures.replies.links import Links


@dataclass(frozen=True, eq=False)
class Waits:
    """Days from each act to its first reply of one kind.

    `act` are the positions of the acts that have one, `least` and `most` the
    fewest and most days it may have taken. `row` (a position in `act`), `days`
    and `chance` are one entry for each number of days that is possible; the
    chances of one act add up to one.
    """

    act: np.ndarray
    least: np.ndarray
    most: np.ndarray
    row: np.ndarray
    days: np.ndarray
    chance: np.ndarray

    def within(self, days: int) -> np.ndarray:
        """Give the chance that each act's reply came within so many days."""
        soon = self.days <= days
        return np.bincount(self.row[soon], self.chance[soon], len(self.act))


def waits(found: Links, kind: int) -> Waits:
    """Give the days to the first reply of a kind, for the acts that have one.

    With several replies the first of them counts. Every combination of days in
    the windows of trigger and replies in which no reply comes first is equally
    likely. With H(x) the chance that all replies lie after day x, the days D from
    a trigger that lies on one of a..b then have P(D > k) = G(k) / G(-1), where
    G(k) is the sum of H(t + k) over t from a to b.
    """
    of_kind = np.flatnonzero(found.kind == kind)
    act, number = np.unique(found.trigger[of_kind], return_inverse=True)
    a, b = found.begins[act], found.ends[act]
    later = _Later.than(found, reply=found.reply[of_kind], number=number)
    least, most = np.maximum(0, later.first - b), later.last - a
    row, days = ragged(least, most - least + 1)

    def waiting(k: np.ndarray) -> np.ndarray:
        return later.summed(row, b[row] + k) - later.summed(row, a[row] + k - 1)

    never = np.full(len(row), -1)
    chance = (waiting(days - 1) - waiting(days)) / waiting(never)
    chance = np.where((least == most)[row], 1.0, np.maximum(chance, 0.0))
    return Waits(act, least, most, row, days, chance)


@dataclass(frozen=True, eq=False)
class _Later:
    """The chance that all replies to an act lie later than a day, added up by day.

    The sums of an act begin two days before `first`, when its earliest reply may
    lie, and stay the same from `last`, when that reply has come for sure.
    """

    first: np.ndarray
    last: np.ndarray
    offset: np.ndarray
    sums: np.ndarray

    @classmethod
    def than(cls, found: Links, *, reply: np.ndarray, number: np.ndarray) -> "_Later":
        """Take the replies with the number of the act that each belongs to."""
        n = number.max(initial=-1) + 1
        begins, ends = found.begins[reply], found.ends[reply]
        first = np.full(n, np.iinfo(np.int64).max)
        last = first.copy()
        np.minimum.at(first, number, begins)
        np.minimum.at(last, number, ends)
        size = last - first + 2
        offset = np.cumsum(size) - size
        chance = np.ones(size.sum())
        which, day = ragged(first[number] - 1, size[number])
        left = (ends[which] - day) / (ends - begins + 1)[which]
        cell = day - first[number[which]] + 1 + offset[number[which]]
        np.multiply.at(chance, cell, np.minimum(left, 1.0))
        total = np.append(0.0, np.cumsum(chance))
        act = np.repeat(np.arange(n), size)
        return cls(first, last, offset, total[1:] - total[offset][act])

    def summed(self, act: np.ndarray, day: np.ndarray) -> np.ndarray:
        """Add the chances up to a day; on days before the first, each is one."""
        first, last = self.first[act], self.last[act]
        cell = np.clip(day, first - 1, last) - first + 1 + self.offset[act]
        return self.sums[cell] + np.minimum(0, day - first + 1)


def ragged(start: np.ndarray, length: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count on from each start; give the position of the start, and the numbers.

    >>> [part.tolist() for part in ragged(np.array([5, 0]), np.array([2, 3]))]
    [[0, 0, 1, 1, 1], [5, 6, 0, 1, 2]]
    """
    row = np.repeat(np.arange(len(start)), length)
    before = np.cumsum(length) - length
    return row, np.arange(len(row)) - before[row] + start[row]
