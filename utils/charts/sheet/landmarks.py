"""Landmarks: numbered lines across a chart, named below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.sheet.rows import iso
from utils.charts.sheet.span import Days, axis
from utils.charts.sheet.theme import TEXT_PX, Look, see_through
from utils.charts.sheet.words import day, plain

_NUMBER_PX = 46
_GLUE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Landmark:
    """A landmark with its number, and the numbers written where it stands.

    Landmarks too close for a number each share one label; `sign` is empty for
    all but the first of them.
    """

    number: int
    when: np.datetime64
    text: str
    sign: str = ""


def landmarks(about: About, days: Days, plot_px: int) -> tuple[Landmark, ...]:
    """Give the landmarks of a period, numbered in the order of time.

    >>> about = About("", landmarks=(("2025-02-03", "Note"), ("2025-02-04", "Report")))
    >>> year = np.datetime64("2025-01-01"), np.datetime64("2025-12-31")
    >>> [(mark.number, mark.text, mark.sign) for mark in landmarks(about, year, 600)]
    [(1, 'Note', '1–2'), (2, 'Report', '')]
    """
    return _placed(about.landmarks, days, plot_px)


@lru_cache(maxsize=100)
def _placed(
    pairs: tuple[tuple[str, str], ...], days: Days, plot_px: int
) -> tuple[Landmark, ...]:
    first, last = days
    left, right = axis(days)
    room = _NUMBER_PX / plot_px * (right - left)
    every = [(np.datetime64(d), t) for d, t in sorted(pairs)]
    inside = [(when, text) for when, text in every if first <= when <= last]
    groups: list[list[int]] = []
    for i, (when, _) in enumerate(inside):
        if groups and when - inside[groups[-1][0]][0] < room:
            groups[-1].append(i)
        else:
            groups.append([i])
    signs = {group[0]: _numbers(group) for group in groups}
    placed = enumerate(inside)
    return tuple(Landmark(i + 1, *pair, signs.get(i, "")) for i, pair in placed)


def _numbers(group: Sequence[int]) -> str:
    first, last = group[0] + 1, group[-1] + 1
    return str(first) if first == last else f"{first}–{last}"


def named(marks: Sequence[Landmark]) -> str:
    """Name the landmarks by their numbers, each date kept on one line."""
    said = [
        f"{mark.number}{_GLUE}{mark.text} ({day(mark.when).replace(' ', _GLUE)})"
        for mark in marks
    ]
    return ". ".join(said) + "." if said else ""


@lru_cache(maxsize=100)
def lines(marks: tuple[Landmark, ...], look: Look) -> tuple[dict[str, Any], ...]:
    """Give two traces: a line for each landmark, and the numbers above the plot.

    They stand on an axis of their own, `y2`, which reaches from 0 to 1.
    """
    ends = [(mark.when, mark.when, "NaT") for mark in marks]
    quiet = see_through(look.theme.quiet, 0.6)
    return (
        {
            "type": "scatter",
            "mode": "lines",
            "x": iso(np.array(ends, "datetime64[ms]").ravel()),
            "y": np.tile([0.0, 1.0, np.nan], len(marks)),
            "yaxis": "y2",
            "line": {"color": quiet, "width": 1, "dash": "dot"},
            "hoverinfo": "skip",
        },
        _signs([mark for mark in marks if mark.sign], look),
    )


def _signs(marks: Sequence[Landmark], look: Look) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": iso(np.array([mark.when for mark in marks], "datetime64[ms]")),
        "y": np.ones(len(marks)),
        "yaxis": "y2",
        "text": [mark.sign for mark in marks],
        "textposition": "top center",
        "textfont": {"size": TEXT_PX, "color": look.theme.quiet},
        "cliponaxis": False,
        "hovertext": [plain(mark.text) for mark in marks],
        "hoverinfo": "text",
    }
