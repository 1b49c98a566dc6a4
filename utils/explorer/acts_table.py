"""The table of the acts that are shown; a row that is chosen chooses its act."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pandas as pd
from ipywidgets import Label, VBox
from itables.widget import ITable

from utils.explorer.said import RECORDED, told, written
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Stock
from utils.explorer.views.view import per_stock

MOST_ROWS = 1000
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
        said = written(rows, _columns(scene.stock), scene.stock.case.labels)
        look = {**_LOOK, "columnDefs": _widths(said)}
        if self.table is None:
            self.table = ITable(said, **look)
            self.widget.children = (self.heading, self.table)
            self.table.observe(self._choose, "selected_rows")
            return
        with self._unheard():
            self.table.update(said, selected_rows=self._places(scene), **look)

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
        stock, shown = scene.stock, scene.shown
        n, n_shown = stock.count(self._rows), shown.about.n_actions
        said = _heading(n, n_shown, 0 if stock.several is None else len(self._rows))
        chosen = np.asarray(scene.choice.rows, dtype=np.int64)
        beyond = shown.keep[chosen] & ~np.isin(chosen, self._rows)
        further = stock.count(chosen[beyond])
        self.heading.value = said + f"; {further:,} chosen beyond them" * bool(further)

    def _places(self, scene: Scene) -> list[int]:
        chosen = np.isin(self._rows, scene.choice.rows)
        return [int(place) for place in np.flatnonzero(chosen)]

    def _choose(self, change: Any) -> None:
        chosen = [int(self._rows[i]) for i in change.new if i < len(self._rows)]
        if [*self._state.choice.rows] != chosen:
            self._state.choose(chosen, "rows of the table")


@per_stock
def _columns(stock: Stock) -> list[str]:
    """Name the columns for the acts of a stock."""
    return told(stock.acts)


def _widths(said: pd.DataFrame) -> list[dict[str, Any]]:
    """Keep dates in one piece, and give what is recorded the room it needs."""
    found: list[dict[str, Any]] = [{"targets": [0], "className": "demarche-date"}]
    if RECORDED in said:
        place = [*said.columns].index(RECORDED)
        found.append({"targets": [place], "width": "55%"})
    return found


def _heading(n: int, n_shown: int, n_rows: int) -> str:
    """Count the acts in the table, and its rows where they stand for several."""
    if not n:
        return "No act is shown"
    rows = f", in {n_rows:,} row{'s' * (n_rows != 1)}" * bool(n_rows)
    if n < n_shown:
        return f"The first {n:,} of {n_shown:,} acts shown{rows}"
    acts = f"{n:,} acts" if n > 1 else "act"
    return f"The {acts} shown{rows}; choose a row, or several with Ctrl or Shift"
