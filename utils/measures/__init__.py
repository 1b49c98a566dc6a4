"""Measures: from a frame of acts to a small frame, or to a result that says itself."""

from utils.measures.agreement.agreement import agreement, disagreements
from utils.measures.counts import counts
from utils.measures.daily import daily
from utils.measures.peaks import peaks
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
from utils.measures.weights import Coverage, coverage, weigh
from utils.scale import Scale

__all__ = [
    "Coverage",
    "Scale",
    "Spread",
    "agreement",
    "alone",
    "alone_share",
    "claim_support",
    "contradictions",
    "counts",
    "coverage",
    "daily",
    "disagreements",
    "evidence_matrix",
    "fade",
    "peaks",
    "reporting",
    "source_numbers",
    "spread",
    "tension",
    "vanished",
    "vanished_acts",
    "verdicts",
    "weigh",
]
