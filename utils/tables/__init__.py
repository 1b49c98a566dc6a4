"""CSV files in, a checked case out."""

from utils.tables.dates import read_dates
from utils.tables.words import in_words

__all__ = ["in_words", "read_dates"]
