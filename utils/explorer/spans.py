"""Spans of time that one may look at: between landmarks, between changes of level."""

from itertools import pairwise

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures import change_points
from utils.selection.phrase import day_in_words

Spans = list[dict[str, str]]
PER = "week"
"""The bins in which changes of level are sought; days would find every burst."""


def between_landmarks(landmarks: tuple[tuple[str, str], ...]) -> Spans:
    """Give the spans from each landmark to the day before the next, by their names.

    `landmarks` are pairs of ISO day and label in the order of days; of two on one day
    the first one counts. The last span has no end.

    >>> spans = between_landmarks((("2025-01-01", "Note"), ("2025-01-09", "Talks")))
    >>> [(span["label"], span["dates"]) for span in spans]
    [('Note to Talks', '1 Jan 2025 to 8 Jan 2025'), ('Since Talks', 'since 9 Jan 2025')]
    """
    starts = dict(reversed(landmarks))
    marks = sorted(starts.items())
    found = [
        _span(f"{label} to {name}", since, _day_before(until))
        for (since, label), (until, name) in pairwise(marks)
    ]
    return [*found, *(_span(f"Since {label}", day, "") for day, label in marks[-1:])]


def between_changes(acts: pd.DataFrame, since: str, until: str) -> tuple[Spans, str]:
    """Give the spans of one level of recorded acts, and what was found, in a sentence.

    Where there is too little to go by there are no spans, and the sentence says why.
    """
    try:
        found = change_points(acts, PER, since=since, until=until)
    except MeasureError as refusal:
        return [], str(refusal)
    spans = [
        _span(f"About {phase.per_bin:.1f} acts a {PER}", phase.since, phase.until)
        for phase in found.spans
    ]
    return spans, found.said


def _span(label: str, since: str, until: str) -> dict[str, str]:
    first = day_in_words(since)
    dates = f"{first} to {day_in_words(until)}" if until else f"since {first}"
    return {"label": label, "dates": dates, "since": since, "until": until}


def _day_before(day: str) -> str:
    return str(np.datetime64(day) - np.timedelta64(1, "D"))
