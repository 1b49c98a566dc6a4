"""Two date pickers and what "in the period" means for an uncertain date."""

from datetime import date
from typing import Any

from ipywidgets import Button, DatePicker, Dropdown, HBox, Label, Layout, VBox

from utils.errors import SelectionError
from utils.explorer.state import ExplorerState

_FIRST_YEAR, _LAST_DAY = 1000, date(2999, 12, 31)
_MEANINGS = [("possibly in the period", "possibly"), ("certainly in it", "certainly")]


class PeriodPicker:
    """Writes since, until and the meaning of uncertain dates into the selection."""

    def __init__(self, state: ExplorerState, dense_period: tuple[str, str]) -> None:
        self._state = state
        wide = {"layout": Layout(width="auto"), "style": {"description_width": "48px"}}
        self.since = DatePicker(description="Since", max=_LAST_DAY, **wide)
        self.until = DatePicker(description="Until", max=_LAST_DAY, **wide)
        self.dates = Dropdown(options=_MEANINGS, description="Dates", **wide)
        self.fault = Label(layout=Layout(display="none"))
        self._pickers = (self.since, self.until, self.dates)
        for picker in self._pickers:
            picker.observe(self._choose, "value")
        self._follow()
        state.observe(self._follow, "selection")
        buttons = HBox(
            [
                self._button("Surveyed period", *dense_period),
                self._button("All dates", "", ""),
            ]
        )
        self.widget = VBox([self.since, self.until, self.dates, buttons, self.fault])

    def _button(self, description: str, since: str, until: str) -> Button:
        button = Button(description=description)

        def press(_: Button) -> None:
            changed = self._state.selection.but(since=since, until=until)
            self._state.selection = changed

        button.on_click(press)
        return button

    def _follow(self, change: Any = None) -> None:
        chosen = self._state.selection
        values = (_day(chosen.since), _day(chosen.until), chosen.dates)
        for picker, value in zip(self._pickers, values, strict=True):
            picker.unobserve(self._choose, "value")
            picker.value = value
            picker.observe(self._choose, "value")
        self._tell("")

    def _choose(self, change: Any) -> None:
        since, until = self.since.value, self.until.value
        # Whoever types 2025 passes through the years 2, 20 and 202.
        if any(day and day.year < _FIRST_YEAR for day in (since, until)):
            return
        self._tell("")
        try:
            self._state.selection = self._state.selection.but(
                since=since, until=until, dates=self.dates.value
            )
        except SelectionError as fault:
            self._tell(str(fault))

    def _tell(self, fault: str) -> None:
        self.fault.value = fault
        self.fault.layout.display = "" if fault else "none"


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
