"""Benchmarks of the measures: tension beside the direct sum, and how each grows.

The direct sum is what the formula says, act by act and day
by day. Growth is how many times longer a measure takes for a hundred times the
acts: near 100, it is linear.
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd

from tests.benchmarks.grown import codings, grown
from utils import load, measures
from utils.tables import Case

HALF_LIFE_DAYS = 30
FASTER_AT_LEAST = 100
ERROR_AT_MOST = 1e-12
PERIOD = {"since": "2024-12-25", "until": "2025-12-31"}
DAY = np.timedelta64(1, "D")
GROWTH = "{:<20} {:>12.1f} {:>13.0f} {:>8.1f}"
HEAD = f"{'measure':<20} {'10^4 acts ms':>12} {'10^6 acts ms':>13} {'growth':>8}"
Measure = Callable[[Case], object]


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    case = load("azerbaijan-russia")
    small, large = (weighed(grown(case, n)) for n in (10_000, 1_000_000))
    met = beside_the_direct_sum(large.actions)
    print(HEAD)
    for name, measure in MEASURES.items():
        few = 1000 * median(seconds(partial(measure, small)) for _ in range(3))
        many = 1000 * seconds(partial(measure, large))
        print(GROWTH.format(name, few, many, many / few), flush=True)
    return 0 if met else 1


def weighed(case: Case) -> Case:
    """Weigh the acts of a case."""
    scale = case.scales["goldstein-icews"]
    return replace(case, actions=measures.weigh(case.actions, scale))


def of_acts(measure: Callable[..., object], **options: Any) -> Measure:
    """Take the acts of a case, and let a measure have them."""
    return lambda case: measure(case.actions, **options)


def ladder(case: Case) -> object:
    book = case.codebook
    return measures.ladder(case.actions, book.forms, book.ladder)


def matrix_of_evidence(case: Case) -> pd.DataFrame:
    sides = case.codebook.sides
    return measures.evidence_matrix(
        case.actions, case.evidence, case.sources, sides=sides
    )


MEASURES: dict[str, Measure] = {
    "weigh": lambda case: measures.weigh(case.actions, case.scales["plover"]),
    "coverage": lambda case: measures.coverage(case.actions, case.scales["plover"]),
    "compare_scales": lambda case: measures.compare_scales(case.actions, case.scales),
    "by_scale": lambda case: measures.by_scale(case.actions, case.scales),
    "counts": of_acts(measures.counts),
    "daily": of_acts(measures.daily),
    "draw_dates": of_acts(measures.draw_dates),
    "tension": of_acts(measures.tension),
    "peaks": lambda case: measures.peaks(measures.tension(case.actions)),
    "cooperation": of_acts(measures.cooperation),
    "balance": of_acts(measures.balance),
    "breadth": of_acts(measures.breadth),
    "entropy": of_acts(measures.entropy),
    "ladder": ladder,
    "time_at_rungs": lambda case: measures.time_at_rungs(ladder(case)),
    "who_towards_whom": of_acts(measures.who_towards_whom),
    "by_certainty": of_acts(measures.by_certainty),
    "reply_pairs": of_acts(measures.reply_pairs),
    "reply_rate": of_acts(measures.reply_rate),
    "delays": of_acts(measures.delays),
    "proportion": lambda case: measures.proportion(measures.reply_pairs(case.actions)),
    "in_kind": lambda case: measures.in_kind(measures.reply_pairs(case.actions)),
    "chains": of_acts(measures.chains),
    "change_points": of_acts(measures.change_points),
    "penalty_path": of_acts(measures.penalty_path),
    "association": of_acts(measures.association, first="AZE>RUS"),
    "hawkes": of_acts(measures.hawkes, first="AZE>RUS", **PERIOD),
    "agreement": lambda case: measures.agreement(
        codings(case.actions), columns={"type": "nominal"}
    ),
    "evidence_matrix": matrix_of_evidence,
    "reporting": lambda case: measures.reporting(matrix_of_evidence(case)),
    "alone_share": lambda case: measures.alone_share(matrix_of_evidence(case)),
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
