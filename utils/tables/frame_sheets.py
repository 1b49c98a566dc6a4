"""Frames of a case as sheets of text, so that they are checked as files are."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from utils.errors import CaseError, Fault, nearest
from utils.multiplicity import N
from utils.tables.derive import ACTIONS
from utils.tables.links import Sheets
from utils.tables.reading import Sheet
from utils.tables.schema import CASE_TABLES

NEEDED = ("actions", "actors")
DAYS = ("earliest", "latest")
KEPT = (*DAYS, "lasted_days", "direction", "tone", N)
"""What acts may bring that is derived where they come from files."""
OPEN = {
    "actions": {"date", "cameo", "summary", "certainty", "in_response_to", "place"},
    "actors": {"name_native", "public_office"},
    "sources": {"publisher_country", "published", "url", "language"},
    "evidence": {"locator", "note"},
    "landmarks": {"note", "source_id", "action_id"},
    "claims": {"paragraph", "action_ids", "note"},
}
"""Columns of each table that a frame may leave out; they are empty then."""
LINE = 2
"""The line that the first row would have as a file."""


def sheets_of(tables: Mapping[str, pd.DataFrame]) -> Sheets:
    """Give every table of a case as a sheet of text, empty where there is no frame.

    >>> acts = pd.DataFrame({"action_id": ["a"], "place": [None]})
    >>> rows = sheets_of({"actions": acts, "actors": pd.DataFrame()})["actions"].rows
    >>> rows[["action_id", "place"]].values.tolist()
    [['a', '']]

    Raises
    ------
    CaseError
        If what is given are no frames of a case, or acts and actors are not there.
    """
    if faults := list(_table_faults(tables)):
        raise CaseError("the frames", faults)
    return {table: _sheet(table, tables.get(table)) for table in CASE_TABLES}


def _table_faults(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    for table in NEEDED:
        if table not in tables:
            yield Fault(table, None, None, "", "is a missing frame", "give it")
    for table, given in tables.items():
        if table not in CASE_TABLES:
            remedy = nearest(CASE_TABLES, table)
            yield Fault("the frames", None, None, table, "is no table", remedy)
        elif not isinstance(given, pd.DataFrame):
            kind = type(given).__name__
            yield Fault(table, None, None, kind, "is no frame", "give a pandas frame")


def _sheet(table: str, frame: pd.DataFrame | None) -> Sheet:
    columns = list(CASE_TABLES[table])
    given = pd.DataFrame(columns=columns) if frame is None else frame
    index = pd.RangeIndex(LINE, len(given) + LINE, name="line")
    texts = {it: _texts(given, it).set_axis(index) for it in columns}
    if table == "actions" and "date" not in given and {*DAYS} <= {*given}:
        texts["date"] = _written(given).set_axis(index)
    return Sheet(
        f"the frame {table}",
        pd.DataFrame(texts, index=index, dtype="str"),
        missing=frozenset(it for it in columns if it not in given),
        faults=tuple(_shape_faults(table, given)),
    )


def _texts(frame: pd.DataFrame, column: str) -> pd.Series:
    if column not in frame:
        return pd.Series("", frame.index, dtype="str")
    return frame[column].astype(object).fillna("").astype("str")


def _written(acts: pd.DataFrame) -> pd.Series:
    """Write the days of acts as a file has them, or nothing where they are no days."""
    if not all(acts[it].dtype.kind == "M" for it in DAYS):
        return pd.Series("", acts.index, dtype="str")
    first, last = (acts[it].dt.strftime("%Y-%m-%d").fillna("") for it in DAYS)
    return first.where(first == last, "[" + first + ".." + last + "]").astype("str")


def _shape_faults(table: str, frame: pd.DataFrame) -> Iterator[Fault]:
    file, columns = f"the frame {table}", list(CASE_TABLES[table])
    known = {*columns, *(ACTIONS if table == "actions" else ()), *KEPT[-1:]}
    for column in columns:
        if column not in frame and column not in OPEN[table]:
            remedy = "add it to the frame"
            yield Fault(file, 1, column, "", "is a missing column", remedy)
    for column in map(str, frame.columns):
        if column not in known:
            remedy = f"{nearest(columns, column)}, or take the column out"
            yield Fault(file, 1, None, column, "is no column of this table", remedy)
    for column in columns:
        yield from _no_text(file, column, frame.get(column, pd.Series(dtype="str")))


def _no_text(file: str, column: str, cells: pd.Series) -> Iterator[Fault]:
    """Refuse cells that are no text; a code that is a number has lost its zeros."""
    held = cells.cat.categories.to_series() if _is_coded(cells) else cells
    if held.dtype == "str":
        return
    odd = [it for it in held.dropna() if not isinstance(it, str)]
    if odd:
        remedy = "give text, codes with their leading zeros"
        yield Fault(file, None, column, str(odd[0]), "is no text", remedy)


def _is_coded(cells: pd.Series) -> bool:
    return isinstance(cells.dtype, pd.CategoricalDtype) and not np.isscalar(cells)
