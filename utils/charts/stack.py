"""Marks that would lie on each other are stacked outward instead."""

import numpy as np


def stack(
    begins: np.ndarray, ends: np.ndarray, *, room: float, deepest: int
) -> np.ndarray:
    """Give each mark the innermost row on which it touches no other.

    `begins` and `ends` are where marks lie along the time axis, in order of
    `begins`; a mark needs `room` beyond its end. No more than `deepest` rows are
    used: where they are full, a mark goes where it covers least.

    >>> days = np.array([0.0, 1.0, 1.0, 9.0])
    >>> stack(days, days, room=4, deepest=3).tolist()
    [0, 1, 2, 0]
    """
    last: list[float] = []
    rows = np.zeros(len(begins), dtype=np.int64)
    for i, (begin, end) in enumerate(zip(begins.tolist(), ends.tolist(), strict=True)):
        row = next((r for r, e in enumerate(last) if e <= begin), len(last))
        if row == deepest:
            row = last.index(min(last))
        last[row : row + 1] = [end + room]
        rows[i] = row
    return rows
