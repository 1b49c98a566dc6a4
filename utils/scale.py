"""A scale of conflict and cooperation: a weight for each code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from numbers import Real
from types import MappingProxyType

from utils.errors import MeasureError


@dataclass(frozen=True)
class Scale:
    """Weights from conflict (below zero) to cooperation (above zero).

    `column` names the column of the actions that the weights are keyed on:
    `cameo`, `tone` or `form`. A code that is absent has no weight, which is
    not the same as a weight of zero.

    >>> mine = Scale("mine", {"accuse": -2, "apologise": 4}, column="form")
    >>> str(mine), mine.weights["accuse"]
    ('mine 1', -2.0)

    Raises
    ------
    MeasureError
        If a weight is not a finite number.
    """

    name: str
    weights: Mapping[str, float] = field(hash=False)
    version: str = "1"
    column: str = "cameo"
    label: str = ""
    origin: str = "the reader's own"
    licence: str = ""
    definition: str = ""

    def __post_init__(self) -> None:
        odd = {c: w for c, w in self.weights.items() if not _is_number(w)}
        if odd:
            raise MeasureError(
                f"Scale {self.name} has weights that are not finite numbers: {odd}. "
                "Give each code a number, or leave the code out."
            )
        numbers = {str(code): float(w) for code, w in self.weights.items()}
        object.__setattr__(self, "weights", MappingProxyType(numbers))

    def __str__(self) -> str:
        return f"{self.label or self.name} {self.version}"


def _is_number(weight: object) -> bool:
    if isinstance(weight, bool) or not isinstance(weight, Real):
        return False
    return isfinite(weight)
