"""In kind: whether acts are answered by acts of their own type."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import dice, whole
from utils.measures.estimate import LEVEL, enough, share

ALL_TYPES = "all types"
_NEEDS = ("kind", "trigger_type", "reply_type", "reply_direction")


def in_kind(pairs: pd.DataFrame, *, draws: int = 2000, seed: int = 0) -> pd.DataFrame:
    """Give the share of answers of the same type as the act that they answer.

    Beside it stands what would come about if types did not matter: the types of
    the replies are dealt out anew among the pairs of each direction, `draws` times
    (a permutation test, as in Good, "Permutation, Parametric, and Bootstrap Tests
    of Hypotheses", 2005; the tables are drawn whole, which is the same). A share
    far above `expected` says that a type is answered by its like more often than
    the mix of types alone would have it. It does not say why: both may follow the
    news of the same week, which the permutation takes apart.

    Pairs count as independent, and an act in several pairs counts in each of them,
    so that the intervals are rather too narrow. Only answers count.

    Needs what `reply_pairs` gives of acts with `type`. Gives one row for all types
    together and one for each type of trigger, with `trigger_type`, `n` answers,
    `n_in_kind`, `share` with the exact 95 % interval `low` to `high` (Clopper and
    Pearson 1934), `expected` (exactly), `expected_low` to `expected_high` (the
    middle 95 % of the draws), and `p`, the share of draws with at least as many in
    kind, the observed one counted among them.

    >>> pairs = pd.DataFrame({"kind": "answer", "reply_direction": "B>A",
    ...     "trigger_type": ["media", "media", "cultural", "cultural"],
    ...     "reply_type": ["media", "media", "cultural", "media"]})
    >>> in_kind(pairs)[["trigger_type", "n", "share", "expected"]].values.tolist()
    [['all types', 4, 0.75, 0.5], ['cultural', 2, 0.5, 0.25], ['media', 2, 1.0, 0.75]]

    Raises
    ------
    MeasureError
        If a column or a type is missing, there is no answer, or `draws` or `seed`
        is out of range.
    """
    _check(pairs, draws)
    answers = pairs[(pairs["kind"] == "answer").to_numpy()]
    enough(len(answers), 1, "A share of answers in kind", unit="answer")
    _check_types(answers)
    types, trigger, reply = _coded(answers)
    direction = pd.factorize(answers["reply_direction"])[0]
    size = len(types)
    same = np.bincount(trigger[trigger == reply], minlength=size)
    expected, drawn = np.zeros(size), np.zeros((draws, size))
    rng = dice(seed)
    for ends in _margins(direction, (trigger, reply), size):
        expected += ends[0] * ends[1] / ends[0].sum()
        drawn += _dealt(*ends, draws=draws, rng=rng)
    whole = np.arange(size)
    rows = {
        ALL_TYPES: whole,
        **{types[i]: whole[i : i + 1] for i in np.unique(trigger)},
    }
    n = np.bincount(trigger, minlength=size)
    return pd.DataFrame(
        _row(
            name,
            (int(n[at].sum()), int(same[at].sum())),
            expected=expected[at].sum(),
            drawn=drawn[:, at].sum(axis=1),
        )
        for name, at in rows.items()
    )


def _check_types(answers: pd.DataFrame) -> None:
    ends = ["trigger_type", "reply_type"]
    if bare := int(answers[ends].isna().any(axis=1).sum()):
        raise MeasureError(
            f"{bare} of {len(answers)} answers have no type at one end; leave them "
            "out, or fill the column."
        )


def _margins(
    direction: np.ndarray, ends: tuple[np.ndarray, np.ndarray], size: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Count the types of triggers and of replies, direction by direction."""
    for way in range(direction.max() + 1):
        here = direction == way
        trigger, reply = (np.bincount(end[here], minlength=size) for end in ends)
        yield trigger, reply


def _coded(answers: pd.DataFrame) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Give all types in their order, and a number for each at both ends."""
    ends = [answers[f"{end}_type"].astype("category") for end in ("trigger", "reply")]
    known = [str(name) for end in ends for name in end.cat.categories]
    types = list(dict.fromkeys(known))
    codes = [pd.Categorical(end.astype(str), types).codes for end in ends]
    return types, *(code.astype(np.int64) for code in codes)


def _dealt(
    trigger: np.ndarray, reply: np.ndarray, *, draws: int, rng: np.random.Generator
) -> np.ndarray:
    """Deal out the types of replies, and count those in kind by type of trigger."""
    from scipy.stats import random_table

    rows, columns = np.flatnonzero(trigger), np.flatnonzero(reply)
    found = np.zeros((draws, len(trigger), len(reply)))
    if min(len(rows), len(columns)) == 1:
        # There is one such table only, and scipy fills it with chance memory.
        tables = np.outer(trigger[rows], reply[columns]) // trigger.sum()
    else:
        margins = random_table(trigger[rows], reply[columns])
        tables = margins.rvs(draws, random_state=rng)
    found[:, rows[:, None], columns] = tables
    return np.diagonal(found, axis1=1, axis2=2)


def _row(
    name: str, counted: tuple[int, int], *, expected: float, drawn: np.ndarray
) -> dict[str, object]:
    n, same = counted
    exact = share(same, n, of="answers in kind")
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn / n, [tail, 1 - tail])
    return {
        "trigger_type": name,
        "n": n,
        "n_in_kind": same,
        "share": exact.value,
        "low": exact.low,
        "high": exact.high,
        "expected": float(expected / n),
        "expected_low": float(low),
        "expected_high": float(high),
        "p": float((1 + (drawn >= same).sum()) / (1 + len(drawn))),
    }


def _check(pairs: pd.DataFrame, draws: int) -> None:
    if missing := [name for name in _NEEDS if name not in pairs]:
        raise MeasureError(
            f"Answers in kind need the column{'s' * (len(missing) > 1)} "
            f"{', '.join(missing)}; reply_pairs of acts with types gives them."
        )
    whole("draws", draws, 1)
