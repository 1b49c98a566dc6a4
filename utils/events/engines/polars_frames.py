"""Polars: an engine for what memory holds, much of it at once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd

from utils.errors import EventsError
from utils.events.asking import step
from utils.events.engines import lines
from utils.events.formats.format import Format


class PolarsEngine:
    """Reads files lazily, and works in memory.

    Raises
    ------
    EventsError
        If Polars is not installed.
    """

    name = "polars"

    def __init__(self) -> None:
        try:
            import polars
        except ImportError:
            raise EventsError(
                "The engine polars needs the package polars: install it with "
                "pip install polars, or take the engine duckdb, which is here."
            ) from None
        self._polars = polars

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""
        if form.parquet:
            found = self._polars.scan_parquet(list(files), hive_partitioning=False)
            return nw.from_native(found)
        read = [self._plain if _splits(file, form) else self._checked for file in files]
        parts = [way(file, form) for way, file in zip(read, files, strict=True)]
        return nw.from_native(self._polars.concat(parts))

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""
        columns = {name: frame[name].tolist() for name in frame}
        return nw.from_native(self._polars.LazyFrame(columns))

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it."""
        query = lazy.to_native().collect(background=True)
        with step(lambda: None, query.cancel):
            return pd.DataFrame(query.fetch_blocking().to_dict(as_series=False))

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows."""
        return lines.unparsable(files, form)

    def close(self) -> None:
        """Do nothing, since nothing is held."""

    def _plain(self, file: Path, form: Format) -> Any:
        pl = self._polars
        line = pl.col("line").str.strip_chars_end("\r").str.strip_prefix("\ufeff")
        short = pl.col("line").str.len_bytes() <= lines.LONGEST_BYTES
        found = pl.scan_lines(file).slice(int(form.header)).select(line).filter(short)
        cells = found.select(cells=pl.col("line").str.split(form.separator))
        cells = cells.filter(pl.col("cells").list.len() == len(form.columns))
        given = enumerate(form.columns)
        return cells.select(
            pl.col("cells").list.get(k).alias(name) for k, name in given
        )

    def _checked(self, file: Path, form: Format) -> Any:
        schema = dict.fromkeys(form.columns, self._polars.String)
        found = [*lines.rows(file, form)]
        return self._polars.LazyFrame(found, schema=schema, orient="row")


def _splits(file: Path, form: Format) -> bool:
    return not form.quoted and lines.is_plain(file)
