"""The intensity of a Hawkes process in days, and how likely counts are under it."""

from dataclasses import dataclass

import numpy as np

from utils.measures.tension import fade

SHORTEST_DAYS = 0.25
"""A half-life in which 94 of 100 acts that follow do so on the next day."""


@dataclass(frozen=True, eq=False)
class Rates:
    """What a Hawkes process of two directions is made of.

    `mu` are the acts that each direction has each day without any before;
    `alpha[i, j]` are the acts in direction i that follow, in all, each act in
    direction j; half of them do so within `half_life_days`.
    """

    mu: np.ndarray
    alpha: np.ndarray
    half_life_days: float

    @property
    def radius(self) -> float:
        """The spectral radius of `alpha`: below one, a chain of acts dies out.

        >>> Rates(np.ones(2), np.array([[0.5, 0.1], [0.1, 0.5]]), 1).radius
        0.6
        """
        return float(radius(self.alpha))


def radius(alpha: np.ndarray) -> np.ndarray:
    """Give the largest eigenvalue of 2 x 2 matrices without a number below zero.

    >>> float(radius(np.array([[0.0, 0.5], [0.5, 0.0]])))
    0.5
    """
    one, other = alpha[..., 0, 0], alpha[..., 1, 1]
    across = alpha[..., 0, 1] * alpha[..., 1, 0]
    return np.asarray((one + other + np.sqrt((one - other) ** 2 + 4 * across)) / 2)


def before(counts: np.ndarray, half_life_days: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the weight of earlier acts on each day, and its slope in what a day leaves.

    An act weighs (1 - r) r^(k-1) on the k-th day after its own, where r =
    2^(-1 / half_life_days) is what one day leaves; the weights of an act add up to
    one, and on its own day it has none. The slope is the derivative by r.

    >>> before(np.array([4.0, 0.0, 0.0, 0.0]), 1)[0].tolist()
    [0.0, 2.0, 1.0, 0.5]
    """
    left = np.exp2(-1 / half_life_days)
    past = _day_later(fade(counts, half_life_days))
    slope = _day_later(fade(past, half_life_days))
    return (1 - left) * past, (1 - left) * slope - past


def intensity(counts: np.ndarray, rates: Rates) -> np.ndarray:
    """Give the acts to be expected on each day (column) in each direction (row).

    >>> rates = Rates(np.array([1.0, 2.0]), np.array([[0, 0.5], [0, 0]]), 1)
    >>> intensity(np.array([[0.0, 0, 0], [4, 0, 0]]), rates).tolist()
    [[1.0, 2.0, 1.5], [2.0, 2.0, 2.0]]
    """
    weight, _ = before(counts, rates.half_life_days)
    return np.asarray(rates.mu[:, None] + rates.alpha @ weight)


def unlikelihood(
    counts: np.ndarray, rates: Rates
) -> tuple[float, np.ndarray, np.ndarray, float]:
    """Give minus the logarithm of the likelihood, and its slopes.

    Each day's count is Poisson with the intensity as its mean; what hangs on the
    counts alone is left out. The slopes are those in `mu`, in `alpha` and in
    the logarithm of the half-life.
    """
    weight, slope = before(counts, rates.half_life_days)
    mean = rates.mu[:, None] + rates.alpha @ weight
    value = float(mean.sum() - (counts * np.log(mean)).sum())
    error = 1 - counts / mean
    left = np.exp2(-1 / rates.half_life_days)
    by_left = float((error * (rates.alpha @ slope)).sum())
    by_half_life = by_left * left * np.log(2) / rates.half_life_days
    return value, error.sum(axis=1), error @ weight.T, by_half_life


def _day_later(levels: np.ndarray) -> np.ndarray:
    found = np.zeros_like(levels)
    found[..., 1:] = levels[..., :-1]
    return found
