"""Strengths out of judgements of pairs, and a scale made of strengths."""

from utils.measures.pairwise.bradley_terry import bradley_terry
from utils.measures.pairwise.scaling import scale_from

__all__ = ["bradley_terry", "scale_from"]
