"""What is asked of a new case, once it has been looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from utils.errors import CurateError
from utils.tables.dates import read_dates
from utils.tables.problems import explain
from utils.tables.rules import COUNTRY

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME, LONGEST_TITLE = 60, 200
OF_WINDOWS = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that no folder can have on Windows."""
SEARCHED_DAYS = 30


@dataclass(frozen=True)
class Asked:
    """Name and title of a case, its two sides with their names, and its period."""

    name: str
    title: str
    sides: tuple[str, str]
    names: tuple[str, str]
    since: str
    until: str
    today: str

    @property
    def days(self) -> tuple[date, date]:
        """The days of the two example acts, both in the period."""
        first, last = (date.fromisoformat(day) for day in (self.since, self.until))
        return first, min(first + timedelta(days=2), last)


def asked(
    name: str,
    sides: Sequence[str],
    *,
    title: str = "",
    names: Sequence[str] = (),
    period: tuple[str, str] = ("", ""),
) -> Asked:
    """Look at what is asked, and fill in what was left open.

    >>> wanted = asked("my-case", ["AZE", "FRA"], period=("", "2025-06-30"))
    >>> wanted.title, wanted.since
    ('AZE and FRA', '2025-06-01')

    Raises
    ------
    CurateError
        If the name, a side, a title or a day cannot be used.
    """
    one, other = _sides(sides)
    called = _names(names, (one, other))
    since, until = _period(*period)
    return Asked(
        _name(name),
        _line(title, "title") or f"{called[0]} and {called[1]}",
        (one, other),
        called,
        since,
        until,
        date.today().isoformat(),
    )


def _name(name: str) -> str:
    whole = NAME.fullmatch(name) and len(name) <= LONGEST_NAME
    if not whole or OF_WINDOWS.fullmatch(name):
        raise CurateError(
            f"{name!r} cannot be the name of a case: use small letters a to z and "
            f"figures, with hyphens between them, at most {LONGEST_NAME}, as in "
            "aze-fra-2025."
        )
    return name


def _sides(sides: Sequence[str]) -> tuple[str, str]:
    codes = [sides] if isinstance(sides, str) else [str(side) for side in sides]
    for code in codes:
        if not code or not COUNTRY.holds(pd.Series([code])).all():
            problem, remedy = COUNTRY.say(code)
            raise CurateError(f"{code!r} {problem}: {remedy}.")
    if len(codes) != 2 or codes[0] == codes[1]:
        raise CurateError(
            f"A case has two sides, and {' '.join(codes) or 'none'} was given: name "
            "two countries, as AZE FRA."
        )
    return codes[0], codes[1]


def _names(names: Sequence[str], sides: tuple[str, str]) -> tuple[str, str]:
    called = [_line(name, "name of a side") for name in names]
    if not called:
        return sides
    if len(called) != 2 or not all(called):
        raise CurateError(
            "Give a name for each of the two sides, in the same order, or none."
        )
    return called[0], called[1]


def _line(text: str, what: str) -> str:
    """Take away blanks around a text, and refuse one that a page could not show."""
    line = text.strip()
    if not line.isprintable() or len(line) > LONGEST_TITLE:
        raise CurateError(
            f"{text[:40]!r} cannot be the {what}: write one line of at most "
            f"{LONGEST_TITLE} signs."
        )
    return line


def _period(since: str, until: str) -> tuple[str, str]:
    for day in filter(None, (since, until)):
        _is_day(day)
    if not since:
        since = str(date.fromisoformat(until) - timedelta(days=SEARCHED_DAYS - 1))
    if since > until:
        raise CurateError(f"The period ends on {until}, before it begins on {since}.")
    return since, until


def _is_day(day: str) -> None:
    form = read_dates(pd.Series([day]))["form"].iloc[0]
    if form != "day":
        problem, remedy = ("is no single day", "write one day as 2025-06-29")
        if not form:
            problem, remedy = explain(day)
        raise CurateError(f"{day!r} {problem}: {remedy}.")
