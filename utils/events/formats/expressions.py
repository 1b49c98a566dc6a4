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
    for old, new in names.items():
        given = nw.when(given == old).then(nw.lit(new)).otherwise(given)
    return given


def whole(column: str) -> nw.Expr:
    """Read a whole number of up to nine figures; anything else is 0."""
    given = nw.col(column).cast(nw.String).fill_null("")
    figures = nw.when(given.str.contains(r"^\d{1,9}$")).then(given)
    return figures.otherwise(nw.lit("0")).cast(nw.Int64)


def compact_day(column: str) -> nw.Expr:
    """Read a day written 20180131, and give 2018-01-31, or nothing if it is no day.

    A time of day may stand behind it.
    """
    return day_of(text(column), (0, 4, 6), r"^\d{8}(?:\d{6})?$")


def iso_day(column: str) -> nw.Expr:
    """Read a day written 2018-01-31, and give nothing if it is no day."""
    return day_of(text(column), (0, 5, 8), r"^\d{4}-\d{2}-\d{2}$")


def day_of(given: nw.Expr, starts: tuple[int, int, int], shape: str) -> nw.Expr:
    """Give the ISO day of a text of some shape; its parts start at these places."""
    year, month, day = (
        given.str.slice(start, length)
        for start, length in zip(starts, (4, 2, 2), strict=True)
    )
    exists = given.str.contains(shape) & _on_calendar(year, month, day)
    iso = nw.concat_str(year, month, day, separator="-")
    return nw.when(exists).then(iso).otherwise(nw.lit(""))


def last_of_month(year: nw.Expr, month: nw.Expr) -> nw.Expr:
    """Give the last day, of two figures, of a month of two figures."""
    short = nw.when(month.is_in(list(_SHORT_MONTHS))).then(nw.lit("30"))
    end = nw.when(_is_leap(year)).then(nw.lit("29")).otherwise(nw.lit("28"))
    end = nw.when(month == "02").then(end).otherwise(nw.lit("31"))
    return short.otherwise(end)


def _on_calendar(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Say whether the day exists, by comparing texts, which no engine refuses."""
    known = (month >= "01") & (month <= "12") & (day >= "01") & (year >= "0001")
    return known & (day <= last_of_month(year, month))


def _is_leap(year: nw.Expr) -> nw.Expr:
    """Say whether a year of four figures has a 29 February."""
    fourth = r"(?:0[48]|[2468][048]|[13579][26])$"
    whole = year.str.contains(r"00$")
    return (year.str.contains(fourth) & ~whole) | (
        whole & year.str.contains(r"^(?:[02468][048]|[13579][26])")
    )
