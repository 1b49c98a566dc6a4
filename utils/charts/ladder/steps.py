"""The steps of a ladder, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words

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


def steps_of(levels: pd.DataFrame, about: About) -> Steps:
    """Lay the levels out by direction and day."""
    dates, day = np.unique(levels["date"].to_numpy(), return_inverse=True)
    names = {name: i for i, name in enumerate(words.directions(about))}
    direction = levels["direction"].astype(str)
    side = direction.map(names).fillna(2).to_numpy().astype(np.int64)
    found: dict[str, np.ndarray] = {}
    labels: dict[int, str] = {}
    for name in REACHES:
        rung = levels[name].astype("Float64").to_numpy(dtype=float, na_value=0.0)
        found[name] = np.zeros((3, len(dates)))
        found[name][side, day] = rung
        ours = pd.DataFrame({"rung": rung, "label": levels[f"{name}_label"]})[side < 2]
        named = ours[ours["rung"] > 0].drop_duplicates()
        labels |= {int(it.rung): str(it.label) for it in named.itertuples()}
    window = int(levels["window_days"].iloc[0]) if len(levels) else 0
    drawn = (bool((side == 0).any()), bool((side == 1).any()))
    others = direction[side == 2].nunique()
    least, most = (found[name][:2] for name in REACHES)
    days = dates.astype("datetime64[D]")
    return Steps(days, least, most, drawn, labels, window, others)
