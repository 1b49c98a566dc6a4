"""Exports turned into Parquet: whole, in order, gone on with, and nothing touched."""

import gzip
import os
import signal
import subprocess
import sys
import time

import duckdb
import polars as pl
import pytest

from tests.events.engines.alike import answers, trapped_rows
from utils import events
from utils.errors import EventsCancelled, EventsError
from utils.events import convert_files
from utils.events.formats.gdelt import GDELT_REDUCED
from utils.events.formats.own import COLUMNS, MARK

WORTH = "from utils.events import convert_files as c; c.PART_BYTES = 1; "


def export(file, seed, rows=200):
    file.write_bytes(b"\n".join(trapped_rows(rows, seed)) + b"\n")
    return file


def contents(folder):
    """Give the files of a conversion and the rows of each, in their order."""
    with duckdb.connect() as own:
        return {
            str(file.relative_to(folder)): own.read_parquet(str(file)).fetchall()
            for file in sorted(folder.rglob("*.parquet"))
        }


@pytest.fixture(scope="module")
def converted(exports, tmp_path_factory):
    folder = tmp_path_factory.mktemp("parquet") / "all"
    return events.convert(exports, folder)


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_what_was_converted_answers_as_the_exports_do(exports, converted, engine):
    expected = answers(events.read(exports))
    assert answers(events.read(converted.folder, engine=engine)) == expected


def rewritten(folder, other, **cells):
    """Write each file anew with Polars, its mark kept, with other cells in all rows."""
    for file in folder.rglob("*.parquet"):
        frame = pl.read_parquet(file, hive_partitioning=False)
        frame = frame.with_columns(**{k: pl.lit(v) for k, v in cells.items()})
        new = other / file.relative_to(folder)
        new.parent.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(new, metadata=pl.read_parquet_metadata(file))
        assert MARK in pl.read_parquet_metadata(new)
    return other


def test_what_was_converted_is_taken_as_it_stands(converted):
    assert events.read(converted.folder).format.finished


def test_what_another_program_changed_is_looked_at_row_by_row(converted, tmp_path):
    other = rewritten(converted.folder, tmp_path, actor_country="")
    read = events.read(other)
    assert not read.format.finished
    assert (
        read.report().frame().set_index("why")["rows"].filter(like="no country").sum()
    )
    assert read.daily().empty


def test_rows_looked_at_once_more_count_as_they_did(converted, tmp_path):
    both = [converted.folder, rewritten(converted.folder, tmp_path, format="gdelt-2")]
    assert answers(events.read(both[1])) == answers(events.read(both[0]))
    together = events.read(both)
    assert not together.format.finished
    assert together.row_by_row().daily()["n"].sum() == (
        2 * events.read(both[0]).row_by_row().daily()["n"].sum()
    )


def test_rows_lie_by_year_in_order_of_day_and_direction(converted):
    place = [COLUMNS.index(c) for c in ("earliest", "actor_country", "target_country")]
    assert {file.split("/")[0] for file in contents(converted.folder)} == {
        "year=2017",
        "year=2018",
        "year=unknown",
    }
    for file, rows in contents(converted.folder).items():
        keys = [tuple(row[k] for k in place) for row in rows]
        assert keys == sorted(keys)
        assert {key[0][:4] or "unknown" for key in keys} == {file[5:].split("/")[0]}


def test_every_line_is_accounted_for(exports, converted):
    frame = converted.frame()
    lines = sum(
        sum(bool(line) for line in file.read_bytes().splitlines())
        for file in exports.iterdir()
    )
    assert (frame["rows"] + frame["unparsable"]).sum() == lines
    assert frame["unparsable"].sum() > 0
    assert f"{frame['unparsable'].sum():,} lines are no rows" in str(converted)


def test_a_broken_file_is_named_and_set_aside_and_the_rest_goes_on(tmp_path):
    export(tmp_path / "a", 1)
    whole = gzip.compress(export(tmp_path / "b", 2).read_bytes())
    (tmp_path / "b").write_bytes(whole[:-300])
    (tmp_path / "c").write_text("this is\nno export\n")
    found = events.convert([tmp_path / n for n in "abc"], tmp_path / "parquet")
    assert [*found.set_aside] == [str(tmp_path / "b"), str(tmp_path / "c")]
    assert "b: is damaged or cut short" in str(found)
    alone = events.read(tmp_path / "a")
    assert events.read(found.folder).daily().equals(alone.daily())


def test_what_was_set_aside_is_tried_again_when_it_was_mended(tmp_path):
    first, second = export(tmp_path / "a", 1), tmp_path / "b"
    second.write_text("nothing\n")
    events.convert([first, second], tmp_path / "parquet")
    export(second, 2)
    found = events.convert([first, second], tmp_path / "parquet")
    assert found.set_aside == {}
    both = events.read([first, second])
    assert events.read(found.folder).daily().equals(both.daily())


def test_the_same_call_again_changes_nothing(tmp_path):
    file = export(tmp_path / "a", 1)
    events.convert(file, tmp_path / "parquet")
    before = {f: f.stat().st_mtime_ns for f in (tmp_path / "parquet").rglob("*")}
    again = events.convert(file, tmp_path / "parquet")
    assert {f: f.stat().st_mtime_ns for f in again.folder.rglob("*")} == before
    assert again.frame()["rows"].sum() > 0


def test_a_file_that_changed_after_it_was_converted_is_refused(tmp_path):
    file = export(tmp_path / "a", 1)
    events.convert(file, tmp_path / "parquet")
    export(file, 2)
    with pytest.raises(EventsError, match="a has changed since it was converted"):
        events.convert(file, tmp_path / "parquet")


def test_files_of_another_format_are_set_aside(tmp_path):
    export(tmp_path / "a", 1)
    (tmp_path / "b").write_text("\t".join(GDELT_REDUCED.columns) + "\n")
    found = events.convert([tmp_path / "a", tmp_path / "b"], tmp_path / "parquet")
    assert "this conversion is of gdelt-2" in found.set_aside[str(tmp_path / "b")]


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path):
    file = export(tmp_path / "a", 1)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(EventsError, match="has files that no conversion made"):
        events.convert(file, tmp_path / "mine")
    assert [f.name for f in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_file_larger_than_the_free_disk_is_refused_before_anything_is_written(
    tmp_path,
):
    file = export(tmp_path / "a", 1)
    os.truncate(file, 1 << 43)
    with pytest.raises(
        EventsError, match=r"8,796\.1 GB of text .* Nothing was written"
    ):
        events.convert(file, tmp_path / "parquet")
    assert [f.name for f in tmp_path.iterdir()] == ["a"]


def test_the_exports_are_left_as_they_were(tmp_path):
    file = export(tmp_path / "a", 1)
    before = file.read_bytes(), file.stat().st_mtime_ns
    events.convert(tmp_path, tmp_path / "parquet")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_progress_names_each_file(tmp_path):
    files = [export(tmp_path / name, 1) for name in "ab"]
    said = []
    events.convert(files, tmp_path / "parquet", progress=said.append)
    assert said == ["1 of 2: a", "2 of 2: b"]


def test_a_conversion_is_cancelled_and_gone_on_with(tmp_path, monkeypatch):
    monkeypatch.setattr(convert_files, "PART_BYTES", 1)
    files = [export(tmp_path / f"{n}", n) for n in range(4)]
    asked = None

    def cancel_at_the_third(said):
        if said.startswith("3"):
            asked.cancel()

    asked = events.ask(
        events.convert, files, tmp_path / "cut", progress=cancel_at_the_third
    )
    with pytest.raises(EventsCancelled):
        asked.result(60)
    assert contents(tmp_path / "cut")
    assert not [*(tmp_path / "cut").rglob(".*")]
    events.convert(files, tmp_path / "cut")
    events.convert(files, tmp_path / "whole")
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_a_conversion_that_was_killed_is_gone_on_with(tmp_path, monkeypatch):
    files = [export(tmp_path / f"{n}", n, 100) for n in range(8)]
    given, folder = [*map(str, files)], str(tmp_path / "cut")
    call = f"{WORTH}c.convert({given}, {folder!r})"
    process = subprocess.Popen([sys.executable, "-c", call])
    journal = tmp_path / "cut" / "_converted"
    until = time.monotonic() + 120
    while len([*journal.glob("*.json")]) < 2 and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert 2 <= len([*journal.glob("*.json")]) < 8
    monkeypatch.setattr(convert_files, "PART_BYTES", 1)
    found = events.convert(files, tmp_path / "cut")
    assert len(found.frame()) == 8
    events.convert(files, tmp_path / "whole")
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
    assert not [*(tmp_path / "cut").rglob(".*")]
