"""Lagged association: what one side does, and the other some time later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.measures.estimate import LEVEL, enough
from utils.measures.reaction.correlogram import UNITS, Plan, correlogram, planned_lags
from utils.measures.reaction.windows import Windows, two_directions, windows
from utils.measures.tension import conflictual
from utils.told import Told

LAGS = {"day": 14, "week": 8, "fortnight": 4}
LEAST_ACTS = 30
_CAUTION = (
    "What goes together in time need not depend on one another: a common occasion, "
    "or a burst of reporting, gives the same picture."
)


@dataclass(frozen=True, eq=False)
class Association(Told):
    """How far two series of acts go together at each lag, and what chance gives.

    `n_first` and `n_second` are the acts of each direction; `str` gives the
    finding as a sentence; `association` says what the columns of `table` are.
    """

    first: str
    second: str
    n_first: int
    n_second: int
    n_days: int
    table: pd.DataFrame

    def __str__(self) -> str:
        counted = (
            f"{self.n_first} acts {self.first} and {self.n_second} acts {self.second} "
            f"in {self.n_days} days"
        )
        beyond = self.table[self.table["beyond_all"]].to_dict("records")
        found = f"of {len(self.table)} lags, {len(beyond) or 'none'} beyond chance"
        lags = f" ({', '.join(map(_said, beyond))})" if beyond else ""
        return f"{counted}: {found}{lags}. {self._chance()} {_CAUTION}"

    def _chance(self) -> str:
        """Say what lags are held against, and how strictly."""
        draws, days = self.table[["draws", "block_days"]].iloc[0]
        return (
            f"Chance is {draws:,} shuffles of blocks of {days} day"
            f"{'' if days == 1 else 's'}; its limits hold for all lags at once, in "
            f"{LEVEL * 100:.0f} % of shuffles."
        )


def association(
    actions: pd.DataFrame,
    *,
    first: str = "",
    second: str = "",
    per: Sequence[str] = tuple(UNITS),
    lags: Mapping[str, int] | None = None,
    draws: int = 2000,
    block_days: int = 28,
    seed: int = 0,
    since: str = "",
    until: str = "",
    weighted: bool = False,
    logged: bool = True,
) -> Association:
    """Correlate what one side does with what the other does some bins later.

    r_k is Pearson's correlation between x_t and y_(t+k), the logarithms of one plus
    the acts (where `weighted`, plus the conflictual weight) of the first and of the
    second direction in bin t. Above zero the first direction leads, below zero
    the second. Logarithms keep one day of thirteen acts from deciding alone
    (`logged=False` takes the numbers as they are); ranks would set an act of
    uncertain date, with its hundredth on each day, above all days without one.
    Results hang on the unit of time (Shellman, "Time Series Intervals and
    Statistical Inference", Political Analysis 12, 2004; Goldstein and Freeman,
    "Three-Way Street", 1990), so that `per` takes day, week and fortnight together
    (1, 7 and 14 days from the first one), up to `lags` bins each (14, 8 and 4), at
    most a quarter of the bins there are.

    Chance: one of the two daily series is turned in a circle and its blocks of
    `block_days` are shuffled, and all is measured anew, `draws` times; half of them
    shuffle the first, half the second in the same way, so that neither side is
    treated unlike the other. Order within a block stays, and with it the runs of
    busy days that would otherwise make chance look too narrow (blocks on a circle:
    Politis and Romano, "A Circular Block-Resampling Procedure for Stationary Data",
    1992; turning alone gives as many orders as there are bins, 26 for the
    fortnights of a year). 28 days are whole bins of each unit; `block_days=1`
    shuffles single days.
    The limits named `all` hold for every lag shown, at once, so that trying many
    lags finds nothing by itself: in a unit they come from the largest distance from
    the mean of chance, in its standard deviations (Westfall and Young,
    "Resampling-Based Multiple Testing", 1993), and the units share the 5 %.

    Needs `earliest`, `latest`, `direction` and, where `weighted`, `weight`; acts
    that have no conflictual weight are then not counted. Without `first` and
    `second` the table must hold two directions only. An act of uncertain date
    counts in equal shares on its days (`draw_dates` before it shows what hangs on
    them); what may lie outside `since` to `until` is left out. `table` has a row for
    each unit and lag: `first`, `second`, `unit`,
    `n_bins`, `lag_bins`, `lag_days`, `leads` (the direction that comes first, empty
    at lag zero), `r`, `low_null`, `high_null` (95 % of chance), `p` (two-sided),
    `low_all`, `high_all`, `p_all`, `beyond_all`, `block_days`, `draws`, `n_first`,
    `n_second`.

    Limits: an association is no influence. That both sides are busy in the same
    months is enough for many lags beyond chance: look for a peak, not for height.

    >>> days = pd.date_range("2025-01-01", periods=150).repeat(np.arange(150) % 3)
    >>> acts = pd.DataFrame({"earliest": days, "latest": days, "direction": "A>B"})
    >>> days += pd.Timedelta(days=1)
    >>> later = pd.DataFrame({"earliest": days, "latest": days, "direction": "B>A"})
    >>> found = association(pd.concat([acts, later]), per=["day"], lags={"day": 1})
    >>> found.table[["lag_bins", "leads", "r"]].round(2).values.tolist()
    [[-1, 'B>A', -0.5], [0, '', -0.5], [1, 'A>B', 0.99]]

    Raises
    ------
    MeasureError
        If a column is missing, the directions are not clear, a unit is unknown, a
        number is out of range, there are fewer than 30 acts each way, fewer
        than eight bins or four blocks, or one side does the same in every bin.
    """
    names = two_directions(actions, first, second)
    one = isinstance(per, str) or not isinstance(per, Sequence)
    units = [str(per)] if one else list(per)
    most = planned_lags(units, LAGS | dict(lags or {}))
    plan = Plan(most, block_days, draws, seed, logged)
    two = windows(actions, names, since=since, until=until)
    daily, n = _daily(two, names, weighted=weighted)
    table = correlogram(daily, plan).assign(n_first=n[0], n_second=n[1])
    side = {-1: names[1], 0: "", 1: names[0]}
    table.insert(0, "first", names[0])
    table.insert(1, "second", names[1])
    table.insert(6, "leads", np.sign(table["lag_bins"]).map(side))
    return Association(*names, *n, two.n_days, table)


def _daily(
    two: Windows, names: tuple[str, str], *, weighted: bool
) -> tuple[np.ndarray, tuple[int, int]]:
    """Give what is added up by direction and day, and the acts it comes from.

    Of simulated years in which every other act was followed by one of the other
    side on the next day, 97 of 100 showed it with 30 acts each way, 69 with ten.
    """
    amount = conflictual(two.actions) if weighted else np.ones(len(two.lane))
    acts = two.expected((amount > 0) * 1.0).sum(axis=1)
    n = int(acts[0].round()), int(acts[1].round())
    unit = "conflictual act" if weighted else "act"
    for name, there in zip(names, n, strict=True):
        enough(there, LEAST_ACTS, f"Lagged association with {name}", unit=unit)
    return two.expected(amount), n


def _said(row: dict[str, Any]) -> str:
    bins, unit = abs(row["lag_bins"]), row["unit"]
    r = f"r = {row['r']:.2f}"
    if not row["leads"]:
        return f"same {unit}, {r}"
    return f"{bins} {unit}{'' if bins == 1 else 's'} after {row['leads']}, {r}"
