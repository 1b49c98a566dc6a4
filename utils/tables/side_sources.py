"""Which sources are a side's own, by one rule for every case."""

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import pandas as pd

from utils.errors import SelectionError

if TYPE_CHECKING:
    from utils.tables.case import Case

RULE = (
    "A side's own sources are those of each kind of which three quarters or more are "
    "published in its country."
)
"""How a kind of source (a side in the codebook) is told to be a country's own.

A mere half would take in media that largely work from abroad, and codebooks do
not set these apart for every country.
"""
_LEAST_SHARE = 0.75


class _Chosen(Protocol):
    """A selection, as far as it is changed here."""

    def but(self, **changes: Any) -> Any:
        """Give a copy with some fields changed."""


_Selection = TypeVar("_Selection", bound=_Chosen)


def own_sides(sources: pd.DataFrame, country: str) -> list[str]:
    """Name the kinds of sources that are a country's own, by the `RULE`.

    >>> sources = pd.DataFrame({"side": ["state", "state", "press", "press"],
    ...     "publisher_country": ["A", "A", "A", "B"]})
    >>> own_sides(sources, "A")
    ['state']
    """
    there = (
        sources["publisher_country"].eq(country).groupby(sources["side"].astype(str))
    )
    return sorted(there.mean().loc[lambda share: share >= _LEAST_SHARE].index)


def told_by_each_side(
    case: "Case", selection: _Selection
) -> tuple[_Selection, _Selection]:
    """Give what a selection becomes by the first side's sources and by the second's.

    A side's own sources are those of each kind (a side in the codebook) of which
    three quarters or more are published in its country; all others, media in exile
    among them, are of neither side. An act that both report is in both selections.
    Conditions on sides of sources that the selection had are dropped.

    Raises
    ------
    SelectionError
        If one of the sides has no kind of source of its own.
    """
    own = {country: own_sides(case.sources, country) for country in case.sides}
    if bare := [case.labels.get(it, it) for it, kinds in own.items() if not kinds]:
        raise SelectionError(
            f"Of no kind of source three quarters are published in "
            f"{' or '.join(bare)}, "
            "so that each side's own sources are not known; choose two selections."
        )
    first, second = (selection.but(sides=own[it], only_sides=[]) for it in case.sides)
    return first, second
