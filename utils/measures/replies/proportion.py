"""Proportion: whether answers weigh more or less than what they answer."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import dice, whole
from utils.measures.estimate import LEVEL, share
from utils.measures.lanes import lanes
from utils.measures.weights import weights_of
from utils.told import Told

LEAST_ANSWERS = 5
CHANGES = ("higher", "same", "lower")
_NEEDS = ("kind", "trigger_id", "reply_direction", "trigger_weight", "reply_weight")


@dataclass(frozen=True, eq=False)
class Proportion(Told):
    """Differences of weight between answer and trigger, by direction of the answer.

    `table` has their distribution, `shares` how many went higher or lower, and
    `pairs` each answer with its `delta`.
    """

    table: pd.DataFrame
    shares: pd.DataFrame
    pairs: pd.DataFrame

    def __str__(self) -> str:
        return " ".join(map(_said, self.table.to_dict("records")))


def proportion(pairs: pd.DataFrame, *, draws: int = 2000, seed: int = 0) -> Proportion:
    """Compare the conflictual weight of each answer with that of its trigger.

    delta = max(0, -weight of the reply) - max(0, -weight of the trigger), in the
    unit of the scale: 0 is like for like, above 0 the answer is the more
    conflictual of the two. A cooperative act has no conflictual weight, however
    cooperative it is. Only answers count, not follow-ups and third parties, and
    only pairs with both weights; `n_without_weight` counts the others. An act
    that answers several, or is answered by several, is in several pairs, and a
    scale of few steps makes many deltas of exactly 0.

    The intervals of mean and median are 95 % percentiles of `draws` bootstrap
    samples of triggers, each drawn with all its answers (Efron and Tibshirani, "An
    Introduction to the Bootstrap", 1993; a cluster bootstrap), with the random
    numbers of `seed`. Below 5 pairs or 2 triggers they are without ends (-inf,
    inf). The intervals of the shares are exact and take pairs as independent.

    Needs what `reply_pairs` gives of acts with weights. Gives in `table`
    `reply_direction`, `n`, `n_without_weight`, `mean`, `mean_low`, `mean_high`,
    `median`, `median_low`, `median_high`, `least`, `quarter`, `three_quarters`
    and `most`; in `shares` `reply_direction`, `change` (higher, same, lower), `n`
    of `n_pairs`, `share`, `low` and `high`; in `pairs` the answers with `delta`.

    >>> pairs = pd.DataFrame({"kind": "answer", "trigger_id": ["a", "b"],
    ...     "reply_direction": "B>A", "trigger_weight": [-2.0, -5.0],
    ...     "reply_weight": [-4.0, -5.0]})
    >>> found = proportion(pairs)
    >>> found.pairs["delta"].tolist(), float(found.table["mean"].iloc[0])
    ([2.0, 0.0], 1.0)

    Raises
    ------
    MeasureError
        If a column is missing, a weight is no number or infinite, `draws` or `seed`
        is out of range, or no answer and its trigger both have a weight.
    """
    _check(pairs, draws)
    answers = pairs[(pairs["kind"] == "answer").to_numpy()]
    answers = answers.assign(delta=_delta(answers))
    weighed = answers[answers["delta"].notna()].reset_index(drop=True)
    if not len(weighed):
        raise MeasureError(
            f"Proportion needs answers with a weight at both ends; of {len(answers)} "
            "answers none has. Widen the selection, or take a scale that covers more."
        )
    group, groups = lanes(weighed, ["reply_direction"])
    parts = [weighed[group == i] for i in range(len(groups))]
    rng = dice(seed)
    rows = pd.DataFrame([_row(part, draws, rng) for part in parts])
    shares = pd.concat([_shares(part) for part in parts], ignore_index=True)
    table = groups.join(rows)
    bare = answers.loc[answers["delta"].isna(), "reply_direction"].value_counts()
    n_bare = table["reply_direction"].astype(object).map(bare).fillna(0)
    table.insert(2, "n_without_weight", n_bare.astype(np.int64))
    direction = groups["reply_direction"].repeat(len(CHANGES))
    shares.insert(0, "reply_direction", direction.to_numpy())
    return Proportion(table, shares, weighed)


def _delta(answers: pd.DataFrame) -> np.ndarray:
    reply, trigger = (
        -weights_of(answers, f"{end}_weight") for end in ("reply", "trigger")
    )
    return np.maximum(reply, 0) - np.maximum(trigger, 0)


def _row(part: pd.DataFrame, draws: int, rng: np.random.Generator) -> dict[str, float]:
    delta = part["delta"].to_numpy()
    quantiles = np.quantile(delta, [0, 0.25, 0.5, 0.75, 1])
    least, quarter, middle, three, most = map(float, quantiles)
    means, medians = _drawn(part, draws, rng)
    return {
        "n": len(part),
        **_centre("mean", float(delta.mean()), means),
        **_centre("median", middle, medians),
        "least": least,
        "quarter": quarter,
        "three_quarters": three,
        "most": most,
    }


def _centre(name: str, value: float, drawn: np.ndarray) -> dict[str, float]:
    tail = (1 - LEVEL) / 2
    low, high = -np.inf, np.inf
    if len(drawn):
        low, high = np.quantile(drawn, [tail, 1 - tail])
    return {name: value, f"{name}_low": float(low), f"{name}_high": float(high)}


def _drawn(
    part: pd.DataFrame, draws: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Give mean and median of each bootstrap sample of triggers.

    A sample is how often each trigger is drawn; its deltas are counted by value,
    of which a scale has few, so that no sample is ever written out.
    """
    trigger, names = pd.factorize(part["trigger_id"])
    if len(part) < LEAST_ANSWERS or len(names) < 2:
        return np.array([]), np.array([])
    values, value = np.unique(part["delta"].to_numpy(), return_inverse=True)
    counts = np.empty((draws, len(values)))
    for i in range(draws):
        often = np.bincount(
            rng.integers(0, len(names), len(names)), minlength=len(names)
        )
        counts[i] = np.bincount(value, often[trigger], len(values))
    total = counts.cumsum(axis=1)
    n = total[:, -1:]
    lower, upper = ((total < at).sum(axis=1) for at in (n / 2, np.floor(n / 2) + 1))
    return counts @ values / n[:, 0], (values[lower] + values[upper]) / 2


def _shares(part: pd.DataFrame) -> pd.DataFrame:
    sign = np.sign(part["delta"].to_numpy())
    counted = zip(CHANGES, (1, 0, -1), strict=True)
    n = len(part)
    rows = [(change, int((sign == way).sum())) for change, way in counted]
    estimates = [share(k, n, of=f"answers weigh {change}") for change, k in rows]
    table = pd.DataFrame(rows, columns=["change", "n"])
    ends = {name: [getattr(e, name) for e in estimates] for name in ("low", "high")}
    return table.assign(n_pairs=n, share=table["n"] / n, **ends)


def _said(row: dict[str, float]) -> str:
    interval = "too few for an interval"
    if np.isfinite(row["mean_low"]):
        ends = f"{row['mean_low']:+.1f} to {row['mean_high']:+.1f}"
        interval = f"{LEVEL:.0%} interval {ends}".replace("%", " %")
    n = f"{row['n']} answer{'' if row['n'] == 1 else 's'}"
    return (
        f"{row['reply_direction']}: {row['mean']:+.1f} on average ({interval}), "
        f"of {n} with a weight at both ends; {row['n_without_weight']} without."
    )


def _check(pairs: pd.DataFrame, draws: int) -> None:
    if missing := [name for name in _NEEDS if name not in pairs]:
        raise MeasureError(
            f"Proportion needs the column{'s' * (len(missing) > 1)} "
            f"{', '.join(missing)}; measures.weigh(actions, scale) before "
            "reply_pairs gives the weights."
        )
    whole("draws", draws, 1)
