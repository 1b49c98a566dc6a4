"""A month as a calendar: on the screen, on paper, and for a screen reader."""

from calendar import Calendar
from dataclasses import dataclass

from utils.errors import LessonError
from utils.tables import in_words
from utils.told import Told

WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)


@dataclass(frozen=True)
class Month(Told):
    """The weeks of a month, each from Monday to Sunday; `None` is no day of it.

    >>> print(Month("May 2024", ((None, None, 1, 2, 3, 4, 5),)))
    May 2024
    Mo Tu We Th Fr Sa Su
     .  .  1  2  3  4  5
    """

    name: str
    weeks: tuple[tuple[int | None, ...], ...]

    def __str__(self) -> str:
        rows = (" ".join(f"{day or '.':>2}" for day in week) for week in self.weeks)
        return "\n".join([self.name, " ".join(day[:2] for day in WEEKDAYS), *rows])

    def _repr_html_(self) -> str:
        """Give a table with a column for each day of the week."""
        heads = "".join(
            f'<th scope="col"><abbr title="{day}">{day[:2]}</abbr></th>'
            for day in WEEKDAYS
        )
        weeks = (
            "".join(f"<td>{day or ''}</td>" for day in week) for week in self.weeks
        )
        rows = "".join(f"<tr>{week}</tr>" for week in weeks)
        return (
            f"<table><caption>{self.name}</caption><thead><tr>{heads}</tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


def month(year: int, number: int) -> Month:
    """Give a month of the years 1 to 9999; its number is 1 for January.

    >>> month(2024, 5).weeks[0]
    (None, None, 1, 2, 3, 4, 5)

    Raises
    ------
    LessonError
        If there is no such month.
    """
    if year not in range(1, 10_000) or number not in range(1, 13):
        raise LessonError(
            f"There is no month {number!r} of the year {year!r}; "
            "give a year and a number from 1 to 12, as in month(2024, 5)."
        )
    name = in_words(f"{year:04d}-{number:02d}").removeprefix("some day in ")
    weeks = Calendar().monthdayscalendar(year, number)
    return Month(name, tuple(tuple(day or None for day in week) for week in weeks))
