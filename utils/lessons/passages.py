"""The passages of lesson 1: texts about two invented countries, and their rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape

import pandas as pd

from utils.errors import LessonError
from utils.lessons.month import WEEKDAYS
from utils.lessons.shelf import material
from utils.tables import Case, case_of, in_words
from utils.told import Told

COUNTRIES = {"ALT": "Altania", "BES": "Bestovia"}
"""Both are invented, so that nothing invented is said of a real country."""


@dataclass(frozen=True)
class Passages(Told):
    """Some passages, each with its number, the day it was published, and its text.

    >>> print(Passages(((9, "2024-05-28", "It may get worse."),)))
    Passage 9. Published on Tuesday, 28 May 2024.
    It may get worse.
    """

    rows: Sequence[tuple[int, str, str]]

    def __str__(self) -> str:
        told = (f"{_head(number, day)}\n{text}" for number, day, text in self.rows)
        return "\n\n".join(told)

    def _repr_html_(self) -> str:
        """Give a paragraph for each, under its number and day."""
        told = (
            f"<p><strong>{escape(_head(number, day))}</strong><br>{escape(text)}</p>"
            for number, day, text in self.rows
        )
        return f'<div lang="en" style="max-width: 44em">{"".join(told)}</div>'


def passages(*numbers: int) -> Passages:
    """Give the passages of these numbers, or all, to be read.

    >>> print(passages(9))
    Passage 9. Published on Tuesday, 28 May 2024.
    Relations between Altania and Bestovia may get worse this summer, a professor in \
a third country believes.

    Raises
    ------
    LessonError
        If there is no passage of a number.
    """
    found = {int(row.passage): row for row in material("passages").itertuples()}
    strange = [number for number in numbers if number not in found]
    if strange:
        raise LessonError(
            f"There is no passage {strange[0]!r}; give numbers from 1 to {len(found)}."
        )
    chosen = [found[number] for number in numbers or found]
    return Passages(tuple((int(it.passage), it.published, it.text) for it in chosen))


@cache
def coded_passages() -> Case:
    """Give the passages as a case: the rows that the authors of the course made.

    A passage without an act has no row, and one with two acts has two.

    >>> coded_passages().sides
    ('ALT', 'BES')
    """
    rows = material("passage_rows").query("kind != 'none'").reset_index(drop=True)
    twice = rows.groupby("passage").cumcount().map({0: "", 1: "-second"})
    acts = rows.drop(columns=["passage", "kind", "actor", "target"]).assign(
        action_id="passage-" + rows["passage"].str.zfill(2) + twice,
        actor_id=rows["actor"],
        target_id=rows["target"],
        certainty="reported",
    )
    return case_of(
        {"actions": acts, "actors": _actors()},
        sides=tuple(COUNTRIES),
        name="passages",
        title="Altania and Bestovia, two invented countries",
    )


def _actors() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "actor_id": list(COUNTRIES),
            "name": list(COUNTRIES.values()),
            "country": list(COUNTRIES),
            "role": "country",
            "parent_id": "",
        }
    )


def _head(number: int, day: str) -> str:
    weekday = WEEKDAYS[date.fromisoformat(day).weekday()]
    return f"Passage {number}. Published on {weekday}, {in_words(day)}."
