"""Reply arcs: two lanes of acts, and an arc from each act to each reply."""

from utils.charts.reply_arcs.reply_arcs import draw_arcs, reply_arcs

__all__ = ["draw_arcs", "reply_arcs"]
