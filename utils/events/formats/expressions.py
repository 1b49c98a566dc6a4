"""Expressions that formats are declared with; each reads texts and gives texts."""

from collections.abc import Mapping

import narwhals as nw

_SHORT_MONTHS = ("04", "06", "09", "11")


def text(column: str) -> nw.Expr:
    """Give a column as it stands; an empty cell is an empty text."""
    return nw.col(column).fill_null("")


def told(column: str, *nothing: str) -> nw.Expr:
    """Give a column as it stands, but an empty text for words that say nothing."""
    given = text(column).str.strip_chars()
    return nw.when(given.is_in(list(nothing))).then(nw.lit("")).otherwise(given)


def renamed(given: nw.Expr, names: Mapping[str, str]) -> nw.Expr:
    """Give other texts for a few, and all the rest as they stand."""
    found = given
    for old, new in names.items():
        found = nw.when(given == old).then(nw.lit(new)).otherwise(found)
    return found


def whole(column: str) -> nw.Expr:
    """Read a whole number of up to nine figures; anything else is 0."""
    given = nw.col(column).cast(nw.String).fill_null("")
    figures = nw.when(given.str.contains(r"^\d{1,9}$")).then(given)
    return figures.otherwise(nw.lit("0")).cast(nw.Int64)


def compact_day(column: str) -> nw.Expr:
    """Read a day written 20180131, and give 2018-01-31, or nothing if it is no day.

    A time of day may stand behind it.
    """
    return day_of(text(column), "", "(?:[0-9]{6})?")


def iso_day(column: str) -> nw.Expr:
    """Read a day written 2018-01-31, and give nothing if it is no day."""
    return day_of(text(column), "-")


def day_of(given: nw.Expr, sign: str, more: str = "") -> nw.Expr:
    """Give the ISO day of a text whose parts have a sign between them, or nothing.

    `more` is a pattern of what may stand behind it. One pattern knows the calendar,
    which costs a third of comparing the parts.
    """
    exists = given.str.contains(f"^(?:{_calendar(sign)}){more}$")
    after = len(sign)
    places = ((0, 4), (4 + after, 2), (6 + 2 * after, 2))
    year, month, day = (given.str.slice(*place) for place in places)
    # Nothing is null here, and to look for it costs as much as to read the day.
    iso = nw.concat_str(year, month, day, separator="-", ignore_nulls=True)
    return nw.when(exists).then(iso).otherwise(nw.lit(""))


def _calendar(sign: str) -> str:
    """Give the pattern of every day; figures are those that all engines mean."""
    long = f"(?:0[13578]|1[02]){sign}(?:0[1-9]|[12][0-9]|3[01])"
    short = f"(?:0[469]|11){sign}(?:0[1-9]|[12][0-9]|30)"
    february = f"02{sign}(?:0[1-9]|1[0-9]|2[0-8])"
    fourth = "(?:0[48]|[2468][048]|[13579][26])"
    leap = f"(?:[0-9]{{2}}{fourth}|{fourth}00){sign}02{sign}29"
    year = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
    return f"{year}{sign}(?:{long}|{short}|{february})|{leap}"


def last_of_month(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    """Give the last day, of two figures, of a month of two figures."""
    short = nw.when(month.is_in(list(_SHORT_MONTHS))).then(nw.lit("30"))
    end = nw.when(_is_leap(year)).then(nw.lit("29")).otherwise(nw.lit("28"))
    end = nw.when(month == "02").then(end).otherwise(nw.lit("31"))
    return short.otherwise(end)


def _is_leap(year: nw.Expr) -> nw.Expr:
    """Say whether a year of four figures has a 29 February."""
    fourth = r"(?:0[48]|[2468][048]|[13579][26])$"
    whole = year.str.contains(r"00$")
    return (year.str.contains(fourth) & ~whole) | (
        whole & year.str.contains(r"^(?:[02468][048]|[13579][26])")
    )
