"""Which pairs of countries there are in files, how often, and in which years."""

from typing import TYPE_CHECKING

import narwhals as nw
import pandas as pd

if TYPE_CHECKING:
    from utils.events.events import Events


def dyads_of(events: "Events") -> pd.DataFrame:
    """Count the chosen events of each pair of countries; see `Events.dyads`."""
    rows = events.condensed(("direction",))
    year = nw.col("earliest").str.slice(0, 4).alias("year")
    yearly = rows.select("direction", "n", year).group_by("direction", "year")
    counted = yearly.agg(nw.col("n").sum().cast(nw.Int64))
    found = events.engine.collected(counted)
    ends = found["direction"].str.extract("^(.*?)(?:>|--)(.*)$")
    found = found.assign(one=ends.min(axis=1), other=ends.max(axis=1))
    found = found[found["one"] != found["other"]]
    groups = found.groupby(["one", "other"], as_index=False)
    pairs = groups.agg(n=("n", "sum"), first=("year", "min"), last=("year", "max"))
    order = pairs.sort_values(["n", "one", "other"], ascending=[False, True, True])
    return order.reset_index(drop=True)
