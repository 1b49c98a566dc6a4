"""The sheet a picture stands on: title block, footer, ground, time axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.sheet.fitting import balanced, lines, width
from utils.charts.sheet.landmarks import Landmark, named
from utils.charts.sheet.span import TICKS, Days, axis, sampled
from utils.charts.sheet.theme import EDGE_PX, HEAD_PX, TEXT_PX, TITLE_PX, Look, template
from utils.charts.sheet.unit import in_unit
from utils.charts.sheet.words import beside, footer, plain, sides_key, whole_dates
from utils.charts.sheet.words import title as short

RIGHT_PX = 34
_LINE = 1.3
_RISE_PX = 10
_BELOW_HEAD_PX = 14
_NUMBERS_PX = 18
TICKS_PX = 54
_TICK_PX, _YEAR_TICK_PX, _YEAR = 66, 40, np.timedelta64(366, "D")
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
    key: Sequence[Key] = (),
    against: About | None = None,
    marks: Sequence[Landmark] = (),
    days: Days | None = None,
    left_px: int,
    plot_px: int,
    least_plot_px: int = 0,
    below_px: int = TICKS_PX,
    above_px: int = 0,
) -> dict[str, Any]:
    """Lay out everything around a plot of `plot_px` by fixed margins.

    `title` states what is seen, `said` what is counted, `key` explains the
    marks, `against` is the second of two selections, `marks` are the landmarks,
    `days` the first and last day shown. Without `days` there is no axis of time, and
    the chart gives an `xaxis` of its own.
    `least_plot_px` is how far the plot may shrink where a height is asked for.
    `below_px` is the room for ticks and title of the axis below the plot,
    `above_px` for what a chart writes between the key and the plot. Gives a
    plotly layout, with all that it says as plain text in its meta.
    """
    title, said = in_unit(about, title), in_unit(about, said)
    key = [*key, *_ground_key(about, days)]
    head = _head(title, said, key, look)
    source = _source(about, against)
    foot = [] if look.bare else _foot(source, marks, look)
    top = EDGE_PX + _head_px(head) + (_NUMBERS_PX if marks else 0) + above_px
    bottom = below_px + _LINE * TEXT_PX * len(foot) + EDGE_PX
    height = top + bottom + plot_px
    if look.height_px:
        height = max(top + bottom + (least_plot_px or plot_px), look.height_px)
    spoken = _words(source, title, said, key, marks)
    layout = {
        "template": template(look.theme),
        "title": _title(head, height),
        "margin": {"l": left_px, "r": RIGHT_PX, "t": top, "b": bottom, "pad": 0},
        "height": height,
        "annotations": [_footer(foot, look, left_px, below_px)],
        "meta": {
            "look": look.record(),
            "words": spoken,
        },
    }
    return layout | (_timed(about, look, days, left_px) if days else {})


def plot_width(look: Look, left_px: int) -> int:
    """Give the width of a plot that leaves `left_px` for its labels.

    >>> plot_width(Look(width_px=700), 64)
    602
    """
    return look.width_px - left_px - RIGHT_PX


def _timed(about: About, look: Look, days: Days, left_px: int) -> dict[str, Any]:
    return {
        "shapes": _ground(about, look, days),
        "xaxis": _time(days, plot_width(look, left_px)),
        "yaxis2": {**_UNSEEN, "range": [0, 1], "overlaying": "y"},
    }


def _time(days: Days, plot_px: int) -> dict[str, Any]:
    first, last = axis(days)
    fit = max(2, plot_px // _TICK_PX)
    if last - first > fit * _YEAR:
        # Whole years have short names, and a few ticks might come out as only one.
        fit = plot_px // _YEAR_TICK_PX
    return {**TICKS, "range": [str(first), str(last)], "nticks": min(9, fit)}


def _words(
    source: str, title: str, said: str, key: Sequence[Key], marks: Sequence[Landmark]
) -> dict[str, Any]:
    """Give what a picture says, whether it stands in the picture or in a caption."""
    return {
        "title": short(title),
        "said": said,
        "key": [f"{entry.sign} {entry.words}".strip() for entry in key],
        "landmarks": named(marks).replace("\N{NO-BREAK SPACE}", " "),
        "source": source,
    }


def _head_px(head: Sequence[str]) -> float:
    """Give the height of the title block, with the room below it."""
    if not head:
        return 0
    return _RISE_PX + _LINE * HEAD_PX * (len(head) - 1) + _BELOW_HEAD_PX


def _head(title: str, said: str, key: Sequence[Key], look: Look) -> list[str]:
    signs = [_sized(line, TEXT_PX) for line in _key_lines(key, look)]
    if look.bare:
        return signs
    large = balanced(whole_dates(short(title)), look.room_px, TITLE_PX)
    small = lines(whole_dates(said), look.room_px, TEXT_PX)
    return [
        *(_sized(f"<b>{line}</b>", TITLE_PX) for line in large),
        *(_sized(line, TEXT_PX) for line in small),
        *signs,
    ]


def _sized(line: str, size_px: int) -> str:
    return f'<span style="font-size:{size_px}px">{line}</span>'


def _key_lines(key: Sequence[Key], look: Look) -> list[str]:
    """Put as many entries on a line as there is room for."""
    found: list[list[Key]] = []
    for entry in key:
        line = [*(found[-1] if found else []), entry]
        written = _BETWEEN.join(f"{e.sign} {e.words}" for e in line)
        if found and width(written, TEXT_PX) <= look.room_px:
            found[-1] = line
        else:
            found.append([entry])
    return [_BETWEEN.join(map(_entry, line)) for line in found]


def _entry(key: Key) -> str:
    sign = f'<span style="color:{key.colour}">{key.sign}</span> ' if key.sign else ""
    return sign + plain(key.words)


def _title(head: Sequence[str], height: float) -> dict[str, Any]:
    # Plotly sets a single line lower than the first of several.
    rise = _RISE_PX - (0.7 * HEAD_PX if len(head) == 1 else 0)
    return {
        "text": "<br>".join(head),
        "font": {"size": HEAD_PX},
        "x": 0,
        "xref": "container",
        "xanchor": "left",
        "y": 1 - (EDGE_PX + rise) / height,
        "yref": "container",
        "yanchor": "top",
        "pad": {"l": EDGE_PX},
    }


def _foot(source: str, marks: Sequence[Landmark], look: Look) -> list[str]:
    said = (named(marks), source)
    return [line for text in said for line in lines(text, look.room_px, TEXT_PX)]


def _source(about: About, against: About | None) -> str:
    other = beside(about, against) if against else ""
    told = [footer(about), about.note, other, sides_key(about)]
    return in_unit(about, " ".join(filter(None, told)))


def _footer(
    foot: Sequence[str], look: Look, left_px: int, below_px: int
) -> dict[str, Any]:
    return {
        "text": "<br>".join(foot),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "top",
        "xshift": EDGE_PX - left_px,
        "yshift": -below_px,
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "borderwidth": 0,
        "font": {"size": TEXT_PX, "color": look.theme.quiet},
    }


def _ground_key(about: About, days: Days | None) -> list[Key]:
    """Explain the grey ground, where there is one."""
    there = bool(days and sampled(about, days))
    return [Key("grey ground: sampled, not surveyed")] * there


def _ground(about: About, look: Look, days: Days) -> list[dict[str, Any]]:
    """Shade what lies outside the period that was surveyed, to the very edge."""
    fill = {"fillcolor": look.theme.ground, "line": {"width": 0}, "layer": "below"}
    whole = {"type": "rect", "yref": "paper", "y0": 0, "y1": 1, **fill}
    return [{**whole, "x0": str(a), "x1": str(b)} for a, b in sampled(about, days)]
