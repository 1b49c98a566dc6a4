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
    came: np.ndarray

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
    sums = np.pad(np.cumsum(n, axis=1), ((0, 0), (1, 0)))
    lengths = np.append(0.0, np.cumsum(days))
    best = np.full((most + 1, *sums.shape), np.inf)
    came = np.zeros((most, *sums.shape), dtype=np.int64)
    for end in range(min_bins, len(lengths)):
        begin = slice(0, end - min_bins + 1)
        total = sums[:, end, None] - sums[:, begin]
        cost = costs(total, lengths[end] - lengths[begin])
        through = best[:-1, :, begin] + cost
        at = through.argmin(axis=2)
        best[0, :, end] = cost[:, 0]
        best[1:, :, end] = np.take_along_axis(through, at[..., None], axis=2)[..., 0]
        came[:, :, end] = at
    return Cuts(best[:, :, -1].T, came)


def costs(total: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Give the Poisson cost of stretches; where nothing is, it costs nothing.

    That is -2 S ln(S / E) for S acts over a length E; see `PoissonCost`.

    >>> costs(np.array([2.0, 0.0]), np.array([1.0, 1.0])).round(2).tolist()
    [-2.77, 0.0]
    """
    some = np.where(total > _NOTHING, total, 0.0)
    return 0 - 2 * some * np.log(np.where(some > 0, some / length, 1.0))


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
