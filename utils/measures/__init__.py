"""Measures: from a frame of acts to a small frame, or to a result that says itself."""

from utils.measures.agreement.agreement import agreement, disagreements
from utils.measures.balance import balance
from utils.measures.breadth import breadth, entropy
from utils.measures.by_scale import by_scale
from utils.measures.comparison import ScaleComparison, compare_scales
from utils.measures.cooperation import cooperation
from utils.measures.counts import counts
from utils.measures.daily import daily
from utils.measures.draws import draw_dates, drawn_days
from utils.measures.estimate import Estimate
from utils.measures.ladder import Unranked, ladder, time_at_rungs, unranked
from utils.measures.matrix import who_towards_whom
from utils.measures.pairwise import bradley_terry, scale_from
from utils.measures.peaks import peaks
from utils.measures.phases import Phase, Phases, change_points, penalty_path
from utils.measures.reaction import (
    Association,
    Hawkes,
    association,
    hawkes,
    simulate_hawkes,
)
from utils.measures.replies import (
    Delays,
    Proportion,
    chains,
    delays,
    in_kind,
    missing_triggers,
    proportion,
    reply_pairs,
    reply_rate,
)
from utils.measures.robustness import (
    Headline,
    Multiverse,
    Robustness,
    Variant,
    answered_more,
    answers_lower,
    heavier,
    higher_peak,
    more_acts,
    multiverse,
    peaks_before,
    peaks_in,
    rises,
    robustness,
)
from utils.measures.sources.alone import (
    alone,
    alone_share,
    contradictions,
    source_numbers,
)
from utils.measures.sources.claims import claim_support, verdicts
from utils.measures.sources.matrix import evidence_matrix
from utils.measures.sources.reporting import reporting
from utils.measures.sources.vanishing import vanished, vanished_acts
from utils.measures.spread import Spread, spread
from utils.measures.tension import fade, tension
from utils.measures.two_selections import compare_counts, compare_tension
from utils.measures.variants import by_certainty, in_variants
from utils.measures.weights import Coverage, coverage, weigh
from utils.scale import Scale

__all__ = [
    "Association",
    "Coverage",
    "Delays",
    "Estimate",
    "Hawkes",
    "Headline",
    "Multiverse",
    "Phase",
    "Phases",
    "Proportion",
    "Robustness",
    "Scale",
    "ScaleComparison",
    "Spread",
    "Unranked",
    "Variant",
    "agreement",
    "alone",
    "alone_share",
    "answered_more",
    "answers_lower",
    "association",
    "balance",
    "bradley_terry",
    "breadth",
    "by_certainty",
    "by_scale",
    "chains",
    "change_points",
    "claim_support",
    "compare_counts",
    "compare_scales",
    "compare_tension",
    "contradictions",
    "cooperation",
    "counts",
    "coverage",
    "daily",
    "delays",
    "disagreements",
    "draw_dates",
    "drawn_days",
    "entropy",
    "evidence_matrix",
    "fade",
    "hawkes",
    "heavier",
    "higher_peak",
    "in_kind",
    "in_variants",
    "ladder",
    "missing_triggers",
    "more_acts",
    "multiverse",
    "peaks",
    "peaks_before",
    "peaks_in",
    "penalty_path",
    "proportion",
    "reply_pairs",
    "reply_rate",
    "reporting",
    "rises",
    "robustness",
    "scale_from",
    "simulate_hawkes",
    "source_numbers",
    "spread",
    "tension",
    "time_at_rungs",
    "unranked",
    "vanished",
    "vanished_acts",
    "verdicts",
    "weigh",
    "who_towards_whom",
]
