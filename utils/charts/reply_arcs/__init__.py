"""Reply arcs: two lanes of acts, and an arc from each act to each reply."""

from utils.charts.reply_arcs.reply_arcs import reply_arcs

__all__ = ["reply_arcs"]
