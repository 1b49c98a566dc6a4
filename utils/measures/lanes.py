"""Groups of acts, each of which gets a line or a row of its own."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.measures.asked import columns

_MOST_NUMBERS = 10_000_000


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
        If `by` names no columns, or a column is missing.
    """
    by = columns(actions, by)
    if not by:
        return np.zeros(len(actions), dtype=np.int64), pd.DataFrame(index=[0])
    number = np.zeros(len(actions), dtype=np.int64)
    for column in by:
        codes, size = _codes(actions[column])
        number = _closed_up(number * size + codes)
    first = np.empty(int(number.max(initial=-1)) + 1, dtype=np.int64)
    first[number[::-1]] = np.arange(len(number))[::-1]
    return number, actions[by].iloc[first].reset_index(drop=True)


def _codes(column: pd.Series) -> tuple[np.ndarray, int]:
    """Give each value its place in the order of the column, the missing ones last."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = column.cat.codes.to_numpy().astype(np.int64)
        size = len(column.cat.categories)
    else:
        codes, values = pd.factorize(column, sort=True)
        size = len(values)
    codes[codes < 0] = size
    return codes, size + 1


def _closed_up(number: np.ndarray) -> np.ndarray:
    """Close the gaps between numbers; they stay in order and begin at zero."""
    most = int(number.max(initial=0))
    if most > _MOST_NUMBERS:
        return np.unique(number, return_inverse=True)[1]
    there = np.zeros(most + 1, dtype=bool)
    there[number] = True
    return (np.cumsum(there) - 1)[number]
