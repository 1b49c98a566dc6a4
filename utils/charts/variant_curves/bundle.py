"""Tension by variant, direction and day, ready to be drawn."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.order import LeftOut
from utils.errors import ChartError

MOST = 5


@dataclass(frozen=True, eq=False)
class Bundle:
    """Tension by variant, direction between the sides, and day.

    `peaks` are the days on which each variant (row) is highest each way (column),
    not a time where it has no tension.
    """

    variants: tuple[str, ...]
    dates: np.ndarray
    levels: np.ndarray
    half_lives_days: tuple[float, ...]
    others: bool

    @property
    def peaks(self) -> np.ndarray:
        """The first of the highest days."""
        none = np.full(self.levels.shape[:2], np.datetime64("NaT", "D"))
        if not self.levels.size:
            return none
        known = np.nan_to_num(self.levels)
        days = self.dates[known.argmax(axis=2)]
        return np.where(known.any(axis=2), days, none)


def bundle_of(tension: pd.DataFrame, about: About, left: LeftOut) -> Bundle:
    """Lay the rows out over every day; a variant has no level where it has no row."""
    names = _names(tension["variant"])
    direction = tension["direction"].astype(str).to_numpy()
    side = pd.Index(words.directions(about)).get_indexer(direction)
    slot = pd.Index(names).get_indexer(tension["variant"].astype(str))
    date = tension["date"].to_numpy().astype("datetime64[D]")
    every = left.days(tension["date"])
    first = every[0] if len(every) else np.datetime64("2025-01-01")
    n_days = int((every[-1:] - first).astype(np.int64).sum()) + len(every[-1:])
    levels = np.full((len(names), 2, n_days), np.nan)
    cells = (slot, side, (date - first).astype(np.int64))
    levels[cells] = tension["tension"].to_numpy(dtype=float)
    return Bundle(
        variants=tuple(names),
        dates=first + np.arange(levels.shape[2]),
        levels=levels,
        half_lives_days=tuple(left.each),
        others=left.n > 0,
    )


def _names(variant: pd.Series) -> list[str]:
    """Name the variants in their order, those without a row too."""
    coded = isinstance(variant.dtype, pd.CategoricalDtype)
    names = list(map(str, variant.cat.categories if coded else variant.unique()))
    if len(names) > MOST:
        raise ChartError(
            f"A chart of variants has room for {MOST} lines in a panel, and there are "
            f"{len(names)} variants; leave some out."
        )
    return names
