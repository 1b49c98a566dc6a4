"""Balance: each direction's share of acts, of conflict and of cooperation."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.random import Generator

from utils.measures.asked import dice, whole
from utils.measures.cooperation import parts
from utils.measures.estimate import LEVEL, enough, share
from utils.measures.lanes import lanes
from utils.measures.weights import weights_of
from utils.multiplicity import counted, several

LEAST = 10
Ends = Sequence[float | None]
_OF = ("acts", "cooperative weight", "conflictual weight")


def balance(
    actions: pd.DataFrame,
    *,
    by: str = "direction",
    draws: int = 2000,
    seed: int = 0,
) -> pd.DataFrame:
    """Give each direction's share of acts and of their weight, with its interval.

    The interval for the share of acts is that of Clopper and Pearson (see
    `Estimate`); for shares of weight it is the percentile interval of a bootstrap
    over the acts that carry such weight (Efron, "Bootstrap Methods: Another Look
    at the Jackknife", Annals of Statistics 7, 1979), `draws` times, drawn from
    `seed`. Both take acts as independent, which acts in answer to one another are
    not: read the intervals as the least doubt there is. Shares are shares of
    the acts given, so choose the two directions before.

    Needs `weight` and the column `by`. Gives a row for each of `by` and of what
    the share is: `direction` (or as `by` is called), `of` ("acts", "cooperative
    weight", "conflictual weight"), `n` (the acts that carry it), `amount` (acts,
    or the unit of the scale), `share`, `low` and `high`. Acts without a weight
    (NaN) count as acts alone. Where nothing carries such weight, `share` is
    missing (`pd.NA`); where fewer than 10 acts do, or all are of one direction,
    a bootstrap says nothing, and `low` and `high` are missing.

    >>> acts = pd.DataFrame({"direction": ["A>B", "B>A"], "weight": [-6.0, -2.0]})
    >>> balance(acts)[["of", "amount", "share"]].values.tolist()[-2:]
    [['conflictual weight', 6.0, 0.75], ['conflictual weight', 2.0, 0.25]]

    Raises
    ------
    MeasureError
        If a column is missing, a weight is no number or infinite, draws or seed are
        no whole numbers from one and zero, or there is no act.
    """
    weight, n = weights_of(actions), several(actions)
    lane, groups = lanes(actions, [by])
    enough(len(actions), 1, "A balance")
    whole("draws", draws, 1)
    rng = dice(seed)
    amounts = (np.ones(len(weight)), *parts(weight))
    tables = [
        _shares(groups.assign(of=of), amount, lane, n=n)
        for of, amount in zip(_OF, amounts, strict=True)
    ]
    shape = (draws, len(groups))
    ends = [_exact(tables[0])]
    ends += [_bootstrap(a, lane, shape, n=n, rng=rng) for a in amounts[1:]]
    return pd.concat(
        [
            table.assign(low=pd.array(low, "Float64"), high=pd.array(high, "Float64"))
            for table, (low, high) in zip(tables, ends, strict=True)
        ],
        ignore_index=True,
    )


def _shares(
    groups: pd.DataFrame, amount: np.ndarray, lane: np.ndarray, n: np.ndarray | None
) -> pd.DataFrame:
    each = np.ones(len(lane)) if n is None else n
    sums = np.bincount(lane, amount * each, len(groups))
    acts = np.bincount(lane, (amount > 0) * each, len(groups)).astype(np.int64)
    total = sums.sum()
    parted = sums / total if total else [None] * len(groups)
    return groups.assign(n=acts, amount=sums, share=pd.array(parted, "Float64"))


def _exact(table: pd.DataFrame) -> tuple[Ends, Ends]:
    """Give the ends of the exact intervals for shares of acts."""
    n = int(table["n"].sum())
    found = [share(k, n, of="acts") for k in table["n"].tolist()]
    return [it.low for it in found], [it.high for it in found]


def _bootstrap(
    amount: np.ndarray,
    lane: np.ndarray,
    shape: tuple[int, int],
    *,
    n: np.ndarray | None,
    rng: Generator,
) -> tuple[Ends, Ends]:
    """Give the ends of the intervals for shares of a weight.

    Acts of one direction and one weight are alike, so that it is their number
    that is drawn: a million acts take no longer than the weights of the scale.
    """
    draws, n_lanes = shape
    weighs = amount > 0
    weights, kind = np.unique(amount[weighs], return_inverse=True)
    cell = lane[weighs] * len(weights) + kind
    acts = counted(cell, n_lanes * len(weights), None if n is None else n[weighs])
    by_lane = acts.reshape(n_lanes, len(weights)).sum(axis=1)
    if acts.sum() < LEAST or (by_lane > 0).sum() < 2:
        return [None] * n_lanes, [None] * n_lanes
    some = np.flatnonzero(acts)
    drawn = rng.multinomial(acts.sum(), acts[some] / acts.sum(), size=draws)
    sums = drawn * weights[some % len(weights)]
    sums = sums @ (some[:, None] // len(weights) == np.arange(n_lanes))
    shares = sums / sums.sum(axis=1, keepdims=True)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(shares, [tail, 1 - tail], axis=0)
    return low.tolist(), high.tolist()
