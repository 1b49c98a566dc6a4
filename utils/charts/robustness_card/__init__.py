"""The robustness card."""

from utils.charts.robustness_card.robustness_card import robustness_card

__all__ = ["robustness_card"]
