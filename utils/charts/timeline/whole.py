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
    n = np.bincount(acts.lane, minlength=len(acts.lanes))
    commonest = [acts.lanes[i] for i in np.flatnonzero(n == n.max(initial=0))]
    dates = np.concatenate([acts.begins, acts.ends, acts.lasted_until])
    ends = (str(dates.min()), str(dates.max())) if len(acts) else ()
    return Whole(
        n=len(acts),
        kind=min(commonest, default=""),
        n_kind=int(n.max(initial=0)),
        busiest=_busiest(acts),
        ends=ends,
        weighed=bool(np.isfinite(acts.weight).any()),
        n_ways=tuple(np.bincount(acts.side, minlength=3).tolist()),
    )


def _busiest(acts: Acts) -> str:
    """Name the month with most acts, of those whose month is known."""
    first, last = (x.astype("datetime64[M]") for x in (acts.begins, acts.ends))
    months = first[first == last]
    if not len(months):
        return ""
    most = np.bincount((months - months[0]).astype(np.int64)).argmax()
    return words.month(months[0] + most)
