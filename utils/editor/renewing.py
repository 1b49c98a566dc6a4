"""Read the files of a case anew and lay the edits on what is there now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from utils.editor.document import Document
from utils.editor.record import Record
from utils.editor.saving import BACKUP
from utils.editor.table import Table
from utils.errors import EditError
from utils.told import Told


@dataclass(frozen=True)
class Renewed(Told):
    """How many edited rows came along, and where those are that could not."""

    n_kept: int
    n_apart: int = 0
    files: tuple[Path, ...] = ()

    def __str__(self) -> str:
        rows = f"{self.n_kept} edited row{'s' if self.n_kept != 1 else ''}"
        said = f"The files were loaded anew; {rows} stand as you left them."
        if not self.n_apart:
            return said
        kept = ", ".join(f"{it.parent.name}/{it.name}" for it in self.files)
        were = "row was" if self.n_apart == 1 else "rows were"
        return (
            f"{said} {self.n_apart} {were} changed on disk as well and are shown as on "
            f"disk; your version is in {kept}."
        )


def renew(document: Document) -> Renewed:
    """Read the folder anew and make every edit again on the rows as they are now.

    A row that was edited here and changed on disk too is taken from the disk; ours
    is written to a file `unsaved` in `backup/`. What was undone is forgotten.

    Raises
    ------
    CaseError
        If a table cannot be read any more; the document is as it was then.
    EditError
        If our version of a row cannot be written; the document is as it was then.
    """
    fresh = Document(document.folder, codebook=document.codebook)
    tables, apart, n_kept = dict(fresh.saved), dict[str, list[Record]](), 0
    for name in tables.keys() & document.tables.keys():
        before, after = document.saved[name], document.tables[name]
        tables[name], apart[name], n = _merged(before, after, fresh.saved[name])
        n_kept += n
    apart = {name: records for name, records in apart.items() if records}
    files = tuple(_set_aside(document, apart))
    if n_kept:
        fresh.history.put(tables, "your edits, after the files were loaded anew")
    document.become(fresh)
    return Renewed(n_kept, sum(map(len, apart.values())), files)


def _merged(
    before: Table, after: Table, fresh: Table
) -> tuple[Table, list[Record], int]:
    """Make the edits from `before` to `after` on a fresh table where they still fit.

    Returns the table, the edited rows that do not fit, and how many do.
    """
    on_disk = {record.cells: record.number for record in fresh.filled()}
    apart, n = list[Record](), 0
    for number in before.places.keys() - after.places.keys():
        if there := on_disk.get(before.record(number).cells):
            fresh, n = fresh.without(there), n + 1
    for record in after.filled():
        old = before.places.get(record.number)
        changes = _changes(before, after, record)
        there = on_disk.get(before.records[old].cells) if old is not None else None
        if not changes and old is not None:
            continue
        try:
            fresh = _made(fresh, there if old is not None else 0, changes)
            n += 1
        except EditError:
            apart.append(record)
    return fresh, apart, n


def _changes(before: Table, after: Table, record: Record) -> dict[str, str]:
    now = after.row(record)
    if record.number not in before.places:
        return {column: now[column] for column in after.columns}
    old = before.row(before.record(record.number))
    return {column: now[column] for column in now if now[column] != old[column]}


def _made(fresh: Table, there: int | None, changes: dict[str, str]) -> Table:
    """Change the row that is there, or add one where the number is 0."""
    if there is None:
        raise EditError("The row is another one on disk.")
    return fresh.but(there, changes) if there else fresh.plus(changes)[0]


def _set_aside(document: Document, apart: dict[str, list[Record]]) -> Iterator[Path]:
    """Write rows with the header of their table to files of their own."""
    stamp = datetime.now().strftime("%Y-%m-%dT%H%M%S")
    folder = document.folder / BACKUP
    for name, records in apart.items():
        path = folder / f"unsaved-{name}.{stamp}.csv"
        raws = [document.tables[name].header.raw, *(it.raw for it in records)]
        text = "".join(
            raw if raw.endswith(("\r", "\n")) else raw + "\n" for raw in raws
        )
        try:
            folder.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        except OSError as why:
            raise EditError(
                f"Nothing was loaded anew: {path} cannot be written ({why.strerror})."
            ) from why
        yield path
