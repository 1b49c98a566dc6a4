"""Read one CSV file as text, with true line numbers and every fault of its shape."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from utils.errors import CaseError, Fault, nearest
from utils.tables.opening import text_of
from utils.tables.quotes import stray_quotes

QUOTE_RULE = 'put the whole cell in quotes and double each quote in it: "a ""b"" c"'

LONGEST_CELL = 100_000
CURLY = ("“", "”", "„", "«")
STRAIGHT = (
    "write straight quotes around a cell that holds a comma, since curly ones, "
    "which a word processor puts, do not hold it together"
)
IN_QUOTES = "put a cell that holds a comma in quotes"


@dataclass(frozen=True, eq=False)
class Sheet:
    """One file as read: `rows` are texts, their index is the line in the file.

    Every asked column is there; those `missing` from the file are empty. Lines
    in `crooked` have too many or too few cells. What follows from a missing
    column or a crooked line is no fault of its own.
    """

    file: str
    rows: pd.DataFrame
    missing: frozenset[str] = frozenset()
    crooked: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()

    def has(self, column: str) -> bool:
        """Tell whether the file gives this column."""
        return column not in self.missing


def read_sheet(
    path: Path, columns: Sequence[str], file: str = "", *, largest_file_mb: float
) -> Sheet:
    """Read one CSV file; nothing is raised, the faults are in the sheet.

    `file` is the name that the faults bear, the file's own unless given.

    Blank lines at the end, a byte order mark and Windows line ends are fine. A
    blank line between rows is a fault, since it hides where a row was lost.
    """
    try:
        text = text_of(path, largest_file_mb)
        lines = list(_lines(text, path.name))
    except CaseError as why:
        faults = [replace(fault, file=file or path.name) for fault in why.faults]
        return _unread(file or path.name, columns, faults)
    return sheet_of(lines, columns, file or path.name)


def _unread(file: str, columns: Sequence[str], faults: Sequence[Fault]) -> Sheet:
    rows = pd.DataFrame(columns=list(columns), dtype="str")
    return Sheet(file, rows, frozenset(columns), faults=tuple(faults))


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Split the text into cells, each row with the line where it begins."""
    stray = [
        Fault(file, line, None, "", problem, QUOTE_RULE)
        for line, problem in stray_quotes(text)
    ]
    if stray:
        raise CaseError(file, stray)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST_CELL:
                raise csv.Error(f"a cell of more than {LONGEST_CELL:,} characters")
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as why:
        fault = Fault(file, line, None, "", f"cannot be read ({why})", "mend the line")
        raise CaseError(file, [fault]) from None


def sheet_of(
    lines: list[tuple[int, list[str]]], columns: Sequence[str], file: str
) -> Sheet:
    """Make a sheet of lines, each with its number; the first is the header."""
    header = lines[0][1]
    while not lines[-1][1]:
        lines.pop()
    filled = [(line, cells) for line, cells in lines[1:] if any(map(str.strip, cells))]
    return Sheet(
        file,
        _frame(header, filled).reindex(columns=list(columns), fill_value=""),
        missing=frozenset(columns) - set(header),
        crooked=frozenset(n for n, cells in filled if len(cells) != len(header)),
        faults=(
            *_header_faults(file, header, columns),
            *_row_faults(file, lines[1:], len(header)),
        ),
    )


def _frame(header: list[str], lines: list[tuple[int, list[str]]]) -> pd.DataFrame:
    """Make a frame with the line as index; of equal columns the first is kept."""
    width = len(header)
    cells = [(row + [""] * width)[:width] for _, row in lines]
    index = pd.Index([line for line, _ in lines], name="line", dtype="int64")
    rows = pd.DataFrame(cells, index=index, columns=header, dtype="str")
    return rows.loc[:, ~rows.columns.duplicated()]


def _header_faults(
    file: str, header: Sequence[str], columns: Sequence[str]
) -> Iterator[Fault]:
    missing = [name for name in columns if name not in header]
    for name in missing:
        yield Fault(file, 1, name, "", "is a missing column", "add it to the header")
    for name, count in Counter(header).items():
        if name not in columns:
            problem, remedy = _strange(name, header, missing or columns)
            yield Fault(file, 1, None, name, problem, remedy)
        elif count > 1:
            remedy = "keep one column of that name"
            yield Fault(file, 1, name, "", f"stands {count} times", remedy)


def _strange(
    name: str, header: Sequence[str], columns: Sequence[str]
) -> tuple[str, str]:
    """Say what is wrong with the name of a column that the table does not have."""
    if name == header[0] and re.fullmatch(r"|Unnamed: 0|index|level_0", name):
        problem = "is a column of row numbers, which a program added when it saved"
        return problem, "take the column out; in pandas, save with index=False"
    if not name.strip():
        return "is a column without a name", "take the column out, or name it"
    remedy = f"{nearest(columns, name)}, or take the column out"
    return "is no column of this table", remedy


def _is_curly(cell: str) -> bool:
    return cell.lstrip().startswith(CURLY)


def _row_faults(
    file: str, lines: Sequence[tuple[int, list[str]]], width: int
) -> Iterator[Fault]:
    for line, cells in lines:
        if not any(map(str.strip, cells)):
            yield Fault(file, line, None, "", "has no filled cell", "delete the line")
        elif len(cells) != width:
            problem = f"has {len(cells)} cells where the header has {width}"
            remedy = "add commas for empty cells" if len(cells) < width else IN_QUOTES
            if len(cells) > width and any(map(_is_curly, cells)):
                remedy = STRAIGHT
            yield Fault(file, line, None, ",".join(cells), problem, remedy)
