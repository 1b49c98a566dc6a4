"""The penalty path: how many changes of level there are, by what one has to earn."""

from utils.charts.penalty_path.penalty_path import penalty_path

__all__ = ["penalty_path"]
