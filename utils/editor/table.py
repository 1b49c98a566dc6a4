"""A CSV file as rows that keep their bytes."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from utils.editor.record import Record, new_record, record_of, refuse_unwritable
from utils.errors import CaseError, EditError, Fault, nearest
from utils.tables.opening import BYTE_ORDER_MARK, text_of
from utils.tables.quotes import stray_quotes
from utils.tables.reading import IN_QUOTES, QUOTE_RULE, Sheet, sheet_of
from utils.tables.schema import CASE_TABLES


@dataclass(frozen=True, eq=False)
class Table:
    """The rows of one file; every change gives another table.

    `name` is that of the table (`actions`), `mark` the byte order mark or nothing,
    `records` all rows below the header, blank ones among them.
    """

    name: str
    mark: bytes
    header: Record
    records: tuple[Record, ...]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that a case has and this file gives."""
        return tuple(it for it in CASE_TABLES[self.name] if it in self.header.cells)

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        text = "".join(it.raw for it in (self.header, *self.records))
        return self.mark + text.encode()

    @cached_property
    def places(self) -> dict[int, int]:
        """The place of each row among the records, by its number."""
        return {record.number: place for place, record in enumerate(self.records)}

    @cached_property
    def lines(self) -> dict[int, int]:
        """The number of the row that begins on each line of the file."""
        return {line: record.number for line, record in self._numbered()}

    @cached_property
    def line_of(self) -> dict[int, int]:
        """The line on which each row begins, by its number."""
        return {number: line for line, number in self.lines.items()}

    @cached_property
    def sheet(self) -> Sheet:
        """The file as the checks read it."""
        rows = [(line, list(record.cells)) for line, record in self._numbered()]
        lines = [(1, list(self.header.cells)), *rows]
        return sheet_of(lines, list(CASE_TABLES[self.name]), self.file)

    def filled(self) -> Iterator[Record]:
        """Give the rows that are not blank."""
        return (record for record in self.records if record.is_filled)

    def record(self, number: int) -> Record:
        """Give a row by its number.

        Raises
        ------
        EditError
            If the row is gone.
        """
        if number not in self.places:
            raise EditError(f"That row of {self.file} is gone. Choose another.")
        return self.records[self.places[number]]

    def cell(self, record: Record, column: str) -> str:
        """Give one cell; a column or a cell that is not there is empty."""
        place = self._place(column)
        return record.cells[place] if -1 < place < len(record.cells) else ""

    def row(self, record: Record) -> dict[str, str]:
        """Give a row by the names of its columns."""
        return {column: self.cell(record, column) for column in CASE_TABLES[self.name]}

    def but(self, number: int, changes: Mapping[str, str]) -> "Table":
        """Give the table with some cells of a row changed, by the column.

        Raises
        ------
        EditError
            If there is no such row or column, or the row has too many or too few cells.
        """
        old = self.record(number)
        self._refuse(old, changes)
        cells = {self._place(column): value for column, value in changes.items()}
        return self._with(number, (old.but(cells),))

    def plus(self, row: Mapping[str, str]) -> tuple["Table", int]:
        """Give the table with one row more below its last one, and the row's number."""
        for column, value in row.items():
            self._refuse_column(column)
            refuse_unwritable(value)
        cells = [row.get(column, "") for column in self.header.cells]
        place = self._after_last()
        before = (self.header, *self.records)[place]
        added = new_record(cells, before.end)
        return self._inserted(place, added), added.number

    def restored(self, saved: "Table", number: int) -> "Table":
        """Give the table with a row as it was in `saved`, be it changed or gone."""
        old = saved.record(number)
        if number in self.places:
            return self._with(number, (old,))
        earlier = saved.records[: saved.places[number]]
        here = [self.places[it.number] for it in earlier if it.number in self.places]
        return self._inserted(here[-1] + 1 if here else 0, old)

    def without(self, number: int) -> "Table":
        """Give the table with one row less."""
        self.record(number)
        return self._with(number, ())

    def holding(self, test: Callable[[Record], bool]) -> list[Record]:
        """Give the filled rows for which something is true."""
        return [record for record in self.filled() if test(record)]

    def _numbered(self) -> Iterator[tuple[int, Record]]:
        line = 1 + self.header.n_lines
        for record in self.records:
            yield line, record
            line += record.n_lines

    def _place(self, column: str) -> int:
        cells = self.header.cells
        return cells.index(column) if column in cells else -1

    def _after_last(self) -> int:
        """Count the rows up to the last filled one."""
        places = [n for n, record in enumerate(self.records, 1) if record.is_filled]
        return places[-1] if places else 0

    def _inserted(self, place: int, record: Record) -> "Table":
        """Put a row after so many others; only the last of all may lack a line end."""
        rows = [self.header, *self.records]
        rows.insert(place + 1, record)
        end = self.header.end or "\n"
        whole = [it if it.end else replace(it, raw=it.raw + end) for it in rows[:-1]]
        return replace(self, header=whole[0], records=(*whole[1:], rows[-1]))

    def _with(self, number: int, instead: tuple[Record, ...]) -> "Table":
        place = self.places[number]
        records = (*self.records[:place], *instead, *self.records[place + 1 :])
        return replace(self, records=records)

    def _refuse(self, record: Record, changes: Mapping[str, str]) -> None:
        n, wanted = len(record.cells), len(self.header.cells)
        if n != wanted:
            raise EditError(
                f"The row has {n} cells where the header of {self.file} has {wanted}, "
                f"so its cells cannot be told apart. Mend the line in the file: "
                f"{IN_QUOTES}."
            )
        for column, value in changes.items():
            self._refuse_column(column)
            refuse_unwritable(value)

    def _refuse_column(self, column: str) -> None:
        if column not in self.columns:
            raise EditError(
                f"{self.file} has no column {column!r}: "
                f"{nearest(self.columns, column)}. Add it to the header of the file."
            )


def read_table(path: Path, name: str, largest_file_mb: float) -> Table:
    """Read a file so that every byte of it can be given back.

    Raises
    ------
    CaseError
        If the file is no readable CSV: missing, in another encoding, with other
        signs than commas between its cells, or with a stray quote.
    """
    text = text_of(path, largest_file_mb)
    raw = path.read_bytes()
    if stray := list(stray_quotes(text)):
        faults = [Fault(path.name, n, None, "", it, QUOTE_RULE) for n, it in stray]
        raise CaseError(path.name, faults)
    mark = BYTE_ORDER_MARK if raw.startswith(BYTE_ORDER_MARK) else b""
    header, *records = _records(text, path.name)
    return Table(name, mark, header, tuple(records))


def _records(text: str, file: str) -> Iterator[Record]:
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, strict=True)
    before = 0
    try:
        for cells in reader:
            yield record_of("".join(lines[before : reader.line_num]), cells)
            before = reader.line_num
    except csv.Error as why:
        problem = f"cannot be read ({why})"
        fault = Fault(file, before + 1, None, "", problem, "mend the line")
        raise CaseError(file, [fault]) from None
