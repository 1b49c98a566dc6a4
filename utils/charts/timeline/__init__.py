"""The timeline: every single act, in a lane for its type."""

from utils.charts.timeline.timeline import MOST_MARKS, draw_timeline, timeline

__all__ = ["MOST_MARKS", "draw_timeline", "timeline"]
