"""Sums over acts of uncertain date, by their windows and not day by day."""

from utils.measures.windows.counts import reach
from utils.measures.windows.tension import LONGEST_DAYS, deviation, expected
from utils.measures.windows.windows import Windows, windowed

__all__ = ["LONGEST_DAYS", "Windows", "deviation", "expected", "reach", "windowed"]
