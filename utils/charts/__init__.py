"""Charts: from a measured frame and an `About` to a plotly figure."""

from utils.charts.association import association
from utils.charts.butterfly import butterfly
from utils.charts.comparison import comparison
from utils.charts.delay_curve import delay_curve
from utils.charts.evidence_matrix import evidence_matrix
from utils.charts.heat_map import heat_map
from utils.charts.ladder import ladder
from utils.charts.matrix import matrix
from utils.charts.penalty_path import penalty_path
from utils.charts.phases import phases
from utils.charts.reply_arcs import reply_arcs
from utils.charts.robustness_card import robustness_card
from utils.charts.scale_comparison import scale_comparison
from utils.charts.tension_curve import tension_curve
from utils.charts.timeline import timeline
from utils.charts.variant_curves import variant_curves

__all__ = [
    "association",
    "butterfly",
    "comparison",
    "delay_curve",
    "evidence_matrix",
    "heat_map",
    "ladder",
    "matrix",
    "penalty_path",
    "phases",
    "reply_arcs",
    "robustness_card",
    "scale_comparison",
    "tension_curve",
    "timeline",
    "variant_curves",
]
