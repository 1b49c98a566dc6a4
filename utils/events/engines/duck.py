"""DuckDB: the engine for what one machine holds."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock

import duckdb
import narwhals as nw
import pandas as pd

from utils.events.asking import step
from utils.events.formats.format import Format

_REJECTS = "unparsable_lines"
_SCANS = "scans_of_unparsable_lines"


class DuckEngine:
    """Reads files straight from where they lie, within a bound of memory.

    What does not fit into `memory_mb` is written to a temporary folder.
    """

    name = "duckdb"

    def __init__(self, memory_mb: int = 512, threads: int | None = None) -> None:
        self._connection, self._turn = duckdb.connect(), Lock()
        self._connection.execute(f"SET memory_limit = '{int(memory_mb)}MB'")
        self._connection.execute("SET preserve_insertion_order = false")
        # Only what could show a bar can say how far it is.
        self._connection.execute("SET enable_progress_bar = true")
        self._connection.execute("SET enable_progress_bar_print = false")
        if threads:
            self._connection.execute(f"SET threads = {int(threads)}")

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""
        return nw.from_native(self._connection.sql(_reading(files, form)))

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""
        return nw.from_native(self._connection.from_df(frame))

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it."""
        # A connection answers one question at a time, and is stopped as a whole.
        with self._turn, self._step(self._connection):
            return lazy.to_native().df()

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows."""
        if form.parquet:
            return pd.DataFrame(columns=["file", "line", "problem"])
        own = self._connection.cursor()
        noted = f"store_rejects = true, rejects_table = '{_REJECTS}'"
        scan = _reading(files, form, f"{noted}, rejects_scan = '{_SCANS}'")
        with self._step(own):
            own.execute(f"SELECT count(*) FROM ({scan})").fetchall()
        found = own.sql(
            "SELECT file_path AS file, line, min(error_type) AS problem "
            f"FROM {_REJECTS} JOIN {_SCANS} USING (scan_id, file_id) "
            "GROUP BY ALL ORDER BY ALL"
        ).df()
        own.execute(f"DROP TABLE {_REJECTS}")
        own.execute(f"DROP TABLE {_SCANS}")
        return found

    @staticmethod
    def _step(connection: duckdb.DuckDBPyConnection) -> AbstractContextManager[None]:
        def fraction() -> float | None:
            percent = connection.query_progress()
            return None if percent < 0 else percent / 100

        return step(fraction, connection.interrupt)


def _reading(files: Sequence[Path], form: Format, more: str = "") -> str:
    """Give the SQL that reads files; a line that is no row is left out."""
    listed = ", ".join(_quoted(str(path)) for path in files)
    if form.parquet:
        return f"SELECT * FROM read_parquet([{listed}])"
    columns = ", ".join(f"{_quoted(name)}: 'VARCHAR'" for name in form.columns)
    quote = '"' if form.quoted else ""
    options = [
        f"header = {str(form.header).lower()}",
        f"delim = {_quoted(form.separator)}",
        f"quote = {_quoted(quote)}, escape = {_quoted(quote)}",
        f"columns = {{{columns}}}",
        "auto_detect = false",
        more or "ignore_errors = true",
    ]
    return f"SELECT * FROM read_csv([{listed}], {', '.join(options)})"


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
