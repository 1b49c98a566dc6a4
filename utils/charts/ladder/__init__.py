"""The ladder: the highest rung that each direction reached, day by day."""

from utils.charts.ladder.ladder import ladder

__all__ = ["ladder"]
