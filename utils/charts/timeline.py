"""The timeline: one mark for each act, in a lane for each type."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts import words
from utils.charts.drawing import NOT_A_TIME, Drawing, need, need_sides
from utils.charts.hover import hover_texts
from utils.charts.layout import is_sampled, period, sheet
from utils.charts.stack import stack
from utils.charts.theme import Theme, see_through, theme_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_MARKS = 600
_DAY = np.timedelta64(1, "D")
_NEEDS = {"earliest", "latest", "lasted_days", "direction", "type", "certainty"}
_SYMBOLS = ("triangle-up", "triangle-down", "circle")
_GLYPHS = ("▲", "▼", "●")
_SHAPE_SIZES = (1, 1, 0.75)
_DEEPEST = 12
_ROW_PX = 9
_LEAST_ROW_PX = 6
_TALLEST_PX = 900
_MARK_PX = 11
_LEFT_PX = 124
_NARROW_PX = 552


def timeline(acts: pd.DataFrame, *, about: About, theme: str = "light") -> "Figure":
    """Draw each act as a mark in the lane of its type.

    Needs `earliest`, `latest`, `lasted_days`, `direction`, `type`, `certainty`;
    `weight` gives the size, and `date`, `summary`, `actor_name`, `target_name`,
    `form`, `action_id` go into the hover text and the rows where they are there.
    The direction shows as colour, half of the lane and shape of the mark; the
    fill says the certainty; a thin bar is the window of an uncertain date, a
    broad one the days that an act lasted. Of more than 600 acts the heaviest
    are drawn, and the subtitle says so.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, or the theme
        is unknown.
    """
    return draw_timeline(acts, about=about, theme=theme_of(theme)).figure(about)


def draw_timeline(acts: pd.DataFrame, *, about: About, theme: Theme) -> Drawing:
    """Lay out the timeline as plain data; see `timeline`."""
    need(acts, _NEEDS, "A timeline")
    need_sides(about, "A timeline")
    marks = _Marks(_heaviest(acts), about)
    layout = _layout(acts, marks, about, theme)
    traces = [t for i in range(3) for t in marks.traces(i, theme)]
    return Drawing(tuple(traces), layout, marks.rows())


class _Marks:
    """The acts that are drawn, each with its direction, lane and height."""

    def __init__(self, acts: pd.DataFrame, about: About) -> None:
        self.acts = acts.sort_values("earliest", kind="stable")
        self.begins = self._days("earliest")
        self.ends = self._days("latest")
        self.lasted = self.acts["lasted_days"].to_numpy()
        self.days = period(about, np.append(self.begins, self.ends))
        self.side = _sides_of(self.acts["direction"], about)
        types = self.acts["type"].astype("category")
        self.lane = types.cat.codes.to_numpy()
        self.lanes = [str(name) for name in types.cat.categories]
        self.row = self._rows()
        self.tops, self.bottoms = self._halves()
        self.centres = self._centres()
        self.y = self._heights()

    def _days(self, column: str) -> np.ndarray:
        return self.acts[column].to_numpy().astype("datetime64[D]")

    def _rows(self) -> np.ndarray:
        begins = (self.begins - self.days[0]) / _DAY
        ends = (self.ends - self.days[0]) / _DAY + self.lasted - 1
        span = (self.days[1] - self.days[0]) / _DAY + 1
        room = span * _MARK_PX / _NARROW_PX
        rows = np.zeros(len(begins), dtype=np.int64)
        for band in np.unique(self.lane * 3 + self.side):
            here = np.flatnonzero(self.lane * 3 + self.side == band)
            rows[here] = stack(begins[here], ends[here], room=room, deepest=_DEEPEST)
        return rows

    def _halves(self) -> tuple[np.ndarray, np.ndarray]:
        """Count the rows that each lane needs above and below its middle."""
        up = self.side == 0
        above, below = (np.ones(len(self.lanes), dtype=np.int64) for _ in range(2))
        np.maximum.at(above, self.lane[up], self.row[up] + 1)
        third = np.zeros(len(self.lanes), dtype=np.int64)
        down, other = self.side == 1, self.side == 2
        np.maximum.at(below, self.lane[down], self.row[down] + 1)
        np.maximum.at(third, self.lane[other], self.row[other] + 1)
        self.below = below
        return above, below + third

    def _centres(self) -> np.ndarray:
        """Place the lanes below one another, half a row apart."""
        sizes = self.tops + self.bottoms + 0.8
        return -(np.cumsum(sizes) - sizes + self.tops + 0.4)

    def _heights(self) -> np.ndarray:
        out = np.where(self.side == 0, self.row + 0.5, -self.row - 0.5)
        out -= np.where(self.side == 2, self.below[self.lane], 0)
        return self.centres[self.lane] + out

    @property
    def bottom(self) -> float:
        """Where the lowest lane ends."""
        return float(self.centres[-1] - self.bottoms[-1] - 0.4) if self.lanes else -1.0

    def traces(self, side: int, theme: Theme) -> list[dict[str, Any]]:
        """Give the bars and the marks of one direction."""
        here = self.side == side
        colour = theme.directions[side]
        loose = here & (self.ends > self.begins)
        long = here & (self.lasted > 1)
        lasts = self.begins + (self.lasted - 1) * _DAY
        thin = {"color": see_through(colour, 0.75), "width": 1.5}
        broad = {"color": see_through(colour, 0.4), "width": 6}
        return [
            _bars(self.begins[loose], self.ends[loose], self.y[loose], thin),
            _bars(self.begins[long], lasts[long], self.y[long], broad),
            self._points(here, side, theme),
        ]

    def _points(self, here: np.ndarray, side: int, theme: Theme) -> dict[str, Any]:
        acts = self.acts[here]
        middle = self.begins[here] + (self.ends[here] - self.begins[here]) // 2
        colour = theme.directions[side]
        fill = {
            "confirmed": colour,
            "reported": see_through(colour, 0.3),
            "disputed": theme.paper,
        }
        return {
            "type": "scatter",
            "mode": "markers",
            "x": middle.astype("datetime64[ms]"),
            "y": self.y[here],
            "customdata": acts.index.to_numpy().astype(np.int32),
            "hovertext": hover_texts(acts),
            "hoverinfo": "text",
            "marker": {
                "symbol": _SYMBOLS[side],
                "size": _sizes(acts) * _SHAPE_SIZES[side],
                "color": [fill.get(c, colour) for c in acts["certainty"].astype(str)],
                "line": {"color": colour, "width": 1.5},
                "opacity": 1,
            },
        }

    def rows(self) -> pd.DataFrame:
        """Give the acts drawn, in the order of time."""
        shown = ["action_id", "date", "direction", "type", "form", "certainty"]
        shown += ["weight", "actor_name", "target_name", "summary"]
        return self.acts[[column for column in shown if column in self.acts]]


def _heaviest(acts: pd.DataFrame) -> pd.DataFrame:
    if len(acts) <= MOST_MARKS:
        return acts
    if "weight" not in acts:
        return acts.iloc[:: -(-len(acts) // MOST_MARKS)]
    weight = np.nan_to_num(np.abs(acts["weight"].to_numpy(dtype=float)))
    heaviest = np.argpartition(-weight, MOST_MARKS)[:MOST_MARKS]
    return acts.iloc[np.sort(heaviest)]


def _sizes(acts: pd.DataFrame) -> np.ndarray:
    if "weight" not in acts:
        return np.full(len(acts), 9.0)
    return 7 + 0.5 * np.nan_to_num(np.abs(acts["weight"].to_numpy(dtype=float)))


def _sides_of(direction: pd.Series, about: About) -> np.ndarray:
    codes = direction.astype("category")
    number = {name: i for i, name in enumerate(words.directions(about))}
    side = [number.get(str(name), 2) for name in codes.cat.categories]
    return np.array([*side, 2])[codes.cat.codes.to_numpy()]


def _bars(
    begins: np.ndarray, ends: np.ndarray, y: np.ndarray, line: dict[str, Any]
) -> dict[str, Any]:
    x = np.full((len(begins), 3), NOT_A_TIME)
    x[:, 0], x[:, 1] = begins, ends
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x.ravel(),
        "y": np.repeat(y, 3),
        "line": line,
        "hoverinfo": "skip",
    }


def _layout(
    acts: pd.DataFrame, marks: _Marks, about: About, theme: Theme
) -> dict[str, Any]:
    counted = "One mark is one recorded act"
    counted += ", the larger the heavier" if "weight" in acts else ""
    if len(marks.acts) < len(acts):
        counted += f"; {len(marks.acts):,} of {len(acts):,} drawn, heaviest first"
    layout = sheet(
        about,
        theme,
        title=_title(acts, marks),
        said=[words.subtitle(about, counted, weighed="weight" in acts)],
        key=_key(marks, about, theme),
        days=marks.days,
        left_px=_LEFT_PX,
        plot_px=_plot_px(-marks.bottom),
    )
    edges = [c - b - 0.4 for c, b in zip(marks.centres, marks.bottoms, strict=True)]
    layout["shapes"] = layout["shapes"] + [_rule(y, theme) for y in edges[:-1]]
    layout["yaxis"] = {
        "range": [marks.bottom, 0],
        "tickvals": marks.centres.tolist(),
        "ticktext": [words.plain(words.label(name)) for name in marks.lanes],
        "showgrid": True,
        "zeroline": False,
        "fixedrange": True,
    }
    return layout


def _plot_px(rows: float) -> int:
    row = min(_ROW_PX, max(_LEAST_ROW_PX, _TALLEST_PX / rows))
    return max(160, round(rows * row))


def _rule(y: float, theme: Theme) -> dict[str, Any]:
    line = {"color": theme.quiet, "width": 1}
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "layer": "below"}
    return {**across, "y0": float(y), "y1": float(y), "line": line}


def _title(acts: pd.DataFrame, marks: _Marks) -> str:
    if not len(acts):
        return "No recorded act in this selection"
    if len(acts) == 1:
        return (
            f"One recorded act, a {words.label(str(acts['type'].iloc[0])).lower()} one"
        )
    commonest = acts["type"].astype(str).value_counts()
    kind = words.label(sorted(commonest.index[commonest == commonest.iloc[0]])[0])
    months = marks.begins.astype("datetime64[M]")
    busiest, n = np.unique(months, return_counts=True)
    when = words.month(busiest[np.argmax(n)])
    return (
        f"{words.acts(len(acts))}: busiest month {when}, "
        f"commonest type {kind.lower()} ({commonest.iloc[0]:,})"
    )


def _key(marks: _Marks, about: About, theme: Theme) -> str:
    names = [words.arrow(name) for name in words.directions(about)] + ["others"]
    shown = [i for i in range(3) if i < 2 or (marks.side == 2).any()]
    glyphs = [
        f'<span style="color:{theme.directions[i]}">{_GLYPHS[i]}</span> {names[i]}'
        for i in shown
    ]
    said = (
        "full: confirmed, pale: reported, empty: disputed; bars: uncertain or lasting"
    )
    grey = (
        "; grey ground: sampled, not surveyed" if is_sampled(about, marks.days) else ""
    )
    return "  ".join([*glyphs, said + grey])
