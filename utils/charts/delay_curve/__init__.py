"""The delay curve: the share of recorded acts answered so many days later."""

from utils.charts.delay_curve.delay_curve import delay_curve

__all__ = ["delay_curve"]
