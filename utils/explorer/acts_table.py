"""The table of the acts that are shown; a row that is chosen chooses its act."""

from typing import Any

import pandas as pd
from itables.widget import ITable

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


class ActsTable:
    """A table widget that follows what is shown and tells which row is chosen."""

    def __init__(self, stock: Stock, state: ExplorerState) -> None:
        self._stock, self._state = stock, state
        self._ids: list[str] = []
        self.widget = ITable(
            pd.DataFrame({name: [] for name in _COLUMNS.values()}),
            select="single",
            maxBytes=0,
            showIndex=False,
            classes="display compact",
            style="width:100%",
            lengthMenu=[5, 10, 25, 100],
            pageLength=5,
            autoWidth=False,
            columnDefs=[{"targets": [3], "width": "55%"}],
        )
        self.widget.observe(self._choose, "selected_rows")

    def show(self, shown: Shown) -> None:
        """Fill the table with the acts shown, no more than a thousand of them."""
        rows = self._stock.acts.iloc[shown.rows[:MOST_ROWS]]
        self._ids = rows["action_id"].tolist()
        table = rows[list(_COLUMNS)].astype(str).rename(columns=_COLUMNS)
        self.widget.update(
            table.reset_index(drop=True),
            caption=_caption(rows, shown),
            selected_rows=self._place(self._state.act),
        )

    def point_at(self, action_id: str) -> None:
        """Mark the row of an act, if it is there."""
        self.widget.selected_rows = self._place(action_id)

    def _place(self, action_id: str) -> list[int]:
        return [self._ids.index(action_id)] if action_id in self._ids else []

    def _choose(self, change: Any) -> None:
        if change.new and change.new[0] < len(self._ids):
            self._state.act = self._ids[change.new[0]]


def _caption(rows: pd.DataFrame, shown: Shown) -> str:
    if len(rows) == len(shown.rows):
        return f"The {len(rows):,} acts shown; choose a row to read its sources"
    return f"The first {len(rows):,} of {len(shown.rows):,} acts shown"
