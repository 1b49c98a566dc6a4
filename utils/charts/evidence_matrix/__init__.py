"""The evidence matrix: which groups of sources tell of which acts."""

from utils.charts.evidence_matrix.evidence_matrix import (
    draw_evidence_matrix,
    evidence_matrix,
)

__all__ = ["draw_evidence_matrix", "evidence_matrix"]
