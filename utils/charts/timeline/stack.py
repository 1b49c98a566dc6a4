"""Marks that would lie on each other are stacked outward instead."""

import numpy as np


def stack(
    begins: np.ndarray, ends: np.ndarray, band: np.ndarray, *, deepest: int
) -> np.ndarray:
    """Give each mark the innermost row of its band on which it touches no other.

    `begins` and `ends` are where marks begin and end along the time axis, in
    about the order of time. No more than `deepest` rows are used: where they
    are full, a mark goes where it covers least.

    >>> left, band = np.array([0, 1, 2, 9]), np.zeros(4, int)
    >>> stack(left, left + 4, band, deepest=3).tolist()
    [0, 1, 2, 0]
    """
    free: dict[int, list[float]] = {}
    rows = []
    for begin, end, one in zip(
        *map(np.ndarray.tolist, (begins, ends, band)), strict=True
    ):
        full_until = free.setdefault(one, [])
        row = 0
        while row < len(full_until) and full_until[row] > begin:
            row += 1
        if row == deepest:
            row = full_until.index(min(full_until))
            end = max(end, full_until[row])
        full_until[row : row + 1] = [end]
        rows.append(row)
    return np.array(rows, dtype=np.int64)
