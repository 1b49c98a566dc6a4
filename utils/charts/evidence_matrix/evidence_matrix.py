"""The evidence matrix: rows of acts in order of time, columns of groups of sources."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.evidence_matrix.cells import traces
from utils.charts.evidence_matrix.table import MOST_ACTS, NEEDS, Table, table_of
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called, many
from utils.charts.sheet.drawing import Drawing, need
from utils.charts.sheet.fitting import lines, shortened, width
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import coded, ordered
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_ACT_PX, _LEAST_ACT_PX, _BIN_PX = 22, 17, 34
_MOST_LEFT_PX, _LEAST_LEFT_PX = 400, 72
_ENOUGH_COLUMN_PX = 54
_BESIDE_LABEL_PX = EDGE_PX + 7
_BELOW_PX = 14
_LINE_PX = 16
_MOST_HEAD_PX, _MOST_HEAD_LINES = 130, 3
_ABOVE_PLOT_PX = 8
_GROUP_CHARACTERS = 24
_NAMED_GROUPS = 4


def evidence_matrix(
    matrix: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw what the sources of each group say about each act.

    Needs what `measures.evidence_matrix` gives: `act`, `earliest`, `latest`, `by`,
    `group`, `group_label`, `n_yes`, `n_partly`, `n_contradicts`, `alone`; `summary`
    labels the rows where it is there. Up to 40 acts have a row each: a full mark
    supports the act, an empty one supports a part of it, a cross contradicts it,
    and a square says that no other group supports it. More acts are added up by
    day, week, month, quarter, year or longer, so that there are at most 24 rows; a
    bar is then the share of the row's acts that the group reports, and its thick
    part those that no other one does. An act of uncertain date is in the row of its
    first possible day. Nothing is cut off or collides where the chart is
    `width_px` wide or wider.

    Raises
    ------
    ChartError
        If a column is missing, the theme is unknown or the width too small.
    """
    look = look_of(theme, width_px)
    need(matrix, NEEDS, "An evidence matrix")
    rows = matrix.assign(group=coded(matrix["group"]))
    rows = ordered(rows, rows["act"], rows["group"].cat.codes)
    table = table_of(rows)
    drawing = draw_evidence_matrix(table, about=about, look=look)
    return drawing.figure("evidence_matrix", about, rows[_told(rows, table)])


def _told(matrix: pd.DataFrame, table: Table) -> list[str]:
    """Name the columns that the picture is made from, and no heavier ones."""
    wanted = NEEDS | ({"summary"} if table.texts else set())
    return [column for column in matrix if column in wanted]


def draw_evidence_matrix(table: Table, *, about: About, look: Look) -> Drawing:
    """Lay out the evidence matrix as plain data; see `evidence_matrix`."""
    labels = _labels(table)
    left_px = _left_px(labels, len(table.groups), look)
    column_px = plot_width(look, left_px) / max(1, len(table.groups))
    heads, angle, above_px = _heads(table.groups, column_px)
    row_px, least_px = _BIN_PX, _BIN_PX
    if table.unit == "act":
        row_px, least_px = _ACT_PX, _LEAST_ACT_PX
    drawn = traces(table, column_px, look)
    layout = sheet(
        about,
        look,
        title=_title(table),
        said=words.subtitle(about, _counted(table)),
        key=_key(table, look, numbered=len(drawn[-1]["text"]) > 0),
        left_px=left_px,
        plot_px=row_px * max(2, len(labels)),
        least_plot_px=least_px * max(2, len(labels)),
        below_px=_BELOW_PX,
        above_px=above_px,
    )
    layout |= {"barmode": "overlay", "yaxis": _rows(labels, left_px, table)}
    layout |= _columns(heads, angle)
    return Drawing(tuple(drawn), layout, _spoken(table))


def _labels(table: Table) -> list[str]:
    if table.unit != "act":
        pairs = zip(table.labels, table.n.tolist(), strict=True)
        return [f"{label}: {n:,}" for label, n in pairs]
    texts = table.texts or ("",) * len(table.labels)
    pairs = zip(table.labels, texts, strict=True)
    return [f"{when}  {text}".rstrip() for when, text in pairs]


def _left_px(labels: Sequence[str], n_groups: int, look: Look) -> int:
    """Make room for the longest label; many columns take what they need of it."""
    longest = max((width(label, TEXT_PX) for label in labels), default=0)
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    spare = plot_width(look, _ENOUGH_COLUMN_PX * n_groups)
    return min(wanted, _MOST_LEFT_PX, max(spare, look.width_px * 9 // 25))


def _heads(groups: Sequence[str], column_px: float) -> tuple[list[str], int, int]:
    """Give the heads of the columns, upright where they would not fit across."""
    across = [lines(group, column_px - 4, TEXT_PX) for group in groups]
    broken = any(width(w, TEXT_PX) > column_px - 4 for g in groups for w in g.split())
    most = max(map(len, across), default=1)
    if not broken and most <= _MOST_HEAD_LINES:
        above_px = most * _LINE_PX + _ABOVE_PLOT_PX
        return ["<br>".join(head) for head in across], 0, above_px
    short = [shortened(group, _MOST_HEAD_PX, TEXT_PX) for group in groups]
    longest = max(width(head, TEXT_PX) for head in short)
    return [words.plain(head) for head in short], -90, int(longest) + _LINE_PX


def _columns(heads: Sequence[str], angle: int) -> dict[str, Any]:
    """Give the hidden axis of the marks, and one above that names the columns."""
    span = {"range": [-0.5, max(1, len(heads)) - 0.5], "fixedrange": True}
    above = {
        "overlaying": "x",
        "side": "top",
        "tickvals": list(range(len(heads))),
        "ticktext": list(heads),
        "tickangle": angle,
        "showgrid": False,
        "zeroline": False,
    }
    return {"xaxis": {**span, "visible": False}, "xaxis2": {**span, **above}}


def _rows(labels: Sequence[str], left_px: int, table: Table) -> dict[str, Any]:
    room_px = left_px - _BESIDE_LABEL_PX
    return {
        "range": [max(2, len(labels)) - 0.5, -0.5],
        "tickvals": list(range(len(labels))),
        "ticktext": [words.plain(shortened(n, room_px, TEXT_PX)) for n in labels],
        "showgrid": table.unit == "act",
        "zeroline": False,
        "fixedrange": True,
    }


def _title(table: Table) -> str:
    n, lone = int(table.n.sum()), table.lone.sum(axis=0)
    if not n:
        return "No recorded act in this selection"
    if n == 1:
        return _title_of_one(table)
    if not lone.any():
        return f"None of {words.acts(n)} rests on one {table.kind}'s sources alone"
    said = f"{lone.sum():,} of {words.acts(n)} rest on one {table.kind}'s sources alone"
    most = [table.groups[i] for i in np.flatnonzero(lone == lone.max())]
    return f"{said}, most on {_short(most[0])}" if len(most) == 1 else said


def _spoken(table: Table) -> str:
    """Say the picture: rows, columns, and which group reports most, and alone."""
    n, told, lone = int(table.n.sum()), table.told.sum(axis=0), table.lone.sum(axis=0)
    rows = "a row each" if table.unit == "act" else f"a row for each {table.unit}"
    picture = f"Grid of recorded acts by {many(len(told), table.kind)} of sources"
    if not n:
        return alt("Grid of recorded acts by sources: none in this selection.")
    ends = "" if n == 1 else f", {table.labels[0]} to {table.labels[-1]}"
    verb = "rests" if lone.sum() == 1 else "rest"
    alone = f"{lone.sum():,} {verb} on one {table.kind} alone"
    counts = [f"{called(table.groups[i])} {told[i]:,}" for i in np.argsort(-told)]
    return alt(
        f"{picture}: {words.acts(n)}, {rows}{ends}; {alone}.",
        f"Acts reported: {', '.join(counts[:_NAMED_GROUPS])}.",
    )


def _short(group: str) -> str:
    if len(group) <= _GROUP_CHARACTERS:
        return group
    return f"{group[:_GROUP_CHARACTERS].rstrip()}…"


def _title_of_one(table: Table) -> str:
    told = int(table.told.sum())
    groups = f"{told} {table.kind}{'' if told == 1 else 's'}"
    return f"One recorded act, supported by sources of {groups}"


def _counted(table: Table) -> str:
    if table.unit == "act":
        return (
            "One row is one recorded act, in order of time; a mark is what sources of "
            f"a {table.kind} say about it"
        )
    return (
        f"More than {MOST_ACTS} acts, added up by {table.unit} of their first possible "
        f"day, rows without an act left out; beside each {table.unit} its number of "
        f"recorded acts; in the cells the share that sources of a {table.kind} report"
    )


def _key(table: Table, look: Look, *, numbered: bool) -> list[Key]:
    ink = look.theme.text
    if table.unit != "act":
        return [
            Key(f"reported by the {table.kind}", "━━━", look.theme.other),
            Key(f"thick: and by no other {table.kind}", "■■", ink),
        ]
    return [
        Key("supports", "●", ink),
        Key("only in part", "○", ink),
        Key("contradicts", "✖", ink),
        Key("both", "⊗", ink),
        Key(f"square: no other {table.kind} supports it", "■", ink),
        *[Key("number: sources, if more than one")] * numbered,
    ]
