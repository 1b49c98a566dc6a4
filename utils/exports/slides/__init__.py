"""Slides: charts as a PowerPoint file that can be edited."""

from utils.exports.slides.deck import deck_of

__all__ = ["deck_of"]
