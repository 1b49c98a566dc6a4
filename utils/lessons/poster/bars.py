"""The bars of the faulty figure, with and without its faults of counting."""

import pandas as pd

from utils.measures import counts
from utils.selection import select
from utils.tables import Case

SINCE, UNTIL = "2025-03-01", "2025-12-31"
CROWDED = ("2025-06", "2025-07", "2025-08")
BEFORE, AFTER = "Mar to May", "Sep to Dec"


def monthly(case: Case) -> pd.DataFrame:
    """Count the acts between the two sides for each month that the figure shows.

    Gives `bar` (the name of the month), `direction`, `n`, `least` and `most` acts.
    """
    since, until = case.dense_period
    both = [">".join(case.sides), ">".join(reversed(case.sides))]
    acts = select(directions=both, since=since, until=until).apply(case.actions)
    found = counts(acts, "month", since=since, until=until)
    shown = found[found["date"].between(SINCE, UNTIL)].copy()
    return shown.assign(
        bar=shown["date"].dt.strftime("%b"), month=shown["date"].dt.strftime("%Y-%m")
    )


def bars(case: Case, *, by_month: bool, whole: bool) -> pd.DataFrame:
    """Give the bars in their order.

    Where not `by_month`, the months before and after the three crowded ones are added
    up, several to a bar. Where `whole`, `n` is rounded, and nothing says how uncertain
    it is.
    """
    rows = monthly(case)
    if not by_month:
        rows["bar"] = rows["bar"].where(rows["month"].isin(CROWDED))
        early = rows["month"] < CROWDED[0]
        rows["bar"] = rows["bar"].mask(early, BEFORE).fillna(AFTER)
    grouped = rows.groupby(["bar", "direction"], sort=False, observed=True)
    found = grouped[["n", "least", "most"]].sum().reset_index()
    if whole:
        n = found["n"].round()
        found = found.assign(n=n, least=n, most=n)
    return found
