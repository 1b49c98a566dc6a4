"""A date, as a reader would say it, in English whatever the computer's language."""

from datetime import date

from utils.errors import CaseError, Fault
from utils.tables.dates import FORMS
from utils.tables.problems import explain, month_name


def in_words(text: str) -> str:
    """Say a date of a case in words.

    >>> in_words("2025-06-29")
    '29 June 2025'
    >>> in_words("2025-06-28/2025-06-30")
    '28 to 30 June 2025 (lasted 3 days)'
    >>> in_words("2025-02"), in_words("2025")
    ('some day in February 2025', 'some day in 2025')
    >>> in_words("[2025-06-24..2025-06-30]")
    'one day between 24 and 30 June 2025'

    Raises
    ------
    CaseError
        If the text is none of the five forms, or names no day of the calendar.
    """
    try:
        return _say({k: v for k, v in _parts(text).items() if v})
    except ValueError:
        problem, remedy = explain(text)
        fault = Fault("date", None, None, text, problem, remedy)
        raise CaseError("The date", [fault]) from None


def _parts(text: str) -> dict[str, str]:
    found = FORMS.match(text)
    if not found:
        raise ValueError(text)
    return found.groupdict()


def _say(parts: dict[str, str]) -> str:
    """Raise ValueError where a part is no day, or the two ends are turned."""
    form = next(iter(parts))
    days = [_day(part) for part in parts.values()]
    if days != sorted(days):
        raise ValueError(parts)
    if form in ("month", "year"):
        month = month_name(days[0])
        return f"some day in {month if form == 'month' else days[0].year}"
    if len(set(days)) == 1:
        return f"{days[0].day} {month_name(days[0])}"
    if form == "since":
        return f"one day between {_span(days, 'and')}"
    return f"{_span(days, 'to')} (lasted {(days[1] - days[0]).days + 1} days)"


def _day(part: str) -> date:
    return date.fromisoformat(part + "-01-01"[len(part) - 4 :])


def _span(days: list[date], between: str) -> str:
    """Name both days, with month and year said once where they are the same."""
    first, last = days
    if month_name(first) == month_name(last):
        return f"{first.day} {between} {last.day} {month_name(last)}"
    return f"{first.day} {month_name(first)} {between} {last.day} {month_name(last)}"
