"""A panel with one chart that stays: it draws, marks what is chosen, hears clicks."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from ipywidgets import HBox, Label, Layout, VBox, Widget

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import template
from utils.explorer.chart_view import ChartView
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.views.view import Picked, Spot, View, box_of

_ROW = Layout(
    flex_flow="row wrap", align_items="center", width="100%", grid_gap="2px 16px"
)
_ADDED = "acts picked one after another"


class ChartPanel:
    """One view as a panel; its figure is made when it is first drawn."""

    def __init__(
        self, view: View, state: ExplorerState, *, controls: Sequence[Widget] = ()
    ) -> None:
        self.name, self.title = view.name, view.title
        self._view, self._state = view, state
        self.note = Label(layout=Layout(display="none"))
        self._above = [*([HBox(controls, layout=_ROW)] * bool(controls)), self.note]
        self.widget = VBox(self._above)
        self.chart: ChartView | None = None
        self._scene: Scene | None = None
        self._hit = False

    def show(self, scene: Scene) -> None:
        """Draw the acts on show, and mark those that are chosen."""
        self._scene = scene
        drawing = self._dressed(self._view.draw(scene), scene)
        if self.chart:
            self.chart.show(drawing)
        else:
            self.chart = ChartView(drawing)
            self.widget.children = (*self._above, self.chart.figure)
            self._listen(self.chart.figure)
        self._tell(scene)

    def point(self, scene: Scene) -> None:
        """Mark the acts that are chosen."""
        self._scene = scene
        if self.chart:
            self.chart.mark(self._view.marked(scene))
            self._tell(scene)

    def _dressed(self, drawing: Drawing, scene: Scene) -> Drawing:
        """Add what a live chart needs: its width, marks of what is chosen, a box."""
        theme = template(scene.look.theme)["layout"]["modebar"]["remove"]
        gone = [name for name in theme if not (self._view.boxes and name == "select2d")]
        live = {
            "width": scene.look.width_px,
            "clickanywhere": True,
            "modebar": {"remove": gone},
        }
        traces = tuple(map(_unfaded, (*drawing.traces, *self._view.marked(scene))))
        return replace(drawing, traces=traces, layout={**drawing.layout, **live})

    def _tell(self, scene: Scene) -> None:
        self.note.value = self._view.note(scene)
        self.note.layout.display = "" if self.note.value else "none"

    def _listen(self, figure: Any) -> None:
        for trace in figure.data:
            trace.on_click(self._click)
        figure.data[-1].on_click(self._click_ends)
        figure.data[-1].on_selection(self._box)
        figure.data[-1].on_deselect(lambda *_: self._state.choose())

    def _click(self, trace: Any, points: Any, held: Any) -> None:
        """Choose what a point stands for; with Ctrl or Shift, beside what is chosen."""
        if points.point_inds and self._scene:
            self._hit = True
            [point, *_], xs, ys = points.point_inds, points.xs, points.ys
            at = {"x": xs[0] if xs else None, "y": ys[0] if ys else None}
            spot = Spot(points.trace_index, point, **at)
            self._choose(self._view.at(self._scene, spot), held)

    def _click_ends(self, trace: Any, points: Any, held: Any) -> None:
        """Let go where a click has hit no point of any trace."""
        if not self._hit:
            self._state.choose()
        self._hit = False

    def _box(self, trace: Any, points: Any, selector: Any) -> None:
        if self._scene and self.chart and selector is not None:
            box = box_of(selector.xrange, selector.yrange)
            self._choose(self._view.within(self._scene, box))
            self.chart.drop_box()

    def _choose(self, picked: Picked, held: Any = None) -> None:
        rows, what = picked.rows, picked.what
        if held and (held.ctrl or held.shift or held.meta) and self._state.choice.rows:
            rows = np.append(self._state.choice.rows, rows)
            rows, what = np.array([*dict.fromkeys(rows.tolist())], np.int64), _ADDED
        self._state.choose(rows.tolist(), what)


def _unfaded(trace: dict[str, Any]) -> dict[str, Any]:
    """Keep what lies outside a box as it is: a box chooses, and is then gone."""
    if trace.get("mode") == "text":
        return {
            **trace,
            "unselected": {"textfont": {"color": trace["textfont"]["color"]}},
        }
    if trace["type"] == "bar" or "markers" in trace.get("mode", ""):
        opacity = trace.get("marker", {}).get("opacity", 1)
        return {**trace, "unselected": {"marker": {"opacity": opacity}}}
    return trace
