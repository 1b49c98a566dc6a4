"""The sheet a picture stands on: title block, footer, ground, time axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.landmarks import Landmark, named
from utils.charts.theme import EDGE_PX, HEAD_PX, TEXT_PX, TITLE_PX, Look, template
from utils.charts.words import footer, lines, plain, sides_key

Days = tuple[np.datetime64, np.datetime64]

RIGHT_PX = 24
_DAY = np.timedelta64(1, "D")
_SHORTEST = np.timedelta64(28, "D")
_LINE = 1.3
_RISE_PX = 10
_NUMBERS_PX = 18
_TICKS_PX = 42
_TICKS = {"ticks": "outside", "ticklen": 6}
_BETWEEN = 3 * "\N{NO-BREAK SPACE}"
_UNSEEN = {"visible": False, "fixedrange": True}


@dataclass(frozen=True)
class Key:
    """One entry of the line that explains the marks: a coloured sign and words."""

    words: str
    sign: str = ""
    colour: str = ""


def sheet(
    about: About,
    look: Look,
    *,
    title: str,
    said: str,
    key: Sequence[Key],
    marks: Sequence[Landmark],
    days: Days,
    left_px: int,
    plot_px: int,
) -> dict[str, Any]:
    """Lay out everything around a plot of `plot_px` by fixed margins.

    `title` states what is seen, `said` what is counted, `key` explains the
    marks, `marks` are the landmarks, `days` the first and last day shown. Gives
    a plotly layout.
    """
    head = _head(title, said, key, look)
    foot = _foot(about, marks, look)
    top = EDGE_PX + _RISE_PX + _LINE * HEAD_PX * len(head) + 10 + _NUMBERS_PX
    bottom = _TICKS_PX + _LINE * TEXT_PX * len(foot) + EDGE_PX
    height = plot_px + top + bottom
    return {
        "template": template(look.theme),
        "title": _title(head, height),
        "margin": {"l": left_px, "r": RIGHT_PX, "t": top, "b": bottom, "pad": 0},
        "height": height,
        "shapes": _ground(about, look, days),
        "annotations": [_footer(foot, look, left_px)],
        "xaxis": {"type": "date", "range": _range(days), "showgrid": True, **_TICKS},
        "yaxis2": {**_UNSEEN, "range": [0, 1], "overlaying": "y"},
    }


def period(about: About, dates: np.ndarray) -> Days:
    """Give the first and last day to show: what was chosen, and all that is drawn.

    >>> drawn = np.array(["2025-06-29"], dtype="datetime64[D]")
    >>> first, last = period(About("", since="2025-01-01"), drawn)
    >>> str(first), str(last)
    ('2025-01-01', '2025-06-29')
    """
    drawn = [dates.min(), dates.max()] if len(dates) else []
    days = [np.datetime64(day, "D") for day in drawn]
    days += _days(about.since, about.until)
    days = days or _days(*about.dense_period) or _days("2025-01-01", "2025-12-31")
    return min(days), max(days)


def sampled_key(about: About, days: Days) -> list[Key]:
    """Explain the grey ground, where days outside the surveyed period are shown."""
    since, until = about.dense_period
    beyond = since and (str(days[0]) < since or str(days[1]) > until)
    return [Key("grey ground: sampled, not surveyed")] if beyond else []


def _days(*texts: str) -> list[np.datetime64]:
    return [np.datetime64(text, "D") for text in texts if text]


def _head(title: str, said: str, key: Sequence[Key], look: Look) -> list[str]:
    large = lines(title, look.characters(1.1 * TITLE_PX))
    small = lines(said, look.characters(TEXT_PX))
    return [
        *(_sized(f"<b>{line}</b>", TITLE_PX) for line in large),
        *(_sized(line, TEXT_PX) for line in small),
        *(_sized(line, TEXT_PX) for line in _key_lines(key, look)),
    ]


def _sized(line: str, size_px: int) -> str:
    return f'<span style="font-size:{size_px}px">{line}</span>'


def _key_lines(key: Sequence[Key], look: Look) -> list[str]:
    """Put as many entries on a line as there is room for."""
    room = look.characters(TEXT_PX)
    found: list[list[Key]] = []
    for entry in key:
        line = [*(found[-1] if found else []), entry]
        if found and sum(len(e.sign) + len(e.words) + 4 for e in line) <= room:
            found[-1] = line
        else:
            found.append([entry])
    return [_BETWEEN.join(map(_entry, line)) for line in found]


def _entry(key: Key) -> str:
    sign = f'<span style="color:{key.colour}">{key.sign}</span> ' if key.sign else ""
    return sign + plain(key.words)


def _title(head: Sequence[str], height: float) -> dict[str, Any]:
    return {
        "text": "<br>".join(head),
        "font": {"size": HEAD_PX},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - (EDGE_PX + _RISE_PX) / height,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": EDGE_PX},
    }


def _foot(about: About, marks: Sequence[Landmark], look: Look) -> list[str]:
    room = look.characters(TEXT_PX)
    source = f"{footer(about)} {sides_key(about)}".strip()
    return [*lines(named(marks), room), *lines(source, room)]


def _footer(foot: Sequence[str], look: Look, left_px: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(foot),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": EDGE_PX - left_px,
        "yshift": -_TICKS_PX,
        "align": "left",
        "showarrow": False,
        "font": {"size": TEXT_PX, "color": look.theme.quiet},
    }


def _ground(about: About, look: Look, days: Days) -> list[dict[str, Any]]:
    """Shade what lies outside the period that was surveyed."""
    if not all(about.dense_period):
        return []
    since, until = (np.datetime64(day) for day in about.dense_period)
    sampled = [(days[0], min(since, days[1])), (max(until, days[0]), days[1])]
    fill = {"fillcolor": look.theme.ground, "line": {"width": 0}, "layer": "below"}
    whole = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, **fill}
    return [{**whole, "x0": str(a), "x1": str(b)} for a, b in sampled if a < b]


def _range(days: Days) -> list[str]:
    length = (days[1] - days[0]).astype("timedelta64[D]")
    margin = max(_DAY, length // 60, (_SHORTEST - length) // 2)
    return [str(days[0] - margin), str(days[1] + margin + _DAY)]
