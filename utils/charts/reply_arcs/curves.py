"""Where acts stand in their lanes, and the curves of the arcs between them."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.charts.reply_arcs.acts import FOLLOWED, Arcs
from utils.charts.sheet.span import Days, axis
from utils.charts.timeline.stack import stack

BETWEEN_ROWS = 20.0
MARK_PX = 8
_WIDE_PX = 11
_DEEPEST_ROWS = 14
_BEND = 0.4
_BOW_ROWS = 2.5


@dataclass(frozen=True, eq=False)
class Lanes:
    """The height of each act, and how many rows the two outer lanes take."""

    y: np.ndarray
    above: int
    below: int


def place(arcs: Arcs, days: Days, plot_px: int) -> Lanes:
    """Stack the acts of each lane outward, so that no two lie on each other.

    Acts of others stand between the two lanes, one row above the next.
    """
    left, right = axis(days)
    x = (arcs.days - left) / (right - left) * plot_px
    half = _WIDE_PX / 2
    row = stack(x - half, x + half, arcs.lane, deepest=_DEEPEST_ROWS)
    above, below = (int(row[arcs.lane == i].max(initial=0)) + 1 for i in (0, 1))
    edge = BETWEEN_ROWS / 2
    heights = [edge + row, -edge - row, row % 4 * 1.0]
    return Lanes(np.choose(arcs.lane, heights), above, below)


def curves(arcs: Arcs, lanes: Lanes, sort: int) -> dict[str, Any]:
    """Give the curves of one sort of arcs: through four points, then a gap.

    Every point lies on a whole day, so that text of days holds it: an arc leaves
    its act straight towards the middle and arrives as straight.
    """
    here = np.flatnonzero(arcs.sort == sort)
    acts = arcs.trigger[here], arcs.reply[here]
    (x0, x1), (y0, y1) = (
        [values[act] for act in acts] for values in (arcs.days, lanes.y)
    )
    inner = _bows(y0, y1) if sort == FOLLOWED else _bends(y0, y1)
    gap = np.full(len(here), np.nan)
    x = np.stack([x0, x0, x1, x1, np.full(len(here), "NaT", x0.dtype)], axis=1)
    y = np.stack([y0, *inner, y1, gap], axis=1)
    return {"x": x.ravel().astype("datetime64[ms]"), "y": y.ravel()}


def middles(arcs: Arcs, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give day and height of the middle of each arc, with acts at these heights."""
    x0, x1 = arcs.days[arcs.trigger], arcs.days[arcs.reply]
    y0, y1 = y[arcs.trigger], y[arcs.reply]
    bow = _bows(y0, y1)[0]
    return x0 + (x1 - x0) // 2, np.where(arcs.sort == FOLLOWED, bow, (y0 + y1) / 2)


def _bends(y0: np.ndarray, y1: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the heights where a curve from lane to lane leaves for the other side."""
    return y0 + _BEND * (y1 - y0), y1 - _BEND * (y1 - y0)


def _bows(y0: np.ndarray, y1: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the height of a bow within a lane, a little inward of its inner edge."""
    bow = np.sign(y0) * (BETWEEN_ROWS / 2 - _BOW_ROWS)
    return bow, bow
