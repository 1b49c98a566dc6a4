"""Phases: when the level of recorded acts changes, and how sure that is."""

from utils.measures.phases.change_points import change_points, penalty_path
from utils.measures.phases.result import Phase, Phases

__all__ = ["Phase", "Phases", "change_points", "penalty_path"]
