"""Know a file's format by what stands in it, never by its name."""

import csv
import re
from collections.abc import Mapping
from dataclasses import replace

from utils.errors import EventFilesError, Fault
from utils.events.beginning import Beginning, beginning
from utils.events.event_file import EventFile
from utils.events.formats import FORMATS, Format
from utils.events.formats.own import COLUMNS, own

_ENOUGH = 0.1
"""The share of the first lines that must look as the format says.

It is small, since a damaged file is better read, with its damage told, than not.
"""


def recognised(file: EventFile, named: Format | None = None) -> Format:
    """Give the format of a file, with the columns that this file has.

    Raises
    ------
    EventFilesError
        If it is none that is known, or not the one that was named.
    """
    start = beginning(file)
    forms = [_own(file, start)] if _is_own(start) else [*FORMATS.values()]
    if named is not None:
        forms = [form for form in forms if form.name == named.name]
    for form in forms:
        if columns := _columns(form, start):
            return replace(form, columns=columns)
    raise EventFilesError([_unknown(file, start, named)])


def _is_own(start: Beginning) -> bool:
    names = start.parquet or _cells(start.lines[0], ",", quoted=True)
    return {*COLUMNS} <= {*names}


def _own(file: EventFile, start: Beginning) -> Format:
    said = start.said
    if not start.parquet and len(start.lines) > 1:
        names, first = (_cells(line, ",", quoted=True) for line in start.lines[:2])
        said = dict(zip(names, first, strict=False))["format"]
    if said not in FORMATS:
        problem = "says that its rows came in a format that is not known here"
        remedy = f"known are {', '.join(FORMATS)}"
        raise EventFilesError([Fault(file.shown, 2, "format", said, problem, remedy)])
    parquet, finished = bool(start.parquet), start.finished
    return own(FORMATS[said], parquet=parquet, finished=finished)


def _columns(form: Format, start: Beginning) -> tuple[str, ...]:
    """Give the columns of a file if it is of this format, else none."""
    if start.parquet:
        return start.parquet if form.parquet else ()
    if form.header:
        return _named_columns(form, start.lines[0])
    return _counted_columns(form, start)


def _named_columns(form: Format, header: str) -> tuple[str, ...]:
    called = {other: name for name, other in form.also_called.items()}
    given = _cells(header, form.separator, quoted=True)
    names = tuple(called.get(name.strip(), name.strip()) for name in given)
    needed = {*(form.needed or form.columns)} - {*form.optional}
    return names if needed <= {*names} and len({*names}) == len(names) else ()


def _counted_columns(form: Format, start: Beginning) -> tuple[str, ...]:
    cells = [_cells(line, form.separator, quoted=form.quoted) for line in start.lines]
    # A header where none belongs is no reason not to know the rows below it.
    first = form.columns[0].lower()
    rows = [row for row in cells if row and row[0].lower() != first]
    for columns in _lengths(form):
        fitting = [row for row in rows if _fits(form.shapes, columns, row)]
        if len(fitting) > _ENOUGH * len(rows):
            return columns
    return ()


def _lengths(form: Format) -> list[tuple[str, ...]]:
    least = len(form.columns) - len(form.optional)
    return [form.columns[:n] for n in range(len(form.columns), least - 1, -1)]


def _fits(
    shapes: Mapping[str, str], columns: tuple[str, ...], row: tuple[str, ...]
) -> bool:
    if len(row) != len(columns):
        return False
    cells = dict(zip(columns, row, strict=True))
    return all(re.fullmatch(shape, cells[name]) for name, shape in shapes.items())


def _cells(line: str, separator: str, *, quoted: bool) -> tuple[str, ...]:
    if not quoted:
        return tuple(line.split(separator))
    try:
        return tuple(next(csv.reader([line], delimiter=separator), []))
    except csv.Error:
        return ()


def _unknown(file: EventFile, start: Beginning, named: Format | None) -> Fault:
    if named is not None:
        problem = f"is not {named.title} ({named.name}): {_seen(start)}"
        remedy = "leave format out to see which it is, or give another file"
    else:
        problem = f"is in no format of events that is known here: {_seen(start)}"
        remedy = f"known are {', '.join(FORMATS)} and what `convert` writes"
    return Fault(file.shown, None, None, "", problem, remedy)


def _seen(start: Beginning) -> str:
    if start.parquet:
        return f"it is Parquet with the columns {', '.join(start.parquet)[:80]}"
    line = start.lines[0]
    tabs, commas = (len(_cells(line, sign, quoted=True)) for sign in "\t,")
    columns = "column" if tabs == 1 else "columns"
    parted = f"{tabs} {columns} by tabs, {commas} by commas"
    return f"its first line has {parted} and begins {line[:40]!r}"
