"""The SQL by which DuckDB reads files, so that it takes for rows what `lines` does."""

import csv
import hashlib
from collections.abc import Sequence
from pathlib import Path

import duckdb

from utils.events.engines import lines
from utils.events.formats.format import Format

_NO_CELL = "\x02\x1e\x02"
"""What stands for no text. Were it an empty cell, DuckDB would take any number of
empty cells too many at the end of a line.
"""


def reading(files: Sequence[Path], form: Format, folder: Path) -> str:
    """Give the SQL that reads files; `folder` is for copies of what is unsound.

    DuckDB reads plain files at once. Of others it would read other rows, by which
    columns are asked for, or none: their lines are split by themselves. What is
    quoted and not sound is copied without what is no row.
    """
    if form.parquet:
        return (
            f"SELECT * FROM read_parquet([{_listed(files)}], hive_partitioning = false)"
        )
    if form.quoted:
        sound = [file if _is_sound(file, form) else _copy(file, form, folder)
                 for file in files]  # fmt: skip
        return _at_once(sound, form)
    plain = [file for file in files if lines.is_plain(file)]
    others = [file for file in files if file not in {*plain}]
    parts = [_at_once(plain, form)] if plain else []
    parts += [_line_by_line(others, form)] if others else []
    return " UNION ALL ".join(parts)


def _at_once(files: Sequence[Path], form: Format, leave_out: bool = True) -> str:
    columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in form.columns)
    read = _csv(files, form, columns, form.separator)
    return f"SELECT * FROM {read}, ignore_errors = {str(leave_out).lower()})"


def _line_by_line(files: Sequence[Path], form: Format) -> str:
    cells = ", ".join(
        f'cells[{place}] AS "{name}"' for place, name in enumerate(form.columns, 1)
    )
    # No line holds a line feed, so that each is one cell.
    whole = _csv(files, form, "'line': 'VARCHAR'", "\n")
    split = f"string_split(line, {quoted(form.separator)})"
    return (
        f"SELECT {cells} FROM (SELECT {split} AS cells FROM "
        f"{whole}, ignore_errors = true, strict_mode = false)) "
        f"WHERE len(cells) = {len(form.columns)}"
    )


def _csv(files: Sequence[Path], form: Format, columns: str, separator: str) -> str:
    quote = quoted('"' if form.quoted else "")
    return (
        f"read_csv([{_listed(files)}], columns = {{{columns}}}, auto_detect = false, "
        f"header = {str(form.header).lower()}, delim = {quoted(separator)}, "
        f"quote = {quote}, escape = {quote}, nullstr = {quoted(_NO_CELL)}, "
        f"max_line_size = {lines.LONGEST_BYTES}"
    )


def _is_sound(file: Path, form: Format) -> bool:
    """Say whether DuckDB finds nothing wrong with a quoted file."""
    if not lines.is_plain(file):
        return False
    with duckdb.connect() as own:
        every_cell = f"SELECT count(COLUMNS(*)) FROM ({_at_once([file], form, False)})"
        try:
            own.execute(every_cell).fetchall()
        except duckdb.Error:
            return False
    return True


def _copy(file: Path, form: Format, folder: Path) -> Path:
    """Write the rows of a file beside each other, without what is no row."""
    status = file.stat()
    known = f"{file} {status.st_size} {status.st_mtime_ns}"
    copy = folder / f"{hashlib.sha256(known.encode()).hexdigest()[:20]}.csv"
    if not copy.exists():
        unfinished = copy.with_suffix(".unfinished")
        with unfinished.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream, delimiter=form.separator, lineterminator="\n")
            writer.writerows([form.columns] if form.header else [])
            writer.writerows(lines.rows(file, form))
        unfinished.rename(copy)
    return copy


def _listed(files: Sequence[Path]) -> str:
    return ", ".join(quoted(str(path)) for path in files)


def quoted(text: str) -> str:
    """Give a text as SQL writes it."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
