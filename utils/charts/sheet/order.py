"""The rows that a chart draws, in the order in which it shows them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.errors import ChartError


@dataclass(frozen=True)
class LeftOut:
    """What a chart must know of rows that it was given and does not draw.

    `n` counts acts in other directions, or rows where acts are not counted, and
    `n_directions` these directions. `dates` are days of which no row is drawn, or
    only the first and the last one if none is drawn at all. `each` is what is the
    same in every row, such as the length of a bin.
    """

    n: float = 0.0
    n_directions: int = 0
    dates: tuple[str, ...] = ()
    each: Any = None

    def days(self, drawn: pd.Series) -> np.ndarray:
        """Give every day there is a row of, drawn or not, each once."""
        others = np.array(self.dates, dtype="datetime64[D]")
        here = drawn.to_numpy().astype("datetime64[D]")
        return np.unique(np.concatenate([here, others]))

    def record(self) -> dict[str, Any]:
        """Give every field as plain data, ready for JSON."""
        return asdict(self)


def read(kind: type[Any], whole: Mapping[str, Any]) -> Any:
    """Read what a record says of rows that are not drawn.

    Raises
    ------
    ChartError
        If it has other fields than it should.
    """
    names = {field.name for field in fields(kind)}
    if not isinstance(whole, Mapping) or set(whole) != names:
        raise ChartError(
            f"`whole` in this record has the fields {', '.join(sorted(names))}; "
            f"this one is {whole}. Give the record as it was written."
        )
    return kind(**whole)


def parted(
    table: pd.DataFrame,
    about: About,
    *,
    each: Any,
    whole: Mapping[str, Any] | None,
) -> tuple[pd.DataFrame, LeftOut]:
    """Part the rows of the two directions from what must be known of all others.

    With `whole`, from the record of a chart, every row is one that is drawn. The
    rows are in the order of time, and on one day those of the first side come first.
    """
    ours = by_side(table["direction"], about) < 2
    left = read(LeftOut, whole) if whole else _left_out(table, ours, each)
    rows = table[ours]
    return ordered(rows, rows["date"], by_side(rows["direction"], about)), left


def by_side(direction: pd.Series, about: About) -> np.ndarray:
    """Give 0 and 1 for the directions between the sides, 2 for all others.

    >>> about = About("A quarrel", sides=("AZE", "RUS"))
    >>> by_side(pd.Series(["RUS>AZE", "AZE>RUS", "AZE>FRA"]), about).tolist()
    [1, 0, 2]
    """
    codes, names = pd.factorize(direction.astype(str))
    number = {name: i for i, name in enumerate(words.directions(about))}
    return np.array([*(number.get(name, 2) for name in names), 2])[codes]


def coded(column: pd.Series) -> pd.Series:
    """Give a column categories in the order of its rows, if it has none of its own.

    >>> coded(pd.Series(["b", "a", "b"])).cat.codes.tolist()
    [0, 1, 0]
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column
    text = column.astype(str)
    return text.astype(pd.CategoricalDtype([*dict.fromkeys(text)]))


def ordered(rows: pd.DataFrame, *keys: Any) -> pd.DataFrame:
    """Sort rows by keys, the first one first; equal ones stay as they are.

    >>> ordered(pd.DataFrame({"n": [2, 1]}), [2, 1])["n"].tolist()
    [1, 2]
    """
    order = np.lexsort([np.asarray(key) for key in reversed(keys)])
    return rows.iloc[order].reset_index(drop=True)


def _left_out(table: pd.DataFrame, ours: np.ndarray, each: Any) -> LeftOut:
    others = table[~ours]
    n = float(others["n"].sum()) if "n" in others else float(len(others))
    there, here = (
        table["date"].to_numpy()[m].astype("datetime64[D]") for m in (~ours, ours)
    )
    days = np.setdiff1d(there, here)
    if len(days) and not ours.any():
        days = days[[0, -1]]
    ways = int(others["direction"].nunique())
    return LeftOut(n, ways, tuple(map(str, days)), each)
