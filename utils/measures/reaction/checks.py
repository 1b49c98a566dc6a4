"""Numbers that are asked for, refused where they cannot be."""

from typing import Any

import numpy as np

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
        raise MeasureError(
            f"{name} is a whole number of at least {least}, not {number!r}."
        )
