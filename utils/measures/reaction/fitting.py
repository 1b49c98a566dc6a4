"""The Hawkes process under which counts are likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from utils.measures.reaction.intensity import (
    SHORTEST_DAYS,
    Rates,
    intensity,
    unlikelihood,
)

STARTS_DAYS = (0.5, 2.0, 8.0, 32.0)
_STEADY_RATES = 2
_ALL_RATES = 7
_LEAST_MU = 1e-6


@dataclass(frozen=True, eq=False)
class Fit:
    """The likeliest rates, how likely they are, and whether the search settled.

    `dispersion` is the mean square of the differences between counts and
    intensity, in units of what Poisson counts would have: about one.
    """

    rates: Rates
    loglik: float
    settled: bool
    dispersion: float

    @property
    def aic(self) -> float:
        """Akaike's criterion: seven numbers fitted, less the likelihood."""
        return 2 * _ALL_RATES - 2 * self.loglik


def fitted(counts: np.ndarray, starts_days: Sequence[float] = STARTS_DAYS) -> Fit:
    """Find the likeliest rates, from several half-lives to start with.

    `counts` has a row for each direction and a column for each day. At a given
    half-life the likelihood has one peak only, so that several half-lives are
    several starts enough. The half-life stays between a quarter of a day and a
    tenth of the period: longer ones cannot be told from a base rate. SLSQP comes
    to the same peaks as L-BFGS-B, which hands its seven numbers to threads and
    waits for them ten times as long on a busy machine.
    """
    from scipy.optimize import minimize

    mean = np.maximum(counts.mean(axis=1), _LEAST_MU)
    longest = max(2 * SHORTEST_DAYS, counts.shape[1] / 10)
    bounds = [(_LEAST_MU, None)] * 2 + [(0, None)] * 4
    bounds += [(np.log(SHORTEST_DAYS), np.log(longest))]
    found = [
        minimize(
            _goal,
            [0.6, 0.6, 0.2, 0.1, 0.1, 0.2, np.log(min(days, longest))],
            args=(counts, mean),
            jac=True,
            method="SLSQP",
            bounds=bounds,
            options={"maxiter": 500, "ftol": 1e-10},
        )
        for days in starts_days
    ]
    best = min(found, key=lambda one: float(one.fun))
    return _fit(counts, _rates(best.x, mean), settled=bool(best.success))


def steady_aic(counts: np.ndarray) -> float:
    """Give Akaike's criterion of constant rates, without any act that follows."""
    mean = np.maximum(counts.mean(axis=1, keepdims=True), _LEAST_MU)
    return 2 * _STEADY_RATES - 2 * _loglik(counts, np.broadcast_to(mean, counts.shape))


def _goal(
    point: np.ndarray, counts: np.ndarray, mean: np.ndarray
) -> tuple[float, np.ndarray]:
    """Give what is to be small, for each act, and its slopes."""
    value, mu, alpha, half_life = unlikelihood(counts, _rates(point, mean))
    slopes = np.concatenate([mu * mean, alpha.ravel(), [half_life]])
    n = max(1.0, counts.sum())
    return value / n, slopes / n


def _rates(point: np.ndarray, mean: np.ndarray) -> Rates:
    """Read rates from a point of the search: base rates are shares of the mean."""
    return Rates(point[:2] * mean, point[2:6].reshape(2, 2), float(np.exp(point[6])))


def _fit(counts: np.ndarray, rates: Rates, *, settled: bool) -> Fit:
    mean = intensity(counts, rates)
    dispersion = float(((counts - mean) ** 2 / mean).mean())
    return Fit(rates, _loglik(counts, mean), settled, dispersion)


def _loglik(counts: np.ndarray, mean: np.ndarray) -> float:
    from scipy.special import gammaln

    return float((counts * np.log(mean) - mean - gammaln(counts + 1)).sum())
