"""Reply arcs: the acts of both sides along time, and who answered what."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.reply_arcs.acts import FOLLOWED, OTHERS, Arcs, arcs_of
from utils.charts.reply_arcs.curves import BETWEEN_ROWS, MARK_PX, Lanes, curves, place
from utils.charts.reply_arcs.said import counted as said
from utils.charts.reply_arcs.said import key, spoken, title
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import by_side, ordered
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of, see_through

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_ARCS = 400
_COLUMNS = ("id", "earliest", "latest", "direction")
_NEEDS = {"kind", *(f"{end}_{c}" for end in ("trigger", "reply") for c in _COLUMNS)}
_DASHES = ("solid", "7px,3px", "2px,2px", "solid")
_SHAPES, _OPEN = (5, 6, 0), 100
_ROW_PX, _LEAST_ROW_PX = 9, 5
_LEAST_LEFT_PX, _BESIDE_LABEL_PX = 64, EDGE_PX + 7
_SMOOTHING = 0.5
"""More than this, and a curve swings out to before its act."""


def reply_arcs(
    pairs: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw the acts that have or are replies, and an arc from each act to each reply.

    Needs what `measures.reply_pairs` gives: `kind`, and `id`, `earliest`, `latest`
    and `direction` of trigger and reply; `type`, `form` and `summary` of both go
    into the hover text where they are there. Each side has a lane; acts of
    the same days stack outward. An answer is an arc to the other lane in the colour and
    dash of the side that answered, a follow-up a dotted bow within the lane, and
    whatever involves others is grey. An act of uncertain date is an empty mark at
    the middle of its window. Of more than 1,000 pairs an even pick along time is
    drawn, and the subtitle says so. Nothing is cut off or collides where the
    chart is `width_px` wide or wider. `whole` is for `redraw`: what was counted of
    more pairs than are given.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(pairs, _NEEDS, "A chart of reply arcs")
    need_sides(about, "A chart of reply arcs")
    drawn = _picked(_ordered(pairs, about))
    arcs, look = arcs_of(drawn, about), look_of(theme, width_px)
    whole = whole or {"answered": _answered(pairs, about), "pairs": len(pairs)}
    counted = tuple(whole["answered"]), whole["pairs"]
    drawing = draw_arcs(arcs, counted, about=about, look=look)
    return drawing.figure("reply_arcs", about, drawn, whole=whole)


def draw_arcs(
    arcs: Arcs, counted: tuple[tuple[int, int], int], *, about: About, look: Look
) -> Drawing:
    """Lay out the arcs as plain data; see `reply_arcs`.

    `counted` are the acts answered in both directions, and all pairs.
    """
    left_px = _left_px(about, look)
    days, plot_px = period(about, arcs.days), plot_width(look, left_px)
    lanes, marks = place(arcs, days, plot_px), landmarks(about, days, plot_px)
    low, high = _range(lanes)
    layout = sheet(
        about,
        look,
        title=title(counted[0], about),
        said=words.subtitle(about, said(arcs, counted[1])),
        key=key(arcs, about, look),
        marks=marks,
        days=days,
        left_px=left_px,
        plot_px=round((high - low) * _ROW_PX),
        least_plot_px=round((high - low) * _LEAST_ROW_PX),
    )
    layout["yaxis"] = _axis(lanes, about, left_px, look)
    told = _told(arcs)
    traces = [_arcs(arcs, lanes, sort, look) for sort in (OTHERS, FOLLOWED, 0, 1)]
    points = [_points(arcs, lanes, lane, told, look) for lane in (2, 0, 1)]
    shown = (*lines(marks, look), *traces, *points)
    return Drawing(shown, layout, spoken(arcs, counted, about))


def _ordered(pairs: pd.DataFrame, about: About) -> pd.DataFrame:
    """Sort pairs by the first day of the act, then by who acted and the reply."""
    side = by_side(pairs["trigger_direction"], about)
    return ordered(pairs, pairs["trigger_earliest"], side, pairs["reply_earliest"])


def _picked(pairs: pd.DataFrame) -> pd.DataFrame:
    """Take all pairs or, of too many, as many as are drawn, evenly along time."""
    return pairs if len(pairs) <= MOST_ARCS else pairs.iloc[picked(len(pairs))]


def picked(n: int) -> np.ndarray:
    """Give the places of the pairs that are drawn, of `n` in the order of time."""
    return np.linspace(0, n - 1, min(n, MOST_ARCS)).astype(np.int64)


def _answered(pairs: pd.DataFrame, about: About) -> tuple[int, int]:
    """Count the acts of each direction that the other side answered."""
    answers = pairs[(pairs["kind"] == "answer").to_numpy()]
    way = answers["trigger_direction"].astype(str)
    first, second = (
        answers["trigger_id"][(way == name).to_numpy()].nunique()
        for name in words.directions(about)
    )
    return first, second


def _arcs(arcs: Arcs, lanes: Lanes, sort: int, look: Look) -> dict[str, Any]:
    colours = look.theme.first, look.theme.second, look.theme.quiet, look.theme.other
    answered = sort < FOLLOWED
    line = {
        "color": see_through(colours[sort], 0.65 if answered else 0.9),
        "width": 1.5 if answered else 1.2,
        "dash": _DASHES[sort],
        "shape": "spline",
        "smoothing": _SMOOTHING,
    }
    base = {"type": "scatter", "mode": "lines", "line": line, "hoverinfo": "skip"}
    return {**base, **curves(arcs, lanes, sort)}


def _points(
    arcs: Arcs, lanes: Lanes, lane: int, told: np.ndarray, look: Look
) -> dict[str, Any]:
    here = np.flatnonzero(arcs.lane == lane)
    colour = look.theme.directions[lane]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": arcs.days[here].astype("datetime64[ms]"),
        "y": lanes.y[here],
        "hovertext": told[here].tolist(),
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": np.where(arcs.unsure[here], _OPEN, 0) + _SHAPES[lane],
            "size": MARK_PX,
            "color": colour,
            "line": {"color": colour, "width": 1.5},
            "opacity": 1,
        },
    }


def _told(arcs: Arcs) -> np.ndarray:
    """Say of each act when, who, what, and how many replies are drawn."""
    replies, triggers = (
        np.bincount(end, minlength=len(arcs.lane)).tolist()
        for end in (arcs.trigger, arcs.reply)
    )
    rows = zip(arcs.texts, replies, triggers, strict=True)
    return np.array([_text(*row) for row in rows], dtype=object)


def _text(text: str, replies: int, triggers: int) -> str:
    links = [(triggers, "replies to"), (replies, "replied to by")]
    return f"{text}<br>{', '.join(f'{said} {n}' for n, said in links if n)}"


def _range(lanes: Lanes) -> tuple[float, float]:
    edge = BETWEEN_ROWS / 2
    return -edge - lanes.below, edge + lanes.above


def _axis(lanes: Lanes, about: About, left_px: int, look: Look) -> dict[str, Any]:
    """Name the two lanes, and rule them off from what lies between."""
    room_px, edge = left_px - _BESIDE_LABEL_PX, BETWEEN_ROWS / 2
    names = [shortened(side, room_px, TEXT_PX) for side in about.sides]
    rules = {"showgrid": True, "tickvals": [-edge + 1, edge - 1]}
    return {
        "range": list(_range(lanes)),
        "tickvals": [edge + (lanes.above - 1) / 2, -edge - (lanes.below - 1) / 2],
        "ticktext": [words.plain(name) for name in names],
        "showgrid": False,
        "minor": {**rules, "gridcolor": look.theme.grid},
        "zeroline": False,
        "fixedrange": True,
    }


def _left_px(about: About, look: Look) -> int:
    longest = max(width(side, TEXT_PX) for side in about.sides)
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    return min(wanted, look.width_px * 2 // 5)
