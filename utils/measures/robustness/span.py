"""A span of days that a headline speaks of, open at an end that is not given."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.spread import windows

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True)
class Span:
    """The days from `since` to `until`, both included; an empty end is open.

    `str` says it as a sentence goes on, or nothing if both ends are open.

    >>> str(Span("2025-07-01", "2025-07-31")), str(Span("2025-07-01"))
    ('in July 2025', 'since 1 July 2025')

    Raises
    ------
    MeasureError
        If an end is no ISO day, or the span ends before it begins.
    """

    since: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        first, last = self.days
        if first > last:
            raise MeasureError(
                f"The period ends on {self.until}, before it begins on {self.since}."
            )

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        return _day(self.since or "0001-01-01"), _day(self.until or "9999-12-31")

    @property
    def n_days(self) -> int:
        """The number of days."""
        first, last = self.days
        return (last - first).days + 1

    def share(self, actions: pd.DataFrame) -> np.ndarray:
        """Give the part of each act that lies here, all days of its window alike.

        Needs `earliest` and `latest`. A row of several acts has the part of one.

        >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-29"]),
        ...     "latest": pd.to_datetime(["2025-07-02"])})
        >>> Span("2025-07-01").share(acts).tolist()
        [0.5]
        """
        begins, ends = windows(actions)
        first, last = (np.datetime64(day) for day in self.days)
        inside = np.minimum(ends, last) - np.maximum(begins, first)
        lasts = (ends - begins).astype(np.int64) + 1
        return np.maximum(inside.astype(np.int64) + 1, 0) / lasts

    def holds(self, day: np.datetime64) -> bool:
        """Say whether a day lies here."""
        first, last = (np.datetime64(end) for end in self.days)
        return bool(first <= day.astype("datetime64[D]") <= last)

    def __str__(self) -> str:
        if not (self.since and self.until):
            ends = {"since": self.since, "until": self.until}
            return "".join(f"{word} {_said(_day(d))}" for word, d in ends.items() if d)
        first, last = self.days
        if first == last:
            return f"on {_said(first)}"
        if last == _end_of_month(first):
            return f"in {_MONTHS[first.month - 1]} {first.year}"
        if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
            return f"in {first.year}"
        return f"from {_said(first)} to {_said(last)}"


def _end_of_month(first: date) -> date | None:
    """Give the last day of the month that begins on a day, if one does."""
    if first.day != 1:
        return None
    return first.replace(day=monthrange(first.year, first.month)[1])


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day(iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except (TypeError, ValueError):
        raise MeasureError(f"{iso!r} is not an ISO day; write 2025-06-29.") from None
