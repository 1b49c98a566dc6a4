"""The panels of a heat map, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.bins import ends_of_bins, unit_of

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


def panels_of(counts: pd.DataFrame, about: About) -> Panels:
    """Add up the acts of each cell.

    Raises
    ------
    ChartError
        If `per` is no one known unit.
    """
    starts, column = np.unique(counts["date"].to_numpy(), return_inverse=True)
    n = counts["n"].to_numpy(dtype=float)
    panel, n_panels = np.zeros(len(n), dtype=np.int64), 1
    if "direction" in counts:
        numbers = {name: i for i, name in enumerate(words.directions(about))}
        panel = counts["direction"].astype(str).map(numbers).fillna(_PANELS).to_numpy()
        panel, n_panels = panel.astype(np.int64), _PANELS
    drawn = (panel < n_panels) & (n > 0)
    type_ = counts["type"].astype(str)
    there = set(type_[drawn])
    types = [name for name in dict.fromkeys(type_) if name in there]
    acts = np.zeros((n_panels, len(types), len(starts)))
    row = pd.Index(types, dtype=object).get_indexer(type_)
    np.add.at(acts, (panel[drawn], row[drawn], column[drawn]), n[drawn])
    unit = unit_of(counts, "A heat map")
    edges = ends_of_bins(starts.astype("datetime64[D]"), unit)
    others = float(n[panel >= n_panels].sum())
    return Panels(unit, edges, tuple(types), acts, others)
