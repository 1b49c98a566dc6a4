"""Benchmarks of the measures: tension beside the direct sum, and how each grows.

Run by `make bench`. The direct sum is what the formula says, act by act and day
by day. Growth is how many times longer a measure takes for a hundred times the
acts: near 100, it is linear.
"""

import gc
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
from bench import grown

from utils import load, measures
from utils.tables import Case

HALF_LIFE_DAYS = 30
FASTER_AT_LEAST = 100
ERROR_AT_MOST = 1e-12
DAY = np.timedelta64(1, "D")
GROWTH = "{:<22} {:>12.2f} {:>13.1f} {:>10.1f}"


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    case = load("azerbaijan-russia")
    small, large = (weighed(grown(case, n), case) for n in (10_000, 1_000_000))
    met = beside_the_direct_sum(large)
    print(f"{'measure':<22} {'10^4 acts ms':>12} {'10^6 acts ms':>13} {'growth':>10}")
    for name, measure in every_measure(case).items():
        few = 1000 * median(seconds(partial(measure, small)) for _ in range(5))
        many = 1000 * median(seconds(partial(measure, large)) for _ in range(3))
        print(GROWTH.format(name, few, many, many / few), flush=True)
    return 0 if met else 1


def weighed(grown_case: Case, case: Case) -> pd.DataFrame:
    """Weigh synthetic acts."""
    return measures.weigh(grown_case.actions, case.scales["goldstein-icews"])


def every_measure(case: Case) -> dict[str, Callable[[pd.DataFrame], object]]:
    """Name each measure, with what it needs besides the acts."""
    return {
        "weigh": lambda acts: measures.weigh(acts, case.scales["plover"]),
        "coverage": lambda acts: measures.coverage(acts, case.scales["plover"]),
        "counts": measures.counts,
        "daily": measures.daily,
        "tension": measures.tension,
    }


def seconds(act: Callable[[], object]) -> float:
    """Time one call, without the garbage of others."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    act()
    taken = perf_counter() - start
    gc.enable()
    return taken


def beside_the_direct_sum(acts: pd.DataFrame) -> bool:
    """Time tension of acts of known day, and the direct sum, and compare them."""
    known = acts.assign(latest=acts["earliest"])
    ours = measures.tension(known, half_life_days=HALF_LIFE_DAYS)
    fast = median(
        seconds(partial(measures.tension, known, half_life_days=HALF_LIFE_DAYS))
        for _ in range(5)
    )
    start = perf_counter()
    theirs = direct_sum(known, ours["date"].unique())
    slow = perf_counter() - start
    error = relative_error(ours, theirs)
    print(f"tension of {len(known):,} acts: {1000 * fast:.0f} ms")
    print(f"direct sum: {slow:.1f} s, {slow / fast:.0f} times as long", end=" ")
    print(f"(target: {FASTER_AT_LEAST}); relative error {error:.1e}")
    return slow / fast >= FASTER_AT_LEAST and error < ERROR_AT_MOST


def direct_sum(acts: pd.DataFrame, dates: Any) -> dict[str, np.ndarray]:
    """Add up, for each day, what is left of every act up to then."""
    found = {}
    grid = np.asarray(dates, dtype="datetime64[D]")
    for direction, rows in acts.groupby("direction", observed=True):
        days = rows["earliest"].to_numpy().astype("datetime64[D]")
        order = np.argsort(days, kind="stable")
        weight = np.maximum(0, -rows["weight"].fillna(0).to_numpy())[order]
        days = days[order]
        up_to = np.searchsorted(days, grid, side="right")
        found[str(direction)] = np.array(
            [
                left(weight[:k], (day - days[:k]) / DAY)
                for k, day in zip(up_to, grid, strict=True)
            ]
        )
    return found


def left(weight: np.ndarray, age_days: np.ndarray) -> float:
    """Give what is left of acts of an age."""
    return float(weight @ np.exp2(-age_days / HALF_LIFE_DAYS))


def relative_error(ours: pd.DataFrame, theirs: dict[str, np.ndarray]) -> float:
    """Give the largest relative difference, over every day and direction."""
    worst = 0.0
    for direction, rows in ours.groupby("direction", observed=True):
        one, other = rows["tension"].to_numpy(), theirs[str(direction)]
        there = other > 0
        assert not one[~there].any(), "tension where the direct sum has none"
        error = np.abs(one - other)[there] / other[there]
        worst = max(worst, float(error.max(initial=0)))
    return worst


if __name__ == "__main__":
    sys.exit(main())
