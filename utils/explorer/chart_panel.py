"""A panel with one chart that stays: it draws, marks what is chosen, hears clicks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from ipywidgets import HBox, Label, Layout, VBox, Widget

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import template
from utils.explorer.chart_stage import ChartStage
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
        self,
        view: View,
        state: ExplorerState,
        stage: ChartStage,
        *,
        controls: Sequence[Widget] = (),
        name: str = "",
    ) -> None:
        self.name, self.title = name or view.name, view.title
        self._view, self._state, self._stage = view, state, stage
        self.note = Label(layout=Layout(display="none"))
        above = [HBox(controls, layout=_ROW)] if controls else []
        self.widget = VBox([*above, self.note])
        self.chart: ChartView | None = None
        self._scene: Scene | None = None

    @property
    def on_stage(self) -> str:
        """The chart that stands below."""
        return self.name

    def show(self, scene: Scene) -> None:
        """Draw the acts on show, and mark those that are chosen."""
        self._scene = scene
        drawing = self._dressed(self._view.draw(scene), scene)
        if self.chart:
            self.chart.show(drawing)
        else:
            self.chart = ChartView(
                self.name, drawing, stage=self._stage, hear=self._hear
            )
        self._tell(scene)

    def point(self, scene: Scene) -> None:
        """Mark the acts that are chosen, unless this very scene was drawn just now."""
        drawn, self._scene = self._scene, scene
        if self.chart and scene is not drawn:
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

    def _hear(self, message: Mapping[str, Any]) -> None:
        """Choose what was clicked or boxed; a click beside every mark lets go."""
        if message["do"] == "click" and message["hit"]:
            self._click(message["hit"], message)
        elif message["do"] == "box" and self._scene:
            box = box_of(message["x"], message["y"])
            self._choose(self._view.within(self._scene, box), {})
        else:
            self._state.choose()

    def _click(self, hit: Mapping[str, Any], held: Mapping[str, Any]) -> None:
        """Choose what a point stands for; with Ctrl or Shift, beside what is chosen."""
        if self._scene:
            at = {"x": hit.get("x"), "y": hit.get("y")}
            spot = Spot(hit["trace"], hit["point"], **at)
            self._choose(self._view.at(self._scene, spot), held)

    def _choose(self, picked: Picked, held: Mapping[str, Any]) -> None:
        rows, what = picked.rows, picked.what
        beside = any(held.get(key) for key in ("ctrl", "shift", "meta"))
        if beside and self._state.choice.rows:
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
