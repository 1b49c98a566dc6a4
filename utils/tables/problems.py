"""Say what is wrong with a date that cannot be read, and what to write instead."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from utils.tables.damage import damage_of
from utils.tables.dates import DAY, FORMS, read_dates

MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
FIVE = (
    "write a day 2025-06-29, an act that lasted 2025-06-28/2025-06-30, a month "
    "2025-02, a year 2025 or one unknown day of several [2025-06-24..2025-06-30]"
)
AS_TEXT = "and keep the column as text"
SPREADSHEET_EPOCH = date(1899, 12, 30)
Saying = tuple[str, str]


def date_problems(texts: pd.Series) -> pd.DataFrame:
    """Say what is wrong with each text that `read_dates` cannot read, and the way out.

    Returns a frame with the index of the unreadable texts only and the columns
    `value`, `problem` and `remedy`.

    >>> wrong = date_problems(pd.Series(["2025-06-29", "29/06/2025"]))
    >>> wrong.loc[1].tolist()
    ['29/06/2025', 'does not begin with the year', 'write 2025-06-29']
    """
    unread = texts[read_dates(texts)["form"] == ""].fillna("")
    said = {text: explain(text) for text in unread.unique()}
    return pd.DataFrame(
        [(text, *said[text]) for text in unread],
        index=unread.index,
        columns=["value", "problem", "remedy"],
        dtype="str",
    )


def explain(text: str) -> Saying:
    """Give problem and remedy of one date that `read_dates` cannot read."""
    if damage := damage_of(text):
        return damage
    for pattern, saying in SAYINGS:
        if found := re.search(pattern, text, re.ASCII | re.IGNORECASE):
            return saying if isinstance(saying, tuple) else saying(found)
    return "is none of the five forms of date", FIVE


def month_name(day: date) -> str:
    """Say month and year in English: June 2025."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _off_calendar(found: re.Match[str]) -> Saying:
    """Explain a text that names no days, or two in the wrong order."""
    shape = FORMS.fullmatch(found.string)
    ends = [end for end in shape.groups() if end] if shape else []
    for end in ends:
        if saying := _impossible(end):
            return saying
    last, first = ends
    turned = found.string.replace(last, "@").replace(first, last).replace("@", first)
    return "ends before it begins", f"write {turned} if the two days are right"


def _impossible(text: str) -> Saying | None:
    year, month, day = (
        int(part) for part in (text + "-01-01"[len(text) - 4 :]).split("-")
    )
    if year == 0:
        return "has the year 0000", "years run from 0001 to 9999"
    if len(text) == 7 and 21 <= month <= 41:
        return (
            "stands for a season",
            "write its days as a window, such as [2025-03-01..2025-05-31]",
        )
    if not 1 <= month <= 12:
        turned = _day(year, day, month) if len(text) == 10 else None
        way_out = (
            f"; write {turned} if day and month are turned round" if turned else ""
        )
        return f"has a month {month:02}", f"months run from 01 to 12{way_out}"
    longest = monthrange(year, month)[1]
    if not 1 <= day <= longest:
        name = month_name(date(year, month, 1))
        return f"is no day: {name} has {longest} days", "look the day up in the source"
    return None


def _numeric(found: re.Match[str]) -> Saying:
    """Explain 29/06/2025, where day and month may be either way round."""
    return _numeric_days(*(int(part) for part in found.groups()))


def _numeric_days(one: int, two: int, year: int) -> Saying:
    year += 2000 if year < 100 else 0
    days = sorted(
        {day for d, m in [(one, two), (two, one)] if (day := _day(year, m, d))}
    )
    if not days:
        return "is no day of the calendar", "write year, month and day as 2025-06-29"
    if len(days) == 1:
        return "does not begin with the year", f"write {days[0]}"
    return "is ambiguous: it may be either of two days", f"write {' or '.join(days)}"


def _short_year(found: re.Match[str]) -> Saying:
    """Explain 29.06.25, where the century is missing as well."""
    problem, remedy = _numeric_days(*(int(part) for part in found.groups()))
    return f"{problem}, and has two figures for the year", remedy


def _year_first(found: re.Match[str]) -> Saying:
    """Explain 2025/6/29 or 20250629."""
    day = _day(*(int(part) for part in found.groups()))
    if not day:
        return "is no day of the calendar", "write year, month and day as 2025-06-29"
    return "is a day with other signs than YYYY-MM-DD", f"write {day}"


def _serial(found: re.Match[str]) -> Saying:
    day = SPREADSHEET_EPOCH + timedelta(days=int(found[1]))
    return (
        f"is the number by which a spreadsheet keeps {day}",
        f"write {day}, or {day:%Y-%m} if that month was meant, {AS_TEXT}",
    )


def _month_and_year(found: re.Match[str]) -> Saying:
    """Explain Feb-25, 25-Feb, Feb 2025: what a spreadsheet makes of 2025-02."""
    name = (found["before"] or found["after"])[:3].title()
    number = found["last"] or found["first"]
    month = [m[:3] for m in MONTHS].index(name) + 1
    year = int(number) if len(number) == 4 else 2000 + int(number)
    return (
        "looks like what a spreadsheet makes of a month",
        f"write {year:04}-{month:02} if {MONTHS[month - 1]} {year} is meant, {AS_TEXT}",
    )


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
PART = r"\d{4}(?:-\d{2}){0,2}"
WINDOW = "one unknown day of several, as [2025-06-24..2025-06-30]"
SAYINGS: list[tuple[str, Saying | Callable[[re.Match[str]], Saying]]] = [
    (r"\A\Z", ("is missing", FIVE)),
    (r"\A\s|\s\Z", ("has blanks or line ends around it", "take them away")),
    (FORMS.pattern, _off_calendar),
    (r"\A(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\Z", _numeric),
    (r"\A(\d{1,2})[/. -](\d{1,2})[/. -](\d{2})\Z", _short_year),
    (rf"\A{DAY}[T ]\d", ("has a time of day", "write the day alone, as 2025-06-29")),
    (r"\A(\d{5})(?:\.0*)?\Z", _serial),
    (r"\A(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\Z", _year_first),
    (r"\A(\d{4})(\d{2})(\d{2})\Z", _year_first),
    (
        rf"\A(?:(?P<before>{MONTH})\.?[- ](?P<last>\d\d|\d{{4}})"
        rf"|(?P<first>\d\d|\d{{4}})[- ](?P<after>{MONTH}))\.?\Z",
        _month_and_year,
    ),
    (MONTH, ("spells the month", "write it in figures, as 2025-06-29")),
    (
        r"\A(?:[^\s\d.,/-]{3,8}\.?[-. ]\d\d|\d\d[-. ][^\s\d.,/-]{3,8}\.?)\Z",
        (
            "looks like what a spreadsheet makes of a month",
            f"write year and month in figures, as 2025-02, {AS_TEXT}",
        ),
    ),
    (r"[?~%]\Z", ("marks doubt with a sign that gives no days", f"write {WINDOW}")),
    (
        r"\A\[?\.\.|\.\.\]?\Z|\A/|/\Z",
        ("has an open end", f"write both days as 2025-06-28/2025-06-30, or {WINDOW}"),
    ),
    (
        rf"\A{PART}/{PART}\Z",
        (
            "is an interval of months or years",
            "write both days if the act lasted, as 2025-02-01/2025-03-31, or "
            "[2025-02-01..2025-03-31] for one unknown day",
        ),
    ),
    (
        r"\A[\dX]{4}(?:-[\dX]{2}){0,2}\Z",
        (
            "leaves figures open",
            f"write 2025-06 for a month, 2025 for a year, or {WINDOW}",
        ),
    ),
    (r"\A[\[{]", ("is a set that is no window of two days", f"write {WINDOW}")),
]
