"""DuckDB: the engine for what one machine holds."""

import shutil
import tempfile
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd

from utils.errors import EventsError
from utils.events.asking import step
from utils.events.engines import lines
from utils.events.engines.duck_reading import reading
from utils.events.formats.format import Format


class DuckEngine:
    """Reads files straight from where they lie, within a bound of memory.

    What does not fit into `memory_mb` is written to a temporary folder, which is
    made in `spill_folder` (without it, where the system keeps such files) and may
    grow to `spill_gb` (without it, to nine tenths of what is free there). `threads`
    are those of the machine unless told.
    """

    name = "duckdb"

    def __init__(
        self,
        memory_mb: int = 512,
        threads: int | None = None,
        *,
        spill_folder: str | Path | None = None,
        spill_gb: float | None = None,
    ) -> None:
        self._connection, self._turn = duckdb.connect(), Lock()
        self._memory_mb = int(memory_mb)
        self._folder = Path(tempfile.mkdtemp(prefix="events-duckdb-", dir=spill_folder))
        away = partial(shutil.rmtree, self._folder, ignore_errors=True)
        self._away = weakref.finalize(self, away)
        settings = {
            "memory_limit": f"{self._memory_mb}MB",
            "temp_directory": str(self._folder),
            "preserve_insertion_order": False,
            # Only what could show a bar can say how far it is.
            "enable_progress_bar": True,
            "enable_progress_bar_print": False,
            # A text file is taken for small, and would be held in memory to be joined
            # with a list of codes; here the second table is always the small one.
            "disabled_optimizers": "build_side_probe_side",
        }
        if threads:
            settings["threads"] = int(threads)
        if spill_gb is not None:
            settings["max_temp_directory_size"] = f"{int(spill_gb * 1e9)}B"
        for setting, value in settings.items():
            self._connection.execute(f"SET {setting} = ?", [value])

    def close(self) -> None:
        """Free the memory and the temporary folder; after that it cannot be asked."""
        self._connection.close()
        self._away()

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""
        return nw.from_native(self._connection.sql(reading(files, form, self._folder)))

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""
        return nw.from_native(self._connection.from_df(frame))

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it.

        Raises
        ------
        EventsError
            If memory or the disk for what does not fit into it is full.
        """
        with self.at_work():
            return lazy.to_native().df()

    def asked(self, sql: str) -> list[tuple[Any, ...]]:
        """Carry out a question in DuckDB's own words; give the rows of its answer."""
        with self.at_work():
            return self._connection.execute(sql).fetchall()

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows."""
        return lines.unparsable(files, form)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let one question at a time be watched and stopped, and name what is full."""

        def fraction() -> float | None:
            percent = self._connection.query_progress()
            return None if percent < 0 else percent / 100

        # A connection answers one question at a time, and is stopped as a whole.
        with self._turn, step(fraction, self._connection.interrupt):
            try:
                yield
            except duckdb.OutOfMemoryException:
                raise self._full() from None
            except duckdb.IOException as why:
                if "No space left" not in str(why):
                    raise
                raise self._full() from None

    def _full(self) -> EventsError:
        free_gb = shutil.disk_usage(self._folder).free / 1e9
        return EventsError(
            f"DuckDB needs more than the {self._memory_mb} MB of memory it may take "
            f"and than it may write beside them in {self._folder.parent} "
            f"({free_gb:.1f} GB are free): choose fewer events, give memory_mb or "
            "spill_gb more, or name a spill_folder on a larger disk."
        )
