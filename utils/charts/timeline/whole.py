"""What a timeline says of all the acts it was given, drawn or not."""

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from utils.charts.sheet import words
from utils.charts.timeline.acts import Acts


@dataclass(frozen=True)
class Whole:
    """The number of acts, their commonest type, busiest month, and first and last day.

    `busiest` counts only acts whose month is known. `weighed` says whether any has a
    weight, `n_ways` how many are in each of the two directions and in all others.
    """

    n: int
    kind: str
    n_kind: int
    busiest: str
    ends: tuple[str, ...]
    weighed: bool
    n_ways: tuple[int, ...]

    @property
    def days(self) -> np.ndarray:
        """The first and the last day on which something is drawn."""
        return np.array(self.ends, dtype="datetime64[D]")

    def record(self) -> dict[str, Any]:
        """Give every field as plain data, ready for JSON."""
        return asdict(self)


def whole_of(acts: Acts) -> Whole:
    """Count what a timeline says of its acts."""
    return Tally(acts).whole(np.arange(len(acts)))


class Tally:
    """Counts what a timeline says of some of its acts, and finds the heaviest.

    What is counted is read off all acts once, so that a part of a million takes
    milliseconds. The acts of a part are given by their places.
    """

    def __init__(self, acts: Acts) -> None:
        self._acts = acts
        first, last = (x.astype("datetime64[M]") for x in (acts.begins, acts.ends))
        self._first = first.min() if len(acts) else np.datetime64("1970-01", "M")
        months = np.where(first == last, (first - self._first).astype(np.int64) + 1, 0)
        self._shape = int(months.max(initial=0)) + 1, max(len(acts.lanes), 1), 3
        self._cell = np.ravel_multi_index((months, acts.lane, acts.side), self._shape)
        self._weighed = np.isfinite(acts.weight)
        self._heavy = np.abs(np.nan_to_num(acts.weight))
        self._until = np.maximum(acts.ends, acts.lasted_until)

    def whole(self, places: np.ndarray) -> Whole:
        """Count these acts, drawn or not."""
        cells = np.bincount(self._cell[places], minlength=np.prod(self._shape))
        n = cells.reshape(self._shape)
        lanes, acts = n.sum(axis=(0, 2)), self._acts
        commonest = [acts.lanes[i] for i in np.flatnonzero(lanes == lanes.max())]
        ends = (acts.begins[places].min(), self._until[places].max()) if n.any() else ()
        return Whole(
            n=len(places),
            kind=min(commonest[: len(acts.lanes)], default=""),
            n_kind=int(lanes.max()),
            busiest=self._busiest(n.sum(axis=(1, 2))[1:]),
            ends=tuple(map(str, ends)),
            weighed=bool(self._weighed[places].any()),
            n_ways=tuple(n.sum(axis=(0, 1)).tolist()),
        )

    def heaviest(self, places: np.ndarray, most: int) -> np.ndarray:
        """Give the places of the acts with most weight, the first of equal ones."""
        if len(places) <= most:
            return places
        heavy = self._heavy[places]
        least = np.partition(heavy, len(heavy) - most)[len(heavy) - most]
        over, equal = np.flatnonzero(heavy > least), np.flatnonzero(heavy == least)
        return places[np.sort(np.append(over, equal[: most - len(over)]))]

    def _busiest(self, months: np.ndarray) -> str:
        """Name the month with most acts, of those whose month is known."""
        if not months.any():
            return ""
        return words.month(self._first + int(months.argmax()))
