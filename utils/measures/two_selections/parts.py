"""Acts of two sets, each act once, parted by which of the sets have it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.spread import windows
from utils.measures.weights import weights_of
from utils.multiplicity import N, numbers

BOTH, FIRST, SECOND = range(3)
"""The parts: acts that both sets have, the first alone, the second alone."""


@dataclass(frozen=True, eq=False)
class United:
    """The acts of either of two sets, each once, and the `part` each belongs to."""

    acts: pd.DataFrame
    part: np.ndarray


def united(
    actions: pd.DataFrame, against: pd.DataFrame, *, weighed: bool = False
) -> United:
    """Put two sets of acts together; an act is known again by its `action_id`.

    Raises
    ------
    MeasureError
        If a column is missing, an id stands twice in one set, or an act that both
        have differs in its dates, its direction or, if `weighed`, its weight.
    """
    columns = ["action_id", "earliest", "latest", "direction"] + ["weight"] * weighed
    for frame in (actions, against):
        _need(frame, columns)
    if N in actions or N in against:
        actions, against = (it.assign(n=numbers(it)) for it in (actions, against))
        columns.append(N)
    ids, others = _ids(actions, "first"), _ids(against, "second")
    there = ids.get_indexer(others)
    again = there >= 0
    _check_same(actions, against, (there[again], again), weighed=weighed)
    acts = pd.concat([actions[columns], against[columns][~again]], ignore_index=True)
    part = np.where(np.arange(len(acts)) < len(ids), FIRST, SECOND)
    part[there[again]] = BOTH
    return United(acts, part)


def part_of(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Say of each act which part it belongs to, from two masks.

    >>> part_of(np.array([True, True, False]), np.array([True, False, True])).tolist()
    [0, 1, 2]
    """
    return np.where(first, np.where(second, BOTH, FIRST), SECOND)


def _need(frame: pd.DataFrame, columns: list[str]) -> None:
    if missing := [name for name in columns if name not in frame]:
        raise MeasureError(
            f"A comparison of two sets needs the column {', '.join(missing)} in both; "
            f"one has {', '.join(map(str, frame.columns))}."
        )


def _ids(frame: pd.DataFrame, which: str) -> pd.Index:
    ids = pd.Index(frame["action_id"].to_numpy(dtype=object))
    if twice := [*ids[ids.duplicated()].unique()]:
        raise MeasureError(
            f"The {which} set has the act {twice[0]} twice, one of {len(twice)} such; "
            "a comparison knows acts by their action_id: give each act once."
        )
    return ids


def _check_same(
    actions: pd.DataFrame,
    against: pd.DataFrame,
    rows: tuple[np.ndarray, np.ndarray],
    *,
    weighed: bool,
) -> None:
    """Refuse an act that is not the same in both; `rows` says where it stands."""
    here, there = rows
    facts = {
        "dates": [np.array(windows(frame)) for frame in (actions, against)],
        "direction": [_texts(frame["direction"]) for frame in (actions, against)],
        "number of acts": [numbers(frame) for frame in (actions, against)],
    }
    if weighed:
        facts["weight"] = [weights_of(frame) for frame in (actions, against)]
    for name, (one, other) in facts.items():
        if _differ(one[..., here], other[..., there]):
            raise MeasureError(
                f"An act that both sets have differs in its {name} in the second; take "
                "both from one table, weighed by one scale."
            )


def _texts(column: pd.Series) -> np.ndarray:
    text: np.ndarray = column.astype(object).where(column.notna(), "").to_numpy()
    return text


def _differ(one: np.ndarray, other: np.ndarray) -> bool:
    if one.dtype.kind == "f":
        return not np.array_equal(one, other, equal_nan=True)
    return not np.array_equal(one, other)
