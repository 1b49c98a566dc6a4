"""What a selection may hold, whatever table it is applied to."""

from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

from utils.errors import SelectionError

if TYPE_CHECKING:
    from utils.selection.selection import Selection

NOTHING = "nothing"
"""A value for a list that is to match no act at all (an empty list is open)."""

N_SOURCES = ("0", "1", "2", "3", "4+")
"""Numbers of sources that an act may be asked for; the last means as many or more."""

_DATES = ("possibly", "certainly")


def texts(name: str, given: object) -> frozenset[str]:
    """Give the texts of a list, where a single text stands for a list of one.

    >>> sorted(texts("types", ["media", "judicial"])), list(texts("types", "media"))
    (['judicial', 'media'], ['media'])

    Raises
    ------
    SelectionError
        If this is no list, or it holds anything but texts.
    """
    values = [given] if isinstance(given, str) else given
    if not isinstance(values, Iterable):
        raise SelectionError(f"{name} is a list of texts, not {given!r}.")
    found = list(values)
    if odd := [value for value in found if not isinstance(value, str) or not value]:
        raise SelectionError(
            f"{name} holds {odd[0]!r}; it takes texts that are not empty."
        )
    return frozenset(found) - {NOTHING} or frozenset(found)


def check(chosen: "Selection") -> None:
    """Refuse a selection that no table could answer.

    Raises
    ------
    SelectionError
        If a direction is not written `AZE>RUS`, a number of sources is none of
        `N_SOURCES`, a period ends before it begins, `dates` is neither possibly nor
        certainly, or a text cannot be written.
    """
    _check_period(chosen)
    _check_characters(chosen)
    if odd := sorted(chosen.n_sources - {*N_SOURCES, NOTHING}):
        raise SelectionError(
            f"n_sources holds {odd[0]!r}; it takes {', '.join(map(repr, N_SOURCES))}."
        )
    for direction in sorted(chosen.directions - {NOTHING}):
        if not _is_direction(direction):
            raise SelectionError(
                f"Direction {direction!r} is not two countries; write AZE>RUS for acts "
                "of AZE towards RUS, AZE--RUS where the source gives no direction."
            )


def _check_period(chosen: "Selection") -> None:
    if chosen.since and chosen.until and chosen.until < chosen.since:
        raise SelectionError(
            f"The period ends on {chosen.until}, before it begins on {chosen.since}."
        )
    if chosen.dates not in _DATES:
        raise SelectionError(f"dates is {chosen.dates!r}; it is {' or '.join(_DATES)}.")


def _check_characters(chosen: "Selection") -> None:
    if not isinstance(chosen.text, str):
        raise SelectionError(f"text is {chosen.text!r}; it is the words to look for.")
    for name in (field.name for field in fields(chosen)):
        try:
            "".join(getattr(chosen, name)).encode()
        except UnicodeEncodeError:
            raise SelectionError(
                f"{name} holds half a character, which no file can hold; type it again."
            ) from None


def _is_direction(text: str) -> bool:
    ends = text.split(">") if ">" in text else text.split("--")
    return len(ends) == 2 and all(ends)
