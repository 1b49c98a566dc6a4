"""What a cell must be, and what to say of one that is not."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import pandas as pd

from utils.errors import nearest
from utils.tables.damage import intact, text_damage
from utils.tables.dates import read_dates
from utils.tables.problems import explain


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule of one column: `holds` for cells, `say` gives problem and remedy."""

    name: str
    holds: Callable[[pd.Series], pd.Series]
    say: Callable[[str], tuple[str, str]]


def matching(name: str, pattern: str, *, problem: str, remedy: str) -> Rule:
    """Ask that a cell is empty or of this pattern as a whole."""
    return Rule(
        name,
        lambda cells: cells.str.fullmatch(f"(?:{pattern})?"),
        lambda value: (problem, remedy),
    )


def one_of(known: Collection[str], problem: str = "is not in the codebook") -> Rule:
    """Ask that a cell is empty or one of the known values.

    Where none is known, because their own table could not be read, anything
    goes: the fault is in that table.
    """
    allowed = [*known, ""]
    return Rule(
        problem,
        lambda cells: cells.isin(allowed) | (len(known) == 0),
        lambda value: (problem, nearest(known, value)),
    )


def cameo(known: Collection[str]) -> Rule:
    """Ask that a cell is empty or a known CAMEO code with its leading zero."""
    unclear = [code for code in known if f"0{code}" in known]
    allowed = {*known, ""} - {*unclear}

    def say(value: str) -> tuple[str, str]:
        whole = f"0{value}"
        if value in unclear:
            return (
                "is ambiguous: a root code, or one that lost its leading zero",
                f"write it as text: {whole}, or {value}0 for the root",
            )
        if whole in known:
            return "has lost its leading zero", f"write it as text: {whole}"
        return "is no CAMEO code", nearest(known, value)

    return Rule("cameo", lambda cells: cells.isin(allowed) | (len(known) == 0), say)


def _say_day(value: str) -> tuple[str, str]:
    if read_dates(pd.Series([value]))["form"].eq("").all():
        return explain(value)
    return "is no single day", "write one day as 2025-06-29, or leave it empty"


FILLED = Rule(
    "filled", lambda cells: cells.ne(""), lambda value: ("is empty", "fill it in")
)
ID = matching(
    "id",
    "[A-Za-z0-9_-]+",
    problem="is no id",
    remedy="use only the letters a to z, figures, hyphens and underscores",
)
COUNTRY = matching(
    "country",
    "[A-Z]{3}",
    problem="is no country code",
    remedy="write three capitals as in ISO 3166-1, such as AZE, or IGO",
)
LANGUAGE = matching(
    "language",
    "[a-z]{2,3}(-[A-Za-z0-9]+)*",
    problem="is no language code",
    remedy="write two or three small letters, such as az, en or ru",
)
URL = matching(
    "url",
    r"https?://[^\s<>\"]+",
    problem="is no web address",
    remedy="write one that begins with https:// or http://, or leave it empty",
)
INTACT = Rule("intact", intact, lambda value: text_damage(value) or ("", ""))
"""Ask of a free text that no spreadsheet and no change of encoding has spoilt it."""
NUMBER = matching(
    "number",
    r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?",
    problem="is no number",
    remedy="write figures with a point, such as -4.5",
)
WHOLE = matching(
    "whole",
    "[1-9][0-9]?",
    problem="is no rung",
    remedy="write a whole number from 1",
)
ISO_DAY = Rule(
    "day",
    lambda cells: cells.eq("") | read_dates(cells)["form"].eq("day"),
    _say_day,
)
