"""The ladder as a view: a step stands for the acts that hold its rung on that day."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.charts.ladder import Steps, draw_ladder
from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.words import day
from utils.explorer.scene import Scene
from utils.explorer.stock import Stock
from utils.explorer.views.overlay import rings, ticks
from utils.explorer.views.view import (
    NO_DAYS,
    Chart,
    Picked,
    Spot,
    chosen,
    per_stock,
    ways,
    windows,
)
from utils.measures.ladder import ranks

WINDOW_DAYS = 30
_RING_PX = 3.0
_LINES = (3, 6)
"""The places of the two step lines among the traces of the chart."""


@dataclass(frozen=True, eq=False)
class Rungs:
    """The rung of each act, certainly and possibly, and what rungs are called.

    `directions` numbers the direction of each act.
    """

    least: np.ndarray
    most: np.ndarray
    labels: dict[int, str]
    directions: np.ndarray


@per_stock
def rungs(stock: Stock) -> Rungs:
    """Give the rungs of the acts of a stock."""
    book = stock.case.codebook
    number = book.ladder["rung"].astype(int).tolist()
    labels = dict(zip(number, book.ladder["label"].astype(str), strict=True))
    codes = stock.acts["direction"].astype("category").cat.codes
    return Rungs(*ranks(stock.acts, book.forms), labels, codes.to_numpy())


def steps(scene: Scene) -> Steps:
    """Give the highest rung of each direction, day by day."""
    stock, rows, acts = scene.stock, scene.shown.rows, scene.shown.windows
    known, side = rungs(stock), stock.side[rows]
    if not acts:
        none, there = np.zeros((2, 0)), (False, False)
        return Steps(NO_DAYS, none, none, there, {}, WINDOW_DAYS, 0)
    dates = acts.dates.astype("datetime64[D]")
    least, most = _highest(scene, rows[side < 2], dates)
    top = {int(rung) for rung in np.unique([*least, *most])} - {0}
    ways, others = np.bincount(side, minlength=2), known.directions[rows[side == 2]]
    return Steps(
        dates,
        least,
        most,
        (bool(ways[0]), bool(ways[1])),
        {rung: known.labels.get(rung, "") for rung in top},
        WINDOW_DAYS,
        int(np.count_nonzero(np.bincount(others))),
    )


def _highest(
    scene: Scene, rows: np.ndarray, dates: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the highest rung by direction and day, certainly and possibly reached.

    An act holds its rung for certain from the last day of its window, and possibly
    from the first, for so many days; all rungs are counted at once.
    """
    known, acts = rungs(scene.stock), windows(scene.stock).take(rows)
    begins, ends = ((it - dates[0]).astype(np.int64) for it in (acts.begins, acts.ends))
    side = scene.stock.side[rows]
    sure = np.where(ends - begins < WINDOW_DAYS, known.least[rows], 0)
    reach = (sure, ends, begins), (known.most[rows], begins, ends)
    least, most = (
        _reached(rung * 2 + side, first, last, n_days=len(dates))
        for rung, first, last in reach
    )
    return least, most


def _reached(
    code: np.ndarray, first: np.ndarray, last: np.ndarray, *, n_days: int
) -> np.ndarray:
    """Give the highest rung (half of a code) of each side and day; it holds a while."""
    width = n_days + WINDOW_DAYS
    size = (int(code.max(initial=1)) // 2 + 1) * 2 * width
    begun = np.bincount(code * width + first, minlength=size)
    over = np.bincount(code * width + last + WINDOW_DAYS, minlength=size)
    there = np.cumsum((begun - over).reshape(-1, 2, width), axis=2)[:, :, :n_days] > 0
    there[0] = True
    return (len(there) - 1 - np.argmax(there[::-1], axis=0)).astype(float)


class Ladder(Chart):
    """The highest rung that each direction reached, day by day."""

    name, title = "ladder", "Ladder"

    def draw(self, scene: Scene) -> Drawing:
        """Draw the highest rung of each direction, day by day."""
        self._steps = steps(scene)
        drawing = draw_ladder(self._steps, about=scene.shown.about, look=scene.look)
        self._feet = [(1 - i) * (self._steps.top + 2) for i in (0, 1)]
        return drawing

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give rings at the rungs and days of chosen acts, and ticks below."""
        rows, known = chosen(scene), rungs(scene.stock)
        on = rows[(known.most[rows] > 0) & (scene.stock.side[rows] < 2)]
        height = np.take(self._feet, scene.stock.side[on]) + known.most[on]
        days = windows(scene.stock).take(on).middle
        places = np.unique(np.stack([days.astype(np.int64), height]), axis=1)
        x, y = places[0].astype("datetime64[D]"), places[1].astype(float)
        ring = rings(x, y, np.full(len(x), _RING_PX), scene.look)
        return [ring, ticks(windows(scene.stock).take(rows), scene.look)]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the acts on the rung of a step, in the days for which it holds."""
        if spot.trace not in _LINES or spot.point >= len(self._steps.dates):
            return Picked()
        side, when = _LINES.index(spot.trace), self._steps.dates[spot.point]
        rung = int(self._steps.least[side][spot.point])
        rung = rung or int(self._steps.most[side][spot.point])
        rows = scene.shown.rows
        rows = rows[scene.stock.side[rows] == side]
        rows = rows[rungs(scene.stock).most[rows] == rung] if rung else rows[:0]
        acts = windows(scene.stock).take(rows)
        held = (acts.begins <= when) & (acts.ends + WINDOW_DAYS > when)
        said = f"{ways(scene)[side]}, rung {rung}, in the {WINDOW_DAYS} days to"
        return Picked(rows[held], f"{said} {day(when)}")
