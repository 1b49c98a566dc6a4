"""How far a headline holds, whatever is chosen: by scale, half-life, sources, dates."""

from utils.measures.robustness.answers import answered_more, answers_lower
from utils.measures.robustness.card import Robustness, robustness
from utils.measures.robustness.headline import Headline
from utils.measures.robustness.multiverse import Multiverse, Variant, multiverse
from utils.measures.robustness.peaks import higher_peak, peaks_before, peaks_in
from utils.measures.robustness.weights import heavier, more_acts, rises

__all__ = [
    "Headline",
    "Multiverse",
    "Robustness",
    "Variant",
    "answered_more",
    "answers_lower",
    "heavier",
    "higher_peak",
    "more_acts",
    "multiverse",
    "peaks_before",
    "peaks_in",
    "rises",
    "robustness",
]
