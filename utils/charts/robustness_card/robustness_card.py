"""The robustness card: in how many variants a headline holds, choice by choice."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.robustness_card.rows import Rows, rows_of
from utils.charts.robustness_card.said import key, spoken, subtitle, title
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.theme import TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {
    *("headline", "in_reference", "dimension", "choice", "n", "n_holds", "n_unsaid"),
    *("share", "reference", "n_alone", "n_flips"),
}
_ROW_PX, _LEAST_ROW_PX = 22, 17
_PAD_PX = 12
_SIGN_PX = 30
_NUMBER_PX = width("under 1 %", TEXT_PX)
_TICK_PX = 50
_LABELS_AT_MOST = 0.48
_MARKS = {
    ("whole", "choice"): ("circle", 10),
    ("reference",): ("diamond", 13),
}


def robustness_card(
    table: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw the share of variants in which a headline holds, by each choice.

    Needs the `table` of `measures.robustness`. There is a row for each choice,
    grouped by what was chosen, with the share of the variants that have this choice
    in which the headline holds; a dotted line is the share in all. A diamond is the
    choice of the reference, a cross a choice that, changed alone, turns the
    headline. Variants are choices and no sample, so there is no interval.
    Nothing is cut off or collides where the chart is `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column or the row of all variants is missing, the theme is unknown or
        the width too small.
    """
    need(table, _NEEDS, "A robustness card")
    look = look_of(theme, width_px)
    drawing = draw_card(table, about=about, look=look)
    return drawing.figure("robustness_card", about, table)


def draw_card(table: pd.DataFrame, *, about: About, look: Look) -> Drawing:
    """Lay out the card as plain data; see `robustness_card`."""
    rows = rows_of(table)
    left_px = _left_px(rows, look)
    bar_px = plot_width(look, left_px) - _NUMBER_PX - _SIGN_PX - _PAD_PX
    layout = sheet(
        about,
        look,
        title=title(table),
        said=subtitle(table, about),
        key=key(look),
        left_px=left_px,
        plot_px=_ROW_PX * max(len(rows), 1),
        least_plot_px=_LEAST_ROW_PX * max(len(rows), 1),
    )
    layout |= {"xaxis": _share_axis(bar_px), "yaxis": _row_axis(rows, left_px)}
    return Drawing(tuple(_traces(rows, bar_px, look)), layout, spoken(table))


def _traces(rows: Rows, bar_px: float, look: Look) -> list[dict[str, Any]]:
    """Give stems, the line of all variants, dots, diamonds, numbers and crosses."""
    one_px = 1 / bar_px
    places = -np.arange(len(rows), dtype=float)
    shown = rows.of("whole", "reference", "choice")
    across = 1 + (_PAD_PX + _NUMBER_PX + _SIGN_PX / 2) * one_px
    beyond = np.full(len(rows), 1 + _PAD_PX * one_px)
    turned = np.flatnonzero(rows.flips)
    return [
        _stems(rows.share[shown], places[shown], look),
        _whole_line(rows, places, look),
        *(_marks(rows, places, kind, look) for kind in _MARKS),
        {**_texts(look, rows.numbers), "x": beyond, "y": places},
        {
            **_mark(look, "x-thin", 8),
            "x": np.full(len(turned), across),
            "y": places[turned],
            "hovertext": [rows.told[i] for i in turned],
        },
    ]


def _marks(
    rows: Rows, places: np.ndarray, kinds: tuple[str, ...], look: Look
) -> dict[str, Any]:
    there = rows.of(*kinds)
    return {
        **_mark(look, *_MARKS[kinds]),
        "x": rows.share[there],
        "y": places[there],
        "hovertext": [rows.told[i] for i in there],
    }


def _mark(look: Look, symbol: str, size_px: int) -> dict[str, Any]:
    line = {"width": 2 if symbol == "x-thin" else 0, "color": look.theme.text}
    marker = {"symbol": symbol, "size": size_px, "color": look.theme.text, "line": line}
    return {
        "type": "scatter",
        "mode": "markers",
        "marker": marker,
        "cliponaxis": False,
        "hoverinfo": "text",
    }


def _stems(share: np.ndarray, places: np.ndarray, look: Look) -> dict[str, Any]:
    """Give a line from zero to each share."""
    ends = np.column_stack([np.zeros(len(share)), share, np.full(len(share), np.nan)])
    return {
        "type": "scatter",
        "mode": "lines",
        "x": ends.ravel(),
        "y": np.repeat(places, 3),
        "line": {"color": look.theme.other, "width": 3},
        "hoverinfo": "skip",
    }


def _whole_line(rows: Rows, places: np.ndarray, look: Look) -> dict[str, Any]:
    whole = rows.of("whole")
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.repeat(rows.share[whole], 2),
        "y": np.array([0.0, places.min(initial=0) - 0.5])[: 2 * len(whole)],
        "line": {"color": look.theme.quiet, "width": 1.5, "dash": "dot"},
        "hoverinfo": "skip",
    }


def _texts(look: Look, texts: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "text": list(texts),
        "textposition": "middle right",
        "textfont": {"size": TEXT_PX, "color": look.theme.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _share_axis(bar_px: float) -> dict[str, Any]:
    """Mark the shares below the stems, and leave the numbers beyond them."""
    beyond = (_PAD_PX + _NUMBER_PX + _SIGN_PX) / bar_px
    n_ticks = next(n for n in (5, 3, 2) if n * _TICK_PX <= bar_px or n == 2)
    ticks = np.linspace(0, 1, n_ticks).tolist()
    return {
        "range": [-_PAD_PX / bar_px, 1 + beyond],
        "tickvals": ticks,
        "ticktext": [f"{100 * tick:g} %" for tick in ticks],
        "ticks": "outside",
        "fixedrange": True,
        "showgrid": True,
        "zeroline": True,
        "title": {"text": "share of variants in which it holds", "standoff": 6},
    }


def _row_axis(rows: Rows, left_px: int) -> dict[str, Any]:
    bold = np.isin(rows.kinds, ["whole", "heading"])
    room_px = left_px - 2 * _PAD_PX
    labels = [shortened(label, room_px, TEXT_PX) for label in rows.labels]
    written = [
        f"<b>{words.plain(label)}</b>" if strong else words.plain(label)
        for label, strong in zip(labels, bold, strict=True)
    ]
    return {
        "range": [0.5 - max(len(rows), 1), 0.5],
        "tickvals": (-np.arange(len(rows))).tolist(),
        "ticktext": written,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def _left_px(rows: Rows, look: Look) -> int:
    widest = max((width(x, TEXT_PX, bold=True) for x in rows.labels), default=0)
    return int(min(widest + 2 * _PAD_PX, _LABELS_AT_MOST * look.width_px))
