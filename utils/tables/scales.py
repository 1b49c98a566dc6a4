"""The reader's own scale, from a table of weights."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd

from utils.errors import CaseError, Fault
from utils.scale import Scale
from utils.tables.cells import cell_faults
from utils.tables.checking import heard
from utils.tables.links import key_faults
from utils.tables.reading import Sheet, read_sheet, sheet_of
from utils.tables.rules import cameo, one_of
from utils.tables.schema import CODEBOOK_TABLES

COLUMNS = CODEBOOK_TABLES["weights"]
FRAME = "the frame"


def read_scale(
    table: str | Path | pd.DataFrame,
    *,
    name: str = "",
    column: str = "cameo",
    known: Collection[str] = (),
    largest_file_mb: float = 50,
) -> Scale:
    """Read a scale of your own from a CSV file or a frame, and check all of it.

    The table has the columns `code` and `weight`, and may have `note`; a weight is
    written in figures with a point, up to nine on either side of it. `column`
    names the column of the actions that the codes stand in, such as `cameo`,
    `form` or `tone`. `name` is that of the file unless given. Where `known` codes
    are given, any other code is a fault, so that a misspelt one, or one that a
    spreadsheet robbed of its leading zero, is not taken for a new one.

    >>> table = pd.DataFrame({"code": ["accuse", "meet"], "weight": [-2, 1.5]})
    >>> mine = read_scale(table, name="mine", column="form")
    >>> str(mine), mine.weights["meet"]
    ('mine 1', 1.5)

    Raises
    ------
    CaseError
        With every fault of the table: its line (of a frame, the line it would
        have as a file), its column, what is wrong and what would do.
    """
    sheet = _sheet(table, largest_file_mb)
    if faults := _faults(sheet, column, list(known)):
        raise CaseError(sheet.file, sorted(faults, key=lambda fault: fault.line or 0))
    pairs = zip(sheet.rows["code"], sheet.rows["weight"], strict=True)
    return Scale(
        name or Path(sheet.file).stem,
        {code: float(weight) for code, weight in pairs},
        column=column,
        origin=f"the reader's own, from {sheet.file}",
    )


def _sheet(table: str | Path | pd.DataFrame, largest_file_mb: float) -> Sheet:
    if not isinstance(table, pd.DataFrame):
        path = Path(table).expanduser()
        return read_sheet(path, list(COLUMNS), largest_file_mb=largest_file_mb)
    header = [str(column) for column in table.columns]
    rows = [list(map(_text, row)) for row in table.itertuples(index=False)]
    return sheet_of(list(enumerate([header, *rows], start=1)), list(COLUMNS), FRAME)


def _text(cell: object) -> str:
    if isinstance(cell, float):
        return "" if pd.isna(cell) else f"{cell:.9f}"
    return "" if cell is None or cell is pd.NA else str(cell)


def _faults(sheet: Sheet, column: str, known: list[str]) -> list[Fault]:
    code = cameo(known) if column == "cameo" else one_of(known, "is no known code")
    columns = {**COLUMNS, "code": [*COLUMNS["code"], code]}
    cells = cell_faults(sheet, columns, {})
    # A note is welcome and not needed, so a table without one lacks nothing.
    shape = [f for f in sheet.faults if f.column not in sheet.missing & {"note"}]
    found = heard(sheet, [*cells, *key_faults(sheet, "weights")])
    if sheet.rows.empty and not shape:
        remedy = "add a row for each code, with its weight"
        found.append(Fault(sheet.file, None, None, "", "has no weights", remedy))
    return shape + found
