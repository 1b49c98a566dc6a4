"""The days that a chart spans, and the axis they are drawn along."""

from typing import Any

import numpy as np

from utils.about import About

Days = tuple[np.datetime64, np.datetime64]

_DAY = np.timedelta64(1, "D")
_SHORTEST = np.timedelta64(28, "D")
_DAY_MS = 86_400_000
_WRITTEN = {
    "%H:%M\n%-d %b %Y": [None, _DAY_MS - 1],
    "%-d %b\n%Y": [_DAY_MS, 28 * _DAY_MS - 1],
    "%b %Y": [28 * _DAY_MS, "M11"],
    "%Y": ["M12", None],
}
"""How a tick writes its time, by the milliseconds or months between ticks."""
TICKS: dict[str, Any] = {
    "type": "date",
    "showgrid": True,
    "ticks": "outside",
    "ticklen": 6,
    "tickangle": 0,
    "tickformatstops": [
        {"dtickrange": apart, "value": form} for form, apart in _WRITTEN.items()
    ],
}


def period(about: About, dates: np.ndarray) -> Days:
    """Give the first and last day to show: what was chosen, and all that is drawn.

    >>> drawn = np.array(["2025-06-29"], dtype="datetime64[D]")
    >>> first, last = period(About("", since="2025-01-01"), drawn)
    >>> str(first), str(last)
    ('2025-01-01', '2025-06-29')
    """
    drawn = [dates.min(), dates.max()] if len(dates) else []
    days = [np.datetime64(day, "D") for day in drawn]
    days += _days(about.since, about.until)
    days = days or _days(*about.dense_period) or _days("2025-01-01", "2025-12-31")
    return min(days), max(days)


def axis(days: Days) -> Days:
    """Give the two ends of the time axis, a little beyond the days shown.

    >>> year = np.datetime64("2025-01-01"), np.datetime64("2025-12-31")
    >>> [str(end) for end in axis(year)]
    ['2024-12-23', '2026-01-10']
    """
    length = days[1] - days[0]
    margin = max(_DAY, length // 40, (_SHORTEST - length) // 2)
    return days[0] - margin, days[1] + margin + _DAY


def sampled(about: About, days: Days) -> list[Days]:
    """Give the spans shown that were not surveyed, each as its two ends."""
    if not all(about.dense_period):
        return []
    since, after = (np.datetime64(day) for day in about.dense_period)
    after += _DAY
    left, right = axis(days)
    before = [(left, min(since, right))] if days[0] < since else []
    return before + ([(max(after, left), right)] if days[1] >= after else [])


def _days(*texts: str) -> list[np.datetime64]:
    return [np.datetime64(text, "D") for text in texts if text]
