"""The heat map: recorded acts by type and month, each way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.heat_map.panels import Panels, panels_of, rows_of
from utils.charts.heat_map.said import key, spoken, subtitle, title
from utils.charts.sheet import words
from utils.charts.sheet.cells import BARE, HUED, PLAIN, lettering, rounded, shaded
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.span import Days, axis, period
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "type", "n", "per"}
_ROW_PX, _LEAST_ROW_PX, _PANELS = 22, 17, 2
_PARTED_PX = 4
"""Narrower cells lie side by side: a gap between them would take all of them."""
_LEAST_LEFT_PX, _MOST_LEFT_PX, _BESIDE_LABEL_PX = 64, 190, EDGE_PX + 7
_DAY = np.timedelta64(1, "D")


def heat_map(
    counts: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw the number of acts of each type in each bin, deeper where there are more.

    Needs what `measures.counts` gives by `type`, or by `direction` and `type`:
    `date` (the first day of a bin), `type`, `n`, `per` and perhaps `direction`,
    which gives a panel for each direction between the sides; both have the same
    scale. Numbers are rounded, and stand in the cells where there is room for
    them. Nothing is cut off or collides where the chart is `width_px` wide or wider.
    `whole` is for `redraw`: what is said of rows that are not given.

    Raises
    ------
    ChartError
        If a column is missing, `per` is no one known unit, `about` does not name
        two sides, the theme is unknown or the width too small.
    """
    need(counts, _NEEDS, "A heat map")
    if "direction" in counts:
        need_sides(about, "A heat map by direction")
    look = look_of(theme, width_px)
    rows, left = rows_of(counts, about, whole)
    drawing = draw_heat_map(panels_of(rows, about, left), about=about, look=look)
    return drawing.figure("heat_map", about, rows, whole=left.record())


def draw_heat_map(panels: Panels, *, about: About, look: Look) -> Drawing:
    """Lay out the heat map as plain data; see `heat_map`."""
    days = period(about, np.append(panels.edges[:-1], panels.edges[1:] - _DAY))
    left_px = _left_px(panels, about, look)
    plot_px = plot_width(look, left_px)
    marks = landmarks(about, days, plot_px)
    layout = sheet(
        about,
        look,
        title=title(panels, about),
        said=subtitle(panels, about),
        key=key(panels),
        marks=marks,
        days=days,
        left_px=left_px,
        plot_px=_ROW_PX * max(_n_rows(panels), 3),
        least_plot_px=_LEAST_ROW_PX * max(_n_rows(panels), 3),
    )
    layout["yaxis"] = _rows(panels, about, left_px)
    cell_px = _cell_px(panels, days, plot_px)
    fits, gap_px = _fits(panels, cell_px), int(cell_px >= _PARTED_PX)
    cells = [
        {**_cells(panels, i, about=about, look=look, fits=fits), "xgap": gap_px}
        for i in range(_PANELS)
    ]
    text = _numbers(panels, look, fits)
    return Drawing((*cells, *lines(marks, look), text), layout, spoken(panels, about))


def _n_rows(panels: Panels) -> int:
    return (len(panels.types) + panels.sided) * len(panels.acts)


def _tops(panels: Panels) -> list[int]:
    """Give the row at which each panel begins, below its name."""
    return [i * (len(panels.types) + 1) + panels.sided for i in range(len(panels.acts))]


def _cells(
    panels: Panels, i: int, *, about: About, look: Look, fits: bool
) -> dict[str, Any]:
    """Give the cells of a panel, or none of the second where there is one."""
    there = i < len(panels.acts)
    z = panels.acts[i] if there else np.zeros((0, 0))
    top = _tops(panels)[i] if there else 0
    colour = look.theme.directions[i] if panels.sided else look.theme.text
    edges = (panels.edges if there else panels.edges[:0], np.arange(len(z) + 1.0) + top)
    shades = (HUED if panels.sided else PLAIN) if fits else BARE
    most = float(panels.acts.max(initial=0))
    way = words.plain(words.arrow(words.directions(about)[i])) if panels.sided else ""
    name = f"{way}, " if way else ""
    told = [[words.plain(words.label(t))] * z.shape[1] for t in panels.types[: len(z)]]
    said = f"%{{customdata}}, {panels.unit} of %{{x|%-d %b %Y}}: %{{z:.1~f}}"
    return {
        **shaded(z, edges, colour=colour, most=most, shades=shades),
        "customdata": told,
        "hovertemplate": f"{name}{said} recorded acts<extra></extra>",
    }


def _cell_px(panels: Panels, days: Days, plot_px: int) -> float:
    """Give the width of the narrowest cell."""
    left, right = axis(days)
    lengths = np.diff(panels.edges) / _DAY
    return float(lengths.min(initial=np.inf) * plot_px / ((right - left) / _DAY))


def _fits(panels: Panels, cell_px: float) -> bool:
    """Tell whether every number fits into its cell."""
    text = {rounded(n) for n in panels.acts[panels.acts > 0]}
    return max((width(it, TEXT_PX) for it in text), default=0) + 4 <= cell_px


def _numbers(panels: Panels, look: Look, fits: bool) -> dict[str, Any]:
    """Write the number into each cell, or into none where they do not fit.

    They share the axis of the landmarks, so as to lie above their lines.
    """
    panel, row, column = np.nonzero(panels.acts * fits)
    text = [rounded(n) for n in panels.acts[panel, row, column]]
    middles = panels.edges[:-1].astype("datetime64[ms]") + np.diff(panels.edges) // 2
    down = (np.array(_tops(panels))[panel] + row + 0.5) / max(_n_rows(panels), 1)
    told = lettering(middles[column], 1 - down, text, look.theme.text)
    return {**told, "yaxis": "y2"}


def _left_px(panels: Panels, about: About, look: Look) -> int:
    """Make room for the longest label, but no more than a third of the chart."""
    names = [words.label(name) for name in panels.types]
    longest = max((width(name, TEXT_PX) for name in names), default=0)
    if panels.sided:
        names = [words.arrow(name) for name in words.directions(about)]
        longest = max(longest, *(width(it, TEXT_PX, bold=True) for it in names))
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    return min(wanted, _MOST_LEFT_PX, look.width_px // 3)


def _rows(panels: Panels, about: About, left_px: int) -> dict[str, Any]:
    room_px = left_px - _BESIDE_LABEL_PX
    short = (shortened(words.label(name), room_px, TEXT_PX) for name in panels.types)
    names = [words.plain(name) for name in short]
    ticks: list[tuple[float, str]] = []
    ways = words.directions(about) if panels.sided else ("",)
    for top, way in zip(_tops(panels), ways, strict=True):
        if way:
            ticks.append((top - 0.5, f"<b>{words.plain(words.arrow(way))}</b>"))
        ticks += [(top + i + 0.5, name) for i, name in enumerate(names)]
    return {
        "range": [max(_n_rows(panels), 1), 0],
        "tickvals": [at for at, _ in ticks],
        "ticktext": [name for _, name in ticks],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
