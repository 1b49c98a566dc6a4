"""Days, months and years that bound a period."""

import re
from calendar import monthrange
from datetime import date

from utils.errors import SelectionError

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def first_day(given: object) -> str:
    """Give the first day that a year, a month or a day begins with.

    >>> first_day("2025-06"), first_day(date(2025, 6, 29)), first_day("")
    ('2025-06-01', '2025-06-29', '')

    Raises
    ------
    SelectionError
        If this is not a date.
    """
    return _bound(given, last=False)


def last_day(given: object) -> str:
    """Give the last day of a year, a month or a day.

    >>> last_day("2024-02"), last_day("2025")
    ('2024-02-29', '2025-12-31')

    Raises
    ------
    SelectionError
        If this is not a date.
    """
    return _bound(given, last=True)


def _bound(given: object, *, last: bool) -> str:
    if given is None or (isinstance(given, str) and not given):
        return ""
    text = given.isoformat()[:10] if isinstance(given, date) else str(given)
    found = _SHAPE.fullmatch(text)
    try:
        return _day(found.groups(), last).isoformat() if found else _refuse(given)
    except ValueError:
        return _refuse(given)


def _day(parts: tuple[str | None, ...], last: bool) -> date:
    year = int(parts[0] or 0)
    month = int(parts[1]) if parts[1] else (12 if last else 1)
    ends = monthrange(year, month)[1] if last else 1
    return date(year, month, int(parts[2]) if parts[2] else ends)


def _refuse(given: object) -> str:
    raise SelectionError(f"{given!r} is not a date; write 2025-06-29, 2025-06 or 2025.")
