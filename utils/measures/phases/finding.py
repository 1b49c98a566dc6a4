"""The breaks of one lane, and the rows that tell of them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from utils.measures.estimate import LEVEL
from utils.measures.phases.doubt import Lane, bounds, redrawn_breaks
from utils.measures.phases.penalty import LEAST_PENALTY, chosen, path
from utils.measures.phases.result import Phase, in_words
from utils.measures.phases.search import cuts, rates
from utils.measures.phases.series import Series

FULL_DAYS = {"day": 1, "week": 7, "month": 30.4375, "quarter": 91.3125, "year": 365.25}
"""Days of a bin of full length: what levels are given for."""


@dataclass(frozen=True, eq=False)
class Finding:
    """One lane cut at a penalty, with how its breaks might have come out."""

    lane: Lane
    penalty: float
    draws: int
    seed: int

    @cached_property
    def path(self) -> pd.DataFrame:
        """Give the penalty path with the dates of each number of breaks."""
        series, least = self.lane.series, self.lane.min_bins
        most = max(0, len(series.days) // least - 1)
        found = cuts(self.lane.n, series.days, min_bins=least, most=most)
        rows = path(found, self.lane.noise, least=min(LEAST_PENALTY, self.penalty))
        marked = chosen(rows, self.penalty)
        dates = [
            "; ".join(map(str, series.starts[found.breaks(many)[0]]))
            for many in rows["n_breaks"]
        ]
        return self._grouped(
            rows.assign(dates=dates, chosen=marked, penalty=self.penalty)
        )

    @cached_property
    def breaks(self) -> np.ndarray:
        """Give the first bins of the new levels."""
        many = int(self.path.loc[self.path["chosen"], "n_breaks"].iloc[0])
        return self.lane.broken(self.lane.n, many)[0]

    @cached_property
    def levels(self) -> np.ndarray:
        """Give the level of each bin, in acts in a bin of full length."""
        series = self.lane.series
        daily = rates(self.lane.n, series.days, self.breaks[None, :])[0]
        return daily * FULL_DAYS[series.per]

    @cached_property
    def broken(self) -> pd.DataFrame:
        """Give the row of each break."""
        many, starts = len(self.breaks), self.lane.series.starts
        doubt = np.empty((0, 3))
        if many:
            drawn = redrawn_breaks(self.lane, many, draws=self.draws, seed=self.seed)
            doubt = bounds(drawn, self.breaks, LEVEL)
        low, high = (_times(starts[doubt[:, i].astype(np.int64)]) for i in (0, 1))
        columns = {
            "number": np.arange(1, many + 1),
            "date": _times(starts[self.breaks]),
            "low": low,
            "high": high,
            "share": doubt[:, 2],
            "level_before": self.levels[self.breaks - 1],
            "level_after": self.levels[self.breaks],
        }
        return self._grouped(pd.DataFrame(columns))

    @cached_property
    def table(self) -> pd.DataFrame:
        """Give a row for each bin."""
        bins = np.arange(len(self.levels))
        number = 1 + np.searchsorted(self.breaks, bins, side="right")
        rows = bin_rows(self.lane.series, self.lane.number)
        doubt = self.broken.set_index("date")[["low", "high", "share"]]
        fitted = rows.assign(level=self.levels, phase=number)
        return fitted.join(doubt, on="date")

    @cached_property
    def spans(self) -> tuple[Phase, ...]:
        """Give the phases, from the first day of the period to its last."""
        series = self.lane.series
        ends = [0, *self.breaks, len(self.levels)]
        edges = [series.since, *series.starts[self.breaks], series.until + 1]
        return tuple(
            self._phase(i, slice(ends[i], ends[i + 1]), edges[i : i + 2])
            for i in range(len(ends) - 1)
        )

    def _phase(self, i: int, bins: slice, edges: list[np.datetime64]) -> Phase:
        group = self.lane.series.name(self.lane.number)
        first, last = str(edges[0]), str(edges[1] - 1)
        said = [in_words(pd.Timestamp(day)) for day in (first, last)]
        of = f" of {group} acts" if group else ""
        return Phase(
            since=first,
            until=last,
            n=round(float(self.lane.n[0, bins].sum()), 9),
            per_bin=float(self.levels[bins.start]),
            label=f"Phase {i + 1}{of}, {said[0]} to {said[1]}",
            group=group,
        )

    def _grouped(self, rows: pd.DataFrame) -> pd.DataFrame:
        return _grouped(self.lane.series, self.lane.number, rows)


def bin_rows(series: Series, number: int) -> pd.DataFrame:
    """Give a row for each bin of a lane: `date`, `n` and `per`."""
    rows = {"date": _times(series.starts), "n": series.n[number], "per": series.per}
    return _grouped(series, number, pd.DataFrame(rows))


def _grouped(series: Series, number: int, rows: pd.DataFrame) -> pd.DataFrame:
    """Say of each row which lane it belongs to."""
    groups = series.groups.iloc[[number] * len(rows)]
    return pd.concat([groups.reset_index(drop=True), rows], axis=1)


def _times(days: np.ndarray) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(days.astype("datetime64[us]"))
