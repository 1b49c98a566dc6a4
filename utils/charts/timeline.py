"""The timeline: one mark for each act, in a lane for each type."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts import words
from utils.charts.acts import Acts, acts_of
from utils.charts.drawing import NOT_A_TIME, Drawing, need, need_sides
from utils.charts.fitting import shortened, width
from utils.charts.hover import hover_texts
from utils.charts.landmarks import landmarks, lines
from utils.charts.layout import RIGHT_PX, Key, sampled_key, sheet
from utils.charts.marks import Marks, place, sizes
from utils.charts.span import period
from utils.charts.theme import EDGE_PX, TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_MARKS = 450
_NEEDS = {"earliest", "latest", "lasted_days", "direction", "type", "certainty"}
_ROWS = "action_id date direction type form certainty weight actor_name target_name"
_ROWS += " summary"
_SIGNS = ("▲", "▼", "●")
_SHAPES = (5, 6, 0)
"""Plotly's numbers of the triangles up and down and of the circle."""
_FILLS = {"confirmed": 0, "reported": 300, "disputed": 100}
"""What to add for a full mark, an open one with a dot, and an open one."""
_BARS_PX = 1.5, 4.5
_LEAST_LEFT_PX, _MOST_LEFT_PX = 124, 200
_BESIDE_LABEL_PX = EDGE_PX + 7
_KIND_CHARACTERS = 20
_ROW_PX, _LEAST_ROW_PX, _LOWEST_PX = 9, 6, 160


def timeline(
    acts: pd.DataFrame, *, about: About, theme: str = "light", width_px: int = 700
) -> "Figure":
    """Draw each act as a mark in the lane of its type.

    Needs `earliest`, `latest`, `lasted_days`, `direction`, `type`, `certainty`;
    `weight` gives the size, and `date`, `summary`, `actor_name`, `target_name`,
    `form`, `action_id` go into the hover text and the rows where they are there.
    The direction shows as colour, half of the lane and shape of the mark; a full
    mark is confirmed, one with a dot reported, an empty one disputed; a thin bar
    is the window of an uncertain date, a broad one the days that an act lasted.
    Of more than 450 acts the heaviest are drawn, and the subtitle says so.
    Nothing is cut off or collides where the chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(acts, _NEEDS, "A timeline")
    need_sides(about, "A timeline")
    arrays = acts_of(acts, about)
    drawing = draw_timeline(
        arrays,
        lambda index: hover_texts(acts.loc[index]),
        about=about,
        look=look_of(theme, width_px),
    )
    told = acts[[column for column in _ROWS.split() if column in acts]]
    return drawing.figure(about, told.loc[heaviest(arrays).index])


def draw_timeline(
    acts: Acts,
    tell: Callable[[np.ndarray], list[str]],
    *,
    about: About,
    look: Look,
) -> Drawing:
    """Lay out the timeline as plain data; see `timeline`.

    `tell` gives the hover texts of the acts with these labels.
    """
    drawn = heaviest(acts)
    dates = np.concatenate([acts.begins, acts.ends, acts.lasted_until])
    days, left_px = period(about, dates), _left_px(acts, look)
    plot_px = look.width_px - left_px - RIGHT_PX
    marks = place(drawn, days, plot_px)
    named = landmarks(about, days, plot_px)
    traces = lines(named, look)
    for side in range(3):
        traces += _direction(drawn, marks, side, look)
        traces[-1]["hovertext"] = tell(traces[-1]["customdata"])
    layout = sheet(
        about,
        look,
        title=_title(acts),
        said=words.subtitle(about, _counted(acts, drawn), weighed=_weighed(acts)),
        key=_key(acts, about, look) + sampled_key(about, days),
        marks=named,
        days=days,
        left_px=left_px,
        plot_px=_height(marks, look),
    )
    layout["yaxis"] = _axis(acts, marks, left_px, look)
    return Drawing(tuple(traces), layout)


def heaviest(acts: Acts) -> Acts:
    """Keep the acts that are drawn: all, or the 450 with most weight."""
    if len(acts) <= MOST_MARKS:
        return acts
    order = np.argsort(-np.abs(np.nan_to_num(acts.weight)), kind="stable")
    return acts.take(np.sort(order[:MOST_MARKS]))


def _weighed(acts: Acts) -> bool:
    return bool(np.isfinite(acts.weight).any())


def _direction(acts: Acts, marks: Marks, side: int, look: Look) -> list[dict[str, Any]]:
    """Give the bars and the marks of one direction."""
    here = np.flatnonzero(acts.side == side)
    part, y, colour = acts.take(here), marks.y[here], look.theme.directions[side]
    thin, broad = ({"color": colour, "width": px} for px in _BARS_PX)
    return [
        _bars(part.begins, part.ends, y, thin),
        _bars(part.begins, part.lasted_until, y, broad),
        _points(part, y, side, colour),
    ]


def _bars(
    begins: np.ndarray, ends: np.ndarray, y: np.ndarray, line: dict[str, Any]
) -> dict[str, Any]:
    long = ends > begins
    x = np.full((int(long.sum()), 3), NOT_A_TIME)
    x[:, 0], x[:, 1] = begins[long], ends[long]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x.ravel(),
        "y": np.repeat(y[long], 3),
        "line": line,
        "hoverinfo": "skip",
    }


def _points(acts: Acts, y: np.ndarray, side: int, colour: str) -> dict[str, Any]:
    fills = [_FILLS.get(name, 0) for name in acts.certainties]
    middle = acts.begins + (acts.ends - acts.begins) // 2
    return {
        "type": "scatter",
        "mode": "markers",
        "x": middle.astype("datetime64[ms]"),
        "y": y,
        "customdata": acts.index.astype(np.int32),
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "symbol": np.array([*fills, 0], np.int32)[acts.certainty] + _SHAPES[side],
            "size": sizes(acts),
            "color": colour,
            "line": {"color": colour, "width": 1.5},
            "opacity": 1,
        },
    }


def _height(marks: Marks, look: Look) -> int:
    rows = -float(marks.bottoms[-1]) if len(marks.bottoms) else 1.0
    row_px = min(_ROW_PX, max(_LEAST_ROW_PX, look.tall_px / rows))
    return max(_LOWEST_PX, round(rows * row_px))


def _left_px(acts: Acts, look: Look) -> int:
    """Make room for the longest label, but no more than two fifths of the chart."""
    longest = max((width(words.label(n), TEXT_PX) for n in acts.lanes), default=0)
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    return min(wanted, _MOST_LEFT_PX, look.width_px * 2 // 5)


def _axis(acts: Acts, marks: Marks, left_px: int, look: Look) -> dict[str, Any]:
    """Label the middle of each lane, and rule off one from the next."""
    room_px = left_px - _BESIDE_LABEL_PX
    names = (shortened(words.label(name), room_px, TEXT_PX) for name in acts.lanes)
    edges = {"tickvals": marks.bottoms[:-1].tolist(), "gridcolor": look.theme.quiet}
    return {
        "range": [float(marks.bottoms[-1]) if len(marks.bottoms) else -1.0, 0],
        "tickvals": marks.centres.tolist(),
        "ticktext": [words.plain(name) for name in names],
        "showgrid": True,
        "minor": {"showgrid": True, **edges},
        "zeroline": False,
        "fixedrange": True,
    }


def _counted(acts: Acts, drawn: Acts) -> str:
    said = "One mark is one recorded act"
    said += ", the larger the heavier" if _weighed(acts) else ""
    if len(drawn) < len(acts):
        said += f"; {len(drawn):,} of {len(acts):,} drawn, heaviest first"
    return said


def _title(acts: Acts) -> str:
    if not len(acts):
        return "No recorded act in this selection"
    n = np.bincount(acts.lane, minlength=len(acts.lanes))
    kind = words.label(min(np.array(acts.lanes)[n == n.max()])).lower()
    kind = kind if len(kind) <= _KIND_CHARACTERS else f"{kind[:_KIND_CHARACTERS]}…"
    if len(acts) == 1:
        return f"One recorded act, of the type {kind}"
    said = f"commonest type {kind} ({n.max():,})"
    return f"{words.acts(len(acts))}: {_busiest(acts)}{said}"


def _busiest(acts: Acts) -> str:
    """Name the month with most acts, of those whose month is known."""
    first, last = (x.astype("datetime64[M]") for x in (acts.begins, acts.ends))
    months = first[first == last]
    if not len(months):
        return ""
    most = np.bincount((months - months[0]).astype(np.int64)).argmax()
    return f"busiest month {words.month(months[0] + most)}, "


def _key(acts: Acts, about: About, look: Look) -> list[Key]:
    names = [words.arrow(name) for name in words.directions(about)] + ["others"]
    shown = [i for i in range(3) if i < 2 or (acts.side == 2).any()]
    colours = look.theme.directions
    return [
        *(Key(names[i], _SIGNS[i], colours[i]) for i in shown),
        Key("full: confirmed, dotted: reported, empty: disputed"),
        Key("thin bar: uncertain date, broad bar: lasted"),
    ]
