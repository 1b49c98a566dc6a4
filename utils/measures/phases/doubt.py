"""How far the dates of breaks might have come out otherwise: a bootstrap."""

from dataclasses import dataclass

import numpy as np

from utils.measures.phases.search import cuts, rates
from utils.measures.phases.series import Series

_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class Lane:
    """One lane of a series, how its breaks were sought, and how noisy it is."""

    series: Series
    number: int
    min_bins: int
    noise: float

    @property
    def n(self) -> np.ndarray:
        """Expected acts by bin, as the one row of an array."""
        return self.series.n[self.number : self.number + 1]

    def broken(self, n: np.ndarray, many: int) -> np.ndarray:
        """Give the best `many` breaks of each row of counts."""
        days = self.series.days
        return cuts(n, days, min_bins=self.min_bins, most=many).breaks(many)


def redrawn_breaks(lane: Lane, many: int, *, draws: int, seed: int) -> np.ndarray:
    """Give the breaks of `draws` series that might have been recorded instead.

    Each draw gives every uncertain act one day of its window, cuts the counts into
    as many levels as were found, draws new counts from these levels (Poisson, or
    negative binomial where the dispersion is above one) and cuts those again. A
    row for each draw, a column for each break: the first bin of the new level.
    """
    lots = np.random.default_rng(seed)
    wide = max(len(lane.series.days), lane.series.n_doubtful(lane.number))
    size = max(1, _AT_ONCE // wide)
    parts = [min(size, draws - start) for start in range(0, draws, size)]
    return np.concatenate([_some(lane, many, n, lots) for n in parts])


def _some(lane: Lane, many: int, draws: int, lots: np.random.Generator) -> np.ndarray:
    days = lane.series.days
    n = lane.series.redrawn(lane.number, draws, lots=lots)
    mean = rates(n, days, lane.broken(n, many)) * days
    return lane.broken(_noisy(mean, lane.noise, lots), many)


def _noisy(mean: np.ndarray, noise: float, lots: np.random.Generator) -> np.ndarray:
    """Draw counts of a mean, with a variance of `noise` times that mean."""
    if noise <= 1 + 1e-9:
        return lots.poisson(mean).astype(float)
    size = np.maximum(mean, 1e-9) / (noise - 1)
    return lots.negative_binomial(size, 1 / noise).astype(float)


def bounds(drawn: np.ndarray, breaks: np.ndarray, level: float) -> np.ndarray:
    """Give for each break the percentiles that bound it, and its share of draws.

    The share is that of the draws in which some break falls within one bin of it.
    Rows are breaks; columns are low, high (bins) and share.

    >>> bounds(np.array([[3], [4], [9]]), np.array([4]), 0.5).tolist()
    [[3.0, 9.0, 0.6666666666666666]]
    """
    tails = (1 - level) / 2, (1 + level) / 2
    low = np.quantile(drawn, tails[0], axis=0, method="lower")
    high = np.quantile(drawn, tails[1], axis=0, method="higher")
    near = np.abs(drawn[:, :, None] - breaks) <= 1
    return np.stack([low, high, near.any(axis=1).mean(axis=0)], axis=1)
