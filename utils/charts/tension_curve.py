"""The tension curve: how recorded conflict piles up and fades, by direction."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, number, ways
from utils.charts.sheet.alt import days as days_named
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import by_side, ordered
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import Look, look_of, see_through

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"date", "direction", "tension", "half_life_days"}
_DASHES = ("solid", "7px,3px", "2px,2px")
_SIGNS = ("━━━", "╍╍╍", "┄┄┄")
_LEFT_PX = 64
_PLOT_PX = 280
_DAY_MS = 86_400_000


@dataclass(frozen=True, eq=False)
class Curves:
    """Tension and its doubt by day, for both directions and all others together.

    Without a `band` the doubt is not drawn, and the key does not speak of it.
    """

    dates: np.ndarray
    levels: np.ndarray
    doubts: np.ndarray
    half_life_days: float
    band: bool = True


def tension_curve(
    tension: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw tension as a step line for each direction, with a band for doubt.

    Needs what `measures.tension` gives: `date`, `direction`, `tension`,
    `half_life_days`. The band is the expectation plus and minus one standard
    deviation, which comes from uncertain dates alone; it is drawn where there is a
    column `sd`. Directions other than the two between the sides of the case are one
    grey line. Landmarks are numbered lines, named below. Nothing is cut off or
    collides where the chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(tension, _NEEDS, "A tension curve")
    need_sides(about, "A tension curve")
    look = look_of(theme, width_px)
    rows = ordered(tension, tension["date"], by_side(tension["direction"], about))
    drawing = draw_tension(_curves(rows, about), about=about, look=look)
    return drawing.figure("tension_curve", about, rows)


def draw_tension(curves: Curves, *, about: About, look: Look) -> Drawing:
    """Lay out the tension curve as plain data; see `tension_curve`."""
    days = period(about, curves.dates)
    marks = landmarks(about, days, plot_width(look, _LEFT_PX))
    traces = [trace for i in range(3) for trace in _lines(curves, i, about, look)]
    layout = sheet(
        about,
        look,
        title=_title(curves, about),
        said=_said(curves, about),
        key=_key(curves, about, look),
        marks=marks,
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    layout["yaxis"] = _axis(curves)
    return Drawing((*traces, *lines(marks, look)), layout, _spoken(curves, about))


def _curves(tension: pd.DataFrame, about: About) -> Curves:
    dates, day = np.unique(tension["date"].to_numpy(), return_inverse=True)
    names = words.directions(about)
    side = tension["direction"].astype(str).map({n: i for i, n in enumerate(names)})
    cell = side.fillna(2).to_numpy().astype(np.int64) * len(dates) + day
    band = "sd" in tension
    doubt = tension["sd"] if band else 0 * tension["tension"]
    level, sd = (column.to_numpy(dtype=float) for column in (tension["tension"], doubt))
    levels, squares = (np.bincount(cell, x, 3 * len(dates)) for x in (level, sd**2))
    half_life = float(tension["half_life_days"].iloc[0]) if len(tension) else 0.0
    shape = (3, len(dates))
    days = dates.astype("datetime64[D]")
    doubts = np.sqrt(squares).reshape(shape)
    return Curves(days, levels.reshape(shape), doubts, half_life, band)


def _lines(curves: Curves, i: int, about: About, look: Look) -> list[dict[str, Any]]:
    """Give the lower and the upper edge of the band, and the line itself."""
    level, sd = curves.levels[i], curves.doubts[i]
    if i == 2 and not level.any():
        level, sd = level[:0], sd[:0]
    colour = look.theme.directions[i]
    line = {"color": colour, "width": 2, "dash": _DASHES[i], "shape": "hv"}
    edge = {"mode": "lines", "line": {"width": 0, "shape": "hv"}, "hoverinfo": "skip"}
    fill = {"fill": "tonexty", "fillcolor": see_through(colour, 0.22)}
    first = str(curves.dates[0].astype("datetime64[D]")) if len(level) else "2025-01-01"
    base = {"type": "scatter", "x0": first, "dx": _DAY_MS}
    name = words.plain(_names(about)[i])
    hover = name + ", %{x|%-d %b %Y}: %{y:.1f}<extra></extra>"
    return [
        {**base, **edge, "y": np.maximum(0, level - sd)},
        {**base, **edge, **fill, "y": level + sd},
        {**base, "y": level, "mode": "lines", "line": line, "hovertemplate": hover},
    ]


def _axis(curves: Curves) -> dict[str, Any]:
    top = float((curves.levels + curves.doubts).max(initial=0))
    return {
        "title": {"text": "tension, in the unit of the scale", "standoff": 8},
        "range": [0, 1.05 * top or 1],
        "fixedrange": True,
    }


def _said(curves: Curves, about: About) -> str:
    counted = (
        "Conflictual weight of recorded acts, added up; "
        f"each act fades by half in {curves.half_life_days:g} days"
    )
    said = words.subtitle(about, counted, weighed=True)
    if not len(curves.dates):
        return said
    return f"{said} The curve starts from zero on {words.day(curves.dates[0])}."


def _title(curves: Curves, about: About) -> str:
    peaks = {
        words.towards(name): words.day(curves.dates[level.argmax()])
        for name, level in zip(words.directions(about), curves.levels, strict=False)
        if level.any()
    }
    if not peaks:
        return "No recorded conflictual act between the two sides in this selection"
    said = words.listed([f"{day} ({name})" for name, day in peaks.items()])
    if len(peaks) == 2 and len(set(peaks.values())) == 1:
        said = f"{next(iter(peaks.values()))} in both directions"
    return f"Recorded tension is highest on {said}"


def _spoken(curves: Curves, about: About) -> str:
    """Say the picture: how high each curve gets, when, and where it ends."""
    picture = "Curves of tension by day"
    if not curves.levels[:2].any():
        none = "no recorded conflictual act between the two sides in this selection"
        return alt(f"{picture}: {none}.")
    shown = days_named(curves.dates[0], curves.dates[-1])
    names = (*ways(about), "in other directions together")
    pairs = zip(names, curves.levels, strict=True)
    told = "; ".join(_course(curves, *it) for it in pairs if it[1].any())
    fades = f"each act fades by half in {curves.half_life_days:g} days"
    return alt(f"{picture}, {shown}; {fades}: {told}.")


def _course(curves: Curves, name: str, level: np.ndarray) -> str:
    peak = f"{words.day(curves.dates[level.argmax()])} ({number(level.max())})"
    return f"{name} highest on {peak}, {number(level[-1])} at the end"


def _key(curves: Curves, about: About, look: Look) -> list[Key]:
    names = _names(about)
    shown = [i for i in range(3) if i < 2 or curves.levels[i].any()]
    return [
        *(Key(names[i], _SIGNS[i], look.theme.directions[i]) for i in shown),
        *[Key("band: doubt from uncertain dates")] * curves.band,
    ]


def _names(about: About) -> list[str]:
    return [*map(words.arrow, words.directions(about)), "other directions together"]
