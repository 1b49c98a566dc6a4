"""The paths of penalties, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.errors import ChartError


@dataclass(frozen=True, eq=False)
class Path:
    """The numbers of breaks of one direction, or of all acts, by falling penalty."""

    name: str
    many: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    chosen: np.ndarray
    penalty: np.ndarray

    @property
    def row(self) -> int | None:
        """The row that the penalty leads to, if there is any."""
        return int(np.flatnonzero(self.chosen)[0]) if self.chosen.any() else None


def paths_of(path: pd.DataFrame, about: About) -> list[Path]:
    """Read the path of all acts, or one for each direction.

    Raises
    ------
    ChartError
        If there are paths of other groups.
    """
    if "direction" not in path:
        return [_path("", path)]
    direction = path["direction"].astype(str)
    return [_path(name, path[direction == name]) for name in words.directions(about)]


def _path(name: str, rows: pd.DataFrame) -> Path:
    if rows["n_breaks"].duplicated().any():
        raise ChartError(
            "A penalty path is that of all acts together or of the two directions; "
            "this table has more than one row for a number. Choose one group of rows."
        )
    rows = rows.sort_values("n_breaks", kind="stable")
    columns = ("n_breaks", "penalty_from", "penalty_to", "chosen", "penalty")
    many, lower, upper, chosen, penalty = (rows[c].to_numpy() for c in columns)
    upper = np.where(pd.isna(upper), np.inf, upper).astype(float)
    return Path(name, many, lower.astype(float), upper, chosen.astype(bool), penalty)
