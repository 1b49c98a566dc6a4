"""What a file of events begins with: its first lines, or what Parquet says of it."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from utils.errors import EventFilesError
from utils.events.event_file import EventFile
from utils.events.formats.own import COLUMNS, MARK, MARK_VERSION
from utils.events.unpacking import refused

if TYPE_CHECKING:
    import duckdb

BYTES = 1 << 17
LINES = 100
"""How much of a file is looked at to know it."""


@dataclass(frozen=True)
class Beginning:
    """The first lines of a text file, or the columns of a Parquet file.

    `said` is the name of a format where the file itself says it. A `finished` file is
    as `convert` wrote it.
    """

    lines: tuple[str, ...] = ()
    parquet: tuple[str, ...] = ()
    said: str = ""
    finished: bool = False


def beginning(file: EventFile) -> Beginning:
    """Read what a file begins with.

    Raises
    ------
    EventFilesError
        If it is empty, no text, UTF-16, or a damaged Parquet file.
    """
    raw = _start(file)
    if raw.startswith(b"PAR1"):
        return _parquet(file)
    if not raw.removeprefix(b"\xef\xbb\xbf").strip():
        raise refused(file.shown, "is empty", "give a file with rows")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refused(file.shown, "is UTF-16, not UTF-8", "save it as UTF-8")
    if b"\x00" in raw:
        raise refused(file.shown, "is no text but binary", "give a file of events")
    whole = len(raw) < BYTES
    lines = raw.decode("utf-8-sig", "replace").splitlines()
    return Beginning(tuple(lines[: None if whole or len(lines) < 2 else -1][:LINES]))


def _start(file: EventFile) -> bytes:
    try:
        with file.path.open("rb") as opened:
            return opened.read(BYTES)
    except OSError as why:
        problem = f"cannot be opened ({why.strerror})"
        raise refused(file.shown, problem, "make it a file you may read") from None


def _parquet(file: EventFile) -> Beginning:
    import duckdb

    path = str(file.path)
    try:
        with _asking().cursor() as asked:
            rows = asked.read_parquet(path)
            columns = tuple(rows.columns)
            if columns == COLUMNS and (said := _finished(asked, path)):
                return Beginning((), columns, said, finished=True)
            named = "format" in columns and rows.select("format").limit(1).fetchall()
            return Beginning((), columns, named[0][0] if named else "")
    except duckdb.Error as why:
        raise _damaged(file, why) from None


@cache
def _asking() -> "duckdb.DuckDBPyConnection":
    """Give one connection for all files, since to make one takes longer than to ask."""
    import duckdb

    return duckdb.connect(config={"threads": 1})


def _finished(asked: "duckdb.DuckDBPyConnection", path: str) -> str:
    """Give the format that a finished file says it came in, else nothing.

    What another program wrote is looked at row by row, since it may have kept the mark
    of a file whose rows it changed.
    """
    found = asked.execute(
        "SELECT value, created_by FROM parquet_kv_metadata(?), "
        "parquet_file_metadata(?) WHERE key = ?::BLOB",
        [path, path, MARK],
    ).fetchall()
    for mark, made_by in found:
        version, _, name = bytes(mark).decode("utf-8", "replace").partition(" ")
        if version == MARK_VERSION and str(made_by).startswith("DuckDB"):
            return name
    return ""


def _damaged(file: EventFile, why: Exception) -> EventFilesError:
    first = str(why).splitlines()[0]
    problem = f"is a damaged Parquet file ({first})"
    return refused(file.shown, problem, "make the file again")
