"""The ladder: the highest rung that each direction reached, day by day."""

from utils.charts.ladder.ladder import draw_ladder, ladder
from utils.charts.ladder.steps import Steps

__all__ = ["Steps", "draw_ladder", "ladder"]
