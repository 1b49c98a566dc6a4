"""The table of the acts that are shown; a row that is chosen chooses its act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pandas as pd
from ipywidgets import Label, VBox
from itables.widget import ITable

from utils.charts.sheet.words import arrow, label
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState

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

    name, title, on_stage = "table", "Table", ""

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
        self._say(scene)
        if self.table is None:
            self.table = ITable(_said(rows), **_LOOK)
            self.widget.children = (self.heading, self.table)
            self.table.observe(self._choose, "selected_rows")
            return
        with self._unheard():
            self.table.update(_said(rows), selected_rows=self._places(scene), **_LOOK)

    def point(self, scene: Scene) -> None:
        """Mark the rows of the acts that are chosen, as far as they are there."""
        if self.table is not None:
            self._say(scene)
            with self._unheard():
                self.table.selected_rows = self._places(scene)

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """Change the table without taking that for a choice of the reader."""
        table = self.table
        assert table is not None
        table.unobserve(self._choose, "selected_rows")
        try:
            yield
        finally:
            table.observe(self._choose, "selected_rows")

    def _say(self, scene: Scene) -> None:
        """Count the rows above them, and the chosen acts that have none."""
        said = _heading(len(self._rows), len(scene.shown.rows))
        chosen = np.asarray(scene.choice.rows, dtype=np.int64)
        beyond = scene.shown.keep[chosen] & ~np.isin(chosen, self._rows)
        further = int(beyond.sum())
        self.heading.value = said + f"; {further:,} chosen beyond them" * bool(further)

    def _places(self, scene: Scene) -> list[int]:
        chosen = np.isin(self._rows, scene.choice.rows)
        return [int(place) for place in np.flatnonzero(chosen)]

    def _choose(self, change: Any) -> None:
        chosen = [int(self._rows[i]) for i in change.new if i < len(self._rows)]
        if [*self._state.choice.rows] != chosen:
            self._state.choose(chosen, "rows of the table")


def _said(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the acts as they stand in the table."""
    columns = {
        title: [_SAID.get(name, str)(value) for value in rows[name].tolist()]
        for name, title in _COLUMNS.items()
    }
    return pd.DataFrame(columns, dtype="str")


def _heading(n: int, n_shown: int) -> str:
    if not n:
        return "No act is shown"
    if n < n_shown:
        return f"The first {n:,} of {n_shown:,} acts shown"
    acts = f"{n:,} acts" if n > 1 else "act"
    return f"The {acts} shown; choose a row, or several with Ctrl or Shift"
