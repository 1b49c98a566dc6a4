"""The acts of a timeline as plain arrays: all that places and dresses a mark."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet.words import directions
from utils.multiplicity import several

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Acts:
    """One entry for each act, by its first day, those of the first side first.

    `index` is the act's label in the frame it came from. `side` is 0 and 1 for
    the two directions between the sides of the case and 2 for all others. `lane`
    numbers `lanes`, the types. `lasted_until` is the last day of an act that
    lasted. `certainty` numbers `certainties`, -1 for none. `weight` is NaN without a
    weight. Where an entry stands for several acts of a day, `n` says for how many.
    """

    index: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    lasted_until: np.ndarray
    side: np.ndarray
    lane: np.ndarray
    lanes: tuple[str, ...]
    certainty: np.ndarray
    certainties: tuple[str, ...]
    weight: np.ndarray
    n: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.index)

    def take(self, chosen: np.ndarray) -> "Acts":
        """Keep the acts at these positions, or under this mask."""
        arrays = {k: v for k, v in vars(self).items() if isinstance(v, np.ndarray)}
        return replace(self, **{name: all_[chosen] for name, all_ in arrays.items()})


def acts_of(frame: pd.DataFrame, about: About) -> Acts:
    """Read the arrays off a frame of acts.

    Needs `earliest`, `latest`, `lasted_days`, `direction`, `type`, `certainty`;
    `weight` and `n` are taken where they are there.
    """
    begins = frame["earliest"].to_numpy().astype("datetime64[D]")
    side = sides(frame["direction"], about)
    order = np.lexsort([side, begins])
    lane, lanes = _coded(frame["type"])
    certainty, certainties = _coded(frame["certainty"])
    weight = frame.get("weight", pd.Series(np.nan, frame.index)).to_numpy(dtype=float)
    found = Acts(
        index=frame.index.to_numpy(),
        begins=begins,
        ends=frame["latest"].to_numpy().astype("datetime64[D]"),
        lasted_until=begins + (frame["lasted_days"].to_numpy() - 1) * _DAY,
        side=side,
        lane=lane,
        lanes=lanes,
        certainty=certainty,
        certainties=certainties,
        weight=weight,
        n=several(frame),
    )
    return found.take(order)


def sides(direction: pd.Series, about: About) -> np.ndarray:
    """Give 0 and 1 for the directions between the sides, 2 for all others.

    >>> about = About("A quarrel", sides=("AZE", "RUS"))
    >>> sides(pd.Series(["RUS>AZE", "AZE>RUS", "AZE>FRA"]), about).tolist()
    [1, 0, 2]
    """
    codes, names = _coded(direction)
    number = {name: i for i, name in enumerate(directions(about))}
    return np.array([*(number.get(name, 2) for name in names), 2])[codes]


def _coded(column: pd.Series) -> tuple[np.ndarray, tuple[str, ...]]:
    codes = column.astype("category").cat
    names = tuple(str(name) for name in codes.categories)
    return codes.codes.to_numpy().astype(np.int64), names
