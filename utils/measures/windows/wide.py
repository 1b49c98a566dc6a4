"""Acts that may lie on more than one day."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Wide:
    """Their places among all acts, their lanes, first days, and numbers of days."""

    rows: np.ndarray
    lane: np.ndarray
    begin: np.ndarray
    lasts: np.ndarray

    @property
    def last(self) -> np.ndarray:
        """The last day of each window."""
        return self.begin + self.lasts - 1

    def part(self, keep: np.ndarray) -> "Wide":
        """Keep those that a mask over all acts keeps."""
        at = np.flatnonzero(keep[self.rows])
        return Wide(self.rows[at], self.lane[at], self.begin[at], self.lasts[at])

    def shorter(self) -> "Wide":
        """Let each window end a day earlier."""
        return Wide(self.rows, self.lane, self.begin, self.lasts - 1)

    def left(self, rate: float) -> np.ndarray:
        """Say for each act what its window leaves of one that shrinks at a rate."""
        days = np.arange(self.lasts.max(initial=0) + 1)
        return np.exp2(-rate * days)[self.lasts]
