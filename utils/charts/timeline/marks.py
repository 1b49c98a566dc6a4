"""Where each act's mark lies on the timeline: its lane and its free row."""

from dataclasses import dataclass

import numpy as np

from utils.charts.sheet.span import Days, axis
from utils.charts.timeline.acts import Acts
from utils.charts.timeline.stack import stack

_GAP_ROWS = 1.2
_DEEPEST_ROWS = 12
_LIGHTEST_PX, _WEIGHT_PX, _UNKNOWN_WEIGHT = 7, 0.5, 2.0
_SHAPE_SIZES = np.array([1.0, 1.0, 0.75])
_WIDEST, _EDGE_PX = 2 / 3**0.5, 1.5
"""How wide plotly draws a triangle of size 1, and the line around it."""


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


def sizes(acts: Acts) -> np.ndarray:
    """Give the size of each mark in pixels: the heavier the act, the larger."""
    heavy = np.nan_to_num(np.abs(acts.weight), nan=_UNKNOWN_WEIGHT)
    return (_LIGHTEST_PX + _WEIGHT_PX * heavy) * _SHAPE_SIZES[acts.side]


def _rows(acts: Acts, band: np.ndarray, days: Days, plot_px: int) -> np.ndarray:
    """Stack the marks of each band outward; a bar takes the room of its days."""
    left, right = axis(days)
    until = np.maximum(acts.ends, acts.lasted_until)
    begins, ends = ((x - left) / (right - left) * plot_px for x in (acts.begins, until))
    half = (_WIDEST * sizes(acts) + _EDGE_PX) / 2
    return stack(begins - half, ends + half, band, deepest=_DEEPEST_ROWS)
