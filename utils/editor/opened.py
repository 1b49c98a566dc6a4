"""Open the tables of a case folder for editing."""

from pathlib import Path

from utils.editor.places import Tables
from utils.editor.table import Table, read_table
from utils.errors import CaseError, Fault
from utils.tables.loading import OPTIONAL
from utils.tables.reading import Sheet, read_sheet
from utils.tables.schema import CASE_TABLES

NEEDED = ("actions", "actors", "sources", "evidence")
LARGEST_FILE_MB = 50


def opened(folder: Path) -> tuple[Tables, dict[str, Sheet]]:
    """Give the tables of a case, and as sheets those that are no readable CSV.

    Raises
    ------
    CaseError
        If a table that is edited (acts, actors, sources, evidence) is no readable
        CSV, with the faults of all of them.
    """
    tables: dict[str, Table] = {}
    unread: dict[str, Sheet] = {}
    faults: list[Fault] = []
    for name, columns in CASE_TABLES.items():
        path = folder / f"{name}.csv"
        if name in OPTIONAL and not path.exists():
            continue
        try:
            tables[name] = read_table(path, name, LARGEST_FILE_MB)
        except CaseError as why:
            faults += why.faults if name in NEEDED else ()
            unread[name] = read_sheet(
                path, list(columns), largest_file_mb=LARGEST_FILE_MB
            )
    if faults:
        raise CaseError(folder, faults)
    return tables, unread
