"""Acts counted by what scales may tell apart, and the weights of each such kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.weights import weigh
from utils.multiplicity import counted, several
from utils.scale import Scale

OPPOSITE, DIFFER = 2, 1
"""How far apart two signs are: below and above zero, or one of them at zero."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Acts that have the same direction and the same codes: `n` of each kind.

    `own` has a row for each scale and a column for each kind: the weight in the
    unit of the scale, NaN where there is none. `units` are the largest weights.
    """

    scales: tuple[Scale, ...]
    units: np.ndarray
    groups: pd.DataFrame
    n: np.ndarray
    own: np.ndarray

    @property
    def weights(self) -> np.ndarray:
        """The weights as parts of the largest that each scale gives."""
        return self.own / self.units[:, None]

    @property
    def shared(self) -> np.ndarray:
        """Say which kinds every scale weighs."""
        return np.asarray(np.isfinite(self.own).all(axis=0))


def cells_of(
    actions: pd.DataFrame, scales: Mapping[str, Scale] | Sequence[Scale], by: str
) -> Cells:
    """Count the acts by direction, by the column `by`, and by what scales look at.

    Raises
    ------
    MeasureError
        If there are fewer than two scales, two of one name, a scale that weighs
        nothing but zero, or a column is missing.
    """
    chosen = _checked(scales)
    wanted = [by, "direction", *(scale.column for scale in chosen)]
    kind, groups = lanes(actions, wanted)
    units = np.array([max(map(abs, scale.weights.values())) for scale in chosen])
    own = np.array([weigh(groups, scale)["weight"] for scale in chosen])
    n = counted(kind, len(groups), several(actions))
    return Cells(chosen, units, groups, n, own)


def apart(weights: np.ndarray, signs: int) -> np.ndarray:
    """Say where the signs of two scales are so far apart; no weight has no sign.

    >>> apart(np.array([[-1.0, 0.0, np.nan], [0.5, 0.5, 0.5]]), OPPOSITE).tolist()
    [True, False, False]
    """
    bare, sign = np.isnan(weights), np.sign(weights)
    highest = np.where(bare, -np.inf, sign).max(axis=0)
    return np.asarray(highest - np.where(bare, np.inf, sign).min(axis=0) >= signs)


def texts(groups: pd.DataFrame) -> list[str]:
    """Write the values of the only column; a missing one is empty."""
    values = groups.iloc[:, 0].astype(object)
    return [str(value) for value in values.where(values.notna(), "")]


def _checked(scales: Mapping[str, Scale] | Sequence[Scale]) -> tuple[Scale, ...]:
    given = tuple(scales.values() if isinstance(scales, Mapping) else scales)
    names = [scale.name for scale in given]
    if len(given) < 2:
        raise MeasureError(
            f"A comparison needs at least 2 scales, not {len(given)}; "
            "give case.scales, or a list of some of them."
        )
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise MeasureError(
            f"Two scales are called {', '.join(twice)}; give each its own name."
        )
    if flat := [scale.name for scale in given if not any(scale.weights.values())]:
        raise MeasureError(
            f"Scale {', '.join(flat)} has no weight but zero, so that nothing can be "
            "set beside it; leave it out."
        )
    return given
