"""The tables of one version of a case, as they stand in its files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from utils.curate.checkup.notice import joined
from utils.curate.folder import folder_given
from utils.errors import CaseError, Fault
from utils.tables.links import key_faults
from utils.tables.package import read_package
from utils.tables.reading import Sheet, read_sheet
from utils.tables.schema import CASE_TABLES, KEYS

KEYED = ("actions", "actors", "sources", "evidence", "landmarks")
"""The tables whose rows have a key, in the order in which they are told."""
LARGEST_FILE_MB = 1000


@dataclass(frozen=True, eq=False)
class Version:
    """A version: its number, its tables of text by key, and the rows of its claims."""

    folder: str
    number: str
    tables: Mapping[str, pd.DataFrame]
    claims: pd.DataFrame


def read_version(case: str | Path) -> Version:
    """Read a version; its tables need to be whole, and need not be a sound case.

    Raises
    ------
    CurateError
        If there is no such folder.
    CaseError
        If a table cannot be read, lacks a column, or has a row without a key of
        its own.
    """
    folder = folder_given(case)
    sheets = {table: _sheet(folder, table) for table in KEYED}
    claims = _sheet(folder, "claims") if (folder / "claims.csv").exists() else None
    faults = [fault for table in KEYED for fault in _faults(sheets[table], table)]
    faults += claims.faults if claims else ()
    if faults:
        raise CaseError(folder, faults)
    return Version(
        folder=str(case),
        number=read_package(folder).version,
        tables={table: _by_key(sheets[table], table) for table in KEYED},
        claims=claims.rows if claims else pd.DataFrame(),
    )


def _sheet(folder: Path, table: str) -> Sheet:
    columns = list(CASE_TABLES[table])
    path = folder / f"{table}.csv"
    return read_sheet(path, columns, largest_file_mb=LARGEST_FILE_MB)


def _faults(sheet: Sheet, table: str) -> list[Fault]:
    """Give what keeps the rows from being told apart."""
    key = list(KEYS[table])
    bare = sheet.rows.index[sheet.rows[key].eq("").any(axis=1)]
    empty = [
        Fault(sheet.file, int(line), key[0], "", "has an empty key", "fill it in")
        for line in bare
        if not sheet.faults
    ]
    return [*sheet.faults, *empty, *([] if sheet.faults else key_faults(sheet, table))]


def _by_key(sheet: Sheet, table: str) -> pd.DataFrame:
    key = list(KEYS[table])
    rows = sheet.rows.reset_index(drop=True)
    return rows.drop(columns=key).set_axis(pd.Index(joined(rows, table), dtype="str"))
