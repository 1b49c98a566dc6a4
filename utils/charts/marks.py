"""Where each act's mark lies on the timeline: its day, its lane, its row."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.layout import period
from utils.charts.stack import stack
from utils.charts.words import directions

_DAY = np.timedelta64(1, "D")
_GAP_ROWS = 0.8
_MARK_PX = 11
_NARROW_PX = 552
_DEEPEST_ROWS = 12


@dataclass(frozen=True, eq=False)
class Marks:
    """One mark for each act, in the order of time, and the lanes they lie in.

    `side` is 0 and 1 for the two directions between the sides, 2 for others.
    `y` falls from the top; `centres` are the middles of the lanes, `bottoms`
    their lower ends. `lasted_until` is the last day of an act that lasted.
    """

    acts: pd.DataFrame
    days: tuple[np.datetime64, np.datetime64]
    begins: np.ndarray
    ends: np.ndarray
    lasted_until: np.ndarray
    side: np.ndarray
    y: np.ndarray
    lanes: tuple[str, ...]
    centres: np.ndarray
    bottoms: np.ndarray


def place(acts: pd.DataFrame, about: About) -> Marks:
    """Give each act a lane by its type, a half by its direction, and a free row.

    Needs `earliest`, `latest`, `lasted_days`, `direction` and `type`.
    """
    begins, ends = (_days(acts[column]) for column in ("earliest", "latest"))
    if not (begins[1:] >= begins[:-1]).all():
        return place(acts.iloc[np.argsort(begins, kind="stable")], about)
    until = begins + (acts["lasted_days"].to_numpy() - 1) * _DAY
    days = period(about, np.append(begins, ends))
    types = acts["type"].astype("category")
    names = tuple(str(name) for name in types.cat.categories)
    band = types.cat.codes.to_numpy().astype(np.int64) * 3 + _sides(acts, about)
    row = _rows(band, begins, np.maximum(ends, until), days)
    centres, bottoms, y = _heights(band, row, len(names))
    side = band % 3
    return Marks(acts, days, begins, ends, until, side, y, names, centres, bottoms)


def _days(column: pd.Series) -> np.ndarray:
    return column.to_numpy().astype("datetime64[D]")


def _sides(acts: pd.DataFrame, about: About) -> np.ndarray:
    codes = acts["direction"].astype("category")
    number = {name: i for i, name in enumerate(directions(about))}
    side = [number.get(str(name), 2) for name in codes.cat.categories]
    return np.array([*side, 2])[codes.cat.codes.to_numpy()]


def _rows(
    band: np.ndarray,
    begins: np.ndarray,
    ends: np.ndarray,
    days: tuple[np.datetime64, np.datetime64],
) -> np.ndarray:
    span = (days[1] - days[0]) / _DAY + 1
    room = span * _MARK_PX / _NARROW_PX
    first, last = ((x - days[0]).astype(np.int64) for x in (begins, ends))
    rows = np.zeros(len(band), dtype=np.int64)
    for one in np.unique(band):
        here = np.flatnonzero(band == one)
        rows[here] = stack(first[here], last[here], room=room, deepest=_DEEPEST_ROWS)
    return rows


def _heights(
    band: np.ndarray, row: np.ndarray, n_lanes: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Make each lane as high as its bands need, and place the marks in it."""
    rows = np.zeros((n_lanes, 3))
    rows[:, :2] = 1
    np.maximum.at(rows.ravel(), band, row + 1.0)
    above, below, third = rows.T
    size = rows.sum(axis=1) + _GAP_ROWS
    centres = -(np.cumsum(size) - size + above + _GAP_ROWS / 2)
    lane, side = band // 3, band % 3
    out = np.where(side == 0, row + 0.5, -row - 0.5) - (side == 2) * below[lane]
    return centres, centres - below - third - _GAP_ROWS / 2, centres[lane] + out
