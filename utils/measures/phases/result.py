"""Phases: spans of time with one level of recorded acts, and the breaks between."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from utils.measures.estimate import LEVEL
from utils.told import Told

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@dataclass(frozen=True)
class Phase:
    """A span of days in which recorded acts keep one level.

    `since` and `until` are ISO days, `n` the expected number of acts,
    `per_bin` how many come in a bin of full length, and `group` the values by
    which acts were told apart (empty where they were not).
    `select().within(phase)` looks at its acts.
    """

    since: str
    until: str
    n: float
    per_bin: float
    label: str
    group: str = ""


@dataclass(frozen=True, eq=False)
class Phases(Told):
    """Breaks with their doubt, phases, and all that charts need of them.

    `breaks` has a row for each break: the columns that acts were told apart by,
    `number`, `date` (the first day of the bin in which the new level begins), `low` and
    `high` (such days too, the interval), `share` (of the draws in which a break
    falls within one bin of it), `level_before` and `level_after` (acts in a bin of full
    length). Of the draws, the middle 95 % give a date from `low` to `high`; with
    another seed an end may move by a bin. `spans` are the phases. `path` tells
    which number of breaks is best for which penalties, see `penalty_path`. `table`
    has a row for each bin: `date`, `n`, `per`, `level`, `phase` (its number), and,
    where a phase begins, `low`, `high` and `share` of that break; what has too few
    acts has phase 0 and no level. `said` is a sentence; `str` gives it.
    """

    breaks: pd.DataFrame
    spans: tuple[Phase, ...]
    path: pd.DataFrame
    table: pd.DataFrame
    said: str

    def __str__(self) -> str:
        return self.said

    @property
    def landmarks(self) -> tuple[tuple[str, str], ...]:
        """The breaks as pairs of ISO day and label, for `About.marked`."""
        groups = group_columns(self.breaks, "number")
        rows = self.breaks.to_dict("records")
        return tuple(
            (str(row["date"].date()), _label(row, [str(row[g]) for g in groups]))
            for row in rows
        )


def group_columns(frame: pd.DataFrame, first: str) -> list[str]:
    """Name the columns that stand before `first`: what acts were told apart by."""
    columns = list(map(str, frame.columns))
    return columns[: columns.index(first)]


def in_words(day: pd.Timestamp | date) -> str:
    """Write a day in a sentence.

    >>> in_words(date(2025, 6, 9))
    '9 Jun 2025'
    """
    return f"{day.day} {_MONTHS.split()[day.month - 1]} {day.year:04}"


def _label(row: dict, groups: list[str]) -> str:
    of = f" of {', '.join(groups)} acts" if groups else ""
    low, high = (in_words(row[end]) for end in ("low", "high"))
    between = f"between {low} and {high}" if low != high else "the same date"
    return f"Change point{of}, {between} in {LEVEL * 100:.0f} % of draws"
