"""What is asked for, refused where it cannot be: numbers, seeds and columns."""

from collections.abc import Iterable
from math import isfinite
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from utils.errors import MeasureError


def whole(name: str, number: Any, least: int) -> None:
    """Refuse what is no whole number, or too small a one.

    >>> whole("draws", 200, 40)

    Raises
    ------
    MeasureError
        If it is; the message says both.
    """
    is_whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not (is_whole and number >= least):
        raise MeasureError(f"{name} is a whole number from {least}, not {number!r}.")


def is_number(given: object) -> bool:
    """Say whether something is a finite number; true and false are none.

    >>> is_number(0.5), is_number(True), is_number(float("nan"))
    (True, False, False)
    """
    return isinstance(given, Real) and not isinstance(given, bool) and isfinite(given)


def dice(seed: Any) -> np.random.Generator:
    """Give the random numbers of a seed.

    >>> int(dice(0).integers(100))
    85

    Raises
    ------
    MeasureError
        If the seed is no whole number from zero.
    """
    whole("seed", seed, 0)
    return np.random.default_rng(seed)


def columns(frame: pd.DataFrame, by: Any, *, taken: str = "") -> list[str]:
    """Give the names of the columns to count by, of which one may come alone.

    `taken` is a column that the result has besides them.

    >>> columns(pd.DataFrame({"type": ["media"]}), "type")
    ['type']

    Raises
    ------
    MeasureError
        If they are no names, a column is missing, or its name is taken.
    """
    names = [by] if isinstance(by, str) else by
    if not (isinstance(names, Iterable) and all(isinstance(it, str) for it in names)):
        raise MeasureError(
            f'Columns to count by are names, as in by=["direction"], not {by!r}.'
        )
    found = list(dict.fromkeys(names))
    if missing := [name for name in found if name not in frame]:
        raise MeasureError(
            f"There is no column {', '.join(missing)} to count by; "
            f"this table has {', '.join(map(str, frame.columns))}."
        )
    if taken in found:
        raise MeasureError(
            f"The result has a column {taken} of its own; rename yours to count by it, "
            f"as in actions.rename(columns={{{taken!r}: 'written'}})."
        )
    return found
