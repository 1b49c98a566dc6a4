"""What a file of events begins with: its first lines, or what Parquet says of it."""

from dataclasses import dataclass

from utils.errors import EventFilesError
from utils.events.event_file import EventFile
from utils.events.unpacking import refused

BYTES = 1 << 17
LINES = 100
"""How much of a file is looked at to know it."""


@dataclass(frozen=True)
class Beginning:
    """The first lines of a text file, or the columns of a Parquet file.

    `said` is the name of a format where the file itself says it.
    """

    lines: tuple[str, ...] = ()
    parquet: tuple[str, ...] = ()
    said: str = ""


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

    try:
        with duckdb.connect() as own:
            rows = own.read_parquet(str(file.path))
            named = rows.select("format").limit(1).fetchall() if _says(rows) else []
            return Beginning((), tuple(rows.columns), named[0][0] if named else "")
    except duckdb.Error as why:
        raise _damaged(file, why) from None


def _says(rows: object) -> bool:
    return "format" in getattr(rows, "columns", ())


def _damaged(file: EventFile, why: Exception) -> EventFilesError:
    first = str(why).splitlines()[0]
    problem = f"is a damaged Parquet file ({first})"
    return refused(file.shown, problem, "make the file again")
