"""Measures: from a frame of acts to a small frame, or to a result that says itself."""

from utils.measures.counts import counts
from utils.measures.daily import daily
from utils.measures.peaks import peaks
from utils.measures.spread import Spread, spread
from utils.measures.tension import fade, tension
from utils.measures.weights import Coverage, coverage, weigh
from utils.scale import Scale

__all__ = [
    "Coverage",
    "Scale",
    "Spread",
    "counts",
    "coverage",
    "daily",
    "fade",
    "peaks",
    "spread",
    "tension",
    "weigh",
]
