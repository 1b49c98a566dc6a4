"""Days that files write otherwise than 2018-01-31, and days that are not exact.

What is read in steps is `prepared` in a format: each step gives columns that the
next one reads, since one expression of all of them would be too long for an engine.
"""

from collections.abc import Mapping

import narwhals as nw

from utils.events.formats.expressions import day_of, last_of_month, text

Steps = tuple[Mapping[str, nw.Expr], ...]
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def written_day(column: str) -> Steps:
    """Read 2018-01-31 or 31 January 2018 into `day`; anything else is no day."""
    given, month = text(column), nw.col("day_month")
    number = nw.lit("")
    for place, name in enumerate(_MONTHS, 1):
        number = nw.when(month == name).then(nw.lit(f"{place:02}")).otherwise(number)
    day = _two_figures(given.str.replace_all(r" .*$", ""))
    year = given.str.replace_all(r"^.* ", "")
    in_words = given.str.contains(r"^\d{1,2} [A-Z][a-z]+ \d{4}$")
    iso = nw.concat_str(nw.col("day_year"), nw.col("day_month"), nw.col("day_date"),
                        separator="-")  # fmt: skip
    return (
        {
            "day_year": year,
            "day_month": given.str.replace_all(r"[^A-Za-z]", ""),
            "day_date": day,
        },
        {"day_month": number},
        {"day": nw.when(in_words).then(iso).otherwise(given)},
        {"day": _checked(nw.col("day"))},
    )


def month_of(day: nw.Expr, *, last: bool) -> nw.Expr:
    """Give the first or the last day of the month in which an ISO day lies."""
    year, month = day.str.slice(0, 4), day.str.slice(5, 2)
    end = last_of_month(year, month) if last else nw.lit("01")
    found = nw.concat_str(year, month, end, separator="-")
    return nw.when(day == "").then(nw.lit("")).otherwise(found)


def possible_days(prefix: str) -> Steps:
    """Read the first and the last day that a year, a month and a day may mean.

    An unknown part is -9. Of the prefix `st` come `st_first` and `st_last`.
    """
    year, month, day = (text(f"{prefix}{part}") for part in ("year", "mon", "day"))
    ends = {"first": "01", "last": "12"}
    months = {
        f"{prefix}_{end}": nw.when(month == "-9")
        .then(nw.lit(edge))
        .otherwise(_two_figures(month))
        for end, edge in ends.items()
    }
    days = {}
    for end in ends:
        its_month = nw.col(f"{prefix}_{end}")
        edge = last_of_month(year, its_month) if end == "last" else nw.lit("01")
        exact = nw.when(day == "-9").then(edge).otherwise(_two_figures(day))
        days[f"{prefix}_{end}"] = nw.concat_str(year, its_month, exact, separator="-")
    of_no_month = (month == "-9") & (day != "-9")
    checked = {
        name: nw.when(of_no_month).then(nw.lit("")).otherwise(_checked(nw.col(name)))
        for name in days
    }
    return months, days, checked


def _checked(day: nw.Expr) -> nw.Expr:
    return day_of(day, "-")


def _two_figures(number: nw.Expr) -> nw.Expr:
    longer = nw.concat_str(nw.lit("0"), number)
    return nw.when(number.str.len_chars() == 1).then(longer).otherwise(number)
