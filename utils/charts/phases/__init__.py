"""The chart of phases."""

from utils.charts.phases.phases import phases

__all__ = ["phases"]
