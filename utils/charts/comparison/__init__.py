"""Two selections over the same time: both, and their difference."""

from utils.charts.comparison.comparison import comparison, draw_comparison
from utils.charts.comparison.pair import Pair

__all__ = ["Pair", "comparison", "draw_comparison"]
