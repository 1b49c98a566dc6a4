"""The steps of a ladder, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet.order import LeftOut, by_side

REACHES = ("least", "most")


@dataclass(frozen=True, eq=False)
class Steps:
    """The rung of each direction (row) on each day (column), zero for none.

    `least` is certainly reached, `most` possibly; a direction that is not `there`
    has no line. `labels` name the rungs that were ever the highest.
    """

    dates: np.ndarray
    least: np.ndarray
    most: np.ndarray
    there: tuple[bool, bool]
    labels: dict[int, str]
    window_days: int
    others: int

    @property
    def top(self) -> int:
        """The highest rung there is to draw."""
        return max(1, int(self.most.max(initial=0)))


def steps_of(levels: pd.DataFrame, about: About, left: LeftOut) -> Steps:
    """Lay the levels out by direction and day."""
    days = left.days(levels["date"])
    day = np.searchsorted(days, levels["date"].to_numpy().astype(days.dtype))
    side = by_side(levels["direction"], about)
    found: dict[str, np.ndarray] = {}
    labels: dict[int, str] = {}
    for name in REACHES:
        rung = levels[name].astype("Float64").to_numpy(dtype=float, na_value=0.0)
        found[name] = np.zeros((2, len(days)))
        found[name][side, day] = rung
        told = pd.DataFrame({"rung": rung, "label": levels[f"{name}_label"]})
        named = told[told["rung"] > 0].drop_duplicates()
        labels |= {int(it.rung): str(it.label) for it in named.itertuples()}
    there = (bool((side == 0).any()), bool((side == 1).any()))
    least, most = (found[name] for name in REACHES)
    return Steps(days, least, most, there, labels, left.each, left.n_directions)
