"""The tension curve: how recorded conflict piles up and fades, by direction."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts import words
from utils.charts.drawing import Drawing, need, need_sides
from utils.charts.layout import is_sampled, landmark_lines, period, sheet
from utils.charts.theme import Theme, see_through, theme_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

Curve = tuple[np.ndarray, np.ndarray]
_NEEDS = {"date", "direction", "tension", "sd", "half_life_days"}
_DASHES = ("solid", "7px,3px", "2px,2px")
_GLYPHS = ("━", "╍", "┄")
_LEFT_PX = 64
_PLOT_PX = 280


def tension_curve(
    tension: pd.DataFrame, *, about: About, theme: str = "light"
) -> "Figure":
    """Draw tension as a step line for each direction, with a band for doubt.

    Needs what `measures.tension` gives: `date`, `direction`, `tension`, `sd`,
    `half_life_days`. The band is the expectation plus and minus one standard
    deviation, which comes from uncertain dates alone. Directions other than the
    two between the sides of the case are one grey line. Landmarks are numbered
    lines, named below.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, or the theme
        is unknown.
    """
    return draw_tension(tension, about=about, theme=theme_of(theme)).figure(about)


def draw_tension(tension: pd.DataFrame, *, about: About, theme: Theme) -> Drawing:
    """Lay out the tension curve as plain data; see `tension_curve`."""
    need(tension, _NEEDS, "A tension curve")
    need_sides(about, "A tension curve")
    dates, curves = _curves(tension, about)
    traces = [t for i in range(3) for t in _lines(dates, curves[i], i, theme)]
    layout = _layout(tension, dates, curves, about, theme)
    lines = landmark_lines(about, period(about, dates), theme)
    return Drawing((*traces, *lines), layout, tension)


def _curves(tension: pd.DataFrame, about: About) -> tuple[np.ndarray, list[Curve]]:
    """Give the days, and level and doubt of both directions and all others."""
    dates = np.unique(tension["date"].to_numpy().astype("datetime64[ms]"))
    first, second = words.directions(about)
    none = np.zeros(len(dates)), np.zeros(len(dates))
    curves = {first: none, second: none, "": none}
    for direction, part in tension.groupby("direction", observed=True, sort=False):
        name = str(direction) if str(direction) in curves else ""
        level, sd = curves[name]
        more = part["tension"].to_numpy(), part["sd"].to_numpy()
        curves[name] = level + more[0], np.hypot(sd, more[1])
    return dates, list(curves.values())


def _lines(
    dates: np.ndarray, curve: Curve, i: int, theme: Theme
) -> list[dict[str, Any]]:
    level, sd = curve
    shown = dates if level.any() or i < 2 else dates[:0]
    level, sd = level[: len(shown)], sd[: len(shown)]
    line = {"color": theme.directions[i], "width": 2, "dash": _DASHES[i]}
    edge = {"mode": "lines", "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": see_through(theme.directions[i], 0.22)}
    base = {"type": "scatter", "x": shown}
    return [
        {**base, **edge, "y": np.maximum(0, level - sd)},
        {**base, **edge, **fill, "y": level + sd},
        {
            **base,
            "y": level,
            "mode": "lines",
            "line": {**line, "shape": "hv"},
            "hovertemplate": "%{x|%d %b %Y}: %{y:.1f}<extra></extra>",
        },
    ]


def _layout(
    tension: pd.DataFrame,
    dates: np.ndarray,
    curves: list[Curve],
    about: About,
    theme: Theme,
) -> dict[str, Any]:
    half_life = tension["half_life_days"].iloc[0] if len(tension) else 0
    counted = (
        "Conflictual weight of recorded acts, added up; "
        f"each act fades by half in {half_life:g} days"
    )
    begin = (
        f" The curve starts from zero on {words.day(dates[0])}." if len(dates) else ""
    )
    days = period(about, dates)
    layout = sheet(
        about,
        theme,
        title=_title(dates, curves, about),
        said=[words.subtitle(about, counted, weighed=True) + begin],
        key=_key(curves, days, about, theme),
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    top = max([float((level + sd).max()) for level, sd in curves if len(level)] or [0])
    layout["yaxis"] = {
        "title": {"text": "tension, in the unit of the scale", "standoff": 8},
        "range": [0, 1.05 * top or 1],
        "fixedrange": True,
    }
    return layout


def _title(dates: np.ndarray, curves: list[Curve], about: About) -> str:
    peaks = {
        " to ".join(name.split(">")): words.day(dates[level.argmax()])
        for name, (level, _) in zip(words.directions(about), curves, strict=False)
        if level.any()
    }
    if not peaks:
        return "No recorded conflictual act between the two sides in this selection"
    said = words.listed([f"{day} ({name})" for name, day in peaks.items()])
    if len(peaks) == 2 and len(set(peaks.values())) == 1:
        said = f"{next(iter(peaks.values()))} in both directions"
    return f"Recorded tension is highest on {said}"


def _key(
    curves: list[Curve],
    days: tuple[np.datetime64, np.datetime64],
    about: About,
    theme: Theme,
) -> str:
    names = [words.arrow(name) for name in words.directions(about)]
    names += ["other directions together"]
    shown = [i for i in range(3) if i < 2 or curves[i][0].any()]
    lines = [
        f'<span style="color:{theme.directions[i]}">{_GLYPHS[i] * 3}</span> {names[i]}'
        for i in shown
    ]
    band = "band: doubt from uncertain dates"
    grey = "; grey ground: sampled, not surveyed" if is_sampled(about, days) else ""
    return "  ".join([*lines, band + grey])
