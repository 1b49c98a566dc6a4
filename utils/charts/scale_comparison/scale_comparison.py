"""Scales beside each other: what each makes of the same recorded acts."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.scale_comparison.rows import SIGNS, Rows, rows_of
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called, many
from utils.charts.sheet.drawing import Drawing, need
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import coded, ordered
from utils.charts.sheet.theme import TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"by", "code", "n", "n_opposite", "n_differ", "scale", "label"}
_NEEDS |= {"unit", "n_weighted", "mean", "least", "most"}
_NAMES = {"cameo": "CAMEO code"}
_MARK_PX = 8
_LANE_PX = 6
_PAD_PX, _LEAST_ROW_PX = 10, 19
_BARE_PX = 52
_LABEL_SHARE = 0.4
_BOLD = 1.13


def scale_comparison(
    table: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw what each scale makes of the acts of each code, on one axis from -1 to 1.

    Needs the `table` of `measures.compare_scales`: `by`, `code`, `n`, `n_opposite`,
    `n_differ`, `scale`, `label`, `unit`, `n_weighted`, `mean`, `least`, `most`. A
    mark is the mean weight of the acts of one code on one scale, as a part of the
    scale's largest weight; its shape tells the scale, a thin line reaches from the
    least weight to the most. A mark in the column "no weight" says that the scale
    lacks a weight for some or all of these acts. Codes on which two scales have
    opposite signs are bold. Nothing is cut off or collides where the chart is
    `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, there are more than six scales, the theme is
        unknown or the width too small.
    """
    need(table, _NEEDS, "A comparison of scales")
    look = look_of(theme, width_px)
    rows = rows_of(table)
    upward = pd.Index(rows.codes).get_indexer(table["code"].astype(str))
    shown = ordered(table, -upward, coded(table["scale"]).cat.codes)
    drawing = draw_scale_comparison(rows, about=about, look=look)
    return drawing.figure("scale_comparison", about, shown)


def draw_scale_comparison(rows: Rows, *, about: About, look: Look) -> Drawing:
    """Lay out the comparison as plain data; see `scale_comparison`."""
    labels = _labels(rows, look)
    left_px = int(max((_width(rows, *it) for it in enumerate(labels)), default=0)) + 16
    plot_px = plot_width(look, left_px)
    row_px = max(22, _LANE_PX * len(rows.scales) + 8)
    unit_px = (plot_px - 2 * _PAD_PX - _BARE_PX * bool(rows.bare.any())) / 2
    layout = sheet(
        about,
        look,
        title=_title(rows),
        said=words.subtitle(about, _counted(rows)),
        key=_key(rows, look),
        left_px=left_px,
        plot_px=row_px * max(1, len(rows.codes)),
        least_plot_px=_LEAST_ROW_PX * max(1, len(rows.codes)),
    )
    layout |= {"xaxis": _across(rows, unit_px), "yaxis": _down(rows, labels, look)}
    slots = range(len(SIGNS))
    traces = (_marks(rows, i, (_LANE_PX / row_px, unit_px), look) for i in slots)
    return Drawing(tuple(traces), layout, _spoken(rows))


def _marks(
    rows: Rows, i: int, sizes: tuple[float, float], look: Look
) -> dict[str, Any]:
    """Give the marks of one scale: its means, and those in the column "no weight"."""
    lane, unit_px = sizes
    there = i < len(rows.scales)
    numbers = rows.numbers[i] if there else np.zeros((0, 4))
    found, bare = (
        np.flatnonzero(m) for m in (numbers[:, 0] > 0, rows.bare[i : i + 1].any(axis=0))
    )
    _, mean, least, most = numbers[found].T
    none = np.zeros(len(bare))
    row = np.concatenate([found, bare])
    up, down = (np.concatenate([ends, none]) for ends in (most - mean, mean - least))
    return {
        **_worn(list(SIGNS)[i], look),
        "x": np.concatenate([mean, none + 1 + _BARE_PX / unit_px]),
        "y": row + lane * ((len(rows.scales) - 1) / 2 - i),
        "error_x": _reach(up, down, look),
        "hovertext": [_hover(rows, i, code) for code in row],
    }


def _worn(symbol: str, look: Look) -> dict[str, Any]:
    """Say how the marks of one scale look."""
    line = {"width": 1.5, "color": look.theme.text}
    marker = {"symbol": symbol, "size": _MARK_PX, "color": look.theme.text}
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": {**marker, "line": line},
        "hoverinfo": "text",
    }


def _reach(up: np.ndarray, down: np.ndarray, look: Look) -> dict[str, Any]:
    """Draw thin lines from the least to the most weight."""
    ends = {"type": "data", "symmetric": False, "array": up, "arrayminus": down}
    return {**ends, "color": look.theme.quiet, "thickness": 1, "width": 0}


def _hover(rows: Rows, i: int, code: int) -> str:
    n_weighted, mean, *_ = rows.numbers[i, code]
    acts = f"{n_weighted:,.0f} of {words.acts(int(rows.n[code]))} with a weight"
    told = f"mean {mean * rows.units[i]:g} in its own unit, " if n_weighted else ""
    name = words.label(rows.codes[code]) or "No code"
    return words.plain(f"{name}, {rows.scales[i]}: {told}{acts}")


def _labels(rows: Rows, look: Look) -> list[str]:
    """Write each code with its number of acts, the code cut where it is too long."""
    room = _LABEL_SHARE * look.width_px - 16
    found = []
    for i, (code, n) in enumerate(zip(rows.codes, rows.n, strict=True)):
        number = f" ({n:,})"
        left = room / _bold(rows, i) - width(number, TEXT_PX)
        found.append(shortened(words.label(code) or "No code", left, TEXT_PX) + number)
    return found


def _width(rows: Rows, i: int, label: str) -> float:
    return width(label, TEXT_PX) * _bold(rows, i)


def _bold(rows: Rows, i: int) -> float:
    return _BOLD if rows.opposite[i] else 1.0


def _across(rows: Rows, unit_px: float) -> dict[str, Any]:
    values, told = [-1.0, -0.5, 0.0, 0.5, 1.0], ["-1", "-0.5", "0", "0.5", "1"]
    end = 1.0
    if rows.bare.any():
        end += _BARE_PX / unit_px
        values, told = [*values, end], [*told, "no weight"]
    return {
        "title": {"text": "part of the scale's largest weight", "standoff": 8},
        "range": [-1 - _PAD_PX / unit_px, end + _PAD_PX / unit_px],
        "tickvals": values,
        "ticktext": told,
        "tickangle": 0,
        "showgrid": True,
        "zeroline": True,
        "zerolinewidth": 2,
        "fixedrange": True,
    }


def _down(rows: Rows, labels: list[str], look: Look) -> dict[str, Any]:
    plain = [words.plain(label) for label in labels]
    bold = zip(plain, rows.opposite, strict=True)
    edges = [i + 0.5 for i in range(len(labels) - 1)]
    return {
        "range": [-0.5, max(1, len(labels)) - 0.5],
        "tickvals": list(range(len(labels))),
        "ticktext": [f"<b>{text}</b>" if opposite else text for text, opposite in bold],
        "showgrid": False,
        "minor": {"tickvals": edges, "showgrid": True, "gridcolor": look.theme.grid},
        "zeroline": False,
        "fixedrange": True,
    }


def _title(rows: Rows) -> str:
    n, opposite, differ = (int(x.sum()) for x in (rows.n, rows.opposite, rows.differ))
    if not n:
        return "No recorded act in this selection to set scales side by side on"
    return (
        f"{len(rows.scales)} scales have opposite signs on {opposite:,} of "
        f"{words.acts(n)} and differ by a zero on {differ - opposite:,}"
    )


def _spoken(rows: Rows) -> str:
    """Say the picture: its rows, its marks, and where the scales part."""
    name = _NAMES.get(rows.by, rows.by)
    picture = f"Mean weights by {name}, from -1 (conflict) to 1 (cooperation)"
    n, opposite, differ = (int(x.sum()) for x in (rows.n, rows.opposite, rows.differ))
    if not n:
        return alt(f"{picture}: no recorded act in this selection.")
    parted = f"opposite signs on {opposite:,}, a zero against a sign on "
    bare = many(int(rows.bare.any(axis=0).sum()), "row")
    scales = words.listed([called(scale) for scale in rows.scales])
    return alt(
        f"{picture}, on {many(len(rows.scales), 'scale')}, of {words.acts(n)} in "
        f"{many(len(rows.codes), 'row')}: {parted}{differ - opposite:,}; a weight is "
        f"missing in {bare}.",
        f"Scales: {scales}.",
    )


def _counted(rows: Rows) -> str:
    return (
        f"Mean weight of the recorded acts of each {_NAMES.get(rows.by, rows.by)}: "
        "below zero conflict, above zero cooperation; in brackets the number of acts"
    )


def _key(rows: Rows, look: Look) -> list[Key]:
    signs = zip(rows.scales, SIGNS.values(), strict=False)
    room = look.room_px - 2 * TEXT_PX
    found = [
        Key(shortened(name, room, TEXT_PX), sign, look.theme.text)
        for name, sign in signs
    ]
    if (rows.numbers[:, :, 2] < rows.numbers[:, :, 3]).any():
        found.append(Key("thin line: least to most"))
    if rows.opposite.any():
        found.append(Key("bold: opposite signs"))
    return found
