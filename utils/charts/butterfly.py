"""The butterfly: recorded acts by month, one direction up and the other down."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts import words
from utils.charts.drawing import Drawing, need, need_sides
from utils.charts.layout import is_sampled, landmark_lines, period, sheet
from utils.charts.theme import Theme, theme_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "direction", "n"}
_LEFT_PX = 64
_PLOT_PX = 280
_DAY = np.timedelta64(1, "D")
_BINS = {1: "day", 7: "week", 31: "month", 92: "quarter", 366: "year"}


def butterfly(counts: pd.DataFrame, *, about: About, theme: str = "light") -> "Figure":
    """Draw the number of acts in each bin, one direction up, the other down.

    Needs what `measures.counts` gives by direction: `date` (the first day of a
    bin), `direction` and `n`. Both directions have the same scale. Acts in other
    directions are not drawn; the subtitle says how many they are.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, or the theme
        is unknown.
    """
    return draw_butterfly(counts, about=about, theme=theme_of(theme)).figure(about)


def draw_butterfly(counts: pd.DataFrame, *, about: About, theme: Theme) -> Drawing:
    """Lay out the butterfly as plain data; see `butterfly`."""
    need(counts, _NEEDS, "A butterfly")
    need_sides(about, "A butterfly")
    starts, up, down, other = _bins(counts, about)
    traces = [
        _bars(starts, up, theme.first, ""),
        _bars(starts, -down, theme.second, "/"),
    ]
    layout = _layout(starts, (up, down, other), about, theme)
    lines = landmark_lines(about, _days(starts, about), theme)
    return Drawing((*traces, *lines), layout, counts)


def _bins(
    counts: pd.DataFrame, about: About
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    dates = counts["date"].to_numpy().astype("datetime64[ms]")
    starts, bins = np.unique(dates, return_inverse=True)
    direction = counts["direction"].astype(str).to_numpy()
    n = counts["n"].to_numpy(dtype=float)
    first, second = (direction == name for name in words.directions(about))
    up, down = (np.bincount(bins[m], n[m], len(starts)) for m in (first, second))
    return starts, up, down, float(n[~(first | second)].sum())


def _bars(
    starts: np.ndarray, heights: np.ndarray, colour: str, pattern: str
) -> dict[str, Any]:
    lengths = _lengths(starts).astype(float) * 86_400_000
    return {
        "type": "bar",
        "x": starts,
        "y": heights,
        "offset": 0.04 * lengths,
        "width": 0.92 * lengths,
        "customdata": np.abs(heights),
        "hovertemplate": "from %{x|%d %b %Y}: %{customdata:.1f}<extra></extra>",
        "marker": {
            "color": colour,
            "line": {"width": 0},
            "pattern": {"shape": pattern, "fillmode": "overlay", "solidity": 0.15},
        },
    }


def _lengths(starts: np.ndarray) -> np.ndarray:
    """Give the days of each bin; the last is as long as the longest."""
    days = (np.diff(starts) / _DAY).astype(np.int64)
    return np.append(days, days.max() if len(days) else 30)[: len(starts)]


def _layout(
    starts: np.ndarray,
    sums: tuple[np.ndarray, np.ndarray, float],
    about: About,
    theme: Theme,
) -> dict[str, Any]:
    up, down, other = sums
    unit = _unit(starts)
    days = _days(starts, about)
    counted = (
        f"Recorded acts by {unit}, uncertain dates spread evenly over their window"
    )
    beside = (
        f" {words.acts(round(other))} in other directions not drawn." if other else ""
    )
    layout = sheet(
        about,
        theme,
        title=_title(up, down, about, unit),
        said=[words.subtitle(about, counted) + beside],
        key=_key(days, about, theme),
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    most = max(*up, *down, 1) if len(up) else 1
    layout["yaxis"] = {
        "title": {"text": f"recorded acts by {unit}", "standoff": 8},
        "range": [-1.08 * most, 1.08 * most],
        "zerolinewidth": 2,
        "fixedrange": True,
        **_ticks(most),
    }
    return {**layout, "barmode": "overlay", "bargap": 0}


def _ticks(most: float) -> dict[str, list[Any]]:
    """Mark round numbers both ways, without a minus sign."""
    raw = most / 3
    scale = 10.0 ** np.floor(np.log10(raw))
    step = max(1, next(s * scale for s in (1, 2, 5, 10) if s * scale >= raw))
    values = np.arange(-(most // step), most // step + 1) * step
    return {"tickvals": values.tolist(), "ticktext": [f"{abs(v):g}" for v in values]}


def _unit(starts: np.ndarray) -> str:
    longest = int(_lengths(starts).max()) if len(starts) else 31
    return next((name for days, name in _BINS.items() if longest <= days), "year")


def _days(starts: np.ndarray, about: About) -> tuple[np.datetime64, np.datetime64]:
    ends = starts + (_lengths(starts) - 1) * _DAY
    return period(about, np.append(starts, ends))


def _title(up: np.ndarray, down: np.ndarray, about: About, unit: str) -> str:
    if not (up.any() or down.any()):
        return "No recorded act between the two sides in this selection"
    more, less = int((up > down + 1e-9).sum()), int((down > up + 1e-9).sum())
    first, second = (" to ".join(name.split(">")) for name in words.directions(about))
    units = f"{len(up)} {unit}{'' if len(up) == 1 else 's'}"
    if not (up.any() and down.any()):
        one, none = (first, second) if up.any() else (second, first)
        return f"Recorded acts from {one} in {more + less} of {units}, none from {none}"
    return (
        f"More recorded acts from {first} in {more} of {units}, from {second} in {less}"
    )


def _key(days: tuple[np.datetime64, np.datetime64], about: About, theme: Theme) -> str:
    first, second = (words.arrow(name) for name in words.directions(about))
    grey = "grey ground: sampled, not surveyed" if is_sampled(about, days) else ""
    up = f'<span style="color:{theme.first}">■</span> up: {first}'
    down = f'<span style="color:{theme.second}">■</span> down, hatched: {second}'
    return "  ".join(filter(None, [up, down, grey]))
