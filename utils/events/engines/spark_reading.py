"""How Spark reads files, so that it takes for rows what `lines` does."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from utils.errors import EventsError
from utils.events.engines import lines
from utils.events.formats.format import Format

MOST_QUOTED_MB = 256


def reading(session: Any, files: Sequence[Path], form: Format) -> Any:
    """Give the frame of files with the columns of their format, all text.

    A quoted row may go on over lines, which no worker could tell from a part of a
    file; such files are read here.

    Raises
    ------
    EventsError
        If quoted files are too large for that.
    """
    if form.parquet:
        return session.read.parquet(*map(_path, files))
    if form.quoted:
        return _read_here(session, files, form)
    return _split(session, files, form)


def _split(session: Any, files: Sequence[Path], form: Format) -> Any:
    from pyspark.sql import functions as F

    value = F.col("value")
    read = session.read.text([*map(_path, files)])
    found = read.select(value, "_metadata.file_path", "_metadata.file_block_start")
    marked = value.startswith("\ufeff") & (F.col("file_block_start") == 0)
    found = found.withColumn(
        "value",
        F.when(marked, value.substr(F.lit(2), F.length(value))).otherwise(value),
    )
    if form.header:
        found = _below_header(found)
    short = F.octet_length(value) <= lines.LONGEST_BYTES
    kept = found.where(F.is_valid_utf8(value) & short)
    cells = kept.select(F.split(value, re.escape(form.separator), -1).alias("cells"))
    whole = cells.where(F.size("cells") == len(form.columns))
    given = enumerate(form.columns)
    return whole.select(*(F.col("cells")[k].alias(name) for k, name in given))


def _below_header(found: Any) -> Any:
    """Leave out the first line of each file, which only the first part of it has."""
    from pyspark.sql import functions as F

    numbered = found.withColumn("place", F.monotonically_increasing_id())
    begins = numbered.where((F.col("file_block_start") == 0) & (F.col("value") != ""))
    first = begins.groupBy("file_path").agg(F.min("place").alias("place"))
    return numbered.join(F.broadcast(first.select("place")), "place", "left_anti")


def _read_here(session: Any, files: Sequence[Path], form: Format) -> Any:
    size_mb = sum(file.stat().st_size for file in files) / 1e6
    if size_mb > MOST_QUOTED_MB:
        raise EventsError(
            f"Spark reads at most {MOST_QUOTED_MB} MB of quoted text, and these files "
            f"have {size_mb:,.0f} MB: convert them once with events.convert, and read "
            "the folder that comes of it."
        )
    rows = [tuple(cells) for file in files for cells in lines.rows(file, form)]
    schema = ", ".join(f"`{name}` string" for name in form.columns)
    return session.createDataFrame(rows, schema)


def _path(file: Path) -> str:
    """Give a path as Spark reads it, in which some signs stand for many files."""
    return "file://" + re.sub(r"([][{}*?\\])", r"\\\1", str(file.resolve()))
