"""A figure with seven planted faults, and the same with any of them mended."""

from utils.lessons.poster.figure import FAULTS, Poster, faulty_figure

__all__ = ["FAULTS", "Poster", "faulty_figure"]
