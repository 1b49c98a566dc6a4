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

    >>> matrix = pd.DataFrame({"act": 0, "group": pd.Categorical(["n", "s"]),
    ...     "group_label": ["North", "South"], "n_yes": [2, 0], "n_partly": 0,
    ...     "alone": [True, False], "earliest": pd.Timestamp("2025-06-29")})
    >>> matrix["latest"] = matrix["earliest"]
    >>> reporting(matrix)[["group", "n", "n_acts", "share"]].values.tolist()
    [['n', 1.0, 1.0, 1.0], ['s', 0.0, 1.0, 0.0]]

    Raises
    ------
    MeasureError
        If a column is missing, `per` is unknown, or there is neither an act nor a
        period.
    """
    need(matrix, _NEEDS, "evidence matrices")
    groups = matrix[["group", "group_label"]].drop_duplicates("group")
    acts = matrix.drop_duplicates("act")
    cells = spread(acts, since=since, until=until)
    backed = matrix["n_yes"] + matrix["n_partly"] > 0
    n = [
        _daily(cells, _laid_out(matrix, flags, acts["act"], groups["group"]))
        for flags in (backed, matrix["alone"])
    ]
    every = _daily(cells, np.ones((len(acts), 1)))
    (told, starts), (lone, _), (every, _) = (
        in_bins(each, cells.dates, per) for each in (*n, every)
    )
    found = _rows(groups, starts)
    n_acts = np.repeat(every[0], len(groups))
    counted = {"n": told.T.ravel(), "n_alone": lone.T.ravel(), "n_acts": n_acts}
    share = _share(counted["n"], counted["n_acts"])
    return found.assign(per=per, **counted, share=share)


def _laid_out(matrix: pd.DataFrame, flags: pd.Series, *keys: pd.Series) -> np.ndarray:
    """Give flags by act and group, whatever the order of the rows."""
    acts, groups = (pd.Index(key) for key in keys)
    found = np.zeros((len(acts), len(groups)))
    row, column = acts.get_indexer(matrix["act"]), groups.get_indexer(matrix["group"])
    found[row, column] = flags.to_numpy(float)
    return found


def _daily(cells: Spread, amounts: np.ndarray) -> np.ndarray:
    """Add up each column of amounts by day."""
    lane = np.zeros(len(amounts), np.int64)
    found = [cells.total(column, lane, 1) for column in amounts.T]
    return np.vstack([np.empty((0, cells.n_days)), *found])


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
