"""Charts: from a measured frame and an `About` to a plotly figure."""

from utils.charts.butterfly import butterfly
from utils.charts.evidence_matrix import evidence_matrix
from utils.charts.heat_map import heat_map
from utils.charts.ladder import ladder
from utils.charts.matrix import matrix
from utils.charts.scale_comparison import scale_comparison
from utils.charts.tension_curve import tension_curve
from utils.charts.timeline import timeline

__all__ = [
    "butterfly",
    "evidence_matrix",
    "heat_map",
    "ladder",
    "matrix",
    "scale_comparison",
    "tension_curve",
    "timeline",
]
