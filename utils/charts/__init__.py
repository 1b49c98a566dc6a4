"""Charts: from a measured frame and an `About` to a plotly figure."""

from utils.charts.butterfly import butterfly
from utils.charts.tension_curve import tension_curve
from utils.charts.timeline import timeline

__all__ = ["butterfly", "tension_curve", "timeline"]
