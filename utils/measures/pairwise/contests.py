"""Judgements of pairs, checked and counted."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.errors import MeasureError

_TIES = {"yes": True, "true": True, "no": False, "false": False, "": False}


@dataclass(frozen=True, eq=False)
class Contests:
    """How often each of the `items` was judged heavier than each other.

    `wins[i, j]` counts the judgements that item i is heavier than item j.
    """

    items: list[str]
    wins: np.ndarray

    def groups(self, *, directed: bool) -> list[list[str]]:
        """Give the items that hang together: by any judgement, or in a circle."""
        from scipy.sparse.csgraph import connected_components

        kind = "strong" if directed else "weak"
        n, of = connected_components(self.wins > 0, connection=kind)
        names = np.array(self.items, dtype=object)
        return [sorted(names[of == group]) for group in range(n)]


def contests(judgements: pd.DataFrame) -> Contests:
    """Count judgements by pair; a tie is half a judgement for either.

    Raises
    ------
    MeasureError
        If a column is missing or a cell empty, an item is set against itself, a
        tie is neither true nor false, or there is no judgement.
    """
    sides = [_named(judgements, column) for column in ("heavier", "lighter")]
    heavier, lighter = sides
    if not heavier:
        raise MeasureError("Strengths need at least one judgement; there is none.")
    same = [one for one, other in zip(heavier, lighter, strict=True) if one == other]
    if same:
        raise MeasureError(
            f"{same[0]} is set against itself; a judgement needs two different items."
        )
    items = sorted({*heavier, *lighter})
    at = {item: number for number, item in enumerate(items)}
    rows, columns = ([at[item] for item in side] for side in sides)
    half = np.where(_ties(judgements), 0.5, 0.0)
    wins = np.zeros((len(items), len(items)))
    np.add.at(wins, (rows, columns), 1 - half)
    np.add.at(wins, (columns, rows), half)
    return Contests(items, wins)


def _named(judgements: pd.DataFrame, column: str) -> list[str]:
    if column not in judgements:
        raise MeasureError(
            f"Judgements of pairs need the column {column}; this table has "
            f"{', '.join(map(str, judgements.columns)) or 'none'}."
        )
    given = judgements[column].astype(object)
    names = [str(item).strip() for item in given.where(given.notna(), "")]
    if empty := names.count(""):
        raise MeasureError(
            f"{empty} of {len(names)} judgements have no {column} item; leave them "
            "out, or mark them in a column tie and name both items."
        )
    return names


def _ties(judgements: pd.DataFrame) -> np.ndarray:
    if "tie" not in judgements:
        return np.zeros(len(judgements), dtype=bool)
    return np.array([_tie(given) for given in judgements["tie"]], dtype=bool)


def _tie(given: Any) -> bool:
    told = _TIES.get(str(given).strip().casefold())
    if told is None:
        raise MeasureError(f"A tie is {given!r}; write yes or no, or True or False.")
    return told
