"""Two dates, what "in the period" means for an uncertain one, and ways to a period."""

from datetime import date
from typing import Any

from ipywidgets import Button, DatePicker, Dropdown, HBox, Label, Layout, VBox

from utils.errors import SelectionError
from utils.explorer.span_picker import SpanPicker
from utils.explorer.spans import between_changes, between_landmarks
from utils.explorer.state import ExplorerState
from utils.selection import Selection
from utils.tables import Case

_FIRST_YEAR, _LAST_DAY = 1000, date(2999, 12, 31)
_MEANINGS = [("possibly in the period", "possibly"), ("certainly in it", "certainly")]


class PeriodPicker:
    """Writes since, until and the meaning of uncertain dates into the selection.

    Spans between landmarks are there at once; changes of level are sought when the
    group of them is opened, among the acts that the other filters leave.
    """

    def __init__(self, state: ExplorerState, case: Case) -> None:
        self._state, self._case = state, case
        self._sought: Selection | None = None
        self._make_dates()
        marks = between_landmarks(case.about(Selection()).landmarks)
        self.landmarks = SpanPicker(title="Between landmarks", spans=marks)
        self.changes = SpanPicker(title="Between changes of level")
        self.changes.observe(self._unfold, "unfolded")
        for spans in (self.landmarks, self.changes):
            spans.on_msg(self._hear)
        self._follow()
        state.observe(self._follow, "inquiry")
        ways = [self._button("All dates", "", "")]
        if case.dense_period[0]:
            ways.insert(0, self._button("Surveyed period", *case.dense_period))
        self.ways = HBox(ways)
        groups = [self.landmarks] if marks else []
        parts = [*self._pickers, self.ways, self.fault, *groups, self.changes]
        self.widget = VBox(parts)

    def _make_dates(self) -> None:
        wide = {"layout": Layout(width="auto"), "style": {"description_width": "48px"}}
        self.since = DatePicker(description="Since", max=_LAST_DAY, **wide)
        self.until = DatePicker(description="Until", max=_LAST_DAY, **wide)
        self.dates = Dropdown(options=_MEANINGS, description="Dates", **wide)
        self.fault = Label(layout=Layout(display="none"))
        self._pickers = (self.since, self.until, self.dates)
        for picker in self._pickers:
            picker.observe(self._choose, "value")

    def _button(self, description: str, since: str, until: str) -> Button:
        button = Button(description=description)
        button.on_click(lambda _: self._ask(since=since, until=until))
        return button

    def _ask(self, **period: Any) -> None:
        self._state.ask(selection=self._state.selection.but(**period))

    def _follow(self, change: Any = None) -> None:
        chosen = self._state.selection
        values = (_day(chosen.since), _day(chosen.until), chosen.dates)
        for picker, value in zip(self._pickers, values, strict=True):
            picker.unobserve(self._choose, "value")
            picker.value = value
            picker.observe(self._choose, "value")
        for spans in (self.landmarks, self.changes):
            spans.set_trait("since", chosen.since)
            spans.set_trait("until", chosen.until)
        self.changes.stale = self._sought not in (None, _at_any_time(chosen))
        self._tell("")

    def _choose(self, change: Any) -> None:
        since, until = self.since.value, self.until.value
        # Whoever types 2025 passes through the years 2, 20 and 202.
        if any(day and day.year < _FIRST_YEAR for day in (since, until)):
            return
        self._tell("")
        try:
            self._ask(since=since, until=until, dates=self.dates.value)
        except SelectionError as fault:
            self._tell(str(fault))

    def _tell(self, fault: str) -> None:
        self.fault.value = fault
        self.fault.layout.display = "" if fault else "none"

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "choose":
            self._ask(since=message["since"], until=message["until"])
        elif message.get("do") == "look":
            self._look()

    def _unfold(self, change: Any) -> None:
        if change.new and (self._sought is None or self.changes.stale):
            self._look()

    def _look(self) -> None:
        """Seek changes of level in the surveyed period, where there is one."""
        self._sought = _at_any_time(self._state.selection)
        since, until = self._case.dense_period
        acts = self._sought.apply(self._case.actions)
        spans, said = between_changes(acts, since, until)
        with self.changes.hold_sync():
            self.changes.spans, self.changes.stale = spans, False
            self.changes.note = f"Of {self._sought.describe(self._case.labels)}: {said}"


def _at_any_time(chosen: Selection) -> Selection:
    return chosen.but(since="", until="", dates="possibly")


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
