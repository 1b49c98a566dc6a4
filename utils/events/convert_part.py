"""Turn some files into Parquet, sorted, a file for each year."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import narwhals as nw

from utils.events.canonical import canonical
from utils.events.convert_journal import UNFINISHED, Source, name_of
from utils.events.engines.duck import DuckEngine
from utils.events.engines.duck_reading import quoted
from utils.events.engines.spark_session import first_line
from utils.events.formats.format import Format
from utils.events.formats.own import MARK, as_written, finished_mark

SORTED_BY = ("earliest", "actor_country", "target_country", "event_id")
_PARQUET = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880"


@dataclass(frozen=True)
class Opened:
    """A source and what it holds, unpacked, each with the format of its columns."""

    source: Source
    files: tuple[tuple[Path, Format], ...]


@dataclass(frozen=True)
class _Target:
    """Where a part goes, and the mark that its files bear."""

    folder: Path
    name: str
    mark: str

    @property
    def packing(self) -> str:
        return f"{_PARQUET}, KV_METADATA {{{quoted(MARK)}: {quoted(self.mark)}}}"


def write_part(
    folder: Path, opened: Sequence[Opened], engine: DuckEngine
) -> tuple[list[Source], list[str]]:
    """Write what some files hold; give these with their counts, and what was written.

    A file that cannot be read gets a `problem`. A file that is not whole yet has a
    name that begins with a point.
    """
    name = name_of(each.source for each in opened)
    aside = Path(tempfile.mkdtemp(prefix=".unsorted-", dir=folder))
    try:
        sources = [_unsorted(each, engine, aside) for each in opened]
        whole = sorted(aside.glob("*.parquet"))
        if not whole:
            return sources, []
        target = _Target(folder, name, finished_mark(opened[0].files[0][1]))
        return sources, _by_year(whole, target, engine)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _unsorted(opened: Opened, engine: DuckEngine, aside: Path) -> Source:
    """Write the rows of one source as they come, and count them."""
    source, file = opened.source, aside / f"{name_of([opened.source])}.unsorted"
    parts = [
        as_written(canonical(engine.rows([path], form), form, engine), form)
        for path, form in opened.files
    ]
    told = nw.concat(parts).to_native()
    try:
        with engine.at_work():
            # The rows are sorted and packed tightly in the next step.
            told.write_parquet(str(file), compression="snappy")
    except duckdb.Error as why:
        return replace(source, problem=f"{source.path}: {first_line(why)}")
    ((rows,),) = engine.asked(f"SELECT count(*) FROM {_read([file])}")
    file.rename(file.with_suffix(".parquet"))
    bad = sum(len(engine.unparsable([path], form)) for path, form in opened.files)
    return replace(source, rows=rows, unparsable=bad)


def _by_year(
    unsorted: Sequence[Path], target: _Target, engine: DuckEngine
) -> list[str]:
    source, year = _read(unsorted), "left(earliest, 4)"
    years = engine.asked(f"SELECT DISTINCT {year} AS year FROM {source} ORDER BY year")
    outputs = []
    for (each,) in years:
        output = f"year={each or 'unknown'}/{target.name}.parquet"
        rows = f"SELECT * FROM {source} WHERE {year} = {quoted(each)}"
        file = target.folder / output
        _write_sorted(rows, (file, target.packing), engine)
        outputs.append(output)
    return outputs


def _write_sorted(rows: str, into: tuple[Path, str], engine: DuckEngine) -> None:
    file, packing = into
    file.parent.mkdir(exist_ok=True)
    unfinished = file.with_name(f".{file.stem}{UNFINISHED}")
    order = ", ".join(SORTED_BY)
    target = f"{quoted(str(unfinished))} ({packing})"
    engine.asked("SET preserve_insertion_order = true")
    try:
        engine.asked(f"COPY ({rows} ORDER BY {order}) TO {target}")
    finally:
        engine.asked("SET preserve_insertion_order = false")
    with unfinished.open("rb+") as stream:
        os.fsync(stream.fileno())
    unfinished.replace(file)


def _read(files: Sequence[Path]) -> str:
    listed = ", ".join(quoted(str(file)) for file in files)
    return f"read_parquet([{listed}])"
