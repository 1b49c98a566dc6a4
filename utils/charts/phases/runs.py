"""What a chart of phases draws: acts by bin, their levels, and breaks."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.butterfly import Bins
from utils.charts.sheet import words
from utils.charts.sheet.order import LeftOut
from utils.errors import ChartError

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Run:
    """Acts of one direction, or of all, by bin: numbers, levels, phases, breaks.

    `phase` is zero where there were too few acts to seek phases; `low` and `high`
    bound the break that a phase begins with.
    """

    name: str
    bins: Bins
    n: np.ndarray
    level: np.ndarray
    phase: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @property
    def breaks(self) -> np.ndarray:
        """The bins in which a new phase begins."""
        return np.flatnonzero(~np.isnat(self.low))

    @property
    def after(self) -> np.ndarray:
        """The first day after each bin."""
        return self.bins.starts + self.bins.days * _DAY


@dataclass(frozen=True, eq=False)
class Levels:
    """The runs drawn up and down, and how many acts of others there are."""

    up: Run
    down: Run
    sided: bool
    others: float

    @property
    def runs(self) -> tuple[Run, Run]:
        """Both runs, the one drawn upward first."""
        return self.up, self.down

    @property
    def shown(self) -> list[Run]:
        """The runs that the chart speaks of."""
        return list(self.runs) if self.sided else [self.up]

    @property
    def top(self) -> float:
        """The most acts or the highest level there is."""
        tops = [np.nanmax([*run.n, *run.level, 1.0]) for run in self.runs]
        return float(max(tops))


def levels(table: pd.DataFrame, about: About, left: LeftOut) -> Levels:
    """Read the table of `measures.change_points`.

    Raises
    ------
    ChartError
        If there is more than one row for a bin.
    """
    unit = left.each
    if "direction" not in table:
        return Levels(_run("", table, unit), _run("", table[:0], unit), False, 0.0)
    direction = table["direction"].astype(str).to_numpy()
    names = words.directions(about)
    up, down = (_run(name, table[direction == name], unit) for name in names)
    return Levels(up, down, True, left.n)


def _run(name: str, rows: pd.DataFrame, unit: str) -> Run:
    rows = rows.sort_values("date", kind="stable")
    starts = _days(rows["date"])
    if len(np.unique(starts)) < len(starts):
        raise ChartError(
            "A chart of phases shows all acts together or the two directions; this "
            "table has more than one row for a day. Choose one group of rows."
        )
    n, level = (rows[column].to_numpy(dtype=float) for column in ("n", "level"))
    phase = rows["phase"].to_numpy(dtype=np.int64)
    bins = Bins(unit, starts, n, n, 0.0)
    return Run(name, bins, n, level, phase, *(_days(rows[e]) for e in ("low", "high")))


def _days(column: pd.Series) -> np.ndarray:
    return pd.to_datetime(column).to_numpy().astype("datetime64[D]")
