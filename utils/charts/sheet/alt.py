"""Alt texts: what a picture shows, for those who do not see it."""

import re
from textwrap import shorten

import numpy as np

from utils.about import About
from utils.charts.sheet import words

MOST_CHARACTERS = 400
_NAME_CHARACTERS = 30
_LABEL_CHARACTERS = 40
_MONTHS = "January February March April May June July August September October"
_MONTHS += " November December"
_FULL = {name[:3]: name for name in _MONTHS.split()}
_SHORT = "|".join(_FULL)
_IN_A_DATE = re.compile(rf"(?<=\d )(?:{_SHORT})\b|\b(?:{_SHORT})(?= \d{{4}}\b)")


def alt(*sentences: str) -> str:
    """Join sentences, as many as 400 characters hold, with months in full.

    >>> alt("One bar, in Jun 2025.", "It is low.", "")
    'One bar, in June 2025. It is low.'
    """
    said = ""
    for sentence in filter(None, sentences):
        more = f"{said} {_IN_A_DATE.sub(_in_full, words.spoken(sentence))}".lstrip()
        if said and len(more) > MOST_CHARACTERS:
            break
        said = more
    return shorten(said, MOST_CHARACTERS, placeholder=" and more.")


def ways(about: About) -> tuple[str, str]:
    """Name the two directions by what the sides are called, if that is short.

    >>> ways(About("A quarrel", sides=("A", "B"), side_names=("Altania", "Bestovia")))
    ('from Altania to Bestovia', 'from Bestovia to Altania')
    """
    long = any(len(name) > _NAME_CHARACTERS for name in about.side_names)
    named = len(about.side_names) == len(about.sides) and not long
    one, other = map(called, about.side_names if named else about.sides)
    return f"from {one} to {other}", f"from {other} to {one}"


def called(text: str) -> str:
    """Name something from the data in at most 40 characters.

    >>> called("law_enforcement"), called("ngo"), called("x" * 50) == "x" * 39 + "…"
    ('law enforcement', 'NGO', True)
    """
    label = words.label(text)
    name = label if label.isupper() else text.replace("_", " ")
    cut = len(name) > _LABEL_CHARACTERS
    return f"{name[: _LABEL_CHARACTERS - 1].rstrip()}…" if cut else name


def many(n: int, thing: str) -> str:
    """Count things.

    >>> many(1, "row"), many(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{n:,} {thing}{'' if n == 1 else 's'}"


def number(n: float) -> str:
    """Write a number to one decimal, and a whole one without any.

    >>> number(31.0), number(1234.56), number(0.01)
    ('31', '1,234.6', 'under 0.1')
    """
    if 0 < n < 0.05:
        return "under 0.1"
    return f"{n:,.1f}".removesuffix(".0")


def days(first: np.datetime64, last: np.datetime64) -> str:
    """Name two days as a span, or one day.

    >>> days(np.datetime64("2025-06-29"), np.datetime64("2025-07-01"))
    '29 Jun 2025 to 1 Jul 2025'
    """
    ends = dict.fromkeys((words.day(first), words.day(last)))
    return " to ".join(ends)


def bin_named(start: np.datetime64, unit: str) -> str:
    """Name a bin by its first day.

    >>> bin_named(np.datetime64("2025-06-01"), "month")
    'Jun 2025'
    >>> bin_named(np.datetime64("2025-06-02"), "week")
    'the week of 2 Jun 2025'
    """
    if unit == "month":
        return words.month(start)
    day = words.day(start)
    return {"day": day, "year": day[-4:]}.get(unit, f"the {unit} of {day}")


def bins_named(starts: np.ndarray, unit: str) -> str:
    """Name the first and the last of some bins.

    >>> bins_named(np.array(["2025-06-01", "2025-07-01"], "datetime64[D]"), "month")
    'Jun 2025 to Jul 2025'
    """
    ends = dict.fromkeys((bin_named(starts[0], unit), bin_named(starts[-1], unit)))
    return " to ".join(ends)


def _in_full(month: re.Match[str]) -> str:
    return _FULL[month[0]]
