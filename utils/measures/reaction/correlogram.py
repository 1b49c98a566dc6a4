"""Correlations at many lags and units of time, against what chance gives."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import whole
from utils.measures.estimate import LEVEL, enough
from utils.measures.reaction.permutation import binned, lagged, reordered, standard

UNITS = {"day": 1, "week": 7, "fortnight": 14}
LEAST_BINS = 8
LEAST_BLOCKS = 4
LEAST_DRAWS = 199
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Plan:
    """What is compared with what, and how chance is drawn.

    `most` has the greatest lag of each unit, in bins.

    Raises
    ------
    MeasureError
        If a number is out of range.
    """

    most: Mapping[str, int]
    block_days: int
    draws: int
    seed: int = 0
    logged: bool = True

    def __post_init__(self) -> None:
        whole("block_days", self.block_days, 1)
        whole("draws", self.draws, LEAST_DRAWS)
        whole("seed", self.seed, 0)
        for unit, lag in self.most.items():
            whole(f"The greatest lag by {unit}", lag, 0)

    def series(self, daily: np.ndarray, unit: str) -> np.ndarray:
        """Give what is correlated: amounts by bin, or the logarithm of one more."""
        amounts = binned(daily, UNITS[unit])
        return np.log1p(amounts) if self.logged else amounts

    def fitting(self, n_days: int) -> "Plan":
        """Keep each lag within a quarter of the bins that so many days have.

        Raises
        ------
        MeasureError
            If there are too few bins or blocks.
        """
        enough(n_days // self.block_days, LEAST_BLOCKS, self._named(), unit="block")
        for unit in self.most:
            what = f"Lagged association by {unit}"
            enough(n_days // UNITS[unit], LEAST_BINS, what, unit="bin")
        most = {u: min(lag, n_days // UNITS[u] // 4) for u, lag in self.most.items()}
        return Plan(most, self.block_days, self.draws, self.seed, self.logged)

    def _named(self) -> str:
        return f"Chance by blocks of {self.block_days} days"


def planned_lags(per: list[str], lags: Mapping[str, int]) -> dict[str, int]:
    """Give the greatest lag of each unit, shortest unit first.

    >>> planned_lags(["week", "day"], {"day": 3, "week": 1})
    {'day': 3, 'week': 1}

    Raises
    ------
    MeasureError
        If there is no unit, or an unknown one, among `lags` too.
    """
    unknown = [unit for unit in [*per, *lags] if unit not in tuple(UNITS)]
    if unknown or not per:
        raise MeasureError(
            f"There is no unit of time {unknown!r}; choose from {', '.join(UNITS)}."
        )
    return {unit: lags[unit] for unit in UNITS if unit in per}


def correlogram(daily: np.ndarray, plan: Plan) -> pd.DataFrame:
    """Correlate two daily series (rows) at each unit and lag, and draw chance.

    >>> daily = np.tile([[0.0, 1, 2], [2, 0, 1]], 12)
    >>> plan = Plan({"day": 1}, block_days=9, draws=199)
    >>> correlogram(daily, plan)[["lag_bins", "r"]].round(2).values.tolist()
    [[-1.0, -0.49], [0.0, -0.5], [1.0, 0.97]]

    Raises
    ------
    MeasureError
        If a series is the same in every bin.
    """
    plan = plan.fitting(daily.shape[1])
    for unit in plan.most:
        _check_varies(plan.series(daily, unit), unit)
    r = _measured(daily[:1], daily[1:], plan)[0]
    chance = _chance(daily, plan)
    lags = _lags(plan, daily.shape[1])
    columns = lags | {"r": r} | _doubt(r, chance, lags["unit"])
    return pd.DataFrame(columns).assign(block_days=plan.block_days, draws=len(chance))


def _chance(daily: np.ndarray, plan: Plan) -> np.ndarray:
    """Measure anew with the blocks of either series in the same random orders.

    Shuffling one series only would give other limits where sides are swapped.
    """
    half = (plan.draws + 1) // 2
    one, other = (
        reordered(side, plan.block_days, half, seed=plan.seed) for side in daily
    )
    found = [_measured(rows, daily[1:], plan) for rows in one]
    found += [_measured(daily[:1], rows, plan) for rows in other]
    return np.concatenate(found)


def _measured(first: np.ndarray, second: np.ndarray, plan: Plan) -> np.ndarray:
    """Correlate rows of daily amounts, of which one side may have a single one."""
    found = []
    for unit, most in plan.most.items():
        x, y = (plan.series(rows, unit) for rows in (first, second))
        turned = len(x) > 1
        r = lagged(y[0], x, most)[:, ::-1] if turned else lagged(x[0], y, most)
        found.append(r)
    return np.concatenate(found, axis=1)


def _lags(plan: Plan, n_days: int) -> dict[str, np.ndarray]:
    most = plan.most.items()
    lag = [np.arange(-greatest, greatest + 1) for _, greatest in most]
    times = [2 * greatest + 1 for _, greatest in most]
    days = np.repeat([UNITS[unit] for unit in plan.most], times)
    return {
        "unit": np.repeat(list(plan.most), times),
        "n_bins": n_days // days,
        "lag_bins": np.concatenate(lag),
        "lag_days": np.concatenate(lag) * days,
    }


def _doubt(
    r: np.ndarray, chance: np.ndarray, family: np.ndarray
) -> dict[str, np.ndarray]:
    """Set each correlation against chance, alone and among its whole family."""
    low, high = np.quantile(chance, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    tails = [_rank(chance >= r - _ROUNDING), _rank(chance <= r + _ROUNDING)]
    p = np.minimum(1.0, 2 * np.minimum(*tails))
    units, number = np.unique(family, return_inverse=True)
    found = {name: np.empty(len(r)) for name in ("low_all", "high_all", "p_all")}
    for unit in range(len(units)):
        own = number == unit
        limits = _limits(r[own], chance[:, own], len(units))
        for name, values in zip(found, limits, strict=True):
            found[name][own] = values
    beyond = {"beyond_all": found["p_all"] <= 1 - LEVEL}
    return {"low_null": low, "high_null": high, "p": p} | found | beyond


def _limits(
    r: np.ndarray, chance: np.ndarray, families: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give limits that chance leaves at no lag of a unit, and how rare r is there.

    Distances are in standard deviations of chance from its mean, so that no lag
    counts more than another; each family has its share of the level.
    """
    mean, sd = chance.mean(axis=0), np.maximum(chance.std(axis=0), _ROUNDING)
    spread, distance = (chance - mean) / sd, (r - mean) / sd
    least, most = np.sort(spread.min(axis=1)), np.sort(spread.max(axis=1))
    nth = int((1 - LEVEL) / 2 / families * (len(chance) + 1))
    above = _rank(most[:, None] >= distance - _ROUNDING)
    below = _rank(least[:, None] <= distance + _ROUNDING)
    p = np.minimum(1.0, 2 * families * np.minimum(above, below))
    return mean + least[nth - 1] * sd, mean + most[-nth] * sd, p


def _rank(as_far: np.ndarray) -> np.ndarray:
    """Give the share of draws as far out, the one observed counted among them."""
    return np.asarray((1 + as_far.sum(axis=0)) / (1 + len(as_far)))


def _check_varies(series: np.ndarray, unit: str) -> None:
    if not standard(series).any(axis=-1).all():
        raise MeasureError(
            f"One direction has the same in every {unit}, and what does not vary "
            "cannot go together with anything; choose other units with per=."
        )
