"""Benchmark: events added up by our layer, by hand-written SQL and by others.

Each way runs in a process of its own, which says how much memory it took; answers are
compared before times are printed. A rival that is not installed is named and left out:
`pip install --group bench` adds them. `events_large` does the same at 10^7 rows.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from tests.benchmarks.event_rows import write_export
from tests.benchmarks.event_ways import WAYS
from tests.benchmarks.timing import judged

ROUNDS = 3
RIVALS = ("our layer", "DuckDB by hand", "Polars", "pandas by chunks", "Dask")
FIRST = "from utils import events; events.read({file!r}).daily()"
Took = dict[str, float]


def main() -> int:
    """Print the times at 10^5 and 10^6 rows; give 1 if a target is missed."""
    with tempfile.TemporaryDirectory(prefix="events-bench-") as folder:
        return measured(Path(folder), (100_000, 1_000_000), ROUNDS)


def measured(folder: Path, sizes: Sequence[int], rounds: int) -> int:
    """Time every way on files of these sizes; growth is from the first to the last."""
    took = {}
    for rows in sizes:
        file = write_export(folder / f"{rows}.csv", rows)
        print(f"\n{rows:,} rows, {file.stat().st_size / 1e6:,.0f} MB of text")
        took[rows] = in_turn(RIVALS, file, rounds if rows < 10_000_000 else 1)
    small, large = (took[rows]["our layer"] for rows in (sizes[0], sizes[-1]))
    start_s = started(folder / f"{sizes[0]}.csv")
    print(f"\nstart: {start_s:.1f} s from nothing to a first answer, {sizes[0]:,} rows")
    print(f"growth: {sizes[-1] / sizes[0]:.0f} times the rows take "
          f"{large['cpu_s'] / small['cpu_s']:.0f} times the time")  # fmt: skip
    # Starting takes a third of a second, which weighs where there are few rows.
    return judged(targets(took[sizes[-1]], 1.2 if sizes[-1] >= 10_000_000 else 1.5))


def targets(
    took: dict[str, Took], by_hand: float = 1.2
) -> dict[str, tuple[float, str, float]]:
    """Say what is wanted of the largest size."""
    ours, hand = took["our layer"], took["DuckDB by hand"]
    return {
        "our layer / DuckDB by hand, processor time": (
            ours["cpu_s"] / hand["cpu_s"],
            "at most",
            by_hand,
        ),
        "our layer, most memory, MB": (ours["peak_mb"], "at most", 1024),
    }


def in_turn(names: Sequence[str], file: Path, rounds: int) -> dict[str, Took]:
    """Go each way some times, one after the other, and print the medians."""
    there = [name for name in names if find_spec(WAYS[name][0])]
    if lacking := {*names} - {*there}:
        print("not installed:", ", ".join(sorted(lacking)))
    runs: dict[str, list[Any]] = {name: [] for name in there}
    for name in there * rounds:
        runs[name].append(run(name, file))
    assert len({each["sum"] for found in runs.values() for each in found} - {""}) <= 1
    print(f"{'':22}{'seconds':>9}{'processor':>11}{'peak MB':>9}")
    return {name: _told(name, found) for name, found in runs.items()}


def _told(name: str, found: list[Any]) -> Took:
    took = {k: median(each[k] for each in found) for k in ("s", "cpu_s", "peak_mb")}
    print(f"  {name:<20}{took['s']:9.1f}{took['cpu_s']:11.1f}{took['peak_mb']:9,.0f}")
    return took


def run(name: str, file: Path) -> Any:
    """Go one way in a process of its own."""
    call = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.event_ways"]
    answer = subprocess.run([*call, name, str(file)], capture_output=True, text=True)
    assert not answer.returncode, answer.stderr
    return json.loads(answer.stdout.splitlines()[-1])


def started(file: Path) -> float:
    """Give the seconds from starting Python to a first answer."""
    call = [sys.executable, "-c", FIRST.format(file=str(file))]
    times = []
    for _ in range(3):
        begun = perf_counter()
        subprocess.run(call, check=True)
        times.append(perf_counter() - begun)
    return min(times)
