"""Answers made of given pieces: pick one or several, put in order, sort into bins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from utils.lessons.kinds.kind import Unfitting, listed, named, shown


@dataclass(frozen=True)
class Pick:
    """One of some options, each a key with the words that a reader sees.

    >>> Pick({"a": "An act", "w": "Words alone"}).fitted(" A ")
    'a'
    """

    options: Mapping[str, str]

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        return f"one of {_listed(self.options)}"

    def fitted(self, answer: Any) -> str:
        """Give the key.

        Raises
        ------
        Unfitting
            If it is none of the keys.
        """
        return _key(answer, self.options)

    def alike(self, answer: str, other: str) -> bool:
        """Say whether the same is picked."""
        return answer == other


@dataclass(frozen=True)
class PickSeveral:
    """Some of the options, in any order."""

    options: Mapping[str, str]

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        return f"a list with some of {_listed(self.options)}"

    def fitted(self, answer: Any) -> frozenset[str]:
        """Give the keys that are picked.

        Raises
        ------
        Unfitting
            If it is no list of keys.
        """
        return frozenset(_key(key, self.options) for key in _pieces(answer, self))

    def alike(self, answer: frozenset[str], other: Iterable[str]) -> bool:
        """Say whether the same are picked."""
        return set(answer) == set(other)


@dataclass(frozen=True)
class Rank:
    """All of the items, in order; `first` and `last` say what the ends mean.

    >>> Rank({"a": "Accuse", "w": "Warn"}, first="lightest").wanted
    "a list of 'a' and 'w', each once, the lightest first"
    """

    options: Mapping[str, str]
    first: str = "first"
    last: str = "last"

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        lead = "" if self.first == "first" else f", the {self.first} first"
        return f"a list of {_listed(self.options, 'and')}, each once{lead}"

    def fitted(self, answer: Any) -> tuple[str, ...]:
        """Give the keys in order.

        Raises
        ------
        Unfitting
            If it is no list that has each key once.
        """
        keys = tuple(_key(key, self.options) for key in _pieces(answer, self))
        twice = [key for key in self.options if keys.count(key) > 1]
        missing = [key for key in self.options if key not in keys]
        if twice or missing:
            faults = [("More than once", twice), ("Missing", missing)]
            said = [f"{word}: {', '.join(keys)}." for word, keys in faults if keys]
            raise Unfitting(f"Give {self.wanted}. {' '.join(said)}")
        return keys

    def alike(self, answer: tuple[str, ...], other: Iterable[str]) -> bool:
        """Say whether the order is the same."""
        return answer == tuple(other)


@dataclass(frozen=True)
class Sort:
    """Each of the items put into one of the bins."""

    options: Mapping[str, str]
    bins: Mapping[str, str]

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        return (
            f"a dictionary that gives each of {_listed(self.options, 'and')} "
            f"one of {_listed(self.bins)}"
        )

    def fitted(self, answer: Any) -> dict[str, str]:
        """Give the bin of each item, in the order of the items.

        Raises
        ------
        Unfitting
            If it is no dictionary that has a bin for each item.
        """
        if not isinstance(answer, Mapping):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        put = {_key(k, self.options): _key(v, self.bins) for k, v in answer.items()}
        missing = [key for key in self.options if key not in put]
        if missing:
            raise Unfitting(f"Put these into a bin too: {', '.join(missing)}.")
        return {key: put[key] for key in self.options}

    def alike(self, answer: dict[str, str], other: Mapping[str, str]) -> bool:
        """Say whether each item lies in the same bin."""
        return answer == dict(other)


def _pieces(answer: Any, kind: PickSeveral | Rank) -> list[Any]:
    """Take a list, a tuple, a set, a column, or a text with commas."""
    if isinstance(answer, str):
        return [piece for piece in answer.split(",") if piece.strip()]
    if isinstance(answer, Mapping) or not isinstance(answer, Iterable):
        raise Unfitting(f"Give {kind.wanted}; this is {named(answer)}.")
    return listed(answer)


def _key(given: Any, options: Mapping[str, str]) -> str:
    if not isinstance(given, str):
        raise Unfitting(f"{shown(given)} is none of {_listed(options)}.")
    by_fold = {key.casefold(): key for key in options}
    fold = given.strip().casefold()
    if fold in by_fold:
        return by_fold[fold]
    near = get_close_matches(fold, by_fold, n=1)
    meant = f" Did you mean {by_fold[near[0]]!r}?" if near else ""
    raise Unfitting(f"{shown(given)} is none of {_listed(options)}.{meant}")


def _listed(options: Mapping[str, str], link: str = "or") -> str:
    keys = [repr(key) for key in options]
    return f" {link} ".join(filter(None, [", ".join(keys[:-1]), keys[-1]]))
