"""Groups of acts, each of which gets a line or a row of its own."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.errors import MeasureError


def lanes(actions: pd.DataFrame, by: Sequence[str]) -> tuple[np.ndarray, pd.DataFrame]:
    """Give the number of each act's group, and each group's values.

    The frame has one row for each group that occurs, in the order of the
    columns' categories; acts without a value are a group of their own.

    >>> acts = pd.DataFrame({"type": pd.Categorical(["media", "judicial", "media"])})
    >>> numbers, groups = lanes(acts, ["type"])
    >>> numbers.tolist(), groups["type"].tolist()
    ([1, 0, 1], ['judicial', 'media'])

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    by = [by] if isinstance(by, str) else list(by)
    if missing := [column for column in by if column not in actions]:
        raise MeasureError(
            f"There is no column {', '.join(missing)} to count by; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    if not by:
        return np.zeros(len(actions), dtype=np.int64), pd.DataFrame(index=[0])
    groups = actions.groupby(by, observed=True, sort=True, dropna=False)
    number = groups.ngroup().to_numpy()
    ordered = actions[by].iloc[np.unique(number, return_index=True)[1]]
    return number, ordered.reset_index(drop=True)
