"""The founding case, read once for all exercises."""

from functools import cache

import pandas as pd

from utils.selection import Selection, select
from utils.tables import Case, load


@cache
def case() -> Case:
    """Give the case of Azerbaijan and Russia."""
    return load("azerbaijan-russia")


def surveyed() -> Selection:
    """Select the acts between the two sides in the period that was surveyed whole."""
    since, until = case().dense_period
    return select(directions=["AZE>RUS", "RUS>AZE"], since=since, until=until)


def acts(selection: Selection | None = None) -> pd.DataFrame:
    """Give the acts of a selection, or all."""
    return selection.apply(case().actions) if selection else case().actions


def ids() -> list[str]:
    """Give the id of every act."""
    return case().actions["action_id"].tolist()
