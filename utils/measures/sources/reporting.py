"""Coverage: how much of what is recorded each group of sources tells of, by month."""

import numpy as np
import pandas as pd

from utils.measures.counts import in_bins
from utils.measures.sources.matrix import need
from utils.measures.spread import Spread, spread

_NEEDS = "act group group_label n_yes n_partly alone earliest latest"


def reporting(
    matrix: pd.DataFrame, per: str = "month", *, since: str = "", until: str = ""
) -> pd.DataFrame:
    """Count the acts that each group of sources reports, by month or other bin.

    Needs what `evidence_matrix` gives. `per` is day, week, month, quarter or year.
    Gives a row for each bin and group: `date` (the first day of the bin), `group`,
    `group_label`, `per`, `n` (acts that a source of the group supports, in full or
    in part), `n_alone` (acts that no other group supports), `n_acts` (all acts) and
    `share`, which is n over n_acts and missing where there is no act.

    An act of uncertain date spreads its one count evenly over its window, as in
    `counts`; an act that lasted counts at its first day. The shares of the groups
    do not add up to one, as an act may have sources of several. They are shares of
    what was found and recorded, not of what happened.

    Raises
    ------
    MeasureError
        If a column is missing, `per` is unknown, or there is neither an act nor a
        period.
    """
    need(matrix, _NEEDS, "evidence matrices")
    groups = matrix[["group", "group_label"]].drop_duplicates("group")
    n_groups = max(1, len(groups))
    acts = matrix.iloc[::n_groups]
    cells = spread(acts, since=since, until=until)
    told = (matrix["n_yes"] + matrix["n_partly"] > 0).to_numpy(float)
    lone = matrix["alone"].to_numpy(float)
    n = [_daily(cells, amount.reshape(-1, n_groups)) for amount in (told, lone)]
    every = _daily(cells, np.ones((len(acts), 1)))
    (told, starts), (lone, _), (every, _) = (
        in_bins(each, cells.dates, per) for each in (*n, every)
    )
    found = _rows(groups, starts)
    n_acts = np.repeat(every[0], len(groups))
    counted = {"n": told.T.ravel(), "n_alone": lone.T.ravel(), "n_acts": n_acts}
    # Where there is no act, no group is known, and the one column of zeros goes.
    counted = {name: n[: len(found)] for name, n in counted.items()}
    share = _share(counted["n"], counted["n_acts"])
    return found.assign(per=per, **counted, share=share)


def _daily(cells: Spread, amounts: np.ndarray) -> np.ndarray:
    """Add up each column of amounts by day."""
    lane = np.zeros(len(amounts), np.int64)
    return np.vstack([cells.total(column, lane, 1) for column in amounts.T])


def _rows(groups: pd.DataFrame, starts: np.ndarray) -> pd.DataFrame:
    """Give a row for each bin and group."""
    number = np.tile(np.arange(len(groups)), len(starts))
    found = groups.iloc[number].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(np.repeat(starts, len(groups))))
    return found


def _share(n: np.ndarray, of: np.ndarray) -> pd.arrays.FloatingArray:
    there = of > 1e-9
    share = np.divide(n, of, out=np.zeros(len(n)), where=there)
    return pd.arrays.FloatingArray(share, ~there)
