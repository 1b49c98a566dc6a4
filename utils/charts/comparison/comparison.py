"""The comparison: two selections over the same time, and their difference."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.comparison.pair import Pair, measured, pair_of
from utils.charts.comparison.panels import LEFT_PX, PLOT_PX, across, axes, lines
from utils.charts.comparison.said import UNNAMED, key, spoken, subtitle, title
from utils.charts.sheet import landmarks as marked
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import parted
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "direction", "first", "second", "difference"}
_DAY = np.timedelta64(1, "D")


def comparison(
    compared: pd.DataFrame,
    *,
    about: About,
    against: About | None = None,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw two selections over each other, each way, and below their difference.

    Needs what `measures.compare_counts` gives: `date`, `direction`, `first`, `second`,
    `difference`, `per` and perhaps `least` and `most`; or what `compare_tension` does,
    with `half_life_days` and perhaps `sd`. `about` is the first selection, `against`
    the second. The first is an area, the second a dashed line; above the zero of the
    difference the first has more, and a band is what uncertain dates leave open.
    Both directions have the same scales. Directions other than the two between the
    sides are not drawn. Nothing is cut off or collides where the chart is
    `width_px` wide or wider. `whole` is for `redraw`: what is said of rows that are
    not given.

    Raises
    ------
    ChartError
        If a column is missing, bins or half-lives are not all the same, `about` does
        not name two sides, the theme is unknown or the width too small.
    """
    need(compared, _NEEDS, "A comparison")
    need_sides(about, "A comparison")
    look = look_of(theme, width_px)
    rows, left = parted(compared, about, each=measured(compared), whole=whole)
    pair = pair_of(rows, about, left)
    drawing = draw_comparison(pair, about=about, against=against, look=look)
    return drawing.figure(
        "comparison", about, rows, against=against, whole=left.record()
    )


def draw_comparison(
    pair: Pair, *, about: About, against: About | None, look: Look
) -> Drawing:
    """Lay out the comparison as plain data; see `comparison`."""
    other = against or UNNAMED
    spanned = _over_both(about, other)
    days = period(spanned, np.append(pair.starts, pair.after - _DAY))
    marks = marked.landmarks(about, days, plot_width(look, LEFT_PX))
    layout = sheet(
        about,
        look,
        title=title(pair, about),
        said=subtitle(pair, about, other),
        key=key(pair, about, other, look),
        against=against,
        marks=marks,
        days=days,
        left_px=LEFT_PX,
        plot_px=PLOT_PX,
    )
    layout |= axes(pair, about, layout)
    traces = [trace for side in (0, 1) for trace in lines(pair, side, about, look)]
    traces += across(marked.lines(marks, look), layout)
    return Drawing(tuple(traces), layout, spoken(pair, about))


def _over_both(about: About, against: About) -> About:
    """Let a period reach over those of both selections."""
    since = min(filter(None, (about.since, against.since)), default="")
    return replace(about, since=since, until=max(about.until, against.until))
