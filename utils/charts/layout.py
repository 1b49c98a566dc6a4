"""The sheet a picture stands on: title block, footer, landmarks, ground."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.theme import HEAD_PX, TEXT_PX, TITLE_PX, Theme, see_through, template
from utils.charts.words import (
    TITLE_CHARACTERS,
    footer,
    lines,
    plain,
    sides_key,
)
from utils.selection.phrase import day_in_words

_DAY = np.timedelta64(1, "D")
_SHORTEST = np.timedelta64(28, "D")
_EDGE_PX = 12
_LINE = 1.3
_RISE_PX = 10
_MARK_PX = 18
_NUMBER_PX = 40
_NARROW_PX = 552
_TICKS_PX = 42
_TICKS = {"ticks": "outside", "ticklen": 6}
_UNSEEN = {"visible": False, "fixedrange": True}
_GLUE = "\N{NO-BREAK SPACE}"


def sheet(
    about: About,
    theme: Theme,
    *,
    title: str,
    said: Sequence[str],
    key: str,
    days: tuple[np.datetime64, np.datetime64],
    left_px: int,
    plot_px: int,
) -> dict[str, Any]:
    """Lay out everything around a plot of `plot_px` by its fixed margins.

    `title` states what is seen, each text of `said` becomes lines under it,
    `key` is one line of ready markup that explains the marks, `days` are the
    first and last day of the time axis. Gives a plotly layout.
    """
    marks = landmarks(about, days)
    head = _head(title, said, key)
    foot = _foot(about, marks)
    top = (
        _EDGE_PX
        + _RISE_PX
        + _LINE * HEAD_PX * len(head)
        + 10
        + (_MARK_PX if marks else 0)
    )
    bottom = _TICKS_PX + _LINE * TEXT_PX * len(foot) + _EDGE_PX
    height = plot_px + top + bottom
    return {
        "template": template(theme),
        "title": _title(head, height),
        "margin": {"l": left_px, "r": 24, "t": top, "b": bottom, "pad": 0},
        "height": height,
        "shapes": _ground(about, theme, days),
        "annotations": [_footer(foot, theme, left_px)],
        "xaxis": {"type": "date", "range": _range(days), "showgrid": True, **_TICKS},
        "yaxis2": {**_UNSEEN, "range": [0, 1], "overlaying": "y"},
    }


def landmarks(
    about: About, days: tuple[np.datetime64, np.datetime64]
) -> list[tuple[str, list[np.datetime64], list[str]]]:
    """Give landmarks numbers; those too close for two numbers share one.

    Gives for each number or run of numbers its days and its labels.

    >>> about = About("", landmarks=(("2025-02-03", "Note"), ("2025-02-04", "Report")))
    >>> year = np.datetime64("2025-01-01"), np.datetime64("2025-12-31")
    >>> [(numbers, labels) for numbers, _, labels in landmarks(about, year)]
    [('1–2', ['Note', 'Report'])]
    """
    first, last = days
    room = _NUMBER_PX * ((last - first) / _DAY + 1) / _NARROW_PX
    every = [(np.datetime64(d), t) for d, t in sorted(about.landmarks)]
    groups: list[list[tuple[int, np.datetime64, str]]] = []
    for n, (when, text) in enumerate((p for p in every if first <= p[0] <= last), 1):
        if groups and (when - groups[-1][0][1]) / _DAY < room:
            groups[-1].append((n, when, text))
        else:
            groups.append([(n, when, text)])
    return [_shared(group) for group in groups]


def _shared(
    group: Sequence[tuple[int, np.datetime64, str]],
) -> tuple[str, list[np.datetime64], list[str]]:
    first, last = group[0][0], group[-1][0]
    numbers = str(first) if first == last else f"{first}–{last}"
    return numbers, [when for _, when, _ in group], [text for *_, text in group]


def _head(title: str, said: Sequence[str], key: str) -> list[str]:
    small = [line for text in said for line in lines(text)]
    large = [f"<b>{line}</b>" for line in lines(title, TITLE_CHARACTERS)]
    sized = [(TITLE_PX, line) for line in large]
    sized += [(TEXT_PX, line) for line in [*small, key] if line]
    return [f'<span style="font-size:{px}px">{line}</span>' for px, line in sized]


def _title(head: Sequence[str], height: float) -> dict[str, Any]:
    return {
        "text": "<br>".join(head),
        "font": {"size": HEAD_PX},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - (_EDGE_PX + _RISE_PX) / height,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": _EDGE_PX},
    }


def _foot(about: About, marks: Sequence[Any]) -> list[str]:
    named = [pair for _, days, texts in marks for pair in zip(days, texts, strict=True)]
    said = [
        f"{n}{_GLUE}{text} ({day_in_words(str(when)).replace(' ', _GLUE)})"
        for n, (when, text) in enumerate(named, 1)
    ]
    return [
        *lines(". ".join(said) + "." if said else ""),
        *lines(f"{footer(about)} {sides_key(about)}".strip()),
    ]


def _footer(foot: Sequence[str], theme: Theme, left_px: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(foot),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": _EDGE_PX - left_px,
        "yshift": -_TICKS_PX,
        "align": "left",
        "showarrow": False,
        "font": {"size": TEXT_PX, "color": theme.quiet},
    }


def landmark_lines(
    about: About, days: tuple[np.datetime64, np.datetime64], theme: Theme
) -> list[dict[str, Any]]:
    """Give two traces: a line for each landmark, and their numbers above the plot.

    They stand on an axis of their own, `y2`, which reaches from 0 to 1.
    """
    marks = landmarks(about, days)
    every = [when for _, whens, _ in marks for when in whens]
    line = {"color": see_through(theme.quiet, 0.6), "width": 1, "dash": "dot"}
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": np.array([(d, d, "NaT") for d in every], "datetime64[ms]").ravel(),
            "y": np.tile([0.0, 1.0, np.nan], len(every)),
            "yaxis": "y2",
            "line": line,
            "hoverinfo": "skip",
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": np.array([whens[0] for _, whens, _ in marks], "datetime64[ms]"),
            "y": np.ones(len(marks)),
            "yaxis": "y2",
            "text": [numbers for numbers, *_ in marks],
            "textposition": "top center",
            "textfont": {"size": TEXT_PX, "color": theme.quiet},
            "cliponaxis": False,
            "hovertext": [plain("; ".join(texts)) for *_, texts in marks],
            "hoverinfo": "text",
        },
    ]


def _ground(
    about: About, theme: Theme, days: tuple[np.datetime64, np.datetime64]
) -> list[dict[str, Any]]:
    """Shade what lies outside the period that was surveyed."""
    if not all(about.dense_period):
        return []
    since, until = (np.datetime64(day) for day in about.dense_period)
    sampled = [(days[0], min(since, days[1])), (max(until, days[0]), days[1])]
    fill = {"fillcolor": theme.ground, "line": {"width": 0}, "layer": "below"}
    whole = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, **fill}
    return [{**whole, "x0": str(a), "x1": str(b)} for a, b in sampled if a < b]


def period(about: About, dates: np.ndarray) -> tuple[np.datetime64, np.datetime64]:
    """Give the first and last day to show: what was chosen, and all that is drawn.

    >>> first, last = period(About("", since="2025-01-01"), np.array(["2025-06-29"]))
    >>> str(first), str(last)
    ('2025-01-01', '2025-06-29')
    """
    drawn = [dates.min(), dates.max()] if len(dates) else []
    days = [np.datetime64(day, "D") for day in drawn]
    days += _days(about.since, about.until)
    days = days or _days(*about.dense_period) or _days("2025-01-01", "2025-12-31")
    return min(days), max(days)


def _days(*texts: str) -> list[np.datetime64]:
    return [np.datetime64(text, "D") for text in texts if text]


def is_sampled(about: About, days: tuple[np.datetime64, np.datetime64]) -> bool:
    """Say whether the days reach outside the period that was surveyed."""
    since, until = about.dense_period
    return bool(since) and (str(days[0]) < since or str(days[1]) > until)


def _range(days: tuple[np.datetime64, np.datetime64]) -> list[str]:
    length = (days[1] - days[0]).astype("timedelta64[D]")
    margin = max(_DAY, length // 60, (_SHORTEST - length) // 2)
    return [str(days[0] - margin), str(days[1] + margin + _DAY)]
