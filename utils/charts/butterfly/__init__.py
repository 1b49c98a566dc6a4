"""The butterfly: recorded acts by month, one direction up and the other down."""

from utils.charts.butterfly.bins import Bins
from utils.charts.butterfly.butterfly import butterfly, draw_butterfly

__all__ = ["Bins", "butterfly", "draw_butterfly"]
