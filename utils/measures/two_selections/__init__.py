"""Two sets of acts over the same days: what each has, and what one has more."""

from utils.measures.two_selections.compare import compare_counts, compare_tension

__all__ = ["compare_counts", "compare_tension"]
