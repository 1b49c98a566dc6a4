"""The panels of a heat map, as plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet.bins import ends_of_bins, unit_of
from utils.charts.sheet.order import LeftOut, by_side, coded, ordered, parted

_ROW_PX, _PANELS = 22, 2


@dataclass(frozen=True, eq=False)
class Panels:
    """Acts by panel, type (row) and bin (column), and those of other directions.

    Where acts are not told apart by direction, there is one panel. `unit` is what
    a bin is called, `edges` are the first days of the bins and the day after.
    """

    unit: str
    edges: np.ndarray
    types: tuple[str, ...]
    acts: np.ndarray
    others: float = 0.0

    @property
    def sided(self) -> bool:
        """Whether there is a panel for each direction."""
        return len(self.acts) == _PANELS


def rows_of(
    counts: pd.DataFrame, about: About, whole: Mapping[str, Any] | None
) -> tuple[pd.DataFrame, LeftOut]:
    """Give the rows of cells from the first panel to the last, row by row.

    Types without any act have no row in the picture, and none here.

    Raises
    ------
    ChartError
        If `per` is no one known unit.
    """
    rows = counts.assign(type=coded(counts["type"]))
    left = LeftOut(each=unit_of(counts, "A heat map"))
    panel = np.zeros(len(rows), dtype=np.int64)
    if "direction" in rows:
        rows, left = parted(rows, about, each=left.each, whole=whole)
        panel = by_side(rows["direction"], about)
    rows = ordered(rows, panel, rows["type"].cat.codes, rows["date"])
    there = rows["type"].isin(rows["type"][rows["n"] > 0])
    # Whatever is left out, the first and the last bin are those of all rows.
    whole_span = rows["date"][there].nunique() == rows["date"].nunique()
    return (rows[there] if whole_span else rows), left


def panels_of(rows: pd.DataFrame, about: About, left: LeftOut) -> Panels:
    """Add up the acts of each cell."""
    starts = left.days(rows["date"])
    column = np.searchsorted(starts, rows["date"].to_numpy().astype(starts.dtype))
    n = rows["n"].to_numpy(dtype=float)
    sided = "direction" in rows
    panel = by_side(rows["direction"], about) if sided else np.zeros(len(n), np.int64)
    there = set(rows["type"].astype(str)[n > 0])
    types = [name for name in map(str, rows["type"].cat.categories) if name in there]
    row = pd.Index(types, dtype=object).get_indexer(rows["type"].astype(str))
    acts = np.zeros((_PANELS if sided else 1, len(types), len(starts)))
    drawn = n > 0
    np.add.at(acts, (panel[drawn], row[drawn], column[drawn]), n[drawn])
    return Panels(
        left.each, ends_of_bins(starts, left.each), tuple(types), acts, left.n
    )
