"""Tension under several choices: one panel for each direction, a line a variant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import TEXT_PX, Look, look_of, see_through
from utils.errors import ChartError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"variant", "date", "direction", "tension", "half_life_days"}
MOST = 5
_DASHES = ("solid", "solid", "7px,4px", "2px,4px", "10px,4px,2px,4px")
_WIDTHS = (5, 1.3, 2, 3, 2)
_SIGNS = ("■", "──", "╍╍", "▪ ▪", "━ ▪")
_LEFT_PX = 64
_PLOT_PX = 400
_GAP = 0.06
_GROUND, _EDGE = 0.25, 0.5
_DAY_MS = 86_400_000
_AXES = ("y", "y3")


@dataclass(frozen=True, eq=False)
class Bundle:
    """Tension by variant, direction between the sides, and day.

    `peaks` are the days on which each variant (row) is highest each way (column),
    not a time where it has no tension.
    """

    variants: tuple[str, ...]
    dates: np.ndarray
    levels: np.ndarray
    half_lives_days: tuple[float, ...]
    others: bool

    @property
    def peaks(self) -> np.ndarray:
        """The first of the highest days."""
        none = np.full(self.levels.shape[:2], np.datetime64("NaT", "D"))
        if not self.levels.size:
            return none
        known = np.nan_to_num(self.levels)
        days = self.dates[known.argmax(axis=2)]
        return np.where(known.any(axis=2), days, none)


def variant_curves(
    tension: pd.DataFrame, *, about: About, theme: str = "light", width_px: int = 560
) -> "Figure":
    """Draw tension under up to five choices, one direction above the other.

    Needs what `in_variants(frames, tension)` gives: `variant`, `date`, `direction`,
    `tension` and `half_life_days`; what is a variant is for the frame to say. The
    two panels have one scale. Each variant has a dash and a width of its own, made
    so that lines that lie on each other are all seen. Doubt from uncertain dates and
    directions other than the two between the sides are not drawn. Nothing is cut
    off or collides where the chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, there are more than five variants, `about` does not
        name two sides, the theme is unknown or the width too small.
    """
    need(tension, _NEEDS, "A chart of variants")
    need_sides(about, "A chart of variants")
    bundle = _bundle(tension, about)
    look = look_of(theme, width_px)
    return draw_variants(bundle, about=about, look=look).figure(about, tension)


def draw_variants(bundle: Bundle, *, about: About, look: Look) -> Drawing:
    """Lay out the curves of variants as plain data; see `variant_curves`."""
    days = period(about, bundle.dates)
    marks = landmarks(about, days, plot_width(look, _LEFT_PX))
    traces = [
        _line(bundle, slot, side, about, look)
        for side in (0, 1)
        for slot in range(MOST)
    ]
    layout = sheet(
        about,
        look,
        title=_title(bundle, about),
        said=_said(bundle, about),
        key=[_key(name, slot, look) for slot, name in enumerate(bundle.variants)],
        marks=marks,
        days=days,
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    return Drawing(
        (*traces, *lines(marks, look)), layout | _axes(bundle, about, layout)
    )


def _bundle(tension: pd.DataFrame, about: About) -> Bundle:
    """Lay the rows out over every day; a variant has no level where it has no row."""
    names = _names(tension["variant"])
    direction = tension["direction"].astype(str).to_numpy()
    side = pd.Index(words.directions(about)).get_indexer(direction)
    slot = pd.Index(names).get_indexer(tension["variant"].astype(str))
    date = tension["date"].to_numpy().astype("datetime64[D]")
    first = date.min() if len(date) else np.datetime64("2025-01-01")
    day = (date - first).astype(np.int64)
    levels = np.full((len(names), 2, int(day.max(initial=-1)) + 1), np.nan)
    there = side >= 0
    cells = (slot[there], side[there], day[there])
    levels[cells] = tension["tension"].to_numpy(dtype=float)[there]
    return Bundle(
        variants=tuple(names),
        dates=first + np.arange(levels.shape[2]),
        levels=levels,
        half_lives_days=tuple(sorted(set(tension["half_life_days"]))),
        others=not there.all(),
    )


def _names(variant: pd.Series) -> list[str]:
    """Name the variants in their order, those without a row too."""
    coded = isinstance(variant.dtype, pd.CategoricalDtype)
    names = list(map(str, variant.cat.categories if coded else variant.unique()))
    if len(names) > MOST:
        raise ChartError(
            f"A chart of variants has room for {MOST} lines in a panel, and there are "
            f"{len(names)} variants; leave some out."
        )
    return names


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
        "line": {
            "color": look.theme.text if slot else see_through(look.theme.text, _EDGE),
            "width": _WIDTHS[slot],
            "dash": _DASHES[slot],
        },
        "fill": "none" if slot else "tozeroy",
        "fillcolor": see_through(look.theme.directions[side], _GROUND),
        "hovertemplate": said,
    }


def _axes(bundle: Bundle, about: About, layout: dict[str, Any]) -> dict[str, Any]:
    """Stand two axes of one scale above each other, and the landmarks across both."""
    top = float(np.nan_to_num(bundle.levels).max(initial=0))
    ways = [words.arrow(name) for name in words.directions(about)]
    domains = [(0.5 + _GAP / 2, 1), (0, 0.5 - _GAP / 2)]
    room_px = (0.5 - _GAP / 2) * _PLOT_PX
    upper, lower = (
        {
            "title": {"text": _axis_title(way, room_px), "standoff": 8},
            "range": [0, 1.05 * top or 1],
            "fixedrange": True,
            "nticks": 6,
            "domain": domain,
        }
        for way, domain in zip(ways, domains, strict=True)
    )
    across = {k: v for k, v in layout["yaxis2"].items() if k != "overlaying"}
    return {
        "yaxis": upper,
        "yaxis2": {**across, "domain": [0, 1]},
        "yaxis3": lower,
        "xaxis": {**layout["xaxis"], "anchor": "y3"},
        # The panel of the landmarks lies over both others, and must let them be seen.
        "plot_bgcolor": "rgba(0, 0, 0, 0)",
    }


def _axis_title(way: str, room_px: float) -> str:
    return words.plain(shortened(f"tension {way}", room_px, TEXT_PX))


def _said(bundle: Bundle, about: About) -> str:
    days = bundle.half_lives_days
    fades = f" in {_range([f'{each:g}' for each in days], ' to ')} days" if days else ""
    n = len(bundle.variants)
    counted = (
        f"Conflictual weight of recorded acts in {n} variant{'' if n == 1 else 's'}, "
        f"added up; each act fades by half{fades}"
    )
    said = words.subtitle(about, counted, weighed=True)
    return f"{said} Other directions are not drawn." if bundle.others else said


def _title(bundle: Bundle, about: About) -> str:
    """Say on which days the variants are highest, shorter if need be."""
    if np.isnat(bundle.peaks).all():
        return "No recorded conflictual act between the two sides in this selection"
    told = [_told(bundle, about, by_month) for by_month in (False, True)]
    return next(
        (title for title in told if len(title) <= words.TITLE_CHARACTERS), told[1]
    )


def _told(bundle: Bundle, about: About, by_month: bool) -> str:
    spans = []
    moved = False
    for name, peaks in zip(words.directions(about), bundle.peaks.T, strict=True):
        days = np.unique(peaks[~np.isnat(peaks)])
        if len(days):
            spans.append(f"{_days(days, by_month)} ({words.towards(name)})")
        moved |= len(days) > 1
    n = len(bundle.variants)
    peak = "Peaks" if by_month else "Peak days"
    verb = "move" if moved else "stay"
    return f"{peak} {verb} in {n} variant{'' if n == 1 else 's'}: {words.listed(spans)}"


def _days(days: np.ndarray, by_month: bool) -> str:
    """Say one day, or the first and the last of several."""
    said = [(words.month if by_month else words.day)(day) for day in days]
    first, last = said[0], said[-1]
    if first[-4:] == last[-4:] and first != last:
        first = first[:-5]
    return _range([first, last], "–")


def _range(ends: Sequence[str], between: str) -> str:
    return ends[0] if ends[0] == ends[-1] else f"{ends[0]}{between}{ends[-1]}"


def _key(name: str, slot: int, look: Look) -> Key:
    sign = _SIGNS[slot]
    room_px = look.room_px - 2 * width(sign, TEXT_PX)
    return Key(shortened(name, room_px, TEXT_PX), sign, look.theme.text)
