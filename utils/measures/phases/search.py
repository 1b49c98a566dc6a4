"""The best way to cut a series of counts into levels, for any number of breaks."""

from dataclasses import dataclass

import numpy as np

_NOTHING = 1e-9


@dataclass(frozen=True, eq=False)
class Cuts:
    """The best segmentation of each series, for each number of breaks.

    `costs` has a row for each series and a column for each number of breaks from
    none; `came` tells for each number, series and end where its last stretch
    begins.
    """

    costs: np.ndarray
    came: tuple[np.ndarray, ...]

    def breaks(self, many: int) -> np.ndarray:
        """Give the first bins of the new levels: a row for each series."""
        rows = np.arange(len(self.costs))
        found = np.empty((len(rows), many), dtype=np.int64)
        end = np.full(len(rows), -1)
        for k in range(many, 0, -1):
            end = self.came[k - 1][rows, end]
            found[:, k - 1] = end
        return found


def cuts(n: np.ndarray, days: np.ndarray, *, min_bins: int, most: int) -> Cuts:
    """Cut each series (row of `n`) in the best way with 0, 1, ... `most` breaks.

    All segmentations are gone through by dynamic programming (Bellman's segment
    neighbourhood search; Auger and Lawrence, Bulletin of Mathematical Biology 51,
    1989), so that the result is exact: the lowest total of Poisson costs over
    stretches of at least `min_bins` bins. `days` are the lengths of the bins.

    >>> found = cuts(np.array([[1., 1., 9., 9.]]), np.ones(4), min_bins=1, most=1)
    >>> found.breaks(1).tolist()
    [[2]]
    """
    cost = _costs(n, days, min_bins)
    best = cost[:, 0, :]
    totals, came = [best[:, -1]], []
    for _ in range(most):
        through = best[:, :, None] + cost
        came.append(through.argmin(axis=1))
        best = np.take_along_axis(through, came[-1][:, None, :], axis=1)[:, 0, :]
        totals.append(best[:, -1])
    return Cuts(np.stack(totals, axis=1), tuple(came))


def _costs(n: np.ndarray, days: np.ndarray, min_bins: int) -> np.ndarray:
    """Give the cost from each bin up to each other, infinite where too short."""
    sums = np.pad(np.cumsum(n, axis=1), ((0, 0), (1, 0)))
    lengths = np.append(0.0, np.cumsum(days))
    bins = np.arange(len(lengths))
    long_enough = bins[None, :] - bins[:, None] >= min_bins
    total = sums[:, None, :] - sums[:, :, None]
    length = np.where(long_enough, lengths[None, :] - lengths[:, None], 1.0)
    some = long_enough & (total > _NOTHING)
    cost = -2 * total * np.log(np.where(some, total, length) / length)
    return np.where(long_enough, cost, np.inf)


def rates(n: np.ndarray, days: np.ndarray, breaks: np.ndarray) -> np.ndarray:
    """Give the fitted acts a day of each bin: one level between two breaks.

    >>> rates(np.array([[1., 3., 9.]]), np.ones(3), np.array([[2]])).tolist()
    [[2.0, 2.0, 9.0]]
    """
    bins = np.arange(len(days))
    number = (bins[None, :, None] >= breaks[:, None, :]).sum(axis=2)
    stretch = number + np.arange(len(n))[:, None] * (breaks.shape[1] + 1)
    sums = np.bincount(stretch.ravel(), n.ravel())
    lengths = np.bincount(stretch.ravel(), np.broadcast_to(days, n.shape).ravel())
    return (sums / lengths)[stretch]
