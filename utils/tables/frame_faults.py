"""Check what acts bring as days, words and numbers where they come as a frame."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from utils.errors import Fault, nearest
from utils.multiplicity import N, odd_numbers
from utils.tables.frame_sheets import DAYS, LINE

FILE = "the frame actions"
MOST = 50
"""So many faulty rows of a column are named; the last one says how many more."""


def act_faults(acts: pd.DataFrame, tones: Sequence[str]) -> Iterator[Fault]:
    """Give a fault for each cell that files do not have and that cannot be.

    >>> print(*act_faults(pd.DataFrame({"date": ["2025"], "n": [0]}), []))
    the frame actions, line 2, n: '0' is no number of acts; give a whole number from 1.
    """
    if "date" not in acts:
        yield from _day_faults(acts)
    if N in acts:
        remedy = "give a whole number from 1"
        yield from _each(acts[N], odd_numbers(acts[N]), "is no number of acts", remedy)
    if "lasted_days" in acts and "date" not in acts:
        odd = odd_numbers(acts["lasted_days"])
        remedy = "give a whole number from 1"
        yield from _each(acts["lasted_days"], odd, "is no number of days", remedy)
    if "tone" in acts:
        wrong = ~acts["tone"].isin(tones).to_numpy()
        remedy = nearest(tones, "")
        yield from _each(acts["tone"], wrong, "is not in the codebook", remedy)
    if "direction" in acts:
        empty = acts["direction"].fillna("").eq("").to_numpy()
        yield from _each(acts["direction"], empty, "is empty", "fill it in")


def _day_faults(acts: pd.DataFrame) -> Iterator[Fault]:
    if missing := [it for it in DAYS if it not in acts]:
        remedy = "give date as text, or both earliest and latest as days"
        yield Fault(FILE, 1, missing[0], "", "is a missing column", remedy)
        return
    for column in DAYS:
        if acts[column].dtype.kind != "M":
            kind = str(acts[column].dtype)
            yield Fault(FILE, 1, column, kind, "are no days", "use pd.to_datetime")
            return
    wrong = ~(acts["earliest"] <= acts["latest"]).to_numpy()
    remedy = "give two days, of which the first does not come last"
    yield from _each(acts["earliest"], wrong, "does not begin a span", remedy)


def _each(
    cells: pd.Series, wrong: np.ndarray, problem: str, remedy: str
) -> Iterator[Fault]:
    rows = np.flatnonzero(wrong).tolist()
    left = len(rows) - MOST
    for number, row in enumerate(rows[:MOST], start=1):
        also = f" (so are {left:,} more)" if number == MOST and left > 0 else ""
        shown = _shown(cells, row)
        line, column = row + LINE, str(cells.name)
        yield Fault(FILE, line, column, shown, f"{problem}{also}", remedy)


def _shown(cells: pd.Series, row: int) -> str:
    cell = cells.iloc[row]
    return "" if pd.isna(cell) else str(cell)
