"""Headlines about tension: when it is highest, and which way it reaches higher."""

from functools import partial

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.robustness.headline import Headline, more, of_direction, way
from utils.measures.robustness.span import Span


def peaks_in(direction: str, since: str, until: str) -> Headline:
    """Say that the tension of a direction is highest in a period.

    Of several days alike the first counts. It cannot be said where the direction
    has no tension. Reads tension.

    >>> print(peaks_in("AZE>RUS", "2025-07-01", "2025-07-31"))
    tension AZE to RUS is highest in July 2025

    Raises
    ------
    MeasureError
        If an end is no ISO day, or the period ends before it begins.
    """
    said = f"tension {way(direction)} is highest"
    span = Span(since, until)
    test = partial(_peaks_in, direction=direction, span=span)
    return Headline(f"{said} {span}".strip(), test, "tension", (direction,))


def higher_peak(first: str, second: str) -> Headline:
    """Say that tension one way reaches higher than tension the other way.

    It cannot be said where neither direction has tension. Reads tension.

    >>> print(higher_peak("AZE>RUS", "RUS>AZE"))
    tension AZE to RUS reaches higher than RUS to AZE
    """
    said = f"tension {way(first)} reaches higher than {way(second)}"
    test = partial(_higher_peak, first=first, second=second)
    return Headline(said, test, "tension", (first, second))


def peaks_before(first: str, second: str) -> Headline:
    """Say that tension one way is highest on an earlier day than the other way.

    Of several days alike the first counts. It cannot be said where one direction
    has no tension. Reads tension. What comes earlier need not be what led to the
    other.

    >>> print(peaks_before("RUS>AZE", "AZE>RUS"))
    tension RUS to AZE is highest before AZE to RUS
    """
    said = f"tension {way(first)} is highest before {way(second)}"
    test = partial(_peaks_before, first=first, second=second)
    return Headline(said, test, "tension", (first, second))


def _peaks_in(tension: pd.DataFrame, *, direction: str, span: Span) -> bool:
    return span.holds(_peak(tension, direction))


def _higher_peak(tension: pd.DataFrame, *, first: str, second: str) -> bool:
    one, other = (_levels(tension, way).max(initial=0) for way in (first, second))
    if not one + other:
        raise MeasureError(f"There is no tension from {way(first)} or {way(second)}.")
    return more(one, other)


def _peaks_before(tension: pd.DataFrame, *, first: str, second: str) -> bool:
    return bool(_peak(tension, first) < _peak(tension, second))


def _peak(tension: pd.DataFrame, direction: str) -> np.datetime64:
    """Give the first of the days on which a direction's tension is highest."""
    levels = _levels(tension, direction)
    if not levels.any():
        raise MeasureError(f"There is no tension from {way(direction)}.")
    dates = tension["date"].to_numpy()[of_direction(tension, direction)]
    return np.datetime64(dates[levels.argmax()])


def _levels(tension: pd.DataFrame, direction: str) -> np.ndarray:
    return tension["tension"].to_numpy(dtype=float)[of_direction(tension, direction)]
