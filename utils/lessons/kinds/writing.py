"""Answers in words: a short text, and a date as the record writes it."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.lessons.kinds.kind import Unfitting, named, shown
from utils.tables.dates import read_dates

LONGEST = 2000


@dataclass(frozen=True)
class Text:
    """A text of at least `least` and at most `most` words.

    >>> Text(most=3).fitted("  a   neutral line ")
    'a neutral line'
    """

    least: int = 1
    most: int = 100

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        return f"a text of {self.least} to {self.most} words, in quotes"

    def fitted(self, answer: Any) -> str:
        """Give the text with single spaces.

        Raises
        ------
        Unfitting
            If it is no text, or too short or too long.
        """
        if not isinstance(answer, str):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        words = answer.split()
        if len(answer) > LONGEST or not self.least <= len(words) <= self.most:
            raise Unfitting(f"Give {self.wanted}; this has {len(words)}.")
        return " ".join(words)

    def alike(self, answer: str, other: str) -> bool:
        """Say whether two texts are the same, whatever the case of their letters."""
        return answer.casefold() == other.casefold()


@dataclass(frozen=True)
class Date:
    """A date in one of the forms of the record: day, span, month, year or window.

    >>> Date().fitted("2025-06")
    '2025-06'
    """

    wanted: str = "a date as the record writes it, such as '2025-06-29' or '2025-06'"

    def fitted(self, answer: Any) -> str:
        """Give the text of the date.

        Raises
        ------
        Unfitting
            If the record has no such form, or the calendar no such day.
        """
        if not isinstance(answer, str):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        text = "".join(answer.split())
        if not read_dates(pd.Series([text]))["form"].iloc[0]:
            raise Unfitting(f"{shown(answer)} is none. Give {self.wanted}.")
        return text

    def alike(self, answer: str, other: str) -> bool:
        """Say whether two dates are written alike."""
        return answer == other
