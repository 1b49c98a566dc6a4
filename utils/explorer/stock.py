"""The acts of a case, and which of them a selection shows."""

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.measures import weigh
from utils.scale import Scale
from utils.selection import Selection
from utils.selection.conditions import Mask, condition, in_use
from utils.tables import Case

_MEASURED = ["earliest", "latest", "lasted_days", "direction", "type", "certainty"]


@dataclass(frozen=True, eq=False)
class Shown:
    """The acts that a selection keeps, with the mask of each condition."""

    selection: Selection
    masks: dict[str, Mask]
    keep: Mask
    acts: pd.DataFrame
    about: About

    def beside(self, name: str) -> Mask:
        """Say which acts meet every condition but `name`."""
        others = [mask for key, mask in self.masks.items() if key != name]
        return reduce(np.logical_and, others, np.ones(len(self.keep), dtype=bool))


class Stock:
    """Every act of a case, weighed, with what each change of filter needs again.

    The frames that it hands out hold only what measures need; `acts` has all
    columns, and the same index.
    """

    def __init__(self, case: Case, scale: Scale) -> None:
        self.case, self.scale = case, scale
        self.acts = weigh(case.actions, scale)
        self._measured = self.acts[[*_MEASURED, "weight"]]
        self._masks: dict[str, tuple[Any, Mask]] = {}

    def shown(self, selection: Selection) -> Shown:
        """Say which acts `selection` keeps; a condition is looked up only once.

        Raises
        ------
        SelectionError
            If the selection names what the case lacks.
        """
        masks = {name: self._mask(selection, name) for name in in_use(selection)}
        keep = reduce(np.logical_and, masks.values(), self._all)
        acts = self._measured.iloc[np.flatnonzero(keep)]
        about = self.case.about(selection, self.scale, acts=acts)
        return Shown(selection, masks, keep, acts, about)

    @cached_property
    def _all(self) -> Mask:
        return np.ones(len(self.acts), dtype=bool)

    def _mask(self, selection: Selection, name: str) -> Mask:
        period = (selection.since, selection.until, selection.dates)
        wanted = period if name == "period" else getattr(selection, name)
        known = self._masks.get(name)
        if known is None or known[0] != wanted:
            known = (wanted, condition(selection, self.acts, name))
            self._masks[name] = known
        return known[1]
