"""The acts and the arcs of a table of pairs, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About

FOLLOWED, OTHERS = 2, 3
_ENDS = ("trigger", "reply")
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Arcs:
    """Each act once, and arcs between them as positions of acts.

    `lane` is 0 and 1 for acts of the two sides and 2 for those of others; `days`
    the middle of the days on which an act may lie, and `unsure` whether these are
    several. `sort` tells arcs that the first side answered (0) from those that
    the second did (1), from follow-ups within a side (2) and from all else (3).
    `table` has the acts' columns, for what is said of them.
    """

    lane: np.ndarray
    days: np.ndarray
    unsure: np.ndarray
    trigger: np.ndarray
    reply: np.ndarray
    sort: np.ndarray
    table: pd.DataFrame

    def __len__(self) -> int:
        return len(self.trigger)


def arcs_of(pairs: pd.DataFrame, about: About) -> Arcs:
    """Take the acts out of the pairs, in the order of time."""
    table = _table(pairs)
    position = pd.Index(table["id"])
    trigger, reply = (position.get_indexer(pairs[f"{end}_id"]) for end in _ENDS)
    lane = _lanes(table, about)
    first, last = (
        table[end].to_numpy().astype("datetime64[D]") for end in ("earliest", "latest")
    )
    kind = pairs["kind"].astype(str).to_numpy()
    across = (lane[trigger] < 2) & (lane[reply] < 2)
    answered = across & (kind == "answer")
    followed = across & (kind == "follow-up")
    sort = np.where(answered, lane[reply], np.where(followed, FOLLOWED, OTHERS))
    middle = first + (last - first) // 2
    return Arcs(lane, middle, first < last, trigger, reply, sort, table)


def _table(pairs: pd.DataFrame) -> pd.DataFrame:
    """Give each act of the pairs once, by its date."""
    parts = []
    for end in _ENDS:
        names = [name for name in pairs if str(name).startswith(f"{end}_")]
        part = pairs[names].rename(columns=lambda name: name.partition("_")[2])
        parts.append(part.astype({"direction": object}))
    table = pd.concat(parts, ignore_index=True).drop_duplicates("id")
    return table.sort_values(["earliest", "latest"], kind="stable", ignore_index=True)


def _lanes(table: pd.DataFrame, about: About) -> np.ndarray:
    """Put an act in the lane of the side that acts; undirected ones are others'."""
    acting = table["direction"].astype(str).str.split(">")
    sides = [parts[0] if len(parts) == 2 else "" for parts in acting]
    number = {side: i for i, side in enumerate(about.sides)}
    return np.array([number.get(side, 2) for side in sides], dtype=np.int64)
