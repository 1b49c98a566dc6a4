"""Acts under every choice but the half-life, and the tension of each half-life."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread
from utils.measures.tension import Conflict, conflictual, deviation, expected


@dataclass(frozen=True, eq=False)
class Dated:
    """Acts with weight and dates, laid out over days once for all half-lives.

    `since` and `until` are as in `measures.tension`.
    """

    acts: pd.DataFrame
    since: str = ""
    until: str = ""
    _conflicts: dict[tuple[str, ...], tuple[Conflict, np.ndarray]] = field(
        default_factory=dict, init=False, repr=False
    )

    def tension(
        self, half_life_days: float, directions: tuple[str, ...] = ()
    ) -> pd.DataFrame:
        """Give what `measures.tension` does, of some directions or, if empty, of all.

        Raises
        ------
        MeasureError
            As `measures.tension` does.
        """
        if directions not in self._conflicts:
            self._conflicts[directions] = self._conflict(directions)
        conflict, rows = self._conflicts[directions]
        names = self._lanes[1]["direction"].array.take(rows)
        return pd.DataFrame(
            {
                "date": np.tile(conflict.cells.dates, len(rows)),
                "direction": names.repeat(conflict.cells.n_days),
                "tension": expected(conflict, half_life_days).ravel(),
                "sd": deviation(conflict, half_life_days).ravel(),
                "half_life_days": float(half_life_days),
            },
            copy=False,
        )

    def _conflict(self, directions: tuple[str, ...]) -> tuple[Conflict, np.ndarray]:
        """Keep the lanes of some directions, numbered anew."""
        lane, groups = self._lanes
        wanted = groups["direction"].isin(directions or groups["direction"])
        rows = np.flatnonzero(wanted)
        number = np.full(len(groups), -1)
        number[rows] = np.arange(len(rows))
        cells = self._cells
        weight = conflictual(self.acts)
        return Conflict(cells, weight, number[lane], len(rows)), rows

    @cached_property
    def _lanes(self) -> tuple[np.ndarray, pd.DataFrame]:
        return lanes(self.acts, ["direction"])

    @cached_property
    def _cells(self) -> Spread:
        return spread(self.acts, since=self.since, until=self.until)
