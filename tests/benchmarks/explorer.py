"""Benchmarks: loading the case, and one change of a filter beside the naive way.

Sizes are the case itself and synthetic acts drawn from it. Both ways answer the
same filters, by rounds of twelve, in one process; their numbers are compared before
anything is timed. Times are on the kernel's side, up to bytes that are ready for the
wire; what the browser draws is not in them.
"""

import subprocess
import sys
from functools import partial
from statistics import median

from tests.benchmarks import naive
from tests.benchmarks.change import CHARTS, Desk, agree, agree_on_counts, filters
from tests.benchmarks.grown import grown
from tests.benchmarks.timing import HOW, Took, Wire, in_turn, judged
from utils import load
from utils.measures import weigh
from utils.tables import Case

SIZES, ROUNDS = (0, 10_000), 5
LOAD = """
from time import process_time
from utils.tables import load
start = process_time()
load("azerbaijan-russia")
print(process_time() - start)
"""


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    Wire.plug_in()
    load_s = median(first_load_s() for _ in range(5))
    case = load("azerbaijan-russia")
    print(f"ms a change, {HOW}")
    took = {n: compared(grown(case, n) if n else case) for n in SIZES}
    ours = took[10_000]
    three = ours["naive, three"].median_ms / ours["three charts"].median_ms
    return judged(
        {
            "first load of the case, s": (load_s, "at most", 0.5),
            "everything at 10,000 acts, ms": (
                ours["everything"].median_ms,
                "at most",
                5,
            ),
            "naive / ours, three charts each, 10,000 acts": (three, "at least", 20),
        }
    )


def first_load_s() -> float:
    """Time the load of the case in a new process, after its imports, as all else."""
    answer = subprocess.run(
        [sys.executable, "-c", LOAD], capture_output=True, check=True
    )
    return float(answer.stdout)


def compared(case: Case) -> dict[str, Took]:
    """Time both ways on the same filters, in turn, and print them."""
    chosen = filters(case)
    acts = weigh(case.actions, case.scales["goldstein-icews"])
    desk = Desk(case, chosen[-1])
    for name in CHARTS:
        desk.bring(name)
    for selection in chosen:
        agree(desk, acts, selection)
        agree_on_counts(desk, acts, selection)
    took = in_turn(
        {"naive, three": partial(naive.three_figures, acts)}
        | {"three charts": desk.three_charts, "facet counts": desk.counts},
        chosen,
        ROUNDS,
    )
    for name in CHARTS:
        desk.bring(name)
        one = {f"naive {name}": partial(getattr(naive, name), acts), name: desk.chart}
        took |= in_turn(one, chosen, ROUNDS)
    desk.bring("timeline")
    took |= in_turn({"everything": desk.everything}, chosen, ROUNDS)
    print(f"\n{len(acts):>9,} acts" + " " * 30 + "kB sent")
    for name, found in took.items():
        print(f"  {name:<18} {found!s:<28} {found.kilobytes:7.0f}")
    return took
