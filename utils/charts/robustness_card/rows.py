"""The rows of a robustness card: labels, shares, numbers and signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.charts.sheet import words

_WHOLE, _REFERENCE = "All variants", "In the reference"
_ANSWERS = {"holds": "yes", "does not hold": "no"}
_UNSAID = "–"
_Row = tuple[str, str, float, str, str, bool]


@dataclass(frozen=True, eq=False)
class Rows:
    """What stands beside each other: a label, a share, a number and signs.

    `share` is missing in headings and where nothing can be said. `kind` is
    "whole", "answer", "heading", "reference" or "choice".
    """

    labels: tuple[str, ...]
    kinds: np.ndarray
    share: np.ndarray
    numbers: tuple[str, ...]
    told: tuple[str, ...]
    flips: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)

    def of(self, *kinds: str) -> np.ndarray:
        """Give the places of the rows of these kinds that have a share."""
        return np.flatnonzero(np.isin(self.kinds, kinds) & ~np.isnan(self.share))


def rows_of(table: pd.DataFrame) -> Rows:
    """Lay out the table of `measures.robustness`, a heading before each dimension."""
    found: list[_Row] = []
    for row in table.to_dict("records"):
        if row["dimension"] == "all":
            answer = _ANSWERS.get(row["in_reference"], _UNSAID)
            found += [_row(row, _WHOLE, "whole"), _bare(_REFERENCE, "answer", answer)]
            continue
        heading = _bare(words.label(str(row["dimension"])), "heading", "")
        if heading[:2] not in [each[:2] for each in found]:
            found.append(heading)
        kind = "reference" if row["reference"] else "choice"
        found.append(_row(row, str(row["choice"]), kind))
    return _stacked(found)


def _stacked(found: Sequence[_Row]) -> Rows:
    columns = zip(*found, strict=True) if found else ((),) * 6
    labels, kinds, share, numbers, told, flips = map(tuple, columns)
    return Rows(
        labels=labels,
        kinds=np.array(kinds, dtype=str),
        share=np.array(share, dtype=float),
        numbers=numbers,
        told=told,
        flips=np.array(flips, dtype=bool),
    )


def _row(row: dict[str, Any], label: str, kind: str) -> _Row:
    said = int(row["n"] - row["n_unsaid"])
    k = int(row["n_holds"])
    number = percent(k, said) if said else _UNSAID
    told = f"{words.plain(label)}: holds in {k:,} of {said:,} variants"
    flips = int(row["n_flips"]) if kind == "choice" else 0
    if flips:
        told += f"; changed alone, turns it in {flips:,} of {int(row['n_alone']):,}"
    return label, kind, k / said if said else np.nan, number, told, flips > 0


def _bare(label: str, kind: str, number: str) -> _Row:
    return label, kind, np.nan, number, "", False


def percent(k: int, n: int) -> str:
    """Write a share without rounding some to all or to none.

    >>> percent(1, 3), percent(999, 1000), percent(1, 1000)
    ('33 %', 'over 99 %', 'under 1 %')
    """
    rounded = round(100 * k / n)
    if rounded == 100 and k < n:
        return "over 99 %"
    return "under 1 %" if k and not rounded else f"{rounded} %"
