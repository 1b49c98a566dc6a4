"""The conditions of a selection, each as one mask over the rows of a table."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from utils.errors import SelectionError, known, nearest
from utils.selection.search import TextIndex
from utils.selection.shape import N_SOURCES, NOTHING

if TYPE_CHECKING:
    from utils.selection.selection import Selection

Mask = np.ndarray
CODED = {
    "actors": ("actor_path", "/"),
    "targets": ("target_path", "/"),
    "directions": ("direction", ""),
    "types": ("type", ""),
    "forms": ("form", ""),
    "tones": ("tone", ""),
    "certainty": ("certainty", ""),
    "sides": ("sides", ";"),
    "only_sides": ("sides", ";"),
}
"""The column that each list of values looks at, and what stands between its parts."""


def masks(chosen: "Selection", actions: pd.DataFrame) -> dict[str, Mask]:
    """Give a mask over the rows for each condition that `chosen` sets.

    Keys are the names of the lists, `period` and `text`. Needs, for the
    conditions in use: `actor_path`, `target_path`, `direction`, `type`,
    `form`, `tone`, `certainty`, `sides`, `n_sources`, `action_id`, `earliest` and
    `latest`, and for text any of `search.SEARCHED`.

    >>> from utils.selection import select
    >>> acts = pd.DataFrame({"type": pd.Categorical(["media", "judicial"])})
    >>> masks(select(types=["media"]), acts)
    {'types': array([ True, False])}

    Raises
    ------
    SelectionError
        If a column is missing or a value is unknown to it.
    """
    return {name: condition(chosen, actions, name) for name in in_use(chosen)}


def in_use(chosen: "Selection") -> list[str]:
    """Name the conditions that `chosen` sets.

    >>> from utils.selection import select
    >>> in_use(select(types=["media"], since="2025"))
    ['types', 'period']
    """
    lists = (*CODED, "n_sources", "acts", "without")
    names = [name for name in lists if getattr(chosen, name)]
    names += ["period"] if chosen.since or chosen.until else []
    return names + (["text"] if chosen.text else [])


def condition(chosen: "Selection", actions: pd.DataFrame, name: str) -> Mask:
    """Give the mask of one condition, by the names that `in_use` gives.

    >>> from utils.selection import select
    >>> acts = pd.DataFrame({"type": pd.Categorical(["media", "judicial"])})
    >>> condition(select(types=["judicial"]), acts, "types")
    array([False,  True])

    Raises
    ------
    SelectionError
        If a column is missing or a value is unknown to it.
    """
    if name == "period":
        return _period(chosen, actions)
    if name == "text":
        return TextIndex(actions).rows(chosen.text)
    if name == "n_sources":
        return _reported_by(chosen.n_sources, actions)
    if name in ("acts", "without"):
        return _named(name, getattr(chosen, name), actions)
    codes = _coded(_column(actions, CODED[name][0], name))
    wanted = getattr(chosen, name)
    _check_known(name, wanted, codes.categories)
    return _rows(codes, _hit(name, wanted))


def _hit(name: str, wanted: frozenset[str]) -> Callable[[str], bool]:
    between = CODED[name][1]
    if not between:
        return wanted.__contains__
    if name == "only_sides":
        return lambda value: wanted.issuperset(value.split(between))
    if between == "/":
        return lambda path: not wanted.isdisjoint(names_of(path))
    return lambda value: not wanted.isdisjoint(value.split(between))


def names_of(path: str) -> list[str]:
    """Name what keeps the acts of the last body of a path.

    >>> names_of("AZE/AZE_GOV")
    ['AZE', 'AZE_GOV', 'AZE_GOV/']
    """
    return [*path.split("/"), _itself(path)]


def _itself(path: str) -> str:
    """Name the last body of a path without what stands below it."""
    return f"{path.split('/')[-1]}/"


def _coded(column: pd.Series) -> pd.Categorical:
    values = column.array
    return values if isinstance(values, pd.Categorical) else pd.Categorical(values)


def _rows(codes: pd.Categorical, hit: Callable[[str], bool]) -> Mask:
    chosen = [hit(category) for category in codes.categories]
    if codes.codes.dtype != np.int8:
        return np.array([*chosen, False])[codes.codes]
    # One byte for each row: text is translated five times as fast as a table is read.
    table = bytes(chosen).ljust(256, b"\0")
    return np.frombuffer(codes.codes.tobytes().translate(table), dtype=bool)


def _check_known(name: str, wanted: frozenset[str], categories: pd.Index) -> None:
    between = CODED[name][1]
    whole = list(categories)
    parts = [p for c in whole for p in (c.split(between) if between else [c])]
    names = [part for part in dict.fromkeys(parts) if part]
    alone = {_itself(path) for path in whole} if between == "/" else set()
    if unknown := sorted(wanted - {*names, *alone, NOTHING}):
        raise SelectionError(
            f"{name}: nothing here is called {', '.join(unknown)}. "
            f"{known(names, unknown[0])}"
        )


def _column(actions: pd.DataFrame, column: str, name: str) -> pd.Series:
    if column not in actions:
        raise SelectionError(
            f"This table has no column {column}, so {name} cannot be chosen; "
            f"it has {', '.join(map(str, actions.columns))}."
        )
    return actions[column]


def _period(chosen: "Selection", actions: pd.DataFrame) -> Mask:
    certainly = chosen.dates == "certainly"
    begins, ends = ("earliest", "latest") if certainly else ("latest", "earliest")
    keep = np.ones(len(actions), dtype=bool)
    if chosen.since:
        days = _column(actions, begins, "since").to_numpy()
        keep &= days >= np.datetime64(chosen.since)
    if chosen.until:
        days = _column(actions, ends, "until").to_numpy()
        keep &= days <= np.datetime64(chosen.until)
    return keep


def source_counts(n_sources: pd.Series) -> np.ndarray:
    """Say of each act which of `N_SOURCES` it has, by its place in that list.

    >>> source_counts(pd.Series([0, 2, 9]))
    array([0, 2, 4])
    """
    return np.minimum(n_sources.to_numpy(), len(N_SOURCES) - 1)


def _reported_by(wanted: frozenset[str], actions: pd.DataFrame) -> Mask:
    counts = source_counts(_column(actions, "n_sources", "n_sources"))
    return np.array([number in wanted for number in N_SOURCES])[counts]


def _named(name: str, wanted: frozenset[str], actions: pd.DataFrame) -> Mask:
    ids = _column(actions, "action_id", name)
    named = ids.isin([*wanted]).to_numpy()
    if named.sum() < len(wanted - {NOTHING}):
        there = {*ids}
        if unknown := sorted(wanted - {NOTHING} - there):
            raise SelectionError(
                f"{name}: there is no act {', '.join(unknown[:5])} here; "
                f"{nearest(there, unknown[0])}."
            )
    return named if name == "acts" else ~named
