"""Scales side by side on the same acts: what each weighs, and where they differ."""

from utils.measures.comparison.compare import ScaleComparison, compare_scales

__all__ = ["ScaleComparison", "compare_scales"]
