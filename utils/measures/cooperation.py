"""Net cooperation: cooperative weight minus conflictual weight, bin by bin."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.measures.asked import columns
from utils.measures.counts import in_bins
from utils.measures.lanes import lanes
from utils.measures.spread import spread
from utils.measures.weights import weights_of

_AMOUNTS = ("n", "n_weighted", "cooperative", "conflictual")


def cooperation(
    actions: pd.DataFrame,
    per: str = "month",
    *,
    by: Sequence[str] = ("direction",),
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Weigh cooperation against conflict in each `per` and group.

    `cooperative` is the sum of the weights above zero, `conflictual` that of the
    weights below zero without their sign, `net` the first minus the second, and
    `conflict_share` is C = conflictual / (conflictual + cooperative). Net
    cooperation by month is how Schrodt and Gerner read the events of KEDS
    ("Validity Assessment of a Machine-Coded Event Data Set for the Middle East,
    1982-92", American Journal of Political Science 38, 1994), on the weights of
    Goldstein ("A Conflict-Cooperation Scale for WEIS Events Data", Journal of
    Conflict Resolution 36, 1992). A sum mixes one grave act with many slight
    ones: read it beside `n`.

    Needs `earliest`, `latest`, `weight` and the columns of `by`. Gives `date`
    (the first day of the bin), the columns of `by`, `per`, the expected numbers
    of acts `n`, `n_weighted` and `n_without_weight`, and the four above, in the
    unit of the scale. An act of uncertain date is spread evenly over its window.
    Acts without a weight (NaN) add to `n` and `n_without_weight` alone. Where
    nothing weighs, `conflict_share` is missing (`pd.NA`), not zero.

    >>> day = pd.to_datetime(["2025-06-01", "2025-06-02", "2025-06-03"])
    >>> acts = pd.DataFrame({"earliest": day, "latest": day,
    ...     "direction": "AZE>RUS", "weight": [-6.0, 2.0, None]})
    >>> cooperation(acts)[["n", "net", "conflict_share"]].values.tolist()
    [[3.0, -4.0, 0.75]]

    Raises
    ------
    MeasureError
        If `per` is unknown, a column is missing, a weight is no number or infinite,
        or there is neither an act nor a period.
    """
    weight = weights_of(actions)
    lane, groups = lanes(actions, columns(actions, by, taken="date"))
    cells = spread(actions, since=since, until=until)
    amounts = (np.ones(len(weight)), np.isfinite(weight), *parts(weight))
    daily = [cells.total(amount * 1.0, lane, len(groups)) for amount in amounts]
    binned = [in_bins(amount, cells.dates, per) for amount in daily]
    starts = in_bins(daily[0], cells.dates, per)[1]
    found = groups.loc[groups.index.repeat(len(starts))].reset_index(drop=True)
    found.insert(0, "date", pd.DatetimeIndex(np.tile(starts, len(groups))))
    sums = {name: it[0].ravel() for name, it in zip(_AMOUNTS, binned, strict=True)}
    found = _balanced(found.assign(per=per, **sums))
    return found.sort_values(["date", *groups.columns], ignore_index=True)


def parts(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Part weights into cooperative and conflictual ones, both without a sign.

    >>> [part.tolist() for part in parts(np.array([2.0, -4.0, np.nan]))]
    [[2.0, 0.0, 0.0], [0.0, 4.0, 0.0]]
    """
    return np.where(weight > 0, weight, 0.0), np.where(weight < 0, -weight, 0.0)


def _balanced(sums: pd.DataFrame) -> pd.DataFrame:
    both = (sums["cooperative"] + sums["conflictual"]).where(lambda total: total > 0)
    without = (sums["n"] - sums["n_weighted"]).round(9).clip(lower=0)
    share = (sums["conflictual"] / both).astype("Float64")
    net = sums["cooperative"] - sums["conflictual"]
    return sums.assign(
        n_without_weight=without, net=net, conflict_share=share.where(both.notna())
    )
