"""What one more break has to earn: dispersion, penalty, and the path over penalties."""

from math import isfinite, log
from numbers import Real

import numpy as np
import pandas as pd

from utils.errors import MeasureError, known
from utils.measures.phases.search import Cuts

PENALTIES = {"bic": 2, "modified_bic": 3}
"""Named penalties: how many times ln(number of bins) each break costs."""
LEAST_PENALTY = 2.0
"""Where paths end: a break that earns less is noise by Akaike's criterion too."""
_NOTHING = 1e-9


def dispersion(n: np.ndarray, days: np.ndarray) -> float:
    """Give how much more neighbouring bins differ than Poisson counts, at least 1.

    Each pair of neighbours with x and y acts over a and b days gives
    (x b - y a)^2 / (a b (x + y)), whose mean is one for Poisson counts of one
    level (given x + y, x is binomial); the dispersion is the mean over all
    pairs with an act. A change of level enters through one pair only, which is why
    neighbours are compared and not all bins with their mean (the idea is that
    of Rice, "Bandwidth Choice for Nonparametric Regression", Annals of Statistics
    12, 1984). Acts that come in bursts within a bin raise it; bursts that last
    over several bins do not, they look like levels. Uncertain dates, which are
    spread over several bins, lower it, and so do counts near zero. Where there are
    few bins, true breaks count for much in it, and fewer of them are found.

    >>> dispersion(np.array([9.0, 3.0, 9.0]), np.ones(3))
    3.0
    """
    x, y, a, b = n[:-1], n[1:], days[:-1], days[1:]
    some = x + y > _NOTHING
    both = np.where(some, x + y, 1.0)
    ratios = (x * b - y * a) ** 2 / (a * b * both)
    return max(1.0, float(ratios[some].mean())) if some.any() else 1.0


def penalty_of(penalty: str | float, n_bins: int) -> float:
    """Give the penalty for one break, by its name or as it is.

    >>> round(penalty_of("bic", 54), 2), penalty_of(10, 54)
    (7.98, 10.0)

    Raises
    ------
    MeasureError
        If there is no such name, or it is no number above zero.
    """
    if isinstance(penalty, str):
        if penalty not in PENALTIES:
            raise MeasureError(
                f"There is no penalty {penalty!r}. {known(PENALTIES, penalty)}"
            )
        return PENALTIES[penalty] * log(n_bins)
    return _positive(penalty, 0.0, "A penalty is a name or a number above zero")


def dispersion_of(given: str | float, n: np.ndarray, days: np.ndarray) -> float:
    """Give the dispersion, estimated or as it was given.

    >>> dispersion_of(1, np.array([9.0, 3.0]), np.ones(2))
    1.0

    Raises
    ------
    MeasureError
        If it is neither "estimated" nor a number from one.
    """
    if isinstance(given, str) and given == "estimated":
        return dispersion(n, days)
    said = 'A dispersion is "estimated" or a number from one (1 is Poisson)'
    return _positive(given, 1.0, said)


def path(found: Cuts, noise: float, *, least: float = LEAST_PENALTY) -> pd.DataFrame:
    """Give each number of breaks that is best for some penalty, and for which.

    `found` has one series. The best total for a penalty p per break is the lowest of
    cost(k) / noise + p k, so the numbers of breaks that are ever best are the
    corners of the lower convex hull of the costs. The rows are those that CROPS
    finds by trial (Haynes, Eckley and Fearnhead, "Computationally Efficient
    Changepoint Detection for a Range of Penalties", Journal of Computational and
    Graphical Statistics 26, 2017). Gives `n_breaks`, `penalty_from` and
    `penalty_to`, from the largest penalty to the one that `least` lies in.

    >>> from utils.measures.phases.search import cuts
    >>> found = cuts(np.array([[1., 1., 9., 9.]]), np.ones(4), min_bins=1, most=3)
    >>> path(found, 1.0)["n_breaks"].tolist()
    [0, 1]
    """
    cost = found.costs[0] / noise
    rows: list[tuple[int, float, float]] = []
    many, upper = 0, np.inf
    while np.isfinite(upper) or not rows:
        more = np.arange(many + 1, len(cost))
        earned = (cost[many] - cost[more]) / (more - many)
        lower = float(earned.max(initial=0.0))
        rows.append((many, lower, upper))
        if lower <= max(least, _NOTHING):
            break
        many, upper = int(more[np.flatnonzero(earned == lower)[-1]]), lower
    return pd.DataFrame(rows, columns=["n_breaks", "penalty_from", "penalty_to"])


def chosen(path: pd.DataFrame, penalty: float) -> np.ndarray:
    """Mark the row that a penalty leads to; of equals, the one of fewer breaks.

    >>> rows = pd.DataFrame({"penalty_from": [5.0, 0.0], "penalty_to": [np.inf, 5.0]})
    >>> chosen(rows, 5.0).tolist()
    [True, False]
    """
    lower, upper = (path[f"penalty_{end}"].to_numpy() for end in ("from", "to"))
    return np.asarray((lower <= penalty) & (penalty < upper))


def _positive(number: object, least: float, said: str) -> float:
    real = isinstance(number, Real) and not isinstance(number, bool)
    if not (real and isfinite(number) and number >= least and number > 0):  # type: ignore
        raise MeasureError(f"{said}, not {number!r}.")
    return float(number)  # type: ignore[arg-type]
