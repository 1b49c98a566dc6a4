"""The explorer: pickers, status, panels and a card around one state."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ipywidgets import VBox, Widget

from utils.explorer.act_card import ActCard
from utils.explorer.acts_table import ActsTable
from utils.explorer.arrangement import beside_each_other, fitting_look, in_sight
from utils.explorer.card import card
from utils.explorer.chart_panels import chart_panels
from utils.explorer.chart_stage import ChartStage
from utils.explorer.choice_bar import ChoiceBar
from utils.explorer.compare_panel import ComparePanel
from utils.explorer.empty import what_to_drop
from utils.explorer.facets import facets, picker
from utils.explorer.figures import figure_of
from utils.explorer.inquiry import Inquiry
from utils.explorer.keeping import Keeping
from utils.explorer.last_picture import LastPicture
from utils.explorer.page_watch import PageWatch
from utils.explorer.panels import Panel, Panels
from utils.explorer.period_picker import PeriodPicker
from utils.explorer.saved import open_inquiry, save_inquiry
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.status_line import StatusLine
from utils.explorer.stocks import Stocks
from utils.explorer.text_picker import TextPicker
from utils.explorer.walk import Walk
from utils.selection import Selection
from utils.tables import Case

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from utils.charts.sheet.chart import Chart

Extra = Callable[["Explorer"], Widget]


class Explorer(VBox):
    """Pickers on one side, what they show on the other; see `explore`."""

    def __init__(
        self, case: Case, inquiry: Inquiry, *, theme: str, extras: Sequence[Extra] = ()
    ) -> None:
        self.case, self._theme = case, theme
        self._stocks = Stocks(case)
        self.state = ExplorerState(inquiry)
        self._look = fitting_look(theme, 0, dark=theme == "dark")
        self._scene = self._scene_of(inquiry)
        self._make_parts()
        super().__init__(self._parts(extras))
        self.add_class("demarche-desk")
        self._refresh()
        self.page.observe(self._fit, ["width_px", "dark"])
        self.state.observe(self._follow, "inquiry")
        self.state.observe(self._point, "choice")
        self.state.observe(self._open, "act")

    @property
    def selection(self) -> Selection:
        """What is looked at; setting it moves every picker and every view."""
        return self.state.selection

    @selection.setter
    def selection(self, wanted: Selection) -> None:
        self.inquiry = self.state.inquiry.but(selection=wanted)

    @property
    def inquiry(self) -> Inquiry:
        """All that is asked; setting it moves every picker and every view."""
        return self.state.inquiry

    @inquiry.setter
    def inquiry(self, wanted: Inquiry) -> None:
        self._take_up(wanted)

    @property
    def acts(self) -> "pd.DataFrame":
        """The acts that are shown, weighed, as a frame."""
        return self._scene.stock.acts.iloc[self._scene.shown.rows]

    def figure(
        self, view: str = "", *, theme: str = "light", width_px: int = 560
    ) -> "Chart":
        """Give a view of what is shown as a chart of its own, to be saved.

        `view` is the name of a view with a chart; without one, it is that on top.

        Raises
        ------
        ChartError
            If there is no such chart or theme, or the chart would be too narrow.
        """
        scene = self._scene
        name = view or scene.inquiry.view
        return figure_of(scene, name, theme=theme, width_px=width_px)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> "Path":
        """Write what is asked into a small JSON file, and say where it lies.

        `explore(case, path)` opens it again, as the buttons Save and Open do.

        Raises
        ------
        ExportError
            If the file is there and may not be overwritten, or cannot be written.
        """
        return save_inquiry(path, self.inquiry, self.case, overwrite=overwrite)

    def open_saved(self, path: str | os.PathLike[str]) -> None:
        """Ask what a saved file asks; the bar says if the data have changed since.

        Raises
        ------
        InquiryFileError
            If the file cannot be read, or is no saved inquiry of this case.
        ProjectError
            If the case lacks what it asks for. Nothing is changed then.
        """
        found = open_inquiry(path, self.case, views=self.panels.names)
        self._take_up(found.inquiry)
        self.keeping.say(found.changed)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self._repr_mimebundle_(), raw=True)
        self.last.show()

    def _make_parts(self) -> None:
        case, state = self.case, self.state
        self.stage = stage = ChartStage()
        self.status, self.page = StatusLine(), PageWatch()
        self.status.on_msg(self._help)
        self.facets = facets(case)
        self.pickers = {facet.field: picker(facet, state) for facet in self.facets}
        self.period, self.text = PeriodPicker(state, case), TextPicker(state)
        self.compare, self.table = ComparePanel(case, state, stage), ActsTable(state)
        charts: list[Panel] = [*chart_panels(case, state, stage)]
        self.panels = Panels([*charts, self.compare, self.table], state, stage)
        self.keeping = Keeping(
            case,
            state,
            views=self.panels.names,
            take_up=self._take_up,
            clear=self._seek_nothing,
        )
        self.card, self.choice = ActCard(), ChoiceBar(state)
        self.walk = Walk(state, self.card)
        self.last = LastPicture(self.page, lambda: self._scene)

    def _parts(self, extras: Sequence[Extra]) -> list[Widget]:
        """Give the parts from top to bottom."""
        picks = dict(self.pickers)
        first = [self.text.widget, picks.pop("directions"), self.period.widget]
        panels = [self.page, self.panels.tabs, self.panels.box]
        main = [*panels, self.card, *(extra(self) for extra in extras)]
        below = beside_each_other([first, [*picks.values()]], main)
        return [in_sight(self.status, self.choice), self.keeping.bar, below]

    def _seek_nothing(self) -> None:
        """Empty the search fields within facets, which no inquiry holds."""
        for each in self.pickers.values():
            each.sought = ""

    def _take_up(self, wanted: Inquiry) -> None:
        """Ask something else, unless it makes no sense; then nothing is changed."""
        self._scene_of(wanted)
        self.panels.checked(wanted.view)
        self.state.take_up(wanted)

    def _scene_of(self, inquiry: Inquiry) -> Scene:
        """Look up what an inquiry shows; one that makes no sense is refused here."""
        stock = self._stocks.weighed_by(inquiry.scale)
        if inquiry.against is not None:
            stock.shown(inquiry.against)
        shown = stock.shown(inquiry.selection)
        return Scene(stock, shown, inquiry, self._look, self.state.choice)

    def _fit(self, change: Any) -> None:
        look = fitting_look(self._theme, self.page.width_px, dark=self.page.dark)
        if look != self._look:
            self._look = look
            self._scene = self._scene_of(self.inquiry)
            self.panels.follow(self._scene)
            self.page.changes += 1

    def _follow(self, change: Any) -> None:
        self._scene = self._scene_of(change.new)
        self.page.changes += 1
        if change.new.but(view="") == change.old.but(view=""):
            self.panels.bring(self._scene)
        else:
            self._refresh()

    def _refresh(self) -> None:
        shown = self._scene.shown
        self.panels.follow(self._scene)
        for facet in self.facets:
            self.pickers[facet.field].counts = facet.counts(shown)
        self.status.text = shown.said
        self.status.detail = shown.about.selection
        self.status.hint, self.status.hint_action, self._drop = what_to_drop(shown)
        self.choice.follow(self._scene)
        self.walk.follow(self._scene)

    def _help(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "hint":
            self.selection = self.selection.but(**self._drop)

    def _point(self, change: Any) -> None:
        self._scene = self._scene_of(self.inquiry)
        self.panels.on_top.point(self._scene)
        self.choice.follow(self._scene)
        self.walk.follow(self._scene)

    def _open(self, change: Any) -> None:
        with self.card.hold_sync():
            act = change.new
            self.card.act = card(self._scene.stock, act) if act else {}
            self.walk.follow(self._scene)
