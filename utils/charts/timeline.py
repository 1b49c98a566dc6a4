"""The timeline: one mark for each act, in a lane for each type."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts import words
from utils.charts.drawing import NOT_A_TIME, Drawing, need, need_sides
from utils.charts.hover import hover_texts
from utils.charts.layout import is_sampled, landmark_lines, sheet
from utils.charts.marks import Marks, place
from utils.charts.theme import Theme, see_through, theme_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_MARKS = 600
_NEEDS = {"earliest", "latest", "lasted_days", "direction", "type", "certainty"}
_ROWS = ("action_id", "date", "direction", "type", "form", "certainty")
_ROWS += ("weight", "actor_name", "target_name", "summary")
_GLYPHS = ("▲", "▼", "●")
_SHAPES = (5, 6, 0)
"""Plotly's numbers of the triangles up and down and of the circle."""
_FILLS = {"confirmed": 0, "reported": 300, "disputed": 100}
"""What to add for a full mark, an open one with a dot, and an open one."""
_SHAPE_SIZES = (1, 1, 0.75)
_LEFT_PX = 124
_ROW_PX, _LEAST_ROW_PX, _LOWEST_PX, _TALLEST_PX = 9, 6, 160, 900


def timeline(acts: pd.DataFrame, *, about: About, theme: str = "light") -> "Figure":
    """Draw each act as a mark in the lane of its type.

    Needs `earliest`, `latest`, `lasted_days`, `direction`, `type`, `certainty`;
    `weight` gives the size, and `date`, `summary`, `actor_name`, `target_name`,
    `form`, `action_id` go into the hover text and the rows where they are there.
    The direction shows as colour, half of the lane and shape of the mark; a full
    mark is confirmed, one with a dot reported, an empty one disputed; a thin bar
    is the window of an uncertain date, a broad one the days that an act lasted.
    Of more than 600 acts the heaviest are drawn, and the subtitle says so.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, or the theme
        is unknown.
    """
    return draw_timeline(acts, about=about, theme=theme_of(theme)).figure(about)


def draw_timeline(
    acts: pd.DataFrame,
    *,
    about: About,
    theme: Theme,
    texts: pd.DataFrame | None = None,
) -> Drawing:
    """Lay out the timeline as plain data; see `timeline`.

    Where `acts` holds only what places the marks, `texts` has the other columns
    at the same index.
    """
    need(acts, _NEEDS, "A timeline")
    need_sides(about, "A timeline")
    marks = place(_heaviest(acts), about)
    told = marks.acts if texts is None else texts
    told = told[[column for column in _ROWS if column in told]].loc[marks.acts.index]
    traces = [t for i in range(3) for t in _direction(marks, told, i, theme)]
    lines = [_rules(marks, theme), *landmark_lines(about, marks.days, theme)]
    return Drawing((*lines, *traces), _layout(acts, marks, about, theme), told)


def _heaviest(acts: pd.DataFrame) -> pd.DataFrame:
    if len(acts) <= MOST_MARKS:
        return acts
    order = np.argsort(-_sizes(acts), kind="stable")
    return acts.iloc[np.sort(order[:MOST_MARKS])]


def _sizes(acts: pd.DataFrame) -> np.ndarray:
    if "weight" not in acts:
        return np.full(len(acts), 9.0)
    return 7 + 0.5 * np.nan_to_num(np.abs(acts["weight"].to_numpy(dtype=float)))


def _direction(
    marks: Marks, told: pd.DataFrame, side: int, theme: Theme
) -> list[dict[str, Any]]:
    """Give the bars and the marks of one direction."""
    here = np.flatnonzero(marks.side == side)
    begins, ends, until = (
        days[here] for days in (marks.begins, marks.ends, marks.lasted_until)
    )
    thin = {"color": see_through(theme.directions[side], 0.75), "width": 1.5}
    broad = {"color": see_through(theme.directions[side], 0.4), "width": 6}
    return [
        _bars(begins, ends, marks.y[here], thin),
        _bars(begins, until, marks.y[here], broad),
        {
            **_points(marks, here, side, theme),
            "hovertext": hover_texts(told.iloc[here]),
        },
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


def _points(marks: Marks, here: np.ndarray, side: int, theme: Theme) -> dict[str, Any]:
    acts = marks.acts.iloc[here]
    middle = marks.begins[here] + (marks.ends[here] - marks.begins[here]) // 2
    colour = theme.directions[side]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": middle.astype("datetime64[ms]"),
        "y": marks.y[here],
        "customdata": acts.index.to_numpy().astype(np.int32),
        "hoverinfo": "text",
        "marker": {
            "symbol": _symbols(acts["certainty"], side),
            "size": _sizes(acts) * _SHAPE_SIZES[side],
            "color": colour,
            "line": {"color": colour, "width": 1.5},
            "opacity": 1,
        },
    }


def _symbols(certainty: pd.Series, side: int) -> np.ndarray:
    codes = certainty.astype("category")
    fills = [_FILLS.get(str(name), 0) for name in codes.cat.categories]
    return np.array([*fills, 0], dtype=np.int32)[codes.cat.codes] + _SHAPES[side]


def _layout(
    acts: pd.DataFrame, marks: Marks, about: About, theme: Theme
) -> dict[str, Any]:
    bottom = float(marks.bottoms[-1]) if marks.lanes else -1.0
    row_px = min(_ROW_PX, max(_LEAST_ROW_PX, -_TALLEST_PX / bottom))
    layout = sheet(
        about,
        theme,
        title=_title(acts, marks),
        said=[words.subtitle(about, _counted(acts, marks), weighed="weight" in acts)],
        key=_key(marks, about, theme),
        days=marks.days,
        left_px=_LEFT_PX,
        plot_px=max(_LOWEST_PX, round(-bottom * row_px)),
    )
    layout["yaxis"] = {
        "range": [bottom, 0],
        "tickvals": marks.centres.tolist(),
        "ticktext": [words.plain(words.label(name)) for name in marks.lanes],
        "showgrid": True,
        "zeroline": False,
        "fixedrange": True,
    }
    return layout


def _rules(marks: Marks, theme: Theme) -> dict[str, Any]:
    """Draw the lines between the lanes."""
    far = [np.datetime64("0100-01-01", "ms"), np.datetime64("9900-01-01", "ms")]
    edges = marks.bottoms[:-1]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.tile([*far, NOT_A_TIME], len(edges)),
        "y": np.repeat(edges, 3),
        "line": {"color": theme.quiet, "width": 1},
        "hoverinfo": "skip",
    }


def _counted(acts: pd.DataFrame, marks: Marks) -> str:
    said = "One mark is one recorded act"
    said += ", the larger the heavier" if "weight" in acts else ""
    if len(marks.acts) < len(acts):
        said += f"; {len(marks.acts):,} of {len(acts):,} drawn, heaviest first"
    return said


def _title(acts: pd.DataFrame, marks: Marks) -> str:
    if not len(acts):
        return "No recorded act in this selection"
    types = acts["type"].value_counts()
    kind = words.label(min(str(t) for t in types.index[types == types.iloc[0]]))
    if len(acts) == 1:
        return f"One recorded act, of the type {kind.lower()}"
    months = acts["earliest"].to_numpy().astype("datetime64[M]")
    first = months.min()
    busiest = first + np.bincount((months - first).astype(np.int64)).argmax()
    return (
        f"{words.acts(len(acts))}: busiest month {words.month(busiest)}, "
        f"commonest type {kind.lower()} ({types.iloc[0]:,})"
    )


def _key(marks: Marks, about: About, theme: Theme) -> str:
    names = [words.arrow(name) for name in words.directions(about)] + ["others"]
    shown = [i for i in range(3) if i < 2 or (marks.side == 2).any()]
    glyphs = [
        f'<span style="color:{theme.directions[i]}">{_GLYPHS[i]}</span> {names[i]}'
        for i in shown
    ]
    said = (
        "full: confirmed, dotted: reported, empty: disputed; bars: uncertain or lasting"
    )
    grey = (
        "; grey ground: sampled, not surveyed" if is_sampled(about, marks.days) else ""
    )
    return "  ".join([*glyphs, said + grey])
