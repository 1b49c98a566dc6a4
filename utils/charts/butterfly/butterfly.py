"""The butterfly: recorded acts by month, one direction up and the other down."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.butterfly.bins import Bins, bins_of
from utils.charts.butterfly.said import key, spoken, subtitle, title
from utils.charts.sheet import words
from utils.charts.sheet.bins import unit_of
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.order import parted
from utils.charts.sheet.span import Days, axis, period
from utils.charts.sheet.theme import Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "direction", "n", "per"}
_LEFT_PX = 64
_PLOT_PX = 280
_WHISKER_PX = 3.5
_DAY = np.timedelta64(1, "D")


def butterfly(
    counts: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw the number of acts in each bin, one direction up, the other down.

    Needs what `measures.counts` gives by direction: `date` (the first day of a
    bin), `direction`, `n` and `per`. Where `least` and `most` are there too, a
    whisker spans the numbers that the uncertain dates allow. Both directions have
    the same scale. Acts in other directions are not drawn; the subtitle says how
    many they are. Nothing is cut off or collides where the chart is `width_px`
    wide or wider. `whole` is for `redraw`: what is said of rows that are not given.

    Raises
    ------
    ChartError
        If a column is missing, `per` is no one known unit, `about` does not name
        two sides, the theme is unknown or the width too small.
    """
    need(counts, _NEEDS, "A butterfly")
    need_sides(about, "A butterfly")
    look = look_of(theme, width_px)
    unit = unit_of(counts, "A butterfly")
    rows, left = parted(counts, about, each=unit, whole=whole)
    drawing = draw_butterfly(bins_of(rows, about, left), about=about, look=look)
    return drawing.figure("butterfly", about, rows, whole=left.record())


def draw_butterfly(bins: Bins, *, about: About, look: Look) -> Drawing:
    """Lay out the butterfly as plain data; see `butterfly`."""
    days = period(about, np.append(bins.starts, bins.starts + (bins.days - 1) * _DAY))
    marks = landmarks(about, days, plot_width(look, _LEFT_PX))
    layout = sheet(
        about,
        look,
        title=title(bins, about),
        said=subtitle(bins, about),
        key=key(bins, about, look),
        marks=marks,
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    layout |= {"yaxis": _axis(bins), "barmode": "overlay", "bargap": 0}
    bars, over = _bars(bins, about, look), _whiskers(bins, days, look)
    return Drawing((*bars, *lines(marks, look), over), layout, spoken(bins, about))


def _bars(bins: Bins, about: About, look: Look) -> list[dict[str, Any]]:
    """Give the bars upward and, hatched, those downward."""
    names = [words.plain(words.arrow(name)) for name in words.directions(about)]
    up = _bar(bins, bins.up, names[0], look.theme.first)
    down = _bar(bins, -bins.down, names[1], look.theme.second)
    down["marker"]["pattern"]["shape"] = "/"
    return [up, down]


def _bar(bins: Bins, heights: np.ndarray, name: str, colour: str) -> dict[str, Any]:
    lengths = bins.days * 86_400_000.0
    said = f"{name}, {bins.unit} from %{{x|%-d %b %Y}}: %{{customdata:.1~f}}"
    return {
        "type": "bar",
        "x": bins.written,
        "y": heights,
        "offset": 0.04 * lengths,
        "width": 0.92 * lengths,
        "customdata": np.abs(heights),
        "hovertemplate": said + " recorded acts<extra></extra>",
        "marker": {
            "color": colour,
            "line": {"width": 0},
            "pattern": {"shape": "", "fillmode": "overlay", "solidity": 0.15},
        },
    }


def _whiskers(bins: Bins, days: Days, look: Look) -> dict[str, Any]:
    """Give a thin bar from least to most, parted by its edge from what it lies on."""
    left, right = axis(days)
    wide = float((right - left) / _DAY) * 86_400_000 / plot_width(look, _LEFT_PX)
    way, number = np.nonzero(bins.most > bins.least)
    least, most = (ends[way, number] for ends in (bins.least, bins.most))
    turn = np.where(way == 0, 1, -1)
    return {
        "type": "bar",
        "x": bins.written[number],
        "y": turn * (most - least),
        "base": turn * least,
        "offset": bins.days[number] * 43_200_000.0 - _WHISKER_PX / 2 * wide,
        "width": _WHISKER_PX * wide,
        "hoverinfo": "skip",
        "marker": {
            "color": look.theme.text,
            "line": {"width": 1, "color": look.theme.paper},
        },
    }


def _axis(bins: Bins) -> dict[str, Any]:
    """Mark round numbers both ways, without a minus sign."""
    most = max(x.max(initial=1) for x in (bins.up, bins.down, bins.most))
    scale = 10.0 ** np.floor(np.log10(most / 3))
    step = max(1, next(s * scale for s in (1, 2, 5, 10) if s * scale >= most / 3))
    values = np.arange(-(most // step), most // step + 1) * step
    return {
        "title": {"text": f"recorded acts by {bins.unit}", "standoff": 8},
        "range": [-1.08 * most, 1.08 * most],
        "zerolinewidth": 2,
        "fixedrange": True,
        "tickvals": values.tolist(),
        "ticktext": [f"{abs(value):g}" for value in values],
    }
