"""What every kind of answer can do: see whether one fits, and whether two are alike."""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Protocol

from utils.errors import ProjectError

MOST_ITEMS = 10_000


class Unfitting(ProjectError):
    """An answer of another kind than was asked for; its text says what would do."""


class Kind(Protocol):
    """A kind of answer: a number, a choice, some acts, ..."""

    @property
    def wanted(self) -> str:
        """Say what is asked for, as in "a whole number"."""

    def fitted(self, answer: Any) -> Any:
        """Give the answer in its plain form.

        Raises
        ------
        Unfitting
            If it is of another kind.
        """

    def alike(self, answer: Any, other: Any) -> bool:
        """Say whether two fitted answers are the same."""


def is_untouched(answer: Any) -> bool:
    """Say whether an answer was left as it stood, or is empty.

    >>> [is_untouched(given) for given in (..., None, "  ", "...", [], 0, False)]
    [True, True, True, True, True, False, False]
    """
    if answer is ... or answer is None:
        return True
    if isinstance(answer, str):
        return not answer.strip(" .\u2026\t\n")
    if isinstance(answer, dict):
        return all(value is ... for value in answer.values())
    try:
        return len(answer) == 0
    except Exception:  # most things have no length, and an odd one may do anything
        return False


def listed(answer: Iterable[Any]) -> list[Any]:
    """Give the items of an answer.

    >>> listed(range(3))
    [0, 1, 2]

    Raises
    ------
    Unfitting
        If there are more than any answer has; there may be no end to them.
    """
    items = list(islice(answer, MOST_ITEMS + 1))
    if len(items) > MOST_ITEMS:
        raise Unfitting(f"This has more than {MOST_ITEMS} items; give fewer.")
    return items


def shown(answer: Any, most: int = 40) -> str:
    """Give what was given in few signs, and on one line.

    >>> shown("a long answer " * 9)
    "'a long answer a long answer a long ans…"
    """
    try:
        text = " ".join(repr(answer).split())
    except Exception:  # a repr may do anything, and an answer is anybody's object
        text = type(answer).__name__
    return text if len(text) <= most else f"{text[: most - 1]}…"


def named(answer: Any) -> str:
    """Say what kind of thing was given, in words.

    >>> named([1, 2]), named(3.5), named("x")
    ('a list', 'a number', 'a text')
    """
    return _NAMES.get(type(answer).__name__, f"a {type(answer).__name__}")


_NAMES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "True or False",
    "list": "a list",
    "tuple": "a list",
    "set": "a set",
    "dict": "a dictionary",
    "DataFrame": "a table",
    "Series": "a column of values",
    "ndarray": "an array",
    "function": "a function",
    "builtin_function_or_method": "a function; is there a pair of brackets missing",
    "method": "a function; is there a pair of brackets missing",
    "Figure": "a chart",
}
