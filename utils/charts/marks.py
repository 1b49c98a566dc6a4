"""Where each act's mark lies on the timeline: its lane and its free row."""

from dataclasses import dataclass

import numpy as np

from utils.charts.acts import Acts
from utils.charts.layout import Days
from utils.charts.stack import stack

_DAY = np.timedelta64(1, "D")
_GAP_ROWS = 0.8
_MARK_PX = 11
_DEEPEST_ROWS = 12


@dataclass(frozen=True, eq=False)
class Marks:
    """The height of each act's mark, and the lanes, which fall from the top.

    `centres` are the middles of the lanes, `bottoms` their lower ends.
    """

    y: np.ndarray
    centres: np.ndarray
    bottoms: np.ndarray


def place(acts: Acts, days: Days, plot_px: int) -> Marks:
    """Give each act a lane by its type, a half by its direction, and a free row."""
    band = acts.lane * 3 + acts.side
    row = _rows(acts, band, days, plot_px)
    rows = np.zeros((len(acts.lanes), 3))
    rows[:, :2] = 1
    np.maximum.at(rows.reshape(-1), band, row + 1.0)
    above, below, third = rows.T
    size = rows.sum(axis=1) + _GAP_ROWS
    centres = -(np.cumsum(size) - size + above + _GAP_ROWS / 2)
    out = np.where(acts.side == 0, row + 0.5, -row - 0.5)
    out -= (acts.side == 2) * below[acts.lane]
    return Marks(
        y=centres[acts.lane] + out,
        centres=centres,
        bottoms=centres - below - third - _GAP_ROWS / 2,
    )


def _rows(acts: Acts, band: np.ndarray, days: Days, plot_px: int) -> np.ndarray:
    """Stack the marks of each band outward; a bar takes the room of its days."""
    room = ((days[1] - days[0]) / _DAY + 1) * _MARK_PX / plot_px
    until = np.maximum(acts.ends, acts.lasted_until)
    begins, ends = ((x - days[0]).astype(np.int64) for x in (acts.begins, until))
    return stack(begins, ends, band, room=room, deepest=_DEEPEST_ROWS)
