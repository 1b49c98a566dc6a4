"""The timeline as a view: a mark for each act, rings around the chosen ones."""

from typing import Any

import numpy as np

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import Look
from utils.charts.timeline import MOST_MARKS, draw_timeline
from utils.explorer.scene import Scene
from utils.explorer.stock import Shown, Stock
from utils.explorer.views.overlay import DOTTED_RING, RING, rings
from utils.explorer.views.view import (
    Box,
    Chart,
    Picked,
    Spot,
    chosen,
    per_stock,
    windows,
)

_UNDRAWN_PX = 4.0


def draw(stock: Stock, shown: Shown, look: Look) -> Drawing:
    """Draw the acts on show, each as a mark."""
    places = np.flatnonzero(shown.keep[stock.marks.index])
    acts = stock.marks.take(stock.tally.heaviest(places, MOST_MARKS))
    whole = stock.tally.whole(places)
    return draw_timeline(acts, stock.tell, about=shown.about, look=look, whole=whole)


@per_stock
def _places(stock: Stock) -> np.ndarray:
    """Give the place of each act among the marks, which are in the order of time."""
    return np.argsort(stock.marks.index)


class Timeline(Chart):
    """One mark for each act."""

    name, title, boxes = "timeline", "Timeline", True

    def draw(self, scene: Scene) -> Drawing:
        """Draw the acts on show, each as a mark."""
        drawing = draw(scene.stock, scene.shown, scene.look)
        traces = enumerate(drawing.traces)
        self._points = {i: trace for i, trace in traces if "customdata" in trace}
        self._rows = self._column("customdata").astype(np.int64)
        self._middles = np.array(drawing.layout["yaxis"]["tickvals"], dtype=float)
        return drawing

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give a ring for each chosen act; one too light for a mark has a dot."""
        here = np.isin(self._rows, chosen(scene))
        acts, lanes = self._undrawn(scene)
        x = np.append(self._column("x")[here], windows(scene.stock).take(acts).middle)
        y = np.append(self._column("y")[here], self._middles[lanes])
        sizes = np.concatenate([it["marker"]["size"] for it in self._points.values()])
        size = np.append(sizes[here], np.full(len(acts), _UNDRAWN_PX))
        symbol = np.where(np.arange(len(x)) < here.sum(), RING, DOTTED_RING)
        return [rings(x, y, size, scene.look, symbol)]

    def note(self, scene: Scene) -> str:
        """Say how many of the chosen acts have no mark of their own."""
        n = len(self._undrawn(scene)[0])
        few = "1 chosen act is" if n == 1 else f"{n:,} chosen acts are"
        said = f"{few} too light to have a mark here: a dotted ring in the middle of "
        return f"{said}the lane shows the day." * bool(n)

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the act of a mark."""
        if spot.trace not in self._points:
            return Picked()
        return Picked(self._points[spot.trace]["customdata"][[spot.point]])

    def within(self, scene: Scene, box: Box) -> Picked:
        """Pick the acts whose marks lie in a box."""
        x, y = self._column("x"), self._column("y")
        inside = (x >= box.first) & (x <= box.last) & (y >= box.low) & (y <= box.high)
        return Picked(np.sort(self._rows[inside]), f"marks in a box, {box.said}")

    def _column(self, name: str) -> np.ndarray:
        return np.concatenate([trace[name] for trace in self._points.values()])

    def _undrawn(self, scene: Scene) -> tuple[np.ndarray, np.ndarray]:
        """Give row and lane of the chosen acts that have no mark."""
        missing = chosen(scene)
        missing = np.setdiff1d(missing, self._rows) if len(missing) else missing
        at = _places(scene.stock)[missing] if len(missing) else missing
        return missing, scene.stock.marks.lane[at]
