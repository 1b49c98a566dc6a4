"""Panels: a row of tabs, and the one panel on top; only that one is drawn."""

from collections.abc import Sequence
from typing import Any, Protocol

from ipywidgets import VBox, Widget

from utils.errors import ProjectError, known
from utils.explorer.chart_stage import ChartStage
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.tabs import Tabs


class Panel(Protocol):
    """One way to look at the acts on show; its widget is made when first needed."""

    name: str
    title: str

    @property
    def on_stage(self) -> str:
        """The name of the chart that stands below the widget, or nothing."""

    @property
    def widget(self) -> Widget:
        """The widget, the same one each time."""

    def show(self, scene: Scene) -> None:
        """Draw what is on show now."""

    def point(self, scene: Scene) -> None:
        """Mark the acts that are chosen."""


class Panels:
    """Keeps the panel on top up to date; the others catch up when they are shown."""

    def __init__(
        self, panels: Sequence[Panel], state: ExplorerState, stage: ChartStage
    ) -> None:
        self._panels = {panel.name: panel for panel in panels}
        self._state = state
        self._stale = {*self._panels}
        titles = [[panel.name, panel.title] for panel in panels]
        self.tabs = Tabs(titles=titles, chosen=self.checked(state.inquiry.view))
        self._stage, self._places = stage, VBox()
        self.box = VBox([self._places, stage])
        self.box.add_class("demarche-panel")
        self.tabs.observe(lambda change: state.ask(view=change.new), "chosen")

    def __getitem__(self, name: str) -> Panel:
        return self._panels[self.checked(name)]

    @property
    def names(self) -> list[str]:
        """The names of the views, in the order of the tabs."""
        return [*self._panels]

    @property
    def on_top(self) -> Panel:
        """The panel that is seen."""
        return self._panels[self._state.inquiry.view]

    def follow(self, scene: Scene) -> None:
        """Draw the panel on top anew, and let the others wait."""
        self.checked(scene.inquiry.view)
        self._stale = {*self._panels}
        self.bring(scene)

    def bring(self, scene: Scene) -> None:
        """Bring the panel on top that is asked for, drawn if it has become old."""
        top = self[scene.inquiry.view]
        self.tabs.chosen = top.name
        alone(self._places, top.widget)
        if top.name in self._stale:
            top.show(scene)
            self._stale.discard(top.name)
        self._stage.top = top.on_stage
        top.point(scene)

    def checked(self, name: Any) -> str:
        """Give the name of a view back if there is one.

        Raises
        ------
        ProjectError
            If there is no such view.
        """
        if name not in self._panels:
            raise ProjectError(
                f"The explorer has no view {name!r}. {known(self._panels, str(name))}"
            )
        return str(name)


def alone(box: VBox, widget: Widget | None) -> None:
    """Let one widget of a box be seen, or none; the others stay in it, hidden."""
    if widget is not None and widget not in box.children:
        box.children = (*box.children, widget)
    for child in box.children:
        child.layout.display = "" if child is widget else "none"
