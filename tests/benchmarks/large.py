"""Benchmarks: the explorer at a hundred thousand and at a million acts.

Opening, each view on top, all facet counts, a text that is sought, bytes sent. What is
counted is held against boolean masks before it is timed.
"""

import re
import resource
from functools import partial
from time import perf_counter

import pandas as pd

from tests.benchmarks import naive
from tests.benchmarks.change import CHARTS, Desk, agree, agree_on_counts, filters
from tests.benchmarks.grown import grown
from tests.benchmarks.timing import HOW, Took, Wire, in_turn, judged
from utils import load, select
from utils.measures import weigh
from utils.selection import Selection
from utils.tables import Case

SIZES, ROUNDS = (10_000, 100_000, 1_000_000), 5
TEXTS = ("consulate", "yerevan", "sputnik", "əliyev", "arrest", "note")
SAID = ["summary", "actor_name", "target_name", "place"]


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    Wire.plug_in()
    case = load("azerbaijan-russia")
    took = {n: measured(grown(case, n)) for n in SIZES}
    small, large = took[SIZES[0]], took[SIZES[-1]]
    views = {name: it.median_ms for name, it in large.items() if name.startswith("on")}
    worst = max(views, key=lambda name: views[name])
    wires = {
        name: large[name].kilobytes / small[name].kilobytes
        for name in views
        if small[name].kilobytes
    }
    heaviest = max(wires, key=lambda name: wires[name])
    return judged(
        {
            f"chart at 10^6, slowest ({worst}), ms": (views[worst], "at most", 16),
            "facet counts at 10^6, ms": (large["facets"].median_ms, "at most", 60),
            "text sought at 10^6, ms": (large["text"].median_ms, "at most", 250),
            f"bytes 10^6 / 10^4, most ({heaviest})": (wires[heaviest], "at most", 2),
        }
    )


def measured(case: Case) -> dict[str, Took]:
    """Time an explorer of this many acts, part by part, and print it."""
    chosen = filters(case)
    before_mb, start = peak_mb(), perf_counter()
    desk = Desk(case, chosen[-1])
    opened_s = perf_counter() - start
    print(
        f"\n{len(case.actions):,} acts: open in {opened_s:.1f} s, "
        f"{peak_mb() - before_mb:,.0f} MB more; {HOW}; kB sent"
    )
    checked(desk, case, chosen)
    took = in_turn({"facets": desk.counts}, chosen, ROUNDS)
    took |= in_turn({"text": partial(seek, desk)}, TEXTS, ROUNDS)
    for name in desk.whole.panels.names:
        start = perf_counter()
        desk.bring(name)
        first_s = perf_counter() - start
        took |= in_turn({f"on top: {name}": desk.chart}, chosen, ROUNDS)
        took |= in_turn({f"all, {name}": desk.everything}, chosen, ROUNDS)
        print(f"  {name:<12} first drawn in {first_s:5.2f} s", flush=True)
    for name, found in took.items():
        print(f"  {name:<20} {found!s:<28} {found.kilobytes:7.0f}")
    return took


def checked(desk: Desk, case: Case, chosen: list[Selection]) -> None:
    """Stop unless charts, counts, search, and the note on marks are right."""
    acts = weigh(case.actions, case.scales["goldstein-icews"])
    for name in CHARTS:
        desk.bring(name)
    for selection in chosen[::4]:
        agree(desk, acts, selection)
        agree_on_counts(desk, acts, selection)
    n = len(naive.masked(acts, chosen[0]))
    desk.three_charts(chosen[0])
    layout = desk.whole.panels["timeline"].chart.figure.layout
    said = re.sub("(<[^>]*>|\\s)+", " ", layout.title.text)
    wanted = f"450 of {n:,} drawn, heaviest first"
    assert wanted in said, f"{wanted!r} is not in {said!r}"
    for text in TEXTS:
        found = desk.whole._scene.stock.shown(select(text=text)).rows
        assert len(found) == mentioned(load("azerbaijan-russia"), acts, text), (
            f"the search for {text!r} differs"
        )


def seek(desk: Desk, text: str) -> None:
    """Look up which acts mention a text that was not the last one sought."""
    stock = desk.whole._scene.stock
    stock.shown(select(text=text))


def mentioned(case: Case, acts: pd.DataFrame, text: str) -> int:
    """Count the acts that are copies of those of the case that mention a text."""
    found = select(text=text).apply(case.actions)[SAID].drop_duplicates()
    return len(acts[SAID].merge(found))


def peak_mb() -> float:
    """Give the most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
