"""Groups of acts, each of which gets a line or a row of its own."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.errors import MeasureError


def lanes(actions: pd.DataFrame, by: Sequence[str]) -> tuple[np.ndarray, pd.DataFrame]:
    """Number the groups of `actions` and give each group's values.

    Gives the number of the group of each act, and a frame with one row for
    each group that occurs, in the order of the columns' categories.

    >>> acts = pd.DataFrame({"type": pd.Categorical(["media", "judicial", "media"])})
    >>> numbers, groups = lanes(acts, ["type"])
    >>> numbers.tolist(), groups["type"].tolist()
    ([1, 0, 1], ['judicial', 'media'])

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    if missing := [column for column in by if column not in actions]:
        raise MeasureError(
            f"There is no column {', '.join(missing)} to count by; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    if not by:
        return np.zeros(len(actions), dtype=np.int64), pd.DataFrame(index=[0])
    number = actions.groupby(list(by), observed=True, sort=True).ngroup().to_numpy()
    ordered = actions[list(by)].iloc[np.unique(number, return_index=True)[1]]
    return number, ordered.reset_index(drop=True)
