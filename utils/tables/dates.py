"""Read the five forms of date that a case may use, many at a time."""

import re

import pandas as pd

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
FORMS = re.compile(
    rf"\A(?:(?P<day>{DAY})"
    rf"|(?P<start>{DAY})/(?P<end>{DAY})"
    r"|(?P<month>[0-9]{4}-[0-9]{2})"
    r"|(?P<year>[0-9]{4})"
    rf"|\[(?P<since>{DAY})\.\.(?P<until>{DAY})\])\Z"
)
NAMES = {
    "day": "day",
    "start": "interval",
    "month": "month",
    "year": "year",
    "since": "window",
}


def read_dates(texts: pd.Series) -> pd.DataFrame:
    """Give the days where each start may lie, and how long each act lasted.

    Returns a frame with the index of `texts` and four columns: `earliest` and
    `latest`, the first and last day on which the act may have begun
    (`datetime64[us]`); `lasted_days`, 1 unless the text gives two ends of one
    act; and `form`, one of day, interval, month, year and window. The forms are
    those of ISO 8601-2 (EDTF). A text that is none of them, or names a day that
    the calendar lacks, gives no days, 0 and an empty form: nothing is guessed.
    `problems.date_problems` says what is wrong with it.

    >>> dates = read_dates(pd.Series(["2025-06-28/2025-06-30", "2025-02"]))
    >>> dates["latest"].dt.strftime("%Y-%m-%d").tolist()
    ['2025-06-28', '2025-02-28']
    >>> dates["lasted_days"].tolist(), dates["form"].tolist()
    ([3, 1], ['interval', 'month'])
    """
    parts = texts.astype("str").str.extract(FORMS)
    days = pd.DataFrame({name: _days(text) for name, text in _ends(parts).items()})
    ordered = (days["earliest"] <= days["latest"]) & (days["earliest"] <= days["end"])
    days = days.where(ordered)
    lasted = (days["end"] - days["earliest"]).dt.days.fillna(-1) + 1
    return pd.DataFrame(
        {
            "earliest": days["earliest"],
            "latest": days["latest"],
            "lasted_days": lasted.astype("int64"),
            "form": _form(parts).where(ordered, ""),
        }
    )


def _ends(parts: pd.DataFrame) -> dict[str, pd.Series]:
    """Take first and last possible day of the start, and last day of the act."""
    month, year = parts["month"] + "-01", parts["year"] + "-01-01"
    first = _either(parts["day"], parts["start"], month, year, parts["since"])
    wide = _either(_last_of_month(month), parts["year"] + "-12-31", parts["until"])
    return {
        "earliest": first,
        "latest": _either(wide, first),
        "end": _either(parts["end"], first),
    }


def _either(*columns: pd.Series) -> pd.Series:
    """Give the first filled cell of each row."""
    chosen = columns[0]
    for column in columns[1:]:
        chosen = chosen.where(chosen.notna(), column)
    return chosen


def _last_of_month(first_days: pd.Series) -> pd.Series:
    lengths = _days(first_days).dt.days_in_month
    return first_days.str[:8] + lengths.astype("Int64").astype("string").astype("str")


def _days(texts: pd.Series) -> pd.Series:
    """Keep days of the calendar, years 1 to 9999; anything else is missing."""
    days = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce")
    return days.where(~texts.str.startswith("0000", na=False)).astype("datetime64[us]")


def _form(parts: pd.DataFrame) -> pd.Series:
    form = pd.Series("", index=parts.index, dtype="str")
    for column, name in NAMES.items():
        form = form.mask(parts[column].notna(), name)
    return form
