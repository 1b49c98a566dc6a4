"""Phases: recorded acts by bin, their fitted levels, and the breaks between them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.phases.marks import bands, bars, break_lines, level_line
from utils.charts.phases.numbers import numbered, numbers
from utils.charts.phases.runs import Levels, levels
from utils.charts.phases.said import key, spoken, subtitle, title
from utils.charts.sheet.bins import unit_of
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import LeftOut, ordered, parted
from utils.charts.sheet.span import Days, period
from utils.charts.sheet.theme import Look, look_of, see_through

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "n", "per", "level", "phase", "low", "high", "share"}
_LEFT_PX = 64
_PLOT_PX = 300
_BREAK_TOP, _NUMBER_TOP, _TOP = 1.06, 1.16, 1.26
_DAY = np.timedelta64(1, "D")


def phases(
    table: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw acts by bin, the level of each phase, and each break with its interval.

    Needs the `table` that `measures.change_points` gives: `date`, `n`, `per`,
    `level`, `phase`, `low`, `high` and `share`; with `direction` too, one direction
    stands up and the other down, on the same scale, and others are not drawn. Levels
    are for a bin of full length. A band reaches from half a bin before the
    lower bound of a break to half a bin after the upper one. Nothing is cut off or
    collides where the chart is `width_px` wide or wider. `whole` is for `redraw`:
    what is said of rows that are not given.

    Raises
    ------
    ChartError
        If a column is missing, there is more than one row for a bin, `per` is no one
        known unit, `about` does not name two sides, the theme is unknown or the
        width too small.
    """
    need(table, _NEEDS, "A chart of phases")
    need_sides(about, "A chart of phases")
    look = look_of(theme, width_px)
    left = LeftOut(each=unit_of(table, "A chart of phases", "week"))
    rows = ordered(table, table["date"])
    if "direction" in table:
        rows, left = parted(table, about, each=left.each, whole=whole)
    drawing = draw_phases(levels(rows, about, left), about=about, look=look)
    return drawing.figure("phases", about, rows, whole=left.record())


def draw_phases(shown: Levels, *, about: About, look: Look) -> Drawing:
    """Lay out the phases as plain data; see `phases`."""
    drawn = [[run.bins.starts, run.after - _DAY] for run in shown.runs]
    days = period(about, np.concatenate([*drawn[0], *drawn[1]]))
    marks = landmarks(about, days, plot_width(look, _LEFT_PX))
    layout = sheet(
        about,
        look,
        title=title(shown),
        said=subtitle(shown, about),
        key=key(shown, look),
        marks=marks,
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    layout |= {"yaxis": _axis(shown), "barmode": "overlay", "bargap": 0}
    traces = [
        trace for i in (0, 1) for trace in _traces(shown, i, days=days, look=look)
    ]
    return Drawing((*traces, *lines(marks, look)), layout, spoken(shown, about))


def _traces(shown: Levels, i: int, *, days: Days, look: Look) -> list[dict[str, Any]]:
    """Give the five traces of one run, upward or downward."""
    run, sign = shown.runs[i], (1, -1)[i]
    height = sign * shown.top
    colour = look.theme.directions[i] if shown.sided else look.theme.other
    spots = numbers(run, days, plot_width(look, _LEFT_PX))
    return [
        bands(run, _BREAK_TOP * height, colour=see_through(colour, 0.25)),
        bars(run, sign, colour=colour),
        level_line(run, sign, look=look),
        break_lines(run, _BREAK_TOP * height, look=look),
        numbered(spots, _NUMBER_TOP * height, look=look),
    ]


def _axis(shown: Levels) -> dict[str, Any]:
    """Mark round numbers, both ways where there are two, without a minus sign."""
    most = shown.top
    scale = 10.0 ** np.floor(np.log10(most / 3))
    step = max(1, next(s * scale for s in (1, 2, 5, 10) if s * scale >= most / 3))
    lowest = -(most // step) if shown.sided else 0
    values = np.arange(lowest, most // step + 1) * step
    return {
        "title": {"text": f"recorded acts by {shown.up.bins.unit}", "standoff": 8},
        "range": [-_TOP * most if shown.sided else 0, _TOP * most],
        "zerolinewidth": 2,
        "fixedrange": True,
        "tickvals": values.tolist(),
        "ticktext": [f"{abs(value):g}" for value in values],
    }
