"""Name what a spreadsheet, or another program on the way, has done to a cell."""

import re
from collections.abc import Collection

import pandas as pd

AS_TEXT = "keep the column as text"
SEEN = "look it up where it came from"
QUOTES = "\"'`“”„«»\u2018\u2019\u201a"
SAYINGS = [
    (
        r"#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!|CALC!)|#{3,}",
        "is what a spreadsheet shows in place of a cell that it cannot work out",
        f"{SEEN} and write it as text",
    ),
    (
        r"[+-]?\d+(?:[.,]\d+)?E[+-]\d+",
        "is in the scientific form that a spreadsheet gives to long numbers",
        f"{SEEN}, since figures are lost, and {AS_TEXT}",
    ),
    (
        r"\d{1,4}\.0+|\d{6,}\.0+",
        "has a decimal point, as of a column that was taken for numbers",
        f"write it without, with its leading zeros, and {AS_TEXT}",
    ),
    (
        r'="?.*"?',
        "is a formula, by which a spreadsheet is made to show text",
        f"write what it shows, and {AS_TEXT}",
    ),
]
_LOST = "�"
Saying = tuple[str, str]


def damage_of(value: str) -> Saying | None:
    """Say what happened to a coded cell, and what to do; nothing if it looks sound.

    >>> damage_of("2.02506E+13")[0]
    'is in the scientific form that a spreadsheet gives to long numbers'
    >>> damage_of("“a1”")
    ('has quotes around it that belong to no code', 'write a1')
    """
    for pattern, problem, remedy in SAYINGS:
        if re.fullmatch(pattern, value):
            return problem, remedy
    bare = value.strip(QUOTES)
    if bare and bare != value:
        return "has quotes around it that belong to no code", f"write {bare}"
    return None


def zeros_lost(value: str, known: Collection[str]) -> Saying | None:
    """Say where an id is known but for its leading zeros, in this table or the other.

    >>> zeros_lost("7", ["007"])
    ('has lost its leading zeros', 'write 007, and keep the column as text')
    >>> zeros_lost("007", ["7"])[1]
    'write 007 there as well, and keep the column as text'
    """
    if not re.fullmatch("[0-9]+", value):
        return None
    whole = next((it for it in known if it != value and _same(it, value)), "")
    if not whole:
        return None
    if len(whole) > len(value):
        return "has lost its leading zeros", f"write {whole}, and {AS_TEXT}"
    problem = f"has leading zeros that its own row, {whole}, has lost"
    return problem, f"write {value} there as well, and {AS_TEXT}"


def intact(cells: pd.Series) -> pd.Series:
    """Tell of each text whether no program has spoilt it, as far as can be seen."""
    return ~cells.map(lambda text: bool(text_damage(text))).astype(bool)


def text_damage(text: str) -> Saying | None:
    """Say what happened to a free text, and what to do; nothing if it looks sound.

    >>> text_damage("Envoyâ€™s note")[1]
    'write Envoy’s note'
    >>> text_damage("#NAME?") == damage_of("#NAME?")
    True
    """
    if text.isascii():
        return damage_of(text) if text.startswith("#") else None
    if _LOST in text:
        problem = "has signs that were lost when the encoding was changed"
        return problem, f"{SEEN} and save with the encoding UTF-8"
    if meant := _meant(text):
        problem = "is UTF-8 that was read in another encoding and saved again"
        return problem, f"write {meant[:80]}"
    return None


def _same(one: str, other: str) -> bool:
    return one.isdecimal() and one.lstrip("0") == other.lstrip("0")


def _meant(text: str) -> str:
    """Give what the text was before it was read in a Windows encoding, or nothing."""
    for encoding in ("cp1252", "cp1251"):
        try:
            meant = b"".join(_byte(sign, encoding) for sign in text).decode("utf-8")
        except UnicodeError:
            continue
        if len(text) - len(meant) >= 2:
            return meant
    return ""


def _byte(sign: str, encoding: str) -> bytes:
    """Give the byte of a sign; what Windows leaves open stands for itself."""
    if "\x80" <= sign <= "\x9f":
        return sign.encode("latin-1")
    return sign.encode(encoding)
