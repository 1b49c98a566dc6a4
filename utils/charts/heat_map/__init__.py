"""The heat map: recorded acts by type and month, each way."""

from utils.charts.heat_map.heat_map import heat_map

__all__ = ["heat_map"]
