"""The rows that the authors of the course made of the passages of lesson 1."""

from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd

from utils.lessons.shelf import material

Put = Mapping[str, str]
"""The bin of each passage; `p4` is passage 4."""


@cache
def coded() -> pd.DataFrame:
    """Give the first row of each passage, by its number as text."""
    return material("passage_rows").groupby("passage").first()


def put(column: Callable[[pd.Series], str], *numbers: int) -> dict[str, str]:
    """Give the bin of each of some passages."""
    return {f"p{n}": column(coded().loc[str(n)]) for n in numbers}


def lies_in(item: str, *bins: str) -> Callable[[Put], bool]:
    """Give what tells that a passage was put into one of these bins."""
    return lambda given: given[item] in bins
