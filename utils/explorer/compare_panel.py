"""The panel that sets the acts on show beside those of another selection."""

from collections.abc import Callable
from typing import Any

from ipywidgets import Box, Button, Layout, VBox, Widget

from utils.errors import SelectionError
from utils.explorer.chart_panel import ChartPanel
from utils.explorer.chart_stage import ChartStage
from utils.explorer.compare_view import Comparison, other_of
from utils.explorer.controls import Controls, dropdown, tie
from utils.explorer.inquiry import Inquiry
from utils.explorer.panels import alone
from utils.explorer.scene import Scene
from utils.explorer.scripts import joined
from utils.explorer.state import ExplorerState
from utils.explorer.status_line import StatusLine
from utils.tables import Case, told_by_each_side
from utils.tables.side_sources import RULE

_NOTHING = "Nothing to compare with yet."
_HOW = (
    "Remember the acts on show, then choose others; or compare what the sources of "
    f"each side tell. {RULE}"
)
_NO_ACT = "No act fits either selection."
_SAME = "Both are the same acts; change a filter, and they will differ."
_KINDS = [("numbers of acts", "counts"), ("tension", "tension")]
_ROW = Layout(display="flex", flex_flow="row wrap", grid_gap="4px")


class _Said(StatusLine):
    """The line that says both selections, in as many lines as that takes."""

    _css = joined("explorer.css", "compare_panel.css")


class ComparePanel:
    """Both selections over the same time; filters move the one that is chosen.

    Buttons and lists write what is asked into the state, and the panel draws what
    it is shown. Where there is nothing to compare with, it says how to begin.
    """

    name, title = "compare", "Compare"

    def __init__(self, case: Case, state: ExplorerState, stage: ChartStage) -> None:
        self._case, self._state = case, state
        self.said, self._place = _Said(), VBox()
        self.remember = self._button("Remember these acts to compare with", _remember)
        self.by_side = self._button("As told by each side's sources", self._by_side)
        self.swap = self._button("Swap", _swap)
        self.end = self._button("End the comparison", _end)
        self.compared = dropdown("Compare", _KINDS)
        tie(self.compared, state, "compared")
        self.charts = _charts(case, state, stage)
        self._on_top: ChartPanel | None = None
        self._only_with = (self.swap, self.end, self.compared)
        row = Box([self.remember, self.by_side, *self._only_with], layout=_ROW)
        self.widget = VBox([row, self.said, self._place])

    def show(self, scene: Scene) -> None:
        """Draw the two selections, or say that there is nothing to compare with."""
        compared_with = scene.inquiry.against is not None
        for control in self._only_with:
            control.layout.display = "" if compared_with else "none"
        if compared_with:
            self._draw(scene)
        else:
            self.said.text, self.said.detail, self.said.hint = _NOTHING, _HOW, ""
            self._bring(None)

    @property
    def on_stage(self) -> str:
        """The chart that stands below, if there is one."""
        return self._on_top.on_stage if self._on_top else ""

    def point(self, scene: Scene) -> None:
        """Mark the chosen acts."""
        if self._on_top:
            self._on_top.point(scene)

    def _draw(self, scene: Scene) -> None:
        n, n_other, n_both = self._say(scene)
        self.said.hint = (
            _NO_ACT if not n + n_other else _SAME * (n == n_other == n_both)
        )
        chart = self.charts[scene.inquiry.compared] if n + n_other else None
        self._bring(chart)
        if chart:
            chart.show(scene)

    def _bring(self, chart: ChartPanel | None) -> None:
        self._on_top = chart
        alone(self._place, chart.widget if chart else None)

    def _say(self, scene: Scene) -> tuple[int, int, int]:
        """Say both selections with their numbers of acts, and give these."""
        shown, other = scene.shown, other_of(scene)
        n, n_other = shown.about.n_actions, other.about.n_actions
        n_both = scene.stock.count(shown.keep & other.keep)
        chosen, against = shown.about.selection, other.about.selection
        self.said.text = (
            f"{n:,} chosen and {n_other:,} compared with; {n_both:,} acts are in both."
        )
        self.said.detail = f"Chosen: {chosen}. Compared with: {against}."
        return n, n_other, n_both

    def _button(self, words: str, ask: Callable[[Inquiry], dict[str, Any]]) -> Button:
        button = Button(description=words, layout=Layout(width="auto"))
        button.on_click(lambda _: self._state.ask(**ask(self._state.inquiry)))
        return button

    def _by_side(self, asked: Inquiry) -> dict[str, Any]:
        try:
            first, second = told_by_each_side(self._case, asked.selection)
        except SelectionError as refusal:
            self.said.hint = str(refusal)
            return {}
        return {"selection": first, "against": second}


def _charts(
    case: Case, state: ExplorerState, stage: ChartStage
) -> dict[str, ChartPanel]:
    """Give a chart for each kind of comparison, with the controls that it takes."""
    controls = Controls(case, state)
    beside: dict[str, list[Widget]] = {
        "counts": [controls.per, controls.band],
        "tension": [controls.half_life, controls.scale, controls.band],
    }
    return {
        kind: ChartPanel(
            Comparison(), state, stage, controls=row, name=f"compare {kind}"
        )
        for kind, row in beside.items()
    }


def _remember(asked: Inquiry) -> dict[str, Any]:
    return {"against": asked.selection}


def _swap(asked: Inquiry) -> dict[str, Any]:
    return {"selection": asked.against or asked.selection, "against": asked.selection}


def _end(asked: Inquiry) -> dict[str, Any]:
    return {"against": None}
