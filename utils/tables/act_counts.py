"""How many acts the rows of a case stand for, in all and of a kind."""

from functools import cached_property

import numpy as np
import pandas as pd

from utils.multiplicity import several
from utils.scale import Scale


class ActCounts:
    """Counts the acts of rows, given by their numbers; what is read is kept.

    >>> found = ActCounts(pd.DataFrame({"certainty": ["disputed", ""], "n": [3, 2]}))
    >>> found.of(np.array([0, 1])), found.disputed(np.array([0, 1]))
    (5, 3)
    """

    def __init__(self, actions: pd.DataFrame) -> None:
        self._actions = actions
        self._bare: dict[Scale, np.ndarray] = {}

    def of(self, rows: np.ndarray) -> int:
        """Count all acts of the rows."""
        return len(rows) if self._several is None else int(self._several[rows].sum())

    def disputed(self, rows: np.ndarray) -> int:
        """Count the disputed acts of the rows."""
        return self._among(self._disputed, rows)

    def without_weight(self, rows: np.ndarray, scale: Scale | None) -> int:
        """Count the acts that the scale, if there is one, has no weight for."""
        if scale is None:
            return 0
        if scale not in self._bare:
            weighed = self._actions[scale.column].isin(list(scale.weights))
            self._bare[scale] = ~weighed.to_numpy()
        return self._among(self._bare[scale], rows)

    def _among(self, chosen: np.ndarray, rows: np.ndarray) -> int:
        found = chosen[rows]
        if self._several is None:
            return int(found.sum())
        return int(self._several[rows[found]].sum())

    @cached_property
    def _disputed(self) -> np.ndarray:
        return self._actions["certainty"].eq("disputed").to_numpy()

    @cached_property
    def _several(self) -> np.ndarray | None:
        return several(self._actions)
