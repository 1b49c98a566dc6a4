"""Which acts to look at: one frozen value, shared by code, widgets and captions."""

from utils.selection.selection import Selection, select
from utils.selection.shape import NOTHING

__all__ = ["NOTHING", "Selection", "select"]
