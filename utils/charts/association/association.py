"""Lagged association: correlations by day, week and fortnight, beside chance."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.association.marks import LIMITS, SIGNS, Lags, panel
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, many, ways
from utils.charts.sheet.drawing import Drawing, need
from utils.charts.sheet.fitting import width
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import ordered
from utils.charts.sheet.theme import TEXT_PX, Look, look_of
from utils.errors import ChartError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_UNITS = ("day", "week", "fortnight")
_NEEDS = {"first", "second", "unit", "lag_bins", "r", "beyond_all"}
_NEEDS |= {"n_first", "n_second", *LIMITS}
_LEFT_PX, _PLOT_PX, _GAP_PX = 64, 260, 16
_CAUTION = (
    "Going together is no influence: a common occasion or a burst of reporting looks "
    "the same."
)


def association(
    lags: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw the correlation at each lag, a panel each for day, week and fortnight.

    Needs what the `table` of `measures.association` gives: `first`, `second`,
    `unit`, `lag_bins`, `r`, `low_null`, `high_null`, `low_all`, `high_all`,
    `beyond_all`, `n_first` and `n_second`. Right of zero the first direction comes
    first, left of it the second. The grey band holds 95 % of what chance gives at
    one lag, the dotted lines that of all lags at once; marks beyond those are
    filled. Nothing is cut off or collides where the chart is `width_px` wide or
    wider.

    Raises
    ------
    ChartError
        If a column is missing, a unit is unknown, the theme is unknown or the width
        too small.
    """
    need(lags, _NEEDS, "A chart of lagged association")
    look = look_of(theme, width_px)
    found = _lags(lags, about)
    panel = pd.Index(_UNITS).get_indexer(lags["unit"].astype(str))
    drawing = draw_association(found, about=about, look=look)
    rows = ordered(lags, panel, lags["lag_bins"])
    return drawing.figure("association", about, rows)


def draw_association(lags: Lags, *, about: About, look: Look) -> Drawing:
    """Lay out the lagged association as plain data; see `association`."""
    colours = _colours(lags, about, look)
    layout = sheet(
        about,
        look,
        title=_title(lags),
        said=_said(lags, about),
        key=_key(lags, colours),
        left_px=_LEFT_PX,
        plot_px=_PLOT_PX,
    )
    layout |= _axes(lags, look) | {"yaxis": _axis(lags)}
    traces = [
        {**trace, "xaxis": _named("x", number), "yaxis": "y"}
        for number, unit in enumerate(_UNITS)
        for trace in panel(lags.by_unit[unit], colours, look)
    ]
    return Drawing(tuple(traces), layout, _spoken(lags, about))


def _lags(lags: pd.DataFrame, about: About) -> Lags:
    units = lags["unit"].astype(str)
    if unknown := sorted(set(units) - set(_UNITS)):
        raise ChartError(
            f"A chart of lagged association has panels by {', '.join(_UNITS)}; "
            f"this table has {', '.join(unknown)}."
        )
    by_unit = {u: lags[units == u].sort_values("lag_bins") for u in _UNITS}
    if lags.empty:
        names = words.directions(about) if len(about.sides) == 2 else ("A>B", "B>A")
        return Lags(names, (0, 0), by_unit)
    one = lags.iloc[0]
    names = str(one["first"]), str(one["second"])
    return Lags(names, (int(one["n_first"]), int(one["n_second"])), by_unit)


def _colours(lags: Lags, about: About, look: Look) -> list[str]:
    """Give the colours of the same time, of the first and of the second direction."""
    sides = [look.theme.first, look.theme.second]
    if len(about.sides) == 2 and lags.names[0] == words.directions(about)[1]:
        sides.reverse()
    return [look.theme.text, *sides]


def _axes(lags: Lags, look: Look) -> dict[str, Any]:
    """Give each unit with a lag an axis of its own, side by side."""
    whole = plot_width(look, _LEFT_PX)
    count = max(1, len(lags.shown))
    room = (whole - _GAP_PX * (count - 1)) / count
    found: dict[str, Any] = {}
    for number, unit in enumerate(_UNITS):
        place = lags.shown.index(unit) if unit in lags.shown else 0
        left = place * (room + _GAP_PX) / whole
        axis = {"domain": [left, min(1.0, left + room / whole)], "anchor": "y"}
        if lags.shown and unit not in lags.shown:
            # A panel of its own would cover the one in its place.
            axis["overlaying"] = _named("x", _UNITS.index(lags.shown[0]))
        found[_named("xaxis", number)] = axis | _ticks(lags, unit, room)
    return found


def _ticks(lags: Lags, unit: str, room: float) -> dict[str, Any]:
    if unit not in lags.shown:
        return {"visible": False, "fixedrange": True, "range": [-1, 1]}
    most = int(lags.by_unit[unit]["lag_bins"].abs().max())
    values = sorted({-most, -(most // 2), 0, most // 2, most})
    long = f"lag in {unit}s"
    text = long if width(long, TEXT_PX) <= room else f"{unit}s"
    return {
        "type": "linear",
        "range": [-most - 0.8, most + 0.8],
        "tickvals": values if room > 120 else [-most, 0, most],
        "ticks": "outside",
        "ticklen": 6,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": True,
        "fixedrange": True,
        "title": {"text": text, "standoff": 8},
    }


def _axis(lags: Lags) -> dict[str, Any]:
    columns = ["r", *LIMITS]
    rows = pd.concat([rows[columns] for rows in lags.by_unit.values()])
    largest = float(np.abs(rows.to_numpy(dtype=float)).max(initial=0.2))
    most = min(1.0, np.ceil(4 * largest) / 4)
    return {
        "title": {"text": "correlation r", "standoff": 8},
        "range": [-1.06 * most, 1.06 * most],
        "dtick": 0.5 if most > 0.5 else 0.25,
        "zerolinewidth": 2,
        "fixedrange": True,
    }


def _named(axis: str, panel: int) -> str:
    return f"{axis}{panel + 1 if panel else ''}"


def _said(lags: Lags, about: About) -> str:
    units = words.listed([*lags.shown]) or "day"
    n = ", ".join(
        f"{n:,} {words.arrow(name)}" for name, n in zip(lags.names, lags.n, strict=True)
    )
    counted = f"How far recorded acts each way ({n}) go together by {units}, lag by lag"
    return f"{words.subtitle(about, counted)} {_CAUTION}"


def _title(lags: Lags) -> str:
    if not lags.shown:
        return "No lag to draw in this table"
    beyond = [rows[rows["beyond_all"].astype(bool)] for rows in lags.by_unit.values()]
    found = pd.concat(beyond)
    same = found.loc[found["lag_bins"] == 0, "unit"].astype(str).tolist()
    parts = [f"same {words.listed(same)}"] if same else []
    for name, lead in zip(lags.names, (1, -1), strict=True):
        after = found[np.sign(found["lag_bins"].to_numpy(dtype=int)) == lead]
        told = any(" lags " in part for part in parts)
        parts += _after(after, name, " lags" if not told else "")
    if not parts:
        return f"No lag stands out beyond chance, by {words.listed(lags.shown)}"
    return f"Beyond chance: {'; '.join(parts)}"


def _spoken(lags: Lags, about: About) -> str:
    """Say the picture: the strongest lag of each panel, and how many stand out."""
    picture = "Correlations of recorded acts each way, lag by lag"
    if not lags.shown:
        return alt(f"{picture}: no lag to draw.")
    panels = [(unit, lags.by_unit[unit]) for unit in lags.shown]
    beyond = sum(int(rows["beyond_all"].astype(bool).sum()) for _, rows in panels)
    names = _ways(lags, about)
    n = words.listed([f"{n:,} {it}" for it, n in zip(names, lags.n, strict=True)])
    told = "; ".join(_strongest(*panel, names) for panel in panels)
    lags_told = many(sum(len(rows) for _, rows in panels), "lag")
    return alt(
        f"{picture} ({n}), a panel each by {words.listed(lags.shown)}: {told}.",
        f"Beyond chance: {beyond} of {lags_told}.",
    )


def _ways(lags: Lags, about: About) -> list[str]:
    """Name both directions as an alt text does, by their countries if it can."""
    known: dict[str, str] = {}
    if len(about.sides) == 2:
        known = dict(zip(words.directions(about), ways(about), strict=True))
    return [known.get(it, f"from {words.towards(it)}") for it in lags.names]


def _strongest(unit: str, rows: pd.DataFrame, names: list[str]) -> str:
    """Name the lag with the highest correlation, the nearest of equal ones."""
    r = rows["r"].to_numpy(dtype=float).round(9)
    away = rows["lag_bins"].abs().to_numpy()
    best = rows.iloc[np.lexsort((away, -r))[0]]
    bins = int(best["lag_bins"])
    lead = names[0] if bins > 0 else names[1]
    late = f"{many(abs(bins), unit)} after acts {lead}"
    return f"highest r {best['r']:.2f} {late if bins else f'in the same {unit}'}"


def _after(rows: pd.DataFrame, name: str, lags: str) -> list[str]:
    """Name the lag by which a direction comes first, or say how many there are."""
    if rows.empty:
        return []
    bins, unit = abs(int(rows["lag_bins"].iloc[0])), rows["unit"].iloc[0]
    one = f"{bins} {unit}{'' if bins == 1 else 's'}"
    said = one if len(rows) == 1 else f"{len(rows)}{lags}"
    return [f"{said} after {words.towards(name)}"]


def _key(lags: Lags, colours: list[str]) -> list[Key]:
    if not lags.shown:
        return []
    first, second = map(words.arrow, lags.names)
    return [
        Key(f"left: {second} first", SIGNS[-1], colours[-1]),
        Key("at the same time", SIGNS[0], colours[0]),
        Key(f"right: {first} first", SIGNS[1], colours[1]),
        Key("filled: beyond chance"),
        Key("grey: chance at one lag"),
        Key("dotted: chance at all lags at once"),
    ]
