"""Weights of acts on a scale, and how far the scale reaches."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.multiplicity import all_and_some, counted_by, several
from utils.scale import Scale
from utils.told import Told


@dataclass(frozen=True)
class Coverage(Told):
    """How many acts a scale has a weight for, and which codes it lacks.

    `missing` are pairs of code and number of acts; an empty code stands for acts
    that have none.
    """

    scale: str
    n: int
    n_weighted: int
    missing: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        said = f"{self.scale} has a weight for {self.n_weighted} of {self.n} acts"
        codes = ", ".join(f"{code or 'no code'} ({n})" for code, n in self.missing)
        return f"{said}; without one: {codes}." if codes else f"{said}."


def weigh(actions: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Add the column `weight`: below zero conflict, above zero cooperation.

    Needs the column that the scale is keyed on. A code that the scale lacks
    gets NaN, never zero; `coverage` names such codes.

    >>> acts = pd.DataFrame({"cameo": ["111", "1213"]})
    >>> weigh(acts, Scale("tiny", {"111": -2})).weight.tolist()
    [-2.0, nan]

    Raises
    ------
    MeasureError
        If the column is missing.
    """
    codes = _codes(actions, scale)
    weights = [scale.weights.get(str(c), np.nan) for c in codes.cat.categories]
    found = np.array([*weights, np.nan])[codes.cat.codes.to_numpy()]
    return actions.assign(weight=found)


def coverage(actions: pd.DataFrame, scale: Scale) -> Coverage:
    """Say how many of `actions` have a weight on `scale`, and which codes have none.

    Needs the column that the scale is keyed on.

    >>> acts = pd.DataFrame({"cameo": ["111", "1213", "1213"]})
    >>> print(coverage(acts, Scale("tiny", {"111": -2})))
    tiny 1 has a weight for 1 of 3 acts; without one: 1213 (2).

    Raises
    ------
    MeasureError
        If the column is missing.
    """
    bare = weigh(actions, scale)["weight"].isna().to_numpy()
    n, codes = several(actions), _codes(actions, scale)[bare]
    names = codes.astype(object).fillna("").astype(str)
    missing = counted_by(names, None if n is None else n[bare])
    return Coverage(str(scale), *all_and_some(~bare, n), missing)


def weights_of(actions: pd.DataFrame, column: str = "weight") -> np.ndarray:
    """Give the weights of acts as numbers, NaN where there is none.

    Needs `weight`, or the column that holds weights.

    >>> weights_of(pd.DataFrame({"weight": [-4.0, None]})).tolist()
    [-4.0, nan]

    Raises
    ------
    MeasureError
        If the column is missing, or a weight is no number or infinite.
    """
    if column not in actions:
        raise MeasureError(
            f"Conflict and cooperation need the column {column}; "
            "measures.weigh(actions, scale) adds it."
        )
    try:
        weight = actions[column].to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError):
        raise MeasureError(
            f"The column {column} holds what is no number; "
            "measures.weigh(actions, scale) gives each act a weight, or none."
        ) from None
    if odd := int(np.isinf(weight).sum()):
        raise MeasureError(
            f"{odd} of {len(weight)} acts weigh infinitely much; give each a finite "
            "weight, or none."
        )
    return weight


def _codes(actions: pd.DataFrame, scale: Scale) -> pd.Series:
    if scale.column not in actions:
        raise MeasureError(
            f"Scale {scale.name} needs the column {scale.column}; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    return actions[scale.column].astype("category")
