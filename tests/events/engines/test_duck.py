"""DuckDB within its bounds of memory and disk."""

import narwhals as nw
import pytest

from utils.errors import EventsError
from utils.events.engines import DuckEngine

MANY = "SELECT hash(range)::VARCHAR || repeat('x', 90) AS t FROM range(2000000)"


def sorted_last(engine):
    """Ask for what cannot be known before all texts are in order."""
    rows = nw.from_native(engine._connection.sql(MANY)).sort("t")
    return rows.with_columns(n=nw.len().over("t")).select(nw.col("n").sum())


def test_what_does_not_fit_into_memory_goes_to_the_disk(tmp_path):
    engine = DuckEngine(memory_mb=150, threads=1, spill_folder=tmp_path)
    assert engine.collected(sorted_last(engine))["n"].tolist() == [2_000_000]
    engine.close()
    assert [*tmp_path.iterdir()] == []


def test_a_full_disk_for_it_ends_in_a_sentence(tmp_path):
    engine = DuckEngine(memory_mb=100, threads=1, spill_folder=tmp_path, spill_gb=0.01)
    with pytest.raises(
        EventsError, match=r"more than the 100 MB of memory .* spill_gb"
    ):
        engine.collected(sorted_last(engine))
    one = nw.from_native(engine._connection.sql("SELECT 1 AS n"))
    assert engine.collected(one)["n"].tolist() == [1]
