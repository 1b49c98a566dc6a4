"""Kinds of answers: what fits, in its plain form, and whether two are alike."""

from utils.lessons.kinds.choices import Pick, PickSeveral, Rank, Sort
from utils.lessons.kinds.kind import Kind, Unfitting, is_untouched, named, shown
from utils.lessons.kinds.number import Number
from utils.lessons.kinds.records import Acts, Selected, Values, Weights
from utils.lessons.kinds.writing import Date, Text

__all__ = [
    "Acts",
    "Date",
    "Kind",
    "Number",
    "Pick",
    "PickSeveral",
    "Rank",
    "Selected",
    "Sort",
    "Text",
    "Unfitting",
    "Values",
    "Weights",
    "is_untouched",
    "named",
    "shown",
]
