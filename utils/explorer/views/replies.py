"""Reply arcs as a view: an arc stands for two acts, a mark for all it links."""

from dataclasses import replace
from typing import Any

import numpy as np

from utils.charts.reply_arcs import draw_arcs
from utils.charts.reply_arcs.acts import FOLLOWED, OTHERS, Arcs
from utils.charts.reply_arcs.curves import MARK_PX, Lanes, curves, middles
from utils.charts.sheet.drawing import Drawing
from utils.explorer.scene import Scene
from utils.explorer.views.links import drawn, linked
from utils.explorer.views.overlay import rings
from utils.explorer.views.view import Box, Chart, Picked, Spot, chosen

_LANES = (2, 0, 1)
"""The lanes in the order in which the chart draws their marks, as its last traces."""
_HANDLE_PX = 6


class Replies(Chart):
    """Acts that have or are replies, and an arc from each act to each reply."""

    name, title, boxes = "replies", "Replies", True

    def draw(self, scene: Scene) -> Drawing:
        """Draw the arcs between acts that are both on show."""
        self._drawn = it = drawn(scene)
        counted = it.answered, it.n_pairs
        about, look = scene.shown.about, scene.look
        drawing = draw_arcs(it.arcs, counted, about=about, look=look)
        self._first, self._handles = len(drawing.traces) - 3, len(drawing.traces)
        self._y = np.zeros(len(it.rows))
        for lane, trace in zip(_LANES, drawing.traces[self._first :], strict=True):
            self._y[it.arcs.lane == lane] = trace["y"]
        return drawing

    def note(self, scene: Scene) -> str:
        """Say why there is no arc, where the table of acts does not hold together."""
        return linked(scene.stock).fault

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give what arcs are clicked by, rings around chosen acts, and their arcs."""
        here = np.isin(self._drawn.rows, chosen(scene))
        size = np.full(int(here.sum()), float(MARK_PX))
        ring = rings(self._drawn.arcs.days[here], self._y[here], size, scene.look)
        return [self._middles(), self._chosen_arcs(here, scene), ring]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the two acts of an arc, or an act with those that it is linked with."""
        arcs, rows = self._drawn.arcs, self._drawn.rows
        if spot.trace == self._handles:
            pair = [arcs.trigger[spot.point], arcs.reply[spot.point]]
            return Picked(rows[pair], "an act and a reply to it")
        if not self._first <= spot.trace < self._handles:
            return Picked()
        lane = _LANES[spot.trace - self._first]
        act = np.flatnonzero(arcs.lane == lane)[spot.point]
        near = [arcs.trigger[arcs.reply == act], arcs.reply[arcs.trigger == act]]
        others = np.setdiff1d(np.concatenate(near), [act])
        said = "an act, what it replies to and what replies to it"
        return Picked(rows[np.append(act, others)], said)

    def within(self, scene: Scene, box: Box) -> Picked:
        """Pick the acts whose marks lie in a box."""
        days, y = self._drawn.arcs.days, self._y
        inside = (days >= box.first) & (days <= box.last)
        inside &= (y >= box.low) & (y <= box.high)
        said = f"acts with recorded links in a box, {box.said}"
        return Picked(np.sort(self._drawn.rows[inside]), said)

    def _middles(self) -> dict[str, Any]:
        """Give what one clicks to choose an arc: its middle, which is not seen."""
        arcs = self._drawn.arcs
        days, y = middles(arcs, self._y)
        apart = (arcs.days[arcs.reply] - arcs.days[arcs.trigger]).astype(np.int64)
        unsure = arcs.unsure[arcs.reply] | arcs.unsure[arcs.trigger]
        pairs = zip(apart.tolist(), unsure.tolist(), strict=True)
        said = [_later(n_days, unsure=doubt) for n_days, doubt in pairs]
        return {
            "type": "scatter",
            "mode": "markers",
            "x": days.astype("datetime64[ms]"),
            "y": y,
            "hovertext": said,
            "hoverinfo": "text",
            "marker": {"size": _HANDLE_PX, "opacity": 0},
        }

    def _chosen_arcs(self, here: np.ndarray, scene: Scene) -> dict[str, Any]:
        """Draw the arcs whose two acts are chosen once more, and heavy."""
        arcs = self._drawn.arcs
        some = here[arcs.trigger] & here[arcs.reply]
        ends = arcs.trigger[some], arcs.reply[some]
        part = replace(arcs, trigger=ends[0], reply=ends[1], sort=arcs.sort[some])
        line = {"color": scene.look.theme.text, "width": 3.5}
        line |= {"shape": "spline", "smoothing": 0.5}
        base = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": line}
        return {**base, **_joined(part, self._y)}


def _later(n_days: int, *, unsure: bool) -> str:
    """Say what an arc is, and how long it took, where both days are known."""
    if unsure:
        return "an act and a reply, the days between them uncertain"
    return f"an act and a reply, {n_days:,} day{'s' * (n_days != 1)} later"


def _joined(arcs: Arcs, y: np.ndarray) -> dict[str, np.ndarray]:
    lanes = Lanes(y, 0, 0)
    parts = [curves(arcs, lanes, sort) for sort in (OTHERS, FOLLOWED, 0, 1)]
    return {axis: np.concatenate([it[axis] for it in parts]) for axis in ("x", "y")}
