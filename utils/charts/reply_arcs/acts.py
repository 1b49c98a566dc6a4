"""The acts and the arcs of a table of pairs, as plain arrays."""

from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words

FOLLOWED, OTHERS = 2, 3
_ENDS = ("trigger", "reply")
_ANSWER, _FOLLOW_UP = "answer", "follow-up"
_LINE_CHARACTERS = 60


@dataclass(frozen=True, eq=False)
class Arcs:
    """Each act once, and arcs between them as positions of acts.

    `lane` is 0 and 1 for acts of the two sides and 2 for those of others; `days`
    the middle of the days on which an act may lie, and `unsure` whether these are
    several. `sort` tells arcs that the first side answered (0) from those that
    the second did (1), from follow-ups within a side (2) and from all else (3).
    `texts` say each act: when, who towards whom, what.
    """

    lane: np.ndarray
    days: np.ndarray
    unsure: np.ndarray
    trigger: np.ndarray
    reply: np.ndarray
    sort: np.ndarray
    texts: list[str]

    def __len__(self) -> int:
        return len(self.trigger)


def arcs_of(pairs: pd.DataFrame, about: About) -> Arcs:
    """Take the acts out of the pairs, in the order of time."""
    table = _table(pairs)
    position = pd.Index(table["id"])
    trigger, reply = (position.get_indexer(pairs[f"{end}_id"]) for end in _ENDS)
    lane = lanes_of(table["direction"], about)
    first, last = (
        table[end].to_numpy().astype("datetime64[D]") for end in ("earliest", "latest")
    )
    kind = pairs["kind"].astype(str).to_numpy()
    kinds = kind == _ANSWER, kind == _FOLLOW_UP
    ends, texts = (trigger, reply), said_of(table)
    return arranged(lane, (first, last), ends=ends, kinds=kinds, texts=texts)


def arranged(
    lane: np.ndarray,
    window: tuple[np.ndarray, np.ndarray],
    *,
    ends: tuple[np.ndarray, np.ndarray],
    kinds: tuple[np.ndarray, np.ndarray],
    texts: list[str],
) -> Arcs:
    """Place acts by lane and window; say which arcs answer, and which follow up."""
    (first, last), (trigger, reply), (answer, follow_up) = window, ends, kinds
    across = (lane[trigger] < 2) & (lane[reply] < 2)
    within = np.where(across & follow_up, FOLLOWED, OTHERS)
    sort = np.where(across & answer, lane[reply], within)
    middle = first + (last - first) // 2
    return Arcs(lane, middle, first < last, trigger, reply, sort, texts)


def said_of(table: pd.DataFrame) -> list[str]:
    """Say of each act when, who towards whom, and what, in lines of a hover text."""
    return [_text(act) for act in table.to_dict("records")]


def _text(act: dict[str, Any]) -> str:
    first, last = (
        words.day(np.datetime64(act[k], "D")) for k in ("earliest", "latest")
    )
    when = first if first == last else f"between {first} and {last}"
    kinds = [words.label(str(act[name])) for name in ("type", "form") if name in act]
    said = [
        f"{when}, {words.arrow(str(act['direction']))}",
        ", ".join(kinds),
        str(act.get("summary", "")),
    ]
    parts = (part for line in said for part in wrap(line, _LINE_CHARACTERS))
    return "<br>".join(words.plain(part) for part in parts)


def _table(pairs: pd.DataFrame) -> pd.DataFrame:
    """Give each act of the pairs once, by its date."""
    parts = []
    for end in _ENDS:
        names = [name for name in pairs if str(name).startswith(f"{end}_")]
        part = pairs[names].rename(columns=lambda name: name.partition("_")[2])
        parts.append(part.astype({"direction": object}))
    table = pd.concat(parts, ignore_index=True).drop_duplicates("id")
    return table.sort_values(["earliest", "latest"], kind="stable", ignore_index=True)


def lanes_of(direction: pd.Series, about: About) -> np.ndarray:
    """Put an act in the lane of the side that acts; undirected ones are others'."""
    codes, names = pd.factorize(direction.astype(str))
    parts = [name.split(">") for name in names]
    number = {side: i for i, side in enumerate(about.sides)}
    lane = [number.get(it[0], 2) if len(it) == 2 else 2 for it in parts]
    return np.array([*lane, 2], dtype=np.int64)[codes]
