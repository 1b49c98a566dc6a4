"""Headlines about acts in a period: which are more, and which weigh more."""

from collections.abc import Sequence
from functools import partial

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.robustness.headline import Headline, more, of_direction, way
from utils.measures.robustness.span import Span
from utils.measures.tension import conflictual
from utils.measures.weights import weights_of
from utils.multiplicity import numbers

Ends = tuple[str, str]


def heavier(first: str, second: str, *, since: str = "", until: str = "") -> Headline:
    """Say that acts one way carry more conflictual weight than those the other way.

    Conflictual weight is max(0, -weight), added up; an act of uncertain date counts
    with the share of its window that lies in the period. It cannot be said where
    no act that has a weight lies there in either direction. Reads acts: `direction`,
    `earliest`, `latest`, `weight`.

    >>> print(heavier("AZE>RUS", "RUS>AZE", since="2025-07-01", until="2025-07-31"))
    acts AZE to RUS weigh more than RUS to AZE in July 2025

    Raises
    ------
    MeasureError
        If an end is no ISO day, or the period ends before it begins.
    """
    span = Span(since, until)
    said = f"acts {way(first)} weigh more than {way(second)}"
    test = partial(_heavier, first=first, second=second, span=span)
    return Headline(f"{said} {span}".strip(), test)


def more_acts(first: str, second: str, *, since: str = "", until: str = "") -> Headline:
    """Say that there are more acts one way than the other way, whatever they weigh.

    The number is the expected one: an act of uncertain date counts with the share
    of its window that lies in the period. It cannot be said where there is none
    in either direction. Reads acts: `direction`, `earliest`, `latest`.

    >>> print(more_acts("AZE>RUS", "RUS>AZE"))
    more acts AZE to RUS than RUS to AZE

    Raises
    ------
    MeasureError
        If an end is no ISO day, or the period ends before it begins.
    """
    span = Span(since, until)
    said = f"more acts {way(first)} than {way(second)}"
    test = partial(_more_acts, first=first, second=second, span=span)
    return Headline(f"{said} {span}".strip(), test)


def rises(direction: str, *, before: Ends, after: Ends) -> Headline:
    """Say that acts of a direction weigh more by day in one period than in another.

    `before` and `after` are pairs of ISO days, the first and the last of each; the
    conflictual weight in each, as in `heavier`, is divided by its days. It cannot be
    said where no act of the direction that has a weight lies in either. Reads
    acts: `direction`, `earliest`, `latest`, `weight`.

    >>> months = {"before": ("2025-05-01", "2025-05-31"),
    ...     "after": ("2025-07-01", "2025-07-31")}
    >>> print(rises("AZE>RUS", **months))
    acts AZE to RUS weigh more by day in July 2025 than in May 2025

    Raises
    ------
    MeasureError
        If an end is missing or no ISO day, or a period ends before it begins.
    """
    spans = tuple(_closed(ends) for ends in (before, after))
    said = f"acts {way(direction)} weigh more by day {spans[1]} than {spans[0]}"
    return Headline(said, partial(_rises, direction=direction, spans=spans))


def _heavier(acts: pd.DataFrame, *, first: str, second: str, span: Span) -> bool:
    one, other = (_weight(acts, way, span) for way in (first, second))
    if one is None and other is None:
        raise MeasureError(
            f"There is no act with a weight from {way(first)} or {way(second)} there."
        )
    return more(one or 0.0, other or 0.0)


def _more_acts(acts: pd.DataFrame, *, first: str, second: str, span: Span) -> bool:
    part = span.share(acts) * numbers(acts)
    one, other = (float(part[of_direction(acts, way)].sum()) for way in (first, second))
    if not one + other:
        raise MeasureError(f"There is no act from {way(first)} or {way(second)} there.")
    return more(one, other)


def _rises(acts: pd.DataFrame, *, direction: str, spans: tuple[Span, ...]) -> bool:
    found = [_weight(acts, direction, span) for span in spans]
    if found == [None, None]:
        raise MeasureError(
            f"There is no act with a weight from {way(direction)} there."
        )
    before, after = (
        (n or 0.0) / span.n_days for n, span in zip(found, spans, strict=True)
    )
    return more(after, before)


def _weight(acts: pd.DataFrame, direction: str, span: Span) -> float | None:
    """Add up conflictual weight; None where no act that has a weight is there."""
    weight, part = conflictual(acts), span.share(acts)
    known = np.isfinite(weights_of(acts))
    there = of_direction(acts, direction) & known & (part > 0)
    amount = weight * part * numbers(acts)
    return float(amount[there].sum()) if there.any() else None


def _closed(ends: Ends) -> Span:
    if not (isinstance(ends, Sequence) and len(ends) == 2 and all(ends)):
        raise MeasureError(
            f"A period to compare has a first and a last day, not {ends!r}."
        )
    return Span(*ends)
