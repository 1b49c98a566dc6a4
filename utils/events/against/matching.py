"""Match acts and events of one direction and kind, each event for one act at most."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Matched:
    """Which event stands for which act.

    For each act `cell` is the place of the row of events, -1 for none, `days_apart`
    the days between, and `n_near` how many events lie within reach. For each row of
    events `n_counted` stand for an act, and `in_reach` says whether an act is near.
    """

    cell: np.ndarray
    days_apart: np.ndarray
    n_near: np.ndarray
    n_counted: np.ndarray
    in_reach: np.ndarray


def matched(acts: pd.DataFrame, cells: pd.DataFrame, window_days: int) -> Matched:
    """Match acts with events that lie at most so many days before or after them.

    Both need `key`, what must be the same, `direction`, which must be the same where
    both have one (`A--B` has none), and `earliest` and `latest`; the acts also
    `action_id`, the cells `n`, how many events each row stands for. The days between
    are those from window to window, 0 where two windows touch.

    Pairs are taken up in one order: fewest days apart, then the act whose own window
    is narrowest, then the earlier act, its id, and the earlier row of events. An event
    that is taken is gone, and so is an act. It is not the most that could be matched.

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-02"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b"], "key": "x", "direction": "A>B",
    ...     "earliest": day, "latest": day})
    >>> cells = pd.DataFrame({"key": ["x"], "direction": "A>B", "earliest": day[1:],
    ...     "latest": day[1:], "n": [1]})
    >>> found = matched(acts, cells, 1)
    >>> found.cell.tolist(), found.n_near.tolist()
    ([-1, 0], [1, 1])
    """
    act, cell, gap = _pairs(_in_days(acts), _in_days(cells), window_days)
    faced = _facing(acts["direction"], cells["direction"], act, cell)
    act, cell, gap = act[faced], cell[faced], gap[faced]
    n = cells["n"].to_numpy(dtype=np.int64)
    near = np.bincount(act, n[cell], minlength=len(acts)).astype(np.int64)
    in_reach = np.zeros(len(cells), dtype=bool)
    in_reach[cell] = True
    order = _order(acts, act, cell, gap)
    chosen, left = np.full(len(acts), -1), n.copy()
    for a, c in zip(act[order].tolist(), cell[order].tolist(), strict=True):
        if chosen[a] < 0 and left[c]:
            chosen[a], left[c] = c, left[c] - 1
    apart = _apart(_in_days(acts), _in_days(cells), chosen)
    return Matched(chosen, apart, near, n - left, in_reach)


def dyad(direction: str) -> str:
    """Give the two countries of a direction, in alphabetical order.

    >>> dyad("RUS>AZE"), dyad("AZE--RUS")
    ('AZE--RUS', 'AZE--RUS')
    """
    return "--".join(sorted(direction.split(">" if ">" in direction else "--")))


Days = tuple[np.ndarray, np.ndarray, np.ndarray]


def _in_days(frame: pd.DataFrame) -> Days:
    """Give key, first and last day as numbers."""
    first, last = (
        frame[it].to_numpy().astype("datetime64[D]").astype(np.int64)
        for it in ("earliest", "latest")
    )
    return frame["key"].to_numpy(dtype=object), first, last


def _pairs(acts: Days, cells: Days, window: int) -> tuple[np.ndarray, ...]:
    """Give act, row of events and days between, of all that are near enough."""
    found = [np.empty((3, 0), dtype=np.int64), *_near(acts, cells, window)]
    act, cell, gap = np.concatenate(found, axis=1)
    return act, cell, gap


def _near(acts: Days, cells: Days, window: int) -> Iterator[np.ndarray]:
    groups = pd.Series(np.arange(len(cells[0]))).groupby(cells[0]).indices
    for key, mine in (
        pd.Series(np.arange(len(acts[0]))).groupby(acts[0]).indices.items()
    ):
        if key not in groups:
            continue
        rows = groups[key]
        rows = rows[np.argsort(cells[1][rows], kind="stable")]
        first, last = cells[1][rows], cells[2][rows]
        widest = int((last - first).max())
        begins = np.searchsorted(first, acts[1][mine] - window - widest)
        ends = np.searchsorted(first, acts[2][mine] + window, side="right")
        for act, begin, end in zip(mine, begins, ends, strict=True):
            part = slice(begin, end)
            gap = _gap(acts[1][act], acts[2][act], first[part], last[part])
            near = gap <= window
            cell = rows[part][near]
            yield np.array([np.full(len(cell), act), cell, gap[near]])


def _facing(
    ours: pd.Series, theirs: pd.Series, act: np.ndarray, cell: np.ndarray
) -> np.ndarray:
    """Say which pairs have the same direction, or one that is open."""
    one, other = (it.to_numpy(dtype=object) for it in (ours, theirs))
    open_ = [np.array(["--" in way for way in it], dtype=bool) for it in (one, other)]
    same = one[act] == other[cell]
    return np.asarray(same | open_[0][act] | open_[1][cell], dtype=bool)


def _gap(first: int, last: int, begins: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Give the days between a window and others, 0 where they touch."""
    return np.maximum(0, np.maximum(first - ends, begins - last))


def _order(
    acts: pd.DataFrame, act: np.ndarray, cell: np.ndarray, gap: np.ndarray
) -> np.ndarray:
    _, first, last = _in_days(acts)
    name = np.argsort(np.argsort(acts["action_id"].to_numpy(dtype=str)))
    keys = (cell, name[act], first[act], (last - first)[act], gap)
    return np.lexsort(keys)


def _apart(acts: Days, cells: Days, chosen: np.ndarray) -> np.ndarray:
    apart = np.full(len(chosen), -1)
    hit = np.flatnonzero(chosen >= 0)
    begins, ends = cells[1][chosen[hit]], cells[2][chosen[hit]]
    apart[hit] = np.maximum(0, np.maximum(acts[1][hit] - ends, begins - acts[2][hit]))
    return apart
