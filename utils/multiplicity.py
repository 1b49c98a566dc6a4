"""How many acts a row of a frame stands for: one, or what its column `n` says."""

from math import isfinite
from numbers import Real

import numpy as np
import pandas as pd

from utils.errors import MeasureError

N = "n"
"""The column that says how many acts a row stands for; without it, each is one act."""


def several(actions: pd.DataFrame) -> np.ndarray | None:
    """Give the number of acts of each row, or None where each row is one act.

    Rows with a number stand for acts of the same day, direction, type, form and
    tone; `weight`, where it is there, is that of one act.

    >>> several(pd.DataFrame({"type": ["media"], "n": [3]})).tolist()
    [3]
    >>> several(pd.DataFrame({"type": ["media"]})) is None
    True

    Raises
    ------
    MeasureError
        If a number is no whole one from 1.
    """
    if N not in actions:
        return None
    given = actions[N]
    if (odd := odd_numbers(given)).any():
        raise MeasureError(
            f"The column n says how many acts a row stands for, a whole number from "
            f"1, and {int(odd.sum())} of {len(given)} rows have another, such as "
            f"{given[odd].iloc[0]!r}; leave the column out where each row is one act."
        )
    return given.to_numpy(dtype=np.int64)


def odd_numbers(given: pd.Series) -> np.ndarray:
    """Say which cells are no whole number from 1.

    >>> odd_numbers(pd.Series([1, 0, 2])).tolist()
    [False, True, False]
    """
    if given.dtype.kind in "iu" and not given.hasnans:
        return given.to_numpy(dtype=np.int64) < 1
    return np.array([not _is_number(each) for each in given], dtype=bool)


def numbers(actions: pd.DataFrame) -> np.ndarray:
    """Give the number of acts of each row, ones where each row is one act.

    >>> numbers(pd.DataFrame({"type": ["media", "media"]})).tolist()
    [1, 1]

    Raises
    ------
    MeasureError
        If a number is no whole one from 1.
    """
    found = several(actions)
    return np.ones(len(actions), dtype=np.int64) if found is None else found


def n_acts(actions: pd.DataFrame) -> int:
    """Count the acts of a frame.

    >>> n_acts(pd.DataFrame({"n": [3, 1]})), n_acts(pd.DataFrame({"type": ["media"]}))
    (4, 1)

    Raises
    ------
    MeasureError
        If a number is no whole one from 1.
    """
    found = several(actions)
    return len(actions) if found is None else int(found.sum())


def counted(codes: np.ndarray, size: int, n: np.ndarray | None) -> np.ndarray:
    """Count the acts of each code from 0, of rows that stand for `n` each, or one.

    >>> counted(np.array([0, 2, 2]), 3, np.array([5, 1, 2])).tolist()
    [5, 0, 3]
    """
    sums = np.bincount(codes, n, size)
    return sums if n is None else sums.astype(np.int64)


def counted_by(names: pd.Series, n: np.ndarray | None) -> tuple[tuple[str, int], ...]:
    """Count the acts of each name, in the order of the names; a missing one is none.

    >>> counted_by(pd.Series(["b", "a", "b"]), np.array([5, 1, 2]))
    (('a', 1), ('b', 7))
    """
    codes, found = pd.factorize(names, sort=True)
    acts = counted(codes + 1, len(found) + 1, n)[1:].tolist()
    return tuple(zip(map(str, found), acts, strict=True))


def all_and_some(chosen: np.ndarray, n: np.ndarray | None) -> tuple[int, int]:
    """Count the acts of all rows, and of those that are chosen.

    >>> all_and_some(np.array([True, False]), np.array([5, 2]))
    (7, 5)
    """
    if n is None:
        return len(chosen), int(chosen.sum())
    return int(n.sum()), int(n[chosen].sum())


def single_acts(actions: pd.DataFrame, measure: str) -> None:
    """Refuse rows that stand for several acts, where a measure needs each act.

    A column `n` of ones is as good as none.

    >>> single_acts(pd.DataFrame({"n": [1, 1]}), "A delay")

    Raises
    ------
    MeasureError
        If a row stands for more than one act, or a number is no whole one from 1.
    """
    found = several(actions)
    if found is not None and (found > 1).any():
        raise MeasureError(
            f"{measure} needs each act by itself, and {int((found > 1).sum())} of "
            f"{len(found)} rows stand for several acts of a day (column n); ask for "
            "the single acts of a smaller scope: fewer actors, types or years."
        )


def _is_number(given: object) -> bool:
    if isinstance(given, bool) or not isinstance(given, Real):
        return False
    number = float(given)
    return isfinite(number) and number >= 1 and number.is_integer()
