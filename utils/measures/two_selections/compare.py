"""Two sets of acts beside each other: numbers of acts, and tension."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.counts import in_bins, reach
from utils.measures.lanes import lanes
from utils.measures.spread import spread
from utils.measures.tension import Conflict, conflictual, deviation, expected
from utils.measures.two_selections.parts import BOTH, FIRST, SECOND, united

_PARTS = 3


@dataclass(frozen=True, eq=False)
class Beside:
    """What both sets have, and their difference with the doubt that dates leave.

    Each array has a row for each lane and a column for each bin or day; `low` and
    `high` bound the difference.
    """

    dates: np.ndarray
    first: np.ndarray
    second: np.ndarray
    difference: np.ndarray
    low: np.ndarray
    high: np.ndarray


def compare_counts(
    actions: pd.DataFrame,
    against: pd.DataFrame,
    per: str = "month",
    *,
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Count the acts of two sets by direction, and the first minus the second.

    Bins reach from the first act of either set (or `since`) to the last one (or
    `until`). An act of uncertain date spreads its one count over its window, as in
    `counts`. An act that both sets have, known by its `action_id`, counts in both
    and falls out of the difference, whatever its date. Needs `action_id`,
    `earliest`, `latest` and `direction`. Gives `date` (the first day of the bin),
    `direction`, `first`, `second` and `difference` (numbers of acts), `least` and
    `most` (what the dates of the acts that only one set has allow the difference to
    be; not all bins can reach them at once) and `per`.

    >>> days = pd.to_datetime(["2025-06-29", "2025-06-30", "2025-07-02"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b", "c"], "earliest": days,
    ...     "latest": days, "direction": "A>B"})
    >>> found = compare_counts(acts[:2], acts[1:])
    >>> found[["first", "second", "difference"]].values.tolist()
    [[2.0, 1.0, 1.0], [0.0, 1.0, -1.0]]

    Raises
    ------
    MeasureError
        If `per` is unknown, a column is missing, an act is twice in one set or not
        the same in both, or there is neither an act nor a period.
    """
    both = united(actions, against)
    lane, groups = lanes(both.acts, ["direction"])
    cells = spread(both.acts, since=since, until=until)
    lane, n_lanes = parted(lane, both.part), parts_of(len(groups))
    daily = cells.total(np.ones(len(lane)), lane, n_lanes)
    n, starts = in_bins(daily, cells.dates, per)
    found = counts_beside(starts, n, *reach(cells, lane, n_lanes, per=per))
    ends = {"least": found.low, "most": found.high}
    return _rows(found, groups, ends).assign(per=per)


def compare_tension(
    actions: pd.DataFrame,
    against: pd.DataFrame,
    *,
    half_life_days: float = 30,
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Give the tension of two sets by direction, and the first minus the second.

    Tension is that of `tension`, on every day from the first act of either set (or
    `since`) to the last one (or `until`). Acts that both sets have, known by their
    `action_id`, have one date and one weight, so that they fall out of the
    difference: its standard deviation `sd` is that of the tension of the acts that
    only one set has, taken as independent, in closed form. Needs `action_id`,
    `earliest`, `latest`, `direction` and `weight`. Gives `date`, `direction`,
    `first`, `second`, `difference` and `sd`, in the unit of the scale, and
    `half_life_days`. Acts without a weight add nothing.

    >>> days = pd.to_datetime(["2025-06-29", "2025-06-30"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b"], "earliest": days, "latest": days,
    ...     "direction": "A>B", "weight": [-4.0, -1.0]})
    >>> found = compare_tension(acts, acts[1:], half_life_days=1)
    >>> found[["first", "second", "difference"]].values.tolist()
    [[4.0, 0.0, 4.0], [3.0, 1.0, 2.0]]

    Raises
    ------
    MeasureError
        If the half-life is not above zero, a column is missing, a weight is no number
        or infinite, an act is twice in one set or not the same in both, or there is
        neither an act nor a period.
    """
    both = united(actions, against, weighed=True)
    lane, groups = lanes(both.acts, ["direction"])
    cells = spread(both.acts, since=since, until=until)
    weight = conflictual(both.acts)
    lane, n_lanes = parted(lane, both.part), parts_of(len(groups))
    conflict = Conflict(cells, weight, lane, n_lanes)
    levels, sd = (act(conflict, half_life_days) for act in (expected, deviation))
    found = tension_beside(cells.dates, levels, sd)
    rows = _rows(found, groups, {"sd": found.high - found.difference})
    return rows.assign(half_life_days=float(half_life_days))


def parted(lane: np.ndarray, part: np.ndarray) -> np.ndarray:
    """Part each lane in three, by which of the sets have an act.

    >>> parted(np.array([0, 1, -1]), np.array([FIRST, SECOND, BOTH])).tolist()
    [1, 5, -1]
    """
    return np.where(lane < 0, -1, lane * _PARTS + part)


def counts_beside(
    starts: np.ndarray, n: np.ndarray, least: np.ndarray, most: np.ndarray
) -> Beside:
    """Set numbers of acts beside each other, by bin, in lanes that `parted` parts.

    `n` are the acts expected in each bin, `least` and `most` those certain and
    possible.
    """
    n, least, most = map(_by_part, (n, least, most))
    return Beside(
        dates=starts,
        first=n[BOTH] + n[FIRST],
        second=n[BOTH] + n[SECOND],
        difference=n[FIRST] - n[SECOND],
        low=least[FIRST] - most[SECOND],
        high=most[FIRST] - least[SECOND],
    )


def tension_beside(dates: np.ndarray, levels: np.ndarray, sd: np.ndarray) -> Beside:
    """Set tension and its doubt beside each other, in lanes that `parted` parts."""
    levels = _by_part(levels)
    doubt = np.hypot(*_by_part(sd)[[FIRST, SECOND]])
    difference = levels[FIRST] - levels[SECOND]
    return Beside(
        dates=dates,
        first=levels[BOTH] + levels[FIRST],
        second=levels[BOTH] + levels[SECOND],
        difference=difference,
        low=difference - doubt,
        high=difference + doubt,
    )


def parts_of(n_lanes: int) -> int:
    """Give the number of lanes after `parted` has parted so many.

    >>> parts_of(2)
    6
    """
    return n_lanes * _PARTS


def _by_part(numbers: np.ndarray) -> np.ndarray:
    """Give part, lane and column as three axes."""
    return numbers.reshape(-1, _PARTS, numbers.shape[1]).swapaxes(0, 1)


def _rows(
    found: Beside, groups: pd.DataFrame, ends: dict[str, np.ndarray]
) -> pd.DataFrame:
    n_days = len(found.dates)
    numbers = {name: getattr(found, name) for name in ("first", "second", "difference")}
    direction = groups["direction"].repeat(n_days).reset_index(drop=True)
    frame = pd.DataFrame(
        {"date": np.tile(found.dates, len(groups)), "direction": direction}
        | {name: n.ravel() for name, n in (numbers | ends).items()}
    )
    return frame.sort_values(["date", "direction"], ignore_index=True)
