"""A scale of conflict and cooperation: a weight for each code."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from numbers import Real
from types import MappingProxyType

from utils.errors import MeasureError

USUAL = "goldstein-icews"
"""The scale that is taken where none is asked for and the case has it."""


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

    def but(self, changes: Mapping[str, float | None], *, name: str = "") -> "Scale":
        """Give a scale that is like this one but for a few weights.

        A code that this scale lacks is added, and one that is given None loses
        its weight. Unless it is given a `name`, the new scale says what changed.

        >>> icews = Scale("icews", {"114": -2, "161": -4, "174": -5})
        >>> stern = icews.but({"114": icews.weights["174"]})
        >>> str(stern), stern.weights["114"], icews.weights["114"]
        ('icews 1, but 114 = -5', -5.0, -2.0)

        Raises
        ------
        MeasureError
            If a weight is not a finite number, or nothing is changed.
        """
        if not changes:
            raise MeasureError(
                f"Scale {self.name} but for what? Give codes with their new weights, "
                'as in scale.but({"114": -5}).'
            )
        weights = {**self.weights, **{str(code): w for code, w in changes.items()}}
        said = _said(changes)
        return replace(
            self,
            name=name or f"{self.name}, but {said}",
            weights={code: w for code, w in weights.items() if w is not None},
            version="1" if name else f"{self.version}, but {said}",
            label="" if name else self.label or self.name,
            origin=f"{self}, but {said}",
        )


def usual_scale(scales: Iterable[str]) -> str:
    """Name the scale to take where none is asked for: the usual, or else the first.

    >>> usual_scale(["signs", "goldstein-icews"]), usual_scale(["hostility", "signs"])
    ('goldstein-icews', 'hostility')

    Raises
    ------
    MeasureError
        If the case has no scale at all.
    """
    names = list(scales)
    if not names:
        raise MeasureError("The case has no scale; add one to scales.csv.")
    return USUAL if USUAL in names else names[0]


def _said(changes: Mapping[str, float | None]) -> str:
    """Name a few changes, and count many."""
    if len(changes) > 3:
        return f"{len(changes)} codes weighed otherwise"
    return ", ".join(
        f"{code} without a weight" if weight is None else f"{code} = {weight:g}"
        for code, weight in changes.items()
        if weight is None or _is_number(weight)
    )


def _is_number(weight: object) -> bool:
    if isinstance(weight, bool) or not isinstance(weight, Real):
        return False
    return isfinite(weight)
