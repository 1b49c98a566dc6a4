"""What a timeline says of all the acts it was given, drawn or not."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import numpy as np

from utils.charts.sheet import words
from utils.charts.timeline.acts import Acts
from utils.multiplicity import counted


@dataclass(frozen=True)
class Whole:
    """The number of acts, their commonest type, busiest month, and first and last day.

    `busiest` counts only acts whose month is known. `weighed` says whether any has a
    weight, `n_ways` how many are in each of the two directions and in all others.
    Where a mark stands for several acts, `n_marks` says how many marks there would be.
    """

    n: int
    kind: str
    n_kind: int
    busiest: str
    ends: tuple[str, ...]
    weighed: bool
    n_ways: tuple[int, ...]
    n_marks: int | None = None

    @property
    def days(self) -> np.ndarray:
        """The first and the last day on which something is drawn."""
        return np.array(self.ends, dtype="datetime64[D]")

    def record(self) -> dict[str, Any]:
        """Give every field as plain data, ready for JSON."""
        told = asdict(self)
        return {name: value for name, value in told.items() if value is not None}


def whole_of(acts: Acts) -> Whole:
    """Count what a timeline says of its acts."""
    return Tally(acts).whole(np.arange(len(acts)))


class Tally:
    """Counts what a timeline says of some of its acts, and finds the heaviest.

    What is counted is read off all acts once, so that a part of a million takes
    milliseconds. The acts of a part are given by their places, in their order.
    """

    def __init__(self, acts: Acts) -> None:
        self._acts = acts
        first, last = (x.astype("datetime64[M]") for x in (acts.begins, acts.ends))
        self._first = first.min() if len(acts) else np.datetime64("1970-01", "M")
        months = np.where(first == last, (first - self._first).astype(np.int64) + 1, 0)
        self._shape = int(months.max(initial=0)) + 1, max(len(acts.lanes), 1), 3
        self._cell = np.ravel_multi_index((months, acts.lane, acts.side), self._shape)
        self._weighed = np.isfinite(acts.weight)
        self._until = np.maximum(acts.ends, acts.lasted_until)

    @cached_property
    def _by_weight(self) -> tuple[np.ndarray, np.ndarray]:
        """The places of all acts, heaviest first, and the rank of each place in it."""
        heavy = np.abs(np.nan_to_num(self._acts.weight))
        if self._acts.n is not None:
            heavy = heavy * self._acts.n
        order = np.argsort(-heavy, kind="stable")
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        return order, rank

    def whole(self, places: np.ndarray) -> Whole:
        """Count these acts, drawn or not."""
        acts = self._acts
        each = None if acts.n is None else acts.n[places]
        cells = counted(self._cell[places], int(np.prod(self._shape)), each)
        n = cells.reshape(self._shape)
        lanes = n.sum(axis=(0, 2))
        named = zip(acts.lanes, lanes, strict=False)
        commonest = [name for name, number in named if number == lanes.max()]
        until = self._until[places].view(np.int64)
        # Acts come by their first day, so that the first of them begins first.
        latest = places[until.argmax() :][:1] if len(until) else places
        both = acts.begins[places[:1]], self._until[latest]
        return Whole(
            n=len(places) if each is None else int(each.sum()),
            kind=min(commonest, default=""),
            n_kind=int(lanes.max()),
            busiest=self._busiest(n.sum(axis=(1, 2))[1:]),
            ends=tuple(str(day) for days in both for day in days),
            weighed=bool(
                self._weighed[places[:1]].any() or self._weighed[places].any()
            ),
            n_ways=tuple(n.sum(axis=(0, 1)).tolist()),
            n_marks=None if each is None else len(places),
        )

    def heaviest(self, places: np.ndarray, most: int) -> np.ndarray:
        """Give the places of the acts with most weight, the first of equal ones.

        Where a place stands for several acts, it is the weight of all of them.
        """
        if len(places) <= most:
            return places
        order, rank = self._by_weight
        return np.sort(order[np.partition(rank[places], most - 1)[:most]])

    def _busiest(self, months: np.ndarray) -> str:
        """Name the month with most acts, of those whose month is known."""
        if not months.any():
            return ""
        return words.month(self._first + int(months.argmax()))
