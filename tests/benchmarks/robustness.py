"""Benchmark: at least 2,000 variants of the founding case, for three headlines."""

from time import perf_counter

from utils import load, measures
from utils.measures import Headline
from utils.tables import Case

VARIANTS_AT_LEAST = 2_000
AT_MOST_S = 10
JULY = {"since": "2025-07-01", "until": "2025-07-31"}


def main() -> int:
    """Print the seconds that each headline takes over the whole case."""
    case = load("azerbaijan-russia")
    headlines = (
        measures.heavier("AZE>RUS", "RUS>AZE", **JULY),
        measures.peaks_in("AZE>RUS", **JULY),
        measures.higher_peak("AZE>RUS", "RUS>AZE"),
    )
    taken = [seconds(case, headline) for headline in headlines]
    met = max(taken) <= AT_MOST_S
    print("target met" if met else f"target missed: {AT_MOST_S} s")
    return 0 if met else 1


def seconds(case: Case, headline: Headline) -> float:
    """Time one headline, from the frames to the card."""
    start = perf_counter()
    frames = case.left_out()
    variants = measures.multiverse(frames, scales=case.scales, draws=13)
    card = measures.robustness(variants, headline)
    taken = perf_counter() - start
    if card.n < VARIANTS_AT_LEAST:
        raise SystemExit(f"only {card.n} variants")
    print(f"{card.n:,} variants of {len(case.actions)} acts: {taken:.2f} s; {card}")
    return taken
