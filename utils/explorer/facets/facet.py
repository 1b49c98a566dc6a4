"""One field of the selection, and what may be ticked in it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from utils.explorer.stock import Shown

Option = dict[str, Any]


class Naming(Protocol):
    """How ticks are written into a selection, and read from one."""

    def ticked(self, chosen: Collection[str]) -> list[str]:
        """Name the boxes that are ticked under a list of the selection."""

    def asked(self, ticked: Collection[str]) -> list[str]:
        """Give the shortest list of the selection that ticks these boxes."""


class Values:
    """Ticks that stand in the selection under the names of their boxes.

    >>> Values(["media", "judicial"]).ticked({"judicial", "nothing"})
    ['judicial']
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._values = list(values)

    def ticked(self, chosen: Collection[str]) -> list[str]:
        """Name the boxes that are ticked under a list of the selection."""
        return [value for value in self._values if value in chosen]

    def asked(self, ticked: Collection[str]) -> list[str]:
        """Give the list of the selection that ticks these boxes."""
        return self.ticked(ticked)


@dataclass(frozen=True, eq=False)
class Facet:
    """One field of the selection, and what may be ticked in it.

    `codes` numbers the value of each act, from -1 for none; `holds` says for each
    option (row) which of these values (columns) it stands for. `column` names the
    column of the acts that is numbered; `opens` says whether the facet opens
    unfolded.
    """

    field: str
    title: str
    column: str
    options: list[Option]
    codes: np.ndarray
    holds: np.ndarray
    naming: Naming
    opens: bool = False

    def counts(self, shown: Shown) -> dict[str, int]:
        """Count the acts of each option under all other filters."""
        n = shown.counted(self.codes, self.field, self.holds.shape[1])
        sums = (self.holds @ n).tolist()
        return dict(zip(self.values, sums, strict=True))

    @cached_property
    def values(self) -> list[str]:
        """What the options are called, groups among them."""
        return [option["value"] for option in self.options]

    @cached_property
    def below(self) -> dict[str, list[str]]:
        """Give the boxes that each option stands for."""
        return boxes_below(self.options)

    def ticked(self, chosen: Collection[str]) -> list[str]:
        """Name the boxes that are ticked under a list of the selection."""
        return self.naming.ticked(chosen)

    def asked(self, options: Iterable[str]) -> list[str]:
        """Give the shortest list of the selection that these options stand for."""
        return self.naming.asked({box for each in options for box in self.below[each]})


def boxes_below(options: Iterable[Option]) -> dict[str, list[str]]:
    """Give the boxes that each option stands for: itself, or those in its group.

    >>> boxes_below([{"value": "A"}, {"value": "A1", "parent": "A"}])
    {'A1': ['A1'], 'A': ['A1']}
    """
    found: dict[str, list[str]] = {}
    for option in reversed(list(options)):
        value, parent = option["value"], option.get("parent", "")
        found.setdefault(value, [value])
        if parent:
            found[parent] = found[value] + found.get(parent, [])
    return found
