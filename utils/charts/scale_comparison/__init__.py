"""Scales side by side on the same acts."""

from utils.charts.scale_comparison.scale_comparison import (
    draw_scale_comparison,
    scale_comparison,
)

__all__ = ["draw_scale_comparison", "scale_comparison"]
