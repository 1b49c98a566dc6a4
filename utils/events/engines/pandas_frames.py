"""pandas: the slow engine that is here for its plain ways, to hold others against."""

from collections.abc import Sequence
from pathlib import Path

import narwhals as nw
import pandas as pd

from utils.events.asking import refuse_if_cancelled
from utils.events.engines import lines
from utils.events.formats.format import Format


class PandasEngine:
    """Reads files whole, line by line, and works in memory as it is told.

    A question is cancelled between two steps, so that it may go on for a while.
    """

    name = "pandas"

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""
        parts = [_read(file, form) for file in files]
        return nw.from_native(pd.concat(parts, ignore_index=True)).lazy()

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""
        return nw.from_native(frame).lazy()

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it."""
        refuse_if_cancelled()
        return lazy.collect().to_pandas().reset_index(drop=True)

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows."""
        return lines.unparsable(files, form)

    def close(self) -> None:
        """Do nothing, since nothing is held."""


def _read(file: Path, form: Format) -> pd.DataFrame:
    if form.parquet:
        # DuckDB is here whatever else is; pandas has no reader of its own.
        import duckdb

        with duckdb.connect() as own:
            return own.read_parquet(str(file)).df()
    columns = list(form.columns)
    return pd.DataFrame([*lines.rows(file, form)], columns=columns, dtype="str")
