"""Which acts to look at: one frozen value, shared by code, widgets and captions."""

from utils.selection.selection import NOTHING, Selection, select

__all__ = ["NOTHING", "Selection", "select"]
