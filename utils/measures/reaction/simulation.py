"""Acts drawn from a Hawkes process of known rates: to test with, and to teach."""

from collections.abc import Sequence
from datetime import date
from numbers import Real

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import dice, whole
from utils.measures.reaction.intensity import Rates

_MOST_A_DAY = 1e6


def simulate_hawkes(
    mu: Sequence[float],
    alpha: Sequence[Sequence[float]],
    *,
    half_life_days: float = 2,
    n_days: int = 400,
    seed: int = 0,
    directions: tuple[str, str] = ("A>B", "B>A"),
    since: str = "2025-01-01",
) -> pd.DataFrame:
    """Draw acts of two directions from a Hawkes process in days.

    `mu` are the acts a day that come by themselves; `alpha[i][j]` are the acts
    in direction i that follow, in all, each act in direction j, the k-th day after
    it with the share (1 - r) r^(k-1), r = 2^(-1 / half_life_days) (Hawkes, "Spectra
    of Some Self-Exciting and Mutually Exciting Point Processes", Biometrika 58,
    1971, in days). Gives `earliest`, `latest` and `direction`, one row an act.

    >>> acts = simulate_hawkes([1, 0], [[0, 0], [1, 0]], n_days=300)
    >>> acts["direction"].value_counts().tolist()
    [342, 303]

    Raises
    ------
    MeasureError
        If a rate is below zero, the half-life, the number of days, the seed, `since`
        or a direction is none, or the spectral radius of `alpha` is one or more, so
        that acts would never end.
    """
    rates = _checked(mu, alpha, half_life_days)
    _check_ends(rates)
    whole("n_days", n_days, 1)
    first = _first_day(since)
    _check_names(directions)
    (counts,) = simulated([rates], n_days, seed=seed)
    lane, day = np.nonzero(counts)
    times = counts[lane, day].astype(int)
    dates = first + np.repeat(day, times) * np.timedelta64(1, "D")
    direction = pd.Categorical.from_codes(np.repeat(lane, times), list(directions))
    acts = pd.DataFrame({"earliest": dates, "latest": dates, "direction": direction})
    return acts.sort_values("earliest", kind="stable", ignore_index=True)


def simulated(every: Sequence[Rates], n_days: int, *, seed: int = 0) -> np.ndarray:
    """Draw counts by direction and day, once for each of `every` rates.

    Rates that never end are held at a million acts a day.
    """
    lots = dice(seed)
    mu = np.array([rates.mu for rates in every])
    alpha = np.array([rates.alpha for rates in every])
    left = np.exp2([[-1 / rates.half_life_days] for rates in every])
    counts = np.zeros((len(every), 2, n_days))
    weight = np.zeros((len(every), 2))
    for day in range(n_days):
        mean = mu + np.einsum("nij,nj->ni", alpha, weight)
        counts[:, :, day] = lots.poisson(np.minimum(mean, _MOST_A_DAY))
        weight = left * weight + (1 - left) * counts[:, :, day]
    return counts


def _checked(
    mu: Sequence[float], alpha: Sequence[Sequence[float]], half_life_days: float
) -> Rates:
    rates = Rates(np.array(mu, float), np.array(alpha, float), half_life_days)
    if rates.mu.shape != (2,) or rates.alpha.shape != (2, 2):
        raise MeasureError(
            "A simulation needs two numbers mu and two rows of two numbers alpha, "
            f"not {mu!r} and {alpha!r}."
        )
    numbers = np.array([*rates.mu, *rates.alpha.ravel()])
    allowed = (numbers >= 0).all() and np.isfinite(numbers).all()
    if not (allowed and _lasts(half_life_days)):
        raise MeasureError(
            "Rates are numbers of zero or more, and a half-life is above zero; here "
            f"are {mu!r}, {alpha!r} and {half_life_days!r}."
        )
    return rates


def _lasts(half_life_days: object) -> bool:
    number = isinstance(half_life_days, Real) and not isinstance(half_life_days, bool)
    return bool(number and 0 < half_life_days < np.inf)  # type: ignore[operator]


def _first_day(since: str) -> np.datetime64:
    try:
        return np.datetime64(date.fromisoformat(since), "us")
    except (TypeError, ValueError):
        raise MeasureError(f"{since!r} is not an ISO day; write 2025-06-29.") from None


def _check_names(directions: tuple[str, str]) -> None:
    if not isinstance(directions, Sequence) or len(set(directions)) != 2:
        raise MeasureError(
            'A simulation has two directions, as in ("A>B", "B>A"), '
            f"not {directions!r}."
        )


def _check_ends(rates: Rates) -> None:
    if rates.radius >= 1:
        raise MeasureError(
            f"The spectral radius of {rates.alpha.tolist()!r} is {rates.radius:.2f}; "
            "from one upward each act is followed by one or more, without end. Make "
            "the numbers smaller."
        )
