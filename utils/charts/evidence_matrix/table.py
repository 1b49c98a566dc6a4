"""What the evidence matrix shows: acts one by one, or, of many, by stretch of time."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.charts.sheet import words

MOST_ACTS = 40
MOST_BINS = 24
NEEDS = {"act", "earliest", "latest", "group", "group_label", "alone", "by"}
NEEDS |= {"n_yes", "n_partly", "n_contradicts"}
_UNITS = {
    "day": ("D", 1),
    "week": ("D", 7),
    "month": ("M", 1),
    "quarter": ("M", 3),
    "year": ("Y", 1),
    "decade": ("Y", 10),
    "century": ("Y", 100),
}
_YEAR_ZERO, _FIRST_MONDAY = 1970, 4
"""The year that numpy counts years from, and the first Monday's day after it."""


@dataclass(frozen=True, eq=False)
class Table:
    """Rows of acts, or of bins of acts, by groups of sources.

    `unit` is "act", or what a bin is called; `kind` is "group" or "side". The
    arrays have a row for each row and a column for each group: `yes`, `partly`
    and `against` count sources (of one act), `told` counts acts that the group
    reports, `lone` those that it alone does. `n` counts the acts of each row.
    """

    unit: str
    kind: str
    labels: tuple[str, ...]
    texts: tuple[str, ...]
    groups: tuple[str, ...]
    n: np.ndarray
    yes: np.ndarray
    partly: np.ndarray
    against: np.ndarray
    told: np.ndarray
    lone: np.ndarray


def table_of(matrix: pd.DataFrame) -> Table:
    """Read what `measures.evidence_matrix` gives; more than 40 acts go into bins."""
    acts = matrix.drop_duplicates("act").sort_values("act")
    first, last = (acts[end].to_numpy() for end in ("earliest", "latest"))
    first, last = first.astype("datetime64[D]"), last.astype("datetime64[D]")
    few = acts if len(acts) <= MOST_ACTS else acts[:0]
    groups = _groups(matrix)
    whole = Table(
        unit="act",
        kind=str(matrix["by"].iloc[0]) if len(matrix) else "group",
        labels=tuple(map(when, first[: len(few)], last)),
        texts=tuple(few["summary"].astype(str)) if "summary" in few else (),
        groups=tuple(groups["group_label"].astype(str)),
        n=np.ones(len(acts), np.int64),
        **_counts(matrix, acts["act"], groups["group"]),
    )
    return whole if len(acts) <= MOST_ACTS else _binned(whole, first)


def _groups(matrix: pd.DataFrame) -> pd.DataFrame:
    """Give code and label of each group, in the order of categories if there is one."""
    found = matrix.drop_duplicates("group")[["group", "group_label"]]
    coded = isinstance(found["group"].dtype, pd.CategoricalDtype)
    return found.sort_values("group") if coded else found


def _counts(
    matrix: pd.DataFrame, acts: pd.Series, groups: pd.Series
) -> dict[str, np.ndarray]:
    """Lay the numbers of the matrix out by act and group."""
    row = pd.Index(acts).get_indexer(matrix["act"])
    column = pd.Index(groups).get_indexer(matrix["group"])
    names = {"yes": "n_yes", "partly": "n_partly", "against": "n_contradicts"}
    found = {}
    for name, given in {**names, "lone": "alone"}.items():
        found[name] = np.zeros((len(acts), len(groups)), np.int64)
        found[name][row, column] = matrix[given].to_numpy()
    told = found["yes"] + found["partly"] > 0
    return {**found, "told": told.astype(np.int64)}


def when(first: np.datetime64, last: np.datetime64) -> str:
    """Say when an act was as closely as is known, in few letters."""
    begin, end = words.day(first).split(" "), words.day(last).split(" ")
    if begin == end:
        return " ".join(end)
    if begin[1:] == end[1:]:
        whole = begin[0] == "1" and (last + 1).astype("datetime64[M]") > last
        return " ".join(end[1:] if whole else [f"{begin[0]}–{end[0]}", *end[1:]])
    if begin[2] == end[2]:
        return f"{begin[1]}–{end[1]} {end[2]}"
    return f"{begin[2]}–{end[2]}"


def _binned(acts: Table, first: np.ndarray) -> Table:
    """Add acts up by the shortest unit of time that takes few enough rows."""
    unit, labels, number = in_few_bins(first)
    shape = len(labels), len(acts.groups)
    sums = {}
    for name in ("yes", "partly", "against", "told", "lone"):
        sums[name] = np.zeros(shape, np.int64)
        np.add.at(sums[name], number, getattr(acts, name))
    n = np.bincount(number, minlength=len(labels))
    return Table(unit, acts.kind, labels, (), acts.groups, n, **sums)


def in_few_bins(days: np.ndarray) -> tuple[str, tuple[str, ...], np.ndarray]:
    """Give the shortest unit that takes few enough bins, their names, each day's bin.

    >>> unit, names, _ = in_few_bins(np.arange("2025-01-01", "2025-03-10", dtype="M8"))
    >>> unit, names[:2]
    ('week', ('30 Dec 2024', '6 Jan 2025'))
    """
    for unit in _UNITS:
        starts, number = np.unique(_bins(days, unit), return_inverse=True)
        if len(starts) <= MOST_BINS:
            break
    return unit, tuple(_bin_name(int(start), unit) for start in starts), number


def _bins(first: np.ndarray, unit: str) -> np.ndarray:
    """Give the number of each day's bin; weeks begin on Monday."""
    base, size = _UNITS[unit]
    count = first.astype(f"datetime64[{base}]").astype(np.int64)
    return np.asarray((count - _shift(unit)) // size)


def _shift(unit: str) -> int:
    """Say how much later the first bin begins than numpy begins to count."""
    if unit == "week":
        return _FIRST_MONDAY
    return -_YEAR_ZERO if _UNITS[unit][0] == "Y" else 0


def _bin_name(number: int, unit: str) -> str:
    base, size = _UNITS[unit]
    start = number * size + _shift(unit)
    if base == "Y":
        return str(number) if size == 1 else f"from {number * size}"
    when = np.array([start]).astype(f"datetime64[{base}]")[0]
    if unit == "quarter":
        return f"Q{number % 4 + 1} {str(when)[:4]}"
    return words.month(when) if base == "M" else words.day(when)
