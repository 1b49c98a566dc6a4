"""The table of the acts that are shown; a row that is chosen chooses its act."""

from typing import Any

import numpy as np
import pandas as pd
from ipywidgets import Label, VBox
from itables.widget import ITable

from utils.charts.sheet.words import arrow, label
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Shown

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
    "select": {"style": "os"},
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
    """The panel of a table that follows what is shown and tells which row is chosen."""

    name, title = "table", "Table"

    def __init__(self, state: ExplorerState) -> None:
        self._state = state
        self._rows = np.array([], dtype=np.int64)
        self.heading = Label()
        self.table: ITable | None = None
        self.widget = VBox([self.heading])

    def show(self, scene: Scene) -> None:
        """Fill the table with the acts shown, no more than a thousand of them."""
        self._rows = scene.shown.rows[:MOST_ROWS]
        rows = scene.stock.acts.iloc[self._rows]
        self.heading.value = _heading(rows, scene.shown)
        if self.table is None:
            self.table = ITable(_said(rows), **_LOOK)
            self.widget.children = (self.heading, self.table)
            self.table.observe(self._choose, "selected_rows")
        else:
            self.table.update(_said(rows), selected_rows=self._places(scene), **_LOOK)

    def point(self, scene: Scene) -> None:
        """Mark the rows of the acts that are chosen, as far as they are there."""
        if self.table is not None:
            self.table.selected_rows = self._places(scene)

    def _places(self, scene: Scene) -> list[int]:
        chosen = np.isin(self._rows, scene.choice.rows)
        return [int(place) for place in np.flatnonzero(chosen)]

    def _choose(self, change: Any) -> None:
        chosen = [int(self._rows[i]) for i in change.new if i < len(self._rows)]
        if chosen and [*self._state.choice.rows] != chosen:
            self._state.choose(chosen, f"{len(chosen)} rows of the table")


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
