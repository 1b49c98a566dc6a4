"""Tension under several choices."""

from utils.charts.variant_curves.variant_curves import variant_curves

__all__ = ["variant_curves"]
