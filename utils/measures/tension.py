"""Tension: conflictual weight that piles up and fades."""

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread


def tension(
    actions: pd.DataFrame,
    *,
    half_life_days: float = 30,
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Add up conflictual weight day by day, each act fading by half.

    T(t) is the sum, over the acts up to day t, of w * 2^(-(t - t_i) / h) with
    w = max(0, -weight) and the half-life h: a sum, not a mean, so that it rises
    when more happens (the idea of decaying dyadic interaction is Crescenzi and
    Enterline's, "Time Remembered", International Studies Quarterly, 2001).
    Where a date is a window, every day of it is equally likely: `tension` is
    the expectation and `sd` its standard deviation, both in closed form, acts
    taken as independent. The curve starts from zero: what came before the first
    act given does not count.

    Needs `earliest`, `latest`, `direction` and `weight`. Gives `date` (every
    day), `direction`, `tension` and `sd`, in the unit of the scale. Acts without
    a weight (NaN) add nothing; `coverage` counts them.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-01-01", "2025-01-03"]),
    ...     "latest": pd.to_datetime(["2025-01-01", "2025-01-03"]),
    ...     "direction": "AZE>RUS", "weight": [-4.0, -1.0]})
    >>> tension(acts, half_life_days=1)["tension"].tolist()
    [4.0, 2.0, 2.0]

    Raises
    ------
    MeasureError
        If the half-life is not above zero, a column is missing, or there is
        neither an act nor a period.
    """
    lane, groups = lanes(actions, ["direction"])
    cells = spread(actions, since=since, until=until)
    conflict = conflictual(actions)
    levels = expected(cells, conflict, lane, len(groups), half_life_days=half_life_days)
    doubt = deviation(cells, conflict, lane, len(groups), half_life_days=half_life_days)
    direction = groups["direction"].repeat(cells.n_days).reset_index(drop=True)
    found = pd.DataFrame({"date": np.tile(cells.dates, len(groups))})
    return found.assign(direction=direction, tension=levels.ravel(), sd=doubt.ravel())


def conflictual(actions: pd.DataFrame) -> np.ndarray:
    """Give each act's conflictual weight, zero where it has none.

    Needs `weight`.

    >>> conflictual(pd.DataFrame({"weight": [-4.0, 2.5, None]})).tolist()
    [4.0, 0.0, 0.0]

    Raises
    ------
    MeasureError
        If the column `weight` is missing.
    """
    if "weight" not in actions:
        raise MeasureError(
            "Tension needs the column weight; measures.weigh(actions, scale) adds it."
        )
    weight = np.nan_to_num(actions["weight"].to_numpy(dtype=float))
    return np.where(weight < 0, -weight, 0.0)


def expected(
    cells: Spread,
    conflict: np.ndarray,
    lane: np.ndarray,
    n_lanes: int,
    *,
    half_life_days: float,
) -> np.ndarray:
    """Give the expected tension of each lane (row) on each day (column)."""
    return fade(cells.total(conflict, lane, n_lanes), half_life_days)


def fade(amounts: np.ndarray, half_life_days: float) -> np.ndarray:
    """Let daily amounts pile up along the last axis and fade by half.

    Computed in blocks short enough that no power of two overflows.

    >>> fade(np.array([4.0, 0.0, 1.0]), 1).tolist()
    [4.0, 2.0, 2.0]

    Raises
    ------
    MeasureError
        If the half-life is not a number above zero.
    """
    if not (np.isfinite(half_life_days) and half_life_days > 0):
        raise MeasureError(
            f"A half-life is a number of days above zero, not {half_life_days!r}."
        )
    levels = np.empty(amounts.shape)
    level = np.zeros(amounts.shape[:-1])
    size = max(1, int(500 * half_life_days))
    for start in range(0, amounts.shape[-1], size):
        part = amounts[..., start : start + size]
        growth = np.exp2(np.arange(part.shape[-1]) / half_life_days)
        carried = (level * np.exp2(-1 / half_life_days))[..., None]
        levels[..., start : start + size] = (
            carried + np.cumsum(part * growth, axis=-1)
        ) / growth
        level = levels[..., min(start + size, amounts.shape[-1]) - 1]
    return levels


def deviation(
    cells: Spread,
    conflict: np.ndarray,
    lane: np.ndarray,
    n_lanes: int,
    *,
    half_life_days: float,
) -> np.ndarray:
    """Give the standard deviation of the tension that uncertain days bring.

    With f the faded part of one act, the variance is the sum of w^2 times
    E[f^2] - E[f]^2. E[f^2] fades with half the half-life from the squared
    weight, spread over the window; `_squared_means` gives the rest.
    """
    loose = (cells.lasts > 1) & (conflict > 0) & (lane >= 0)
    if not loose.any():
        return np.zeros((n_lanes, cells.n_days))
    squares = cells.total(conflict, np.where(loose, lane, -1), n_lanes, power=2)
    means = _squared_means(cells, conflict, lane, loose, n_lanes, half_life_days)
    variance = fade(squares, half_life_days / 2) - means
    return np.sqrt(np.where(variance > 1e-9 * means, variance, 0.0))


def _squared_means(
    cells: Spread,
    conflict: np.ndarray,
    lane: np.ndarray,
    loose: np.ndarray,
    n_lanes: int,
    half_life_days: float,
) -> np.ndarray:
    """Sum w^2 E[f]^2 over the uncertain acts.

    On day k of a window of n days E[f] is (1 - r^k) / (n (1 - r)), with r what
    one day leaves; after the window it fades. Squared, that is a constant, a
    term in r^k and one in r^2k, each of which begins and ends with the window.
    """
    n_days, n = cells.n_days + 1, cells.lasts[loose]
    begins = (
        lane[loose] * n_days + cells.day[np.cumsum(cells.lasts) - cells.lasts][loose]
    )
    left = np.exp2(-1 / half_life_days)
    size = (conflict[loose] / (n * (1 - left))) ** 2

    def at(cell: np.ndarray, amount: np.ndarray) -> np.ndarray:
        return np.bincount(cell, amount, n_lanes * n_days).reshape(n_lanes, n_days)

    flat = at(begins, size) - at(begins + n, size)
    once = at(begins, size * left) - at(begins + n, size * left ** (n + 1))
    after = (1 - left**n) ** 2 * left**2 - left ** (2 * (n + 1))
    twice = at(begins, size * left**2) + at(begins + n, size * after)
    found = np.cumsum(flat, axis=1) - 2 * fade(once, half_life_days)
    return (found + fade(twice, half_life_days / 2))[:, :-1]
