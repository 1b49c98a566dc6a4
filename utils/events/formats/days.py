"""Days that files write otherwise than 2018-01-31, and days that are not exact."""

import narwhals as nw

from utils.events.formats.expressions import day_of, iso_day, last_of_month, text

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ISO = r"^\d{4}-\d{2}-\d{2}$"


def written_day(column: str) -> nw.Expr:
    """Read 2018-01-31 or 31 January 2018; anything else is no day."""
    given = text(column)
    words = r"^\d{1,2} [A-Z][a-z]+ \d{4}$"
    month, number = given.str.replace_all(r"[^A-Za-z]", ""), nw.lit("")
    for place, name in enumerate(_MONTHS, 1):
        number = nw.when(month == name).then(nw.lit(f"{place:02}")).otherwise(number)
    day = _two_figures(given.str.replace_all(r" .*$", ""))
    year = given.str.replace_all(r"^.* ", "")
    iso = day_of(nw.concat_str(year, number, day, separator="-"), (0, 5, 8), _ISO)
    return nw.when(given.str.contains(words)).then(iso).otherwise(iso_day(column))


def month_of(day: nw.Expr, *, last: bool) -> nw.Expr:
    """Give the first or the last day of the month in which an ISO day lies."""
    year, month = day.str.slice(0, 4), day.str.slice(5, 2)
    end = last_of_month(year, month) if last else nw.lit("01")
    found = nw.concat_str(year, month, end, separator="-")
    return nw.when(day == "").then(nw.lit("")).otherwise(found)


def first_possible(prefix: str) -> nw.Expr:
    """Give the first day that a year, a month and a day may mean, -9 if unknown."""
    return _possible(prefix, last=False)


def last_possible(prefix: str) -> nw.Expr:
    """Give the last day that a year, a month and a day may mean, -9 if unknown."""
    return _possible(prefix, last=True)


def _possible(prefix: str, *, last: bool) -> nw.Expr:
    year, month, day = (text(f"{prefix}{part}") for part in ("year", "mon", "day"))
    no_month, no_day = month == "-9", day == "-9"
    end = nw.lit("12" if last else "01")
    month = nw.when(no_month).then(end).otherwise(_two_figures(month))
    edge = last_of_month(year, month) if last else nw.lit("01")
    exact = nw.when(no_day).then(edge).otherwise(_two_figures(day))
    found = day_of(nw.concat_str(year, month, exact, separator="-"), (0, 5, 8), _ISO)
    return nw.when(no_month & ~no_day).then(nw.lit("")).otherwise(found)


def _two_figures(number: nw.Expr) -> nw.Expr:
    longer = nw.concat_str(nw.lit("0"), number)
    return nw.when(number.str.len_chars() == 1).then(longer).otherwise(number)


def day_number(day: nw.Expr) -> nw.Expr:
    """Count the days up to an ISO day; days of which one is empty are not compared."""
    known = nw.when(day == "").then(nw.lit("0001-01-01")).otherwise(day)
    year, month, date = (
        known.str.slice(start, length).cast(nw.Int64)
        for start, length in ((0, 4), (5, 2), (8, 2))
    )
    early = nw.when(month < 3).then(1).otherwise(0)
    years, months = year + 4800 - early, month + 12 * early - 3
    leaps = years // 4 - years // 100 + years // 400
    return date + (153 * months + 2) // 5 + 365 * years + leaps
