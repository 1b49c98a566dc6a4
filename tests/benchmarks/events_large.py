"""Benchmark: ten million events as text and as Parquet, time and memory.

It writes some 6 GB into a temporary folder (TMPDIR says where), or keeps them in the
folder that DEMARCHE_EVENTS names, for the next time.
"""

import os
import tempfile
from pathlib import Path
from time import perf_counter

from tests.benchmarks.events import ROUNDS, in_turn, measured, targets
from tests.benchmarks.timing import judged
from utils import events

ROWS = 10_000_000
OURS = ("our layer", "DuckDB by hand", "each act once", "report")


def main() -> int:
    """Print the times; give 1 if a target is missed."""
    if kept := os.environ.get("DEMARCHE_EVENTS"):
        return both(Path(kept))
    with tempfile.TemporaryDirectory(prefix="events-bench-") as folder:
        return both(Path(folder))


def both(folder: Path) -> int:
    """Time text and Parquet."""
    missed = measured(folder, (100_000, 1_000_000, ROWS), ROUNDS)
    text = folder / f"{ROWS}.csv"
    begun = perf_counter()
    converted = events.convert(text, folder / "parquet").folder
    size_mb = sum(file.stat().st_size for file in converted.rglob("*.parquet")) / 1e6
    print(
        f"\nconverted in {perf_counter() - begun:.0f} s; {size_mb:,.0f} MB of Parquet"
    )
    took = in_turn(OURS, converted, 1)
    missed |= judged(targets(took))
    print("\nof text")
    in_turn(OURS[2:], text, 1)
    return missed
