"""The curves of delays, as plain arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

VALUES = ("share_answered", "low", "high", "n_at_risk", "n_censored")
_NOTHING = 1e-9


@dataclass(frozen=True, eq=False)
class Curve:
    """One direction: the share answered by day, its interval, and how many watched."""

    days: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray
    at_risk: np.ndarray
    dropped: np.ndarray
    n_acts: int

    @property
    def median(self) -> int | None:
        """The first day by which half are answered, if there is one."""
        half = np.flatnonzero(self.share >= 0.5 - _NOTHING)
        return int(self.days[half[0]]) if len(half) else None


def curve_of(delays: pd.DataFrame, direction: str) -> Curve:
    """Take the days of one direction, in their order."""
    here = (delays["direction"].astype(str) == direction).to_numpy()
    rows = delays[here].sort_values("day")
    share, low, high, at_risk, dropped = (
        rows[name].to_numpy(dtype=float) for name in VALUES
    )
    return Curve(
        days=rows["day"].to_numpy(dtype=np.int64),
        share=share,
        low=low,
        high=high,
        at_risk=at_risk,
        dropped=dropped,
        n_acts=int(rows["n_acts"].max()) if len(rows) else 0,
    )
