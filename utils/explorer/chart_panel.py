"""A panel with one chart that stays and takes up what is on show."""

from collections.abc import Callable
from dataclasses import replace

from ipywidgets import VBox

from utils.charts.sheet.drawing import Drawing
from utils.explorer.chart_view import ChartView
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState


class ChartPanel:
    """One view as a panel; its figure is made when it is first drawn."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        draw: Callable[[Scene], Drawing],
        state: ExplorerState,
    ) -> None:
        self.name, self.title = name, title
        self._draw, self._state = draw, state
        self.widget = VBox()
        self.chart: ChartView | None = None
        self._scene: Scene | None = None

    def show(self, scene: Scene) -> None:
        """Draw the acts on show."""
        drawing = self._draw(scene)
        layout = {**drawing.layout, "width": scene.look.width_px}
        drawing = replace(drawing, layout=layout)
        self._scene = scene
        if self.chart:
            self.chart.show(drawing)
            return
        self.chart = ChartView(drawing)
        self.widget.children = (self.chart.figure,)
        for trace in self.chart.figure.data:
            trace.on_click(self._choose)

    def point(self, scene: Scene) -> None:
        """Mark nothing yet."""

    def _choose(self, trace: object, points: object, selector: object) -> None:
        index = getattr(points, "point_inds", [])
        custom = getattr(trace, "customdata", None)
        if index and custom is not None and self._scene:
            row = self._scene.stock.acts.index.get_loc(int(custom[index[0]]))
            self._state.choose([row])
