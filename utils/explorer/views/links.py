"""Which act of a stock replies to which, read once, and the arcs that are drawn."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.reply_arcs.acts import Arcs, arranged, lanes_of, said_of
from utils.charts.reply_arcs.reply_arcs import picked
from utils.errors import MeasureError
from utils.explorer.scene import Scene
from utils.explorer.stock import Stock
from utils.explorer.views.view import NO_ROWS, per_stock, windows
from utils.measures.replies.links import KINDS, links

_ANSWER, _FOLLOW_UP = KINDS.index("answer"), KINDS.index("follow-up")


@dataclass(frozen=True, eq=False)
class Linked:
    """The links of a stock in the order of time, and the lane of each act.

    `texts` are what was said of acts so far; `fault` says why there are no links.
    """

    trigger: np.ndarray
    reply: np.ndarray
    kind: np.ndarray
    lane: np.ndarray
    texts: dict[int, str]
    fault: str = ""


@dataclass(frozen=True, eq=False)
class Drawn:
    """The arcs that are drawn, the rows of their acts, and what was counted."""

    arcs: Arcs
    rows: np.ndarray
    answered: tuple[int, int]
    n_pairs: int


@per_stock
def linked(stock: Stock) -> Linked:
    """Read the links between all acts of a stock."""
    about = About(stock.case.title, sides=stock.case.sides)
    lane = lanes_of(stock.acts["direction"], about)
    try:
        found = links(stock.acts)
    except MeasureError as fault:
        return Linked(NO_ROWS, NO_ROWS, NO_ROWS, lane, {}, str(fault))
    side, begins = stock.side[found.trigger], found.begins
    order = np.lexsort((begins[found.reply], side, begins[found.trigger]))
    trigger, reply = found.trigger[order], found.reply[order]
    return Linked(trigger, reply, found.kind[order], lane, {})


def drawn(scene: Scene) -> Drawn:
    """Give the arcs between acts that are both on show, or an even pick of them."""
    stock, keep = scene.stock, scene.shown.keep
    every = linked(stock)
    there = np.flatnonzero(keep[every.trigger] & keep[every.reply])
    answered = _answered(stock, there)
    n_pairs, there = len(there), there[picked(len(there))]
    ends, kind = (every.trigger[there], every.reply[there]), every.kind[there]
    rows = _in_order(stock, ends)
    place = pd.Index(rows)
    acts = windows(stock).take(rows)
    arcs = arranged(
        every.lane[rows],
        (acts.begins, acts.ends),
        ends=(place.get_indexer(ends[0]), place.get_indexer(ends[1])),
        kinds=(kind == _ANSWER, kind == _FOLLOW_UP),
        texts=_texts(stock, rows),
    )
    return Drawn(arcs, rows, answered, n_pairs)


def _answered(stock: Stock, there: np.ndarray) -> tuple[int, int]:
    """Count the acts of each direction that the other side answered."""
    every = linked(stock)
    answers = there[every.kind[there] == _ANSWER]
    met = np.zeros(len(stock.side), dtype=bool)
    met[every.trigger[answers]] = True
    sides = np.bincount(stock.side[met], minlength=2)
    return int(sides[0]), int(sides[1])


def _in_order(stock: Stock, ends: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Give each act once, by its window."""
    rows = pd.unique(np.concatenate(ends))
    acts = windows(stock).take(rows)
    return np.asarray(rows[np.lexsort((acts.ends, acts.begins))])


def _texts(stock: Stock, rows: np.ndarray) -> list[str]:
    """Say each act in words; it is written only once."""
    texts = linked(stock).texts
    if missing := [row for row in rows.tolist() if row not in texts]:
        texts |= dict(zip(missing, said_of(stock.acts.iloc[missing]), strict=True))
    return [texts[row] for row in rows.tolist()]
