"""The explorer: pickers, status, charts, table and card around one state."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ipywidgets import Box, Button, Layout, VBox

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.theme import NARROWEST_PX, Look, theme_of
from utils.explorer.act_card import ActCard
from utils.explorer.acts_table import ActsTable
from utils.explorer.card import card
from utils.explorer.chart_view import ChartView
from utils.explorer.empty import what_to_drop
from utils.explorer.facets import facets, picker
from utils.explorer.figures import figure_of
from utils.explorer.page_watch import PageWatch
from utils.explorer.period_picker import PeriodPicker
from utils.explorer.state import ExplorerState
from utils.explorer.status_line import StatusLine
from utils.explorer.stock import Shown, Stock
from utils.explorer.views import View, views
from utils.selection import Selection, select
from utils.tables import Case

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

_SIDEBAR = Layout(
    display="flex",
    flex="1 1 280px",
    flex_flow="row wrap",
    align_items="flex-start",
    max_width="100%",
    grid_gap="8px",
)
_FACETS = Layout(flex="1 1 250px", min_width="240px")
_MAIN = Layout(flex="4 1 560px", min_width="0")
_WRAPPED = Layout(
    display="flex", flex_flow="row wrap", align_items="flex-start", grid_gap="12px"
)
_STEP_PX = 20


def opening(case: Case) -> Selection:
    """Give what an explorer opens on: the two sides, the surveyed period."""
    first, second = case.sides
    since, until = case.dense_period
    both = [f"{first}>{second}", f"{second}>{first}"]
    return select(directions=both, since=since, until=until)


class Explorer(VBox):
    """Pickers on one side, what they show on the other; see `explore`."""

    def __init__(
        self,
        case: Case,
        selection: Selection,
        *,
        scale: str,
        half_life_days: float,
        per: str,
        theme: str,
    ) -> None:
        self.stock = Stock(case, case.scales[scale])
        self._theme, self._opening = theme, selection
        self._look = self._fitting_look(0, dark=theme == "dark")
        self._shown = self.stock.shown(selection)
        self.state = ExplorerState(selection=selection)
        self._measured: dict[str, Any] = {"half_life_days": half_life_days, "per": per}
        self._draw = views(self.stock, **self._measured)
        self._make_parts()
        super().__init__([self.status, self._beside_each_other()])
        self.add_class("demarche-desk")
        self._refresh()
        self.page.observe(self._fit, ["width_px", "dark"])
        self.state.observe(self._follow, "selection")
        self.state.observe(self._point, "act")

    @property
    def selection(self) -> Selection:
        """What is looked at; setting it moves every picker and every view."""
        return self.state.selection

    @selection.setter
    def selection(self, wanted: Selection) -> None:
        self.stock.shown(wanted)
        self.state.selection = wanted

    @property
    def acts(self) -> Any:
        """The acts that are shown, weighed, as a frame."""
        return self.stock.acts.iloc[self._shown.rows]

    def figure(
        self, view: str = "timeline", *, theme: str = "light", width_px: int = 560
    ) -> "Chart":
        """Give a view of what is shown as a chart of its own, to be saved.

        `view` is timeline, tension or butterfly.

        Raises
        ------
        ChartError
            If there is no such view or theme, or the chart would be too narrow.
        """
        look: dict[str, Any] = {"about": self._shown.about, "theme": theme}
        look["width_px"] = width_px
        return figure_of(view, self.acts, **self._measured, **look)

    def _make_parts(self) -> None:
        case, state = self.stock.case, self.state
        self.status, self.page = StatusLine(), PageWatch()
        self.status.on_msg(self._help)
        self.facets = facets(case)
        self.pickers = {facet.field: picker(facet, state) for facet in self.facets}
        self.period = PeriodPicker(state, case.dense_period)
        self.reset = Button(description="Reset every filter")
        self.reset.on_click(lambda _: setattr(self, "selection", self._opening))
        self.charts = {
            name: ChartView(self._fitted(draw)) for name, draw in self._draw.items()
        }
        self.table = ActsTable(self.stock, state)
        self.card = ActCard()
        self.card.on_msg(self._walk)
        for trace in self.charts["timeline"].figure.data:
            trace.on_click(self._choose)

    def _beside_each_other(self) -> Box:
        picks = self.pickers
        columns = [
            [picks["directions"], self.reset, self.period.widget],
            [picks["types"], picks["certainty"]],
            [picks["actors"]],
        ]
        facets = [VBox(column, layout=_FACETS) for column in columns]
        figures = [view.figure for view in self.charts.values()]
        table = [self.table.heading, self.table.widget]
        main = [self.page, *figures, *table, self.card]
        parts = [Box(facets, layout=_SIDEBAR), VBox(main, layout=_MAIN)]
        return Box(parts, layout=_WRAPPED)

    def _fitting_look(self, width_px: int, *, dark: bool) -> Look:
        """Fit charts to a width, in steps; before it is known, to a narrow one."""
        steps = max(width_px, 600 if not width_px else NARROWEST_PX) // _STEP_PX
        named = self._theme if self._theme != "auto" else ("dark" if dark else "light")
        return Look(theme_of(named), steps * _STEP_PX, tall_px=560)

    def _fit(self, change: Any) -> None:
        look = self._fitting_look(self.page.width_px, dark=self.page.dark)
        if look != self._look:
            self._look = look
            self._redraw()

    def _follow(self, change: Any) -> None:
        self._shown = self.stock.shown(change.new)
        self._redraw()
        self._refresh()

    def _redraw(self) -> None:
        for name, draw in self._draw.items():
            self.charts[name].show(self._fitted(draw))

    def _fitted(self, draw: View) -> Drawing:
        drawing = draw(self._shown, self._look)
        return replace(drawing, layout={**drawing.layout, "width": self._look.width_px})

    def _refresh(self) -> None:
        for facet in self.facets:
            self.pickers[facet.field].counts = facet.counts(self._shown)
        self._say(self._shown)
        self.table.show(self._shown)
        self._place_card()

    def _say(self, shown: Shown) -> None:
        self.status.text = f"{len(shown.rows):,} of {len(shown.keep):,} acts"
        self.status.detail = shown.about.selection
        self.status.hint, self.status.hint_action, self._drop = what_to_drop(shown)

    def _help(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "hint":
            self.selection = self.selection.but(**self._drop)

    def _point(self, change: Any) -> None:
        with self.card.hold_sync():
            self.card.act = card(self.stock, change.new) if change.new else {}
            self._place_card()
        self.table.point_at(change.new)

    def _place_card(self) -> None:
        ids = self._ids()
        self.card.total = len(ids)
        here = self.state.act
        self.card.position = ids.index(here) + 1 if here in ids else 0

    def _ids(self) -> list[str]:
        ids: list[str] = self.stock.acts["action_id"].iloc[self._shown.rows].tolist()
        return ids

    def _walk(self, widget: Any, message: Any, buffers: Any) -> None:
        ids, here = self._ids(), self.card.position - 1
        if message.get("do") == "choose":
            self.state.act = message["id"]
        elif ids and message.get("do") in ("previous", "next"):
            step = 1 if message["do"] == "next" else -1
            self.state.act = ids[(here + step) % len(ids) if here >= 0 else 0]

    def _choose(self, trace: Any, points: Any, selector: Any) -> None:
        if points.point_inds and trace.customdata is not None:
            row = int(trace.customdata[points.point_inds[0]])
            self.state.act = self.stock.acts["action_id"].loc[row]
