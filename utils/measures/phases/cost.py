"""What it costs to take a stretch of counts as one level: a cost for ruptures."""

from typing import Self

import numpy as np
from ruptures.base import BaseCost

from utils.measures.phases.search import costs


class PoissonCost(BaseCost):
    """Minus twice the largest Poisson log-likelihood of a stretch, up to a constant.

    For counts that add up to S over a stretch of length E this is
    -2 S ln(S / E), with 0 ln 0 = 0. The signal has the counts in its first column
    and, if there is a second one, the length of each bin in that (else all are
    one long). What is left out, the terms ln(n!) and n ln(length), is the same for
    every way to cut the signal. Sums are kept, so that one cost takes one
    step however long the stretch. Counts may be expectations and thus fractions:
    the cost is then a quasi-likelihood.

    Any search of ruptures takes it as `custom_cost`. Its `Pelt` prunes too early
    when `min_size` is above one and then may miss the best segmentation, which is why
    `change_points` goes through all of them instead.

    Truong, Oudre and Vayatis, "Selective review of offline change point detection
    methods", Signal Processing 167, 2020.

    >>> cost = PoissonCost().fit(np.array([1.0, 1.0, 4.0, 0.0]))
    >>> cost.error(0, 2), round(cost.error(0, 3), 2), cost.error(3, 4)
    (0.0, -8.32, 0.0)
    """

    model = "poisson"
    min_size = 1

    def fit(self, signal: np.ndarray) -> Self:
        """Take the counts, and the lengths of their bins, to be cut."""
        columns = np.asarray(signal, dtype=float).reshape(len(signal), -1)
        lengths = columns[:, 1] if columns.shape[1] > 1 else np.ones(len(columns))
        self.signal = columns
        self._sums = np.append(0.0, np.cumsum(columns[:, 0]))
        self._lengths = np.append(0.0, np.cumsum(lengths))
        return self

    def error(self, start: int, end: int) -> float:
        """Give the cost of the bins from `start` up to `end`, which is not in it."""
        total = self._sums[end] - self._sums[start]
        return float(costs(total, self._lengths[end] - self._lengths[start]))
