"""The table of the acts that are shown; a row that is chosen chooses its act."""

from typing import Any

import pandas as pd
from ipywidgets import Label
from itables.widget import ITable

from utils.charts.sheet.words import arrow, label
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Shown, Stock

MOST_ROWS = 1000
_COLUMNS = {
    "date": "Date",
    "direction": "Direction",
    "type": "Type",
    "summary": "What is recorded",
    "certainty": "Certainty",
}
_SAID = {"date": lambda date: date.replace("..", ".. ").replace("/", "/ ")}
_SAID |= {"direction": arrow, "type": label, "certainty": label}
_WORDS = {
    "search": "Search in this table:",
    "lengthMenu": "_MENU_ rows per page",
    "info": "Rows _START_ to _END_ of _TOTAL_",
    "infoEmpty": "No row",
    "emptyTable": "No act fits",
}
# The table forgets on each update what it is not told again.
_LOOK: dict[str, Any] = {
    "select": "single",
    "maxBytes": 0,
    "showIndex": False,
    "classes": "display compact",
    "style": "width:100%",
    "lengthMenu": [5, 10, 25, 100],
    "pageLength": 5,
    "layout": {"bottomEnd": {"paging": {"type": "simple_numbers", "buttons": 5}}},
    "language": _WORDS,
    "autoWidth": False,
    "columnDefs": [
        {"targets": [0], "className": "demarche-date"},
        {"targets": [3], "width": "55%"},
    ],
}


class ActsTable:
    """A table widget that follows what is shown and tells which row is chosen."""

    def __init__(self, stock: Stock, state: ExplorerState) -> None:
        self._stock, self._state = stock, state
        self._ids: list[str] = []
        self.heading = Label()
        self.widget = ITable(_said(stock.acts[:0]), **_LOOK)
        self.widget.observe(self._choose, "selected_rows")

    def show(self, shown: Shown) -> None:
        """Fill the table with the acts shown, no more than a thousand of them."""
        rows = self._stock.acts.iloc[shown.rows[:MOST_ROWS]]
        self._ids = rows["action_id"].tolist()
        self.heading.value = _heading(rows, shown)
        self.widget.update(
            _said(rows), selected_rows=self._place(self._state.act), **_LOOK
        )

    def point_at(self, action_id: str) -> None:
        """Mark the row of an act, if it is there."""
        self.widget.selected_rows = self._place(action_id)

    def _place(self, action_id: str) -> list[int]:
        return [self._ids.index(action_id)] if action_id in self._ids else []

    def _choose(self, change: Any) -> None:
        if change.new and change.new[0] < len(self._ids):
            self._state.act = self._ids[change.new[0]]


def _said(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the acts as they stand in the table."""
    columns = {
        title: [_SAID.get(name, str)(value) for value in rows[name].tolist()]
        for name, title in _COLUMNS.items()
    }
    return pd.DataFrame(columns, dtype="str")


def _heading(rows: pd.DataFrame, shown: Shown) -> str:
    if not len(rows):
        return "No act is shown"
    if len(rows) == len(shown.rows):
        acts = f"{len(rows):,} acts" if len(rows) > 1 else "act"
        return f"The {acts} shown; choose a row to read its sources"
    return f"The first {len(rows):,} of {len(shown.rows):,} acts shown"
