"""The marks, bars and numbers in the cells of an evidence matrix."""

from typing import Any

import numpy as np

from utils.charts.evidence_matrix.table import Table
from utils.charts.sheet.fitting import width
from utils.charts.sheet.theme import TEXT_PX, Look, see_through
from utils.charts.sheet.words import plain

SIGNS = {"full": 0, "part": 100, "against": 4, "both": 128}
"""Plotly's numbers of the full and the open circle, the cross, and both."""
_SQUARES = {0: 1, 100: 101, 128: 130}
"""The square instead of the circle, for a group that no other one joins."""
_MARK_PX = 11
HALF = 0.42
"""Half the width of a cell's bar, in columns."""
BAR_Y, _TEXT_Y = 0.22, -0.2
_THIN, _THICK = 0.12, 0.26


def traces(table: Table, column_px: float, look: Look) -> list[dict[str, Any]]:
    """Give marks, numbers, and three layers of bars; some of them are empty."""
    theme, whole = look.theme, np.ones(table.told.shape)
    told, lone = (_share(table, part) for part in (table.told, table.lone))
    bars = [
        _bars(table, whole, thickness=_THIN, colour=see_through(theme.text, 0.1)),
        _bars(table, told, thickness=_THIN, colour=theme.other),
        _bars(table, lone, thickness=_THICK, colour=theme.text),
    ]
    return [*bars, _marks(table, look), _numbers(table, column_px, look)]


def _share(table: Table, part: np.ndarray) -> np.ndarray:
    return np.asarray(part / np.maximum(table.n, 1)[:, None])


def _bars(
    table: Table, share: np.ndarray, *, thickness: float, colour: str
) -> dict[str, Any]:
    row, column = np.nonzero((table.unit != "act") & (share > 0))
    told = [
        f"{plain(table.labels[r])}, {plain(table.groups[c])}: "
        f"{table.told[r, c]} of {table.n[r]} recorded acts, "
        f"{table.lone[r, c]} told by no other {table.kind}"
        for r, c in zip(row, column, strict=True)
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "base": column - HALF,
        "x": 2 * HALF * share[row, column],
        "y": row + BAR_Y,
        "width": np.full(len(row), thickness),
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _marks(table: Table, look: Look) -> dict[str, Any]:
    spoke = (table.told > 0) | (table.against > 0)
    row, column = np.nonzero(spoke & (table.unit == "act"))
    cells = list(zip(row.tolist(), column.tolist(), strict=True))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": column,
        "y": row,
        "hovertext": [_told(table, r, c) for r, c in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": np.array([_symbol(table, r, c) for r, c in cells], np.int64),
            "size": _MARK_PX,
            "color": look.theme.text,
            "line": {"color": look.theme.text, "width": 1.5},
            "opacity": 1,
        },
    }


def _symbol(table: Table, row: int, column: int) -> int:
    backed = table.told[row, column] > 0
    if table.against[row, column]:
        sign = SIGNS["both" if backed else "against"]
    else:
        sign = SIGNS["full" if table.yes[row, column] else "part"]
    return _SQUARES.get(sign, sign) if table.lone[row, column] else sign


def _told(table: Table, row: int, column: int) -> str:
    counted = {
        "support": table.yes[row, column],
        "in part": table.partly[row, column],
        "contradict": table.against[row, column],
    }
    said = ", ".join(f"{n} {word}" for word, n in counted.items() if n)
    text = f"<br>{plain(table.texts[row])}" if table.texts else ""
    when, group = plain(table.labels[row]), plain(table.groups[column])
    return f"{when}, {group}: sources that {said}{text}"


def _numbers(table: Table, column_px: float, look: Look) -> dict[str, Any]:
    """Write shares above bars, and beside marks the sources where they are more."""
    written = _sources if table.unit == "act" else _percents
    x, y, text = written(table, column_px)
    return {
        "type": "scatter",
        "mode": "text",
        "xaxis": "x2",
        "x": x,
        "y": y,
        "text": text,
        "textposition": "middle right",
        "textfont": {"size": TEXT_PX, "color": look.theme.text},
        "hoverinfo": "skip",
    }


Written = tuple[np.ndarray, np.ndarray, list[str]]


def _sources(table: Table, column_px: float) -> Written:
    n = table.yes + table.partly + table.against
    row, column = np.nonzero((n > 1) & _holds(column_px / 2 - _MARK_PX, "00"))
    text = [str(n[r, c]) for r, c in zip(row, column, strict=True)]
    return column + _MARK_PX / column_px, row * 1.0, text


def _percents(table: Table, column_px: float) -> Written:
    share = np.round(100 * _share(table, table.told)).astype(int)
    room_px = 2 * HALF * column_px
    sign = " %" if _holds(room_px, "100 %") else ""
    row, column = np.nonzero(np.full(share.shape, _holds(room_px, "100")))
    text = [f"{share[r, c]}{sign}" for r, c in zip(row, column, strict=True)]
    return column - HALF, row + _TEXT_Y, text


def _holds(room_px: float, text: str) -> bool:
    return width(text, TEXT_PX) <= room_px
