"""Rows as plain data: a frame written as columns, and read back as it was."""

from collections.abc import Mapping
from math import inf
from typing import Any

import numpy as np
import pandas as pd

_KINDS = {"M": "date", "b": "boolean", "i": "integer", "u": "integer", "f": "number"}
_TYPES = {
    "date": "datetime64[us]",
    "boolean": "bool",
    "integer": "int64",
    "number": "float64",
    "string": "str",
}


def fields_of(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Say of each column what it holds: its type and, where it has them, categories.

    The types are those of a Table Schema: date, boolean, integer, number, string;
    `any` leaves values as they are.

    >>> fields_of(pd.DataFrame({"n": [1], "type": pd.Categorical(["media"])}))
    {'n': {'type': 'integer'}, 'type': {'type': 'string', 'categories': ['media']}}
    """
    return {str(name): _field(column) for name, column in rows.items()}


def columns_of(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """Write each column as a list, ready for JSON: gaps as None.

    Days and infinite numbers, which JSON lacks, are texts.

    >>> columns_of(pd.DataFrame({"n": [1.5, float("nan")]}))
    {'n': [1.5, None]}
    """
    return {str(name): _column(column) for name, column in rows.items()}


def frame_of(
    fields: Mapping[str, Mapping[str, Any]], columns: Mapping[str, list[Any]]
) -> pd.DataFrame:
    """Read back what `fields_of` and `columns_of` wrote.

    >>> frame = pd.DataFrame({"day": pd.to_datetime(["2025-06-29"])})
    >>> again = frame_of(fields_of(frame), columns_of(frame))
    >>> str(again["day"][0].date())
    '2025-06-29'

    Raises
    ------
    ValueError
        If a column does not hold what its field says.
    KeyError
        If a field has no column, or a type that is none of these.
    """
    typed = {name: _typed(field, columns[name]) for name, field in fields.items()}
    return pd.DataFrame(typed)


def iso(times: np.ndarray) -> np.ndarray:
    """Write times as ISO days, gaps as None.

    >>> iso(np.array(["2025-06-29", "NaT"], dtype="datetime64[ms]"))
    array(['2025-06-29', None], dtype=object)
    """
    days = np.datetime_as_string(times, unit="D").astype(object)
    days[np.isnat(times)] = None
    return days


def _field(column: pd.Series) -> dict[str, Any]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return {"type": "string", "categories": [*map(str, column.cat.categories)]}
    if isinstance(column.dtype, pd.StringDtype):
        return {"type": "string"}
    return {"type": _KINDS.get(column.dtype.kind, "any")}


def _column(column: pd.Series) -> list[Any]:
    if column.dtype.kind == "M":
        return iso(column.to_numpy()).tolist()
    values = column.astype(object).where(column.notna(), None).tolist()
    if column.dtype.kind == "f" and not np.isinf(column.to_numpy()).any():
        return values
    # JSON knows no infinity, and numbers are read back from text as well.
    return [str(v) if v in (inf, -inf) else v for v in values]


def _typed(field: Mapping[str, Any], values: list[Any]) -> "pd.Series[Any]":
    if "categories" in field:
        return pd.Series(pd.Categorical(values, categories=field["categories"]))
    if field["type"] == "any":
        return pd.Series(values, dtype=object)
    gaps = field["type"] == "integer" and None in values
    return pd.Series(values, dtype="Int64" if gaps else _TYPES[field["type"]])
