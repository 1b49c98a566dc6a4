"""Answers taken from the record: some acts, a selection, numbers by name, a scale."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import isclose, isfinite, nan
from numbers import Real
from typing import Any

import pandas as pd

from utils.lessons.kinds.kind import Unfitting, listed, named, shown
from utils.scale import Scale
from utils.selection import Selection


@dataclass(frozen=True)
class Acts:
    """Some acts: a table with the column `action_id`, or a list of ids.

    `known` gives all ids that there are.
    """

    known: Callable[[], Iterable[str]]
    wanted: str = "a table of acts, or a list of their action_id"

    def fitted(self, answer: Any) -> frozenset[str]:
        """Give the ids.

        Raises
        ------
        Unfitting
            If it holds no ids, or one that no act has.
        """
        ids = frozenset(self._ids(answer))
        strange = sorted(ids - set(self.known()))
        if strange:
            raise Unfitting(f"No act has the action_id {shown(strange[0])}.")
        return ids

    def alike(self, answer: frozenset[str], other: Iterable[str]) -> bool:
        """Say whether they are the same acts."""
        return answer == frozenset(other)

    def _ids(self, answer: Any) -> list[str]:
        if isinstance(answer, pd.DataFrame):
            if "action_id" not in answer:
                raise Unfitting("This table has no column action_id.")
            answer = answer["action_id"]
        if isinstance(answer, str | Mapping):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        if not isinstance(answer, Iterable):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        ids = listed(answer)
        odd = [item for item in ids if not isinstance(item, str)]
        if odd:
            raise Unfitting(f"Give {self.wanted}; {shown(odd[0])} is no action_id.")
        return ids


@dataclass(frozen=True)
class Selected:
    """A selection, told apart by what it asks for."""

    wanted: str = 'a selection, as in select(types="cultural")'

    def fitted(self, answer: Any) -> Selection:
        """Give the selection.

        Raises
        ------
        Unfitting
            If it is none.
        """
        if not isinstance(answer, Selection):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        return answer

    def alike(self, answer: Selection, other: Selection) -> bool:
        """Say whether both ask for the same."""
        return answer == other


@dataclass(frozen=True)
class Values:
    """A number for each name: a dictionary, or a column of values with names.

    >>> Values({"AZE": "Azerbaijan", "RUS": "Russia"}).fitted({"AZE": 1, "RUS": 2})
    {'AZE': 1.0, 'RUS': 2.0}
    """

    options: Mapping[str, str]
    decimals: int = 0

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        return f"a number for each of {', '.join(map(repr, self.options))}"

    def fitted(self, answer: Any) -> dict[str, float]:
        """Give the numbers in the order of the names.

        Raises
        ------
        Unfitting
            If a name is missing or too much, or a value is no number.
        """
        if isinstance(answer, pd.Series):
            answer = answer.to_dict()
        if not isinstance(answer, Mapping):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        given = {str(name): value for name, value in answer.items()}
        if given.keys() != set(self.options):
            other = sorted(given.keys() ^ set(self.options))
            raise Unfitting(f"Give {self.wanted}; see {shown(other[0])}.")
        return {name: self._number(given[name]) for name in self.options}

    def alike(self, answer: dict[str, float], other: Mapping[str, float]) -> bool:
        """Say whether the numbers agree to the places that are asked for."""
        within = 0.5 * 10**-self.decimals * 1.001
        return all(isclose(answer[n], other[n], abs_tol=within) for n in self.options)

    def _number(self, value: Any) -> float:
        try:
            number = float(value) if isinstance(value, Real) else nan
        except OverflowError:
            number = nan
        if isinstance(value, bool) or not isfinite(number):
            raise Unfitting(f"Give {self.wanted}; {shown(value)} is no number.")
        return number


@dataclass(frozen=True)
class Weights:
    """A scale: a weight for each code."""

    wanted: str = "a scale, as in scale.but({'114': -5})"

    def fitted(self, answer: Any) -> Scale:
        """Give the scale.

        Raises
        ------
        Unfitting
            If it is none.
        """
        if not isinstance(answer, Scale):
            raise Unfitting(f"Give {self.wanted}; this is {named(answer)}.")
        return answer

    def alike(self, answer: Scale, other: Scale) -> bool:
        """Say whether all weights are the same."""
        return answer.column == other.column and dict(answer.weights) == dict(
            other.weights
        )
