"""Tension: conflictual weight that piles up and fades."""

from dataclasses import dataclass
from math import isfinite
from numbers import Real

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread
from utils.measures.weights import weights_of


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
    act given does not count. A direction without an act has no curve.

    Needs `earliest`, `latest`, `direction` and `weight`. Gives `date` (every
    day), `direction`, `tension` and `sd`, in the unit of the scale, and
    `half_life_days`. Acts without a weight (NaN) add nothing; `coverage` counts them.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-01-01", "2025-01-03"]),
    ...     "latest": pd.to_datetime(["2025-01-01", "2025-01-03"]),
    ...     "direction": "AZE>RUS", "weight": [-4.0, -1.0]})
    >>> tension(acts, half_life_days=1)["tension"].tolist()
    [4.0, 2.0, 2.0]

    Raises
    ------
    MeasureError
        If the half-life is not above zero, a column is missing, a weight is no
        number or infinite, an act cannot be placed in time, or there is neither an
        act nor a period.
    """
    lane, groups = lanes(actions, ["direction"])
    cells = spread(actions, since=since, until=until)
    conflict = Conflict(cells, conflictual(actions), lane, len(groups))
    direction = groups["direction"].repeat(cells.n_days).reset_index(drop=True)
    return pd.DataFrame(
        {
            "date": np.tile(cells.dates, len(groups)),
            "direction": direction,
            "tension": expected(conflict, half_life_days).ravel(),
            "sd": deviation(conflict, half_life_days).ravel(),
            "half_life_days": float(half_life_days),
        }
    )


@dataclass(frozen=True, eq=False)
class Conflict:
    """Conflictual weight of acts, the days it may fall on, and each act's lane.

    `weight` and `lane` have one value for each act; a lane below zero leaves
    the act out. A slider that moves the half-life needs this only once.
    """

    cells: Spread
    weight: np.ndarray
    lane: np.ndarray
    n_lanes: int


def conflictual(actions: pd.DataFrame) -> np.ndarray:
    """Give each act's conflictual weight, zero where it has none.

    Needs `weight`.

    >>> conflictual(pd.DataFrame({"weight": [-4.0, 2.5, None]})).tolist()
    [4.0, 0.0, 0.0]

    Raises
    ------
    MeasureError
        If the column `weight` is missing, or a weight is no number or infinite.
    """
    weight = weights_of(actions)
    return np.where(weight < 0, -weight, 0.0)


def expected(conflict: Conflict, half_life_days: float) -> np.ndarray:
    """Give the expected tension of each lane (row) on each day (column).

    Raises
    ------
    MeasureError
        If the half-life is not a number above zero.
    """
    daily = conflict.cells.total(conflict.weight, conflict.lane, conflict.n_lanes)
    return fade(daily, half_life_days)


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
    _check(half_life_days)
    levels = np.empty(amounts.shape)
    level = np.zeros(amounts.shape[:-1])
    size = max(1, int(min(500 * half_life_days, amounts.shape[-1])))
    for start in range(0, amounts.shape[-1], size):
        part = amounts[..., start : start + size]
        growth = np.exp2(np.arange(part.shape[-1]) / half_life_days)
        carried = (level * np.exp2(-1 / half_life_days))[..., None]
        levels[..., start : start + size] = (
            carried + np.cumsum(part * growth, axis=-1)
        ) / growth
        level = levels[..., min(start + size, amounts.shape[-1]) - 1]
    return levels


def deviation(conflict: Conflict, half_life_days: float) -> np.ndarray:
    """Give the standard deviation of the tension that uncertain days bring.

    While the window of an act runs, its variance is that of `_variance`; once it
    is over, nothing new is drawn, and the variance fades twice as fast as the
    tension. Rows are lanes, columns are days.

    Raises
    ------
    MeasureError
        If the half-life is not a number above zero.
    """
    _check(half_life_days)
    cells = conflict.cells.uncertain()
    square = conflict.weight**2 if cells.n is None else conflict.weight**2 * cells.n
    variance = square[cells.row] * _variance(cells, half_life_days)
    over = cells.nth == cells.lasts[cells.row]
    running, rest = (
        cells.pile(np.where(part, variance, 0.0), conflict.lane, conflict.n_lanes)
        for part in (~over, over)
    )
    return np.sqrt(running + fade(rest, half_life_days / 2))


def _variance(cells: Spread, half_life_days: float) -> np.ndarray:
    """Give the variance of what is left of one act of weight one, cell by cell.

    On day k of a window of n days the mean is (1 - r^k) / (n (1 - r)), with r
    what one day leaves, and the mean square the same with r^2.
    """
    windows = np.arange(cells.lasts.max(initial=0) + 1)
    n = cells.lasts[cells.row]

    def mean(rate: float) -> np.ndarray:
        gone = -np.expm1(-rate * windows)
        return gone[cells.nth] / (n * -np.expm1(-rate))

    rate = np.log(2) / half_life_days
    return np.maximum(mean(2 * rate) - mean(rate) ** 2, 0.0)


def _check(half_life_days: float) -> None:
    number = isinstance(half_life_days, Real) and not isinstance(half_life_days, bool)
    if not (number and isfinite(half_life_days) and half_life_days > 0):
        raise MeasureError(
            f"A half-life is a number of days above zero, not {half_life_days!r}."
        )
