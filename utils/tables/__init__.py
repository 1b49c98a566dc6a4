"""CSV files or frames in, a checked case out."""

from utils.tables.case import Case
from utils.tables.citation import Citation
from utils.tables.codebook import Codebook
from utils.tables.dates import read_dates
from utils.tables.from_frames import case_of
from utils.tables.loading import load
from utils.tables.scales import read_scale
from utils.tables.side_sources import told_by_each_side
from utils.tables.words import in_words

__all__ = [
    "Case",
    "Citation",
    "Codebook",
    "case_of",
    "in_words",
    "load",
    "read_dates",
    "read_scale",
    "told_by_each_side",
]
