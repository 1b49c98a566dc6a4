"""Tension under several choices: one panel for each direction, a line a variant."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import by_side, coded, ordered, parted
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import TEXT_PX, Look, look_of, see_through
from utils.charts.variant_curves.bundle import MOST, Bundle, bundle_of
from utils.charts.variant_curves.said import spoken, subtitle, title

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"variant", "date", "direction", "tension", "half_life_days"}
_DASHES = ("solid", "solid", "7px,4px", "2px,4px", "10px,4px,2px,4px")
_WIDTHS = (5, 1.3, 2, 3, 2)
_SIGNS = ("■", "──", "╍╍", "▪ ▪", "━ ▪")
_LEFT_PX = 64
_PLOT_PX = 400
_DOMAINS = ((0.53, 1.0), (0.0, 0.47))
_GROUND, _EDGE = 0.25, 0.5
_DAY_MS = 86_400_000
_AXES = ("y", "y3")


def variant_curves(
    tension: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw tension under up to five choices, one direction above the other.

    Needs what `in_variants(frames, tension)` gives: `variant`, `date`, `direction`,
    `tension` and `half_life_days`; what is a variant is for the frame to say. The
    two panels have one scale. Each variant has a dash and a width of its own, made
    so that lines that lie on each other are all seen. Doubt from uncertain dates and
    directions other than the two between the sides are not drawn. Nothing is cut
    off or collides where the chart is `width_px` wide or wider. `whole` is for
    `redraw`: what is said of rows that are not given.

    Raises
    ------
    ChartError
        If a column is missing, there are more than five variants, `about` does not
        name two sides, the theme is unknown or the width too small.
    """
    need(tension, _NEEDS, "A chart of variants")
    need_sides(about, "A chart of variants")
    look = look_of(theme, width_px)
    rows = tension.assign(variant=coded(tension["variant"]))
    half_lives = sorted(set(rows["half_life_days"]))
    rows, left = parted(rows, about, each=half_lives, whole=whole)
    panel = by_side(rows["direction"], about)
    rows = ordered(rows, panel, rows["date"], rows["variant"].cat.codes)
    drawing = draw_variants(bundle_of(rows, about, left), about=about, look=look)
    return drawing.figure("variant_curves", about, rows, whole=left.record())


def draw_variants(bundle: Bundle, *, about: About, look: Look) -> Drawing:
    """Lay out the curves of variants as plain data; see `variant_curves`."""
    days = period(about, bundle.dates)
    marks = landmarks(about, days, plot_width(look, _LEFT_PX))
    slots = [(slot, side) for side in (0, 1) for slot in range(MOST)]
    traces = [_line(bundle, *at, about, look) for at in slots]
    layout = sheet(
        about,
        look,
        title=title(bundle, about),
        said=subtitle(bundle, about),
        key=[_key(name, slot, look) for slot, name in enumerate(bundle.variants)],
        marks=marks,
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    across = [{**line, "xaxis": "x2"} for line in lines(marks, look)]
    layout |= _axes(bundle, about, layout)
    return Drawing((*traces, *across), layout, spoken(bundle, about))


def _line(
    bundle: Bundle, slot: int, side: int, about: About, look: Look
) -> dict[str, Any]:
    """Give the line of a variant one way; the first is a ground with a wide edge.

    Lines run straight from day to day, since steps would tear the dashes apart.
    """
    there = slot < len(bundle.variants)
    levels = bundle.levels[slot, side] if there else bundle.dates[:0].astype(float)
    name = bundle.variants[slot] if there else ""
    way = words.plain(words.arrow(words.directions(about)[side]))
    said = f"{way}, {words.plain(name)}, %{{x|%-d %b %Y}}: %{{y:.1f}}<extra></extra>"
    return {
        "type": "scatter",
        "mode": "lines",
        "x0": str(bundle.dates[0]) if len(bundle.dates) else "2025-01-01",
        "dx": _DAY_MS,
        "y": levels,
        "yaxis": _AXES[side],
        "line": _stroke(slot, look),
        "fill": "none" if slot else "tozeroy",
        "fillcolor": see_through(look.theme.directions[side], _GROUND),
        "hovertemplate": said,
    }


def _stroke(slot: int, look: Look) -> dict[str, Any]:
    colour = look.theme.text if slot else see_through(look.theme.text, _EDGE)
    return {"color": colour, "width": _WIDTHS[slot], "dash": _DASHES[slot]}


def _axes(bundle: Bundle, about: About, layout: dict[str, Any]) -> dict[str, Any]:
    """Stand two axes of one scale above each other, and the landmarks across both."""
    top = float(np.nan_to_num(bundle.levels).max(initial=0))
    upper, lower = (
        _axis(words.arrow(name), top, domain)
        for name, domain in zip(words.directions(about), _DOMAINS, strict=True)
    )
    across = {k: v for k, v in layout["yaxis2"].items() if k != "overlaying"}
    return {
        "yaxis": upper,
        "yaxis2": {**across, "domain": [0, 1]},
        "yaxis3": lower,
        "xaxis": {**layout["xaxis"], "anchor": "y3"},
        "xaxis2": {**layout["xaxis"], "matches": "x", "anchor": "y2", "visible": False},
        # The panel of the landmarks lies over both others, and must let them be seen.
        "plot_bgcolor": "rgba(0, 0, 0, 0)",
    }


def _axis(way: str, top: float, domain: tuple[float, float]) -> dict[str, Any]:
    room_px = (domain[1] - domain[0]) * _PLOT_PX
    text = words.plain(shortened(f"tension {way}", room_px, TEXT_PX))
    return {
        "title": {"text": text, "standoff": 8},
        "range": [0, 1.05 * top or 1],
        "fixedrange": True,
        "nticks": 6,
        "domain": domain,
    }


def _key(name: str, slot: int, look: Look) -> Key:
    sign = _SIGNS[slot]
    room_px = look.room_px - 2 * width(sign, TEXT_PX)
    return Key(shortened(name, room_px, TEXT_PX), sign, look.theme.text)
