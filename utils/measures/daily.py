"""The daily frame: what curves and bars need to know of any number of acts."""

import numpy as np
import pandas as pd

from utils.measures.lanes import lanes
from utils.measures.spread import spread
from utils.measures.weights import weights_of

_BY = ["direction", "type", "tone"]


def daily(actions: pd.DataFrame) -> pd.DataFrame:
    """Add up the acts of each day, direction, type and tone.

    Needs `earliest`, `latest`, `direction`, `type` and `tone`; where `weight`
    is there too, it is added up. Gives `date`, `direction`, `type`, `tone`,
    `n` and, with weights, `n_weighted` and `weight`, for days on which
    something may have happened. An act of uncertain date counts in shares that
    add up to one; acts without a weight count in `n` alone.

    >>> day = pd.to_datetime(["2025-06-29", "2025-06-29"])
    >>> acts = pd.DataFrame({"earliest": day, "latest": day, "direction": "A>B",
    ...     "type": "media", "tone": "conflictual", "weight": [-2.0, -5.0]})
    >>> daily(acts)[["date", "n", "weight"]].values.tolist()
    [[Timestamp('2025-06-29 00:00:00'), 2.0, -7.0]]

    Raises
    ------
    MeasureError
        If a column is missing, a weight is no number or infinite, or there is no act.
    """
    lane, groups = lanes(actions, _BY)
    cells = spread(actions)
    n = cells.total(np.ones(len(actions)), lane, len(groups))
    group, day = np.nonzero(n)
    found = groups.iloc[group].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(cells.dates[day]))
    found["n"] = n[group, day]
    if "weight" in actions:
        weight = weights_of(actions)
        has = np.isfinite(weight)
        sums = cells.total(np.where(has, weight, 0.0), lane, len(groups))
        found["n_weighted"] = cells.total(has * 1.0, lane, len(groups))[group, day]
        found["weight"] = sums[group, day]
    return found.sort_values(["date", *_BY], ignore_index=True)
