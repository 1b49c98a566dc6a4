"""Lagged association: correlations by day, week and fortnight, beside chance."""

from utils.charts.association.association import association

__all__ = ["association"]
