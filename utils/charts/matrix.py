"""The matrix: who acts towards whom, as numbers in a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called
from utils.charts.sheet.cells import lettering, shaded
from utils.charts.sheet.drawing import Drawing, need
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.layout import Key, plot_width, sheet
from utils.charts.sheet.order import ordered
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_NEEDS = {"by", "actor", "target", "n", "n_conflictual", "n_cooperative"}
_KINDS = ("n", "n_conflictual", "n_cooperative")
_CELL_PX, _ROW_PX, _LEAST_ROW_PX = 36, 30, 18
_LEAST_LEFT_PX, _BESIDE_LABEL_PX = 64, EDGE_PX + 7
_MOST_BELOW_PX = 150
_OTHERS = "all others"
_LARGEST = 3


@dataclass(frozen=True, eq=False)
class Grid:
    """Groups of actors in the order shown, and acts from each (row) to each.

    `acts` holds all, conflictual and cooperative acts; the last of the groups may
    be `folded` smaller ones together. `place` is then where each group that was
    given stands.
    """

    by: str
    names: tuple[str, ...]
    acts: np.ndarray
    folded: int = 0
    place: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))


def matrix(
    pairs: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
) -> "Figure":
    """Draw a grid of actors (rows) by targets (columns), a number in each cell.

    Needs what `measures.who_towards_whom` gives: `by`, `actor`, `target`, `n`,
    `n_conflictual` and `n_cooperative`. The sides of the case come first, others
    by their number of acts; where there is no room for all, the smaller ones are
    one row and one column, and the subtitle says so. Cells without a recorded
    act are empty. Nothing is cut off or collides where the chart is `width_px` wide
    or wider.

    Raises
    ------
    ChartError
        If a column is missing, the theme is unknown or the width too small.
    """
    need(pairs, _NEEDS, "A matrix")
    grid = _grid(pairs)
    names = pd.Index([grid.names[i] for i in _order(grid, about)])
    ends = (names.get_indexer(pairs[end].astype(str)) for end in ("actor", "target"))
    rows = ordered(pairs, *ends)
    drawing = draw_matrix(_grid(rows), about=about, look=look_of(theme, width_px))
    return drawing.figure("matrix", about, rows)


def draw_matrix(grid: Grid, *, about: About, look: Look) -> Drawing:
    """Lay out the matrix as plain data; see `matrix`."""
    left_px, shown = _left_px(grid, look), shown_grid(grid, about=about, look=look)
    cell_px = plot_width(look, left_px)
    size = len(shown.names)
    below_px, axis = _columns(shown, cell_px / max(size, 1), look)
    layout = sheet(
        about,
        look,
        title=_title(grid),
        said=_said(shown, about),
        key=[Key("row: actor"), Key("column: target"), Key("empty: none recorded")],
        left_px=left_px,
        plot_px=max(size, 3) * _ROW_PX,
        least_plot_px=max(size, 3) * _LEAST_ROW_PX,
        below_px=below_px,
    )
    layout |= {"xaxis": axis, "yaxis": _rows(shown, left_px)}
    return Drawing(_cells(shown, look), layout, _spoken(grid, shown))


def shown_grid(grid: Grid, *, about: About, look: Look) -> Grid:
    """Give the groups as they are drawn: in their order, and as many as have room."""
    cell_px = plot_width(look, _left_px(grid, look))
    return _folded(grid, about, cell_px // _CELL_PX)


def _grid(pairs: pd.DataFrame) -> Grid:
    names = list(dict.fromkeys(pairs["actor"].astype(str)))
    names += [n for n in dict.fromkeys(pairs["target"].astype(str)) if n not in names]
    row, column = (
        pd.Index(names).get_indexer(pairs[end].astype(str))
        for end in ("actor", "target")
    )
    acts = np.zeros((len(_KINDS), len(names), len(names)))
    for kind, name in enumerate(_KINDS):
        np.add.at(acts[kind], (row, column), pairs[name].to_numpy(dtype=float))
    by = str(pairs["by"].iloc[0]) if len(pairs) else "group"
    return Grid(by, tuple(names), acts)


def _order(grid: Grid, about: About) -> list[int]:
    """Put the sides first, and the others by their number of acts."""
    total = grid.acts[0].sum(axis=0) + grid.acts[0].sum(axis=1)
    first = {side: i for i, side in enumerate(about.sides)}
    return sorted(
        range(len(grid.names)),
        key=lambda i: (first.get(grid.names[i], 2), -total[i], grid.names[i]),
    )


def _folded(grid: Grid, about: About, most: int) -> Grid:
    """Put the sides first, and fold the smallest groups where they are too many."""
    order = _order(grid, about)
    names = [grid.names[i] for i in order]
    acts = grid.acts[:, order][:, :, order]
    kept, place = np.arange(len(names)), np.argsort(order)
    if len(names) <= most:
        return Grid(grid.by, tuple(names), acts, place=place)
    kept = np.minimum(kept, most - 1)
    fold = (kept[:, None] == np.arange(most)) * 1.0
    folded = len(names) - most + 1
    shown = (*names[: most - 1], _OTHERS)
    return Grid(grid.by, shown, fold.T @ acts @ fold, folded, kept[place])


def _cells(grid: Grid, look: Look) -> tuple[dict[str, Any], ...]:
    n, size = grid.acts[0], len(grid.names)
    edges = np.arange(size + 1) - 0.5
    cells = shaded(
        n, (edges, edges), colour=look.theme.text, most=float(n.max(initial=0))
    )
    labels = np.array([words.plain(words.label(name)) for name in grid.names])
    cells["customdata"] = [
        [[one, other, *numbers] for other, numbers in zip(labels, row, strict=True)]
        for one, row in zip(labels, np.moveaxis(grid.acts, 0, -1).tolist(), strict=True)
    ]
    said = "%{customdata[0]} → %{customdata[1]}: %{z:,} recorded acts, "
    said += "%{customdata[3]:,} conflictual, %{customdata[4]:,} cooperative"
    cells["hovertemplate"] = said + "<extra></extra>"
    row, column = np.nonzero(n)
    text = [f"{number:,.0f}" for number in n[row, column]]
    return cells, lettering(column, row, text, look.theme.text)


def _left_px(grid: Grid, look: Look) -> int:
    names = [*map(words.label, grid.names), words.label(_OTHERS)]
    longest = int(max(width(name, TEXT_PX) for name in names))
    wanted = max(_LEAST_LEFT_PX, longest + 1 + _BESIDE_LABEL_PX)
    return min(wanted, look.width_px // 3)


def _rows(grid: Grid, left_px: int) -> dict[str, Any]:
    size = len(grid.names)
    return {
        "range": [max(size, 1) - 0.5, -0.5],
        "tickvals": list(range(size)),
        "ticktext": _short(grid.names, left_px - _BESIDE_LABEL_PX),
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def _columns(grid: Grid, cell_px: float, look: Look) -> tuple[int, dict[str, Any]]:
    """Write the targets below the columns, upright where they would not fit."""
    names = [words.label(name) for name in grid.names]
    longest = max((width(name, TEXT_PX) for name in names), default=0)
    lies = longest + 8 <= cell_px
    below_px = 40 if lies else int(min(longest + 1, _MOST_BELOW_PX)) + 24
    size = len(names)
    return below_px, {
        "range": [-0.5, max(size, 1) - 0.5],
        "tickvals": list(range(size)),
        "ticktext": _short(grid.names, cell_px if lies else _MOST_BELOW_PX),
        "tickangle": 0 if lies else -90,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def _short(names: Sequence[str], room_px: float) -> list[str]:
    cut = (shortened(words.label(name), room_px, TEXT_PX) for name in names)
    return [words.plain(name) for name in cut]


def _said(grid: Grid, about: About) -> str:
    counted = f"Recorded acts by {grid.by} of the actor and of the target"
    said = words.subtitle(about, counted)
    if not grid.folded:
        return said
    return f"{said} The {grid.folded} with the fewest acts are taken together."


def _spoken(grid: Grid, shown: Grid) -> str:
    """Say the picture: its size, and the cells with the most acts."""
    n, size = grid.acts[0], len(shown.names)
    picture = f"Grid of actors (rows) by targets (columns), by {grid.by}"
    if not n.any():
        return alt(f"{picture}: no recorded act in this selection.")
    filled = int((shown.acts[0] > 0).sum())
    cells = f"{filled:,} of {size:,} by {size:,} cells filled"
    told = "; ".join(_cell(grid, *pair) for pair in _largest(grid))
    return alt(f"{picture}: {words.acts(int(n.sum()))}, {cells}.", f"Most: {told}.")


def _largest(grid: Grid) -> list[tuple[int, int]]:
    """Give row and column of the cells with the most acts, equal ones by name."""
    n = grid.acts[0]
    least = np.partition(n, -_LARGEST, axis=None)[-_LARGEST] if n.size > _LARGEST else 0
    pairs = [(int(i), int(j)) for i, j in np.argwhere((n >= least) & (n > 0))]
    pairs.sort(key=lambda it: (-n[it], sorted(grid.names[i] for i in it)))
    return pairs[:_LARGEST]


def _cell(grid: Grid, row: int, column: int) -> str:
    actor, target = called(grid.names[row]), called(grid.names[column])
    return f"{actor} to {target} {grid.acts[0][row, column]:,.0f}"


def _title(grid: Grid) -> str:
    n = grid.acts[0]
    if not n.any():
        return "No recorded act in this selection"
    said = f"{n.max():,.0f} of {words.acts(int(n.sum()))}"
    pairs = np.argwhere(n == n.max())
    if len(pairs) > 1:
        return f"Most between two: {said}, in each of {len(pairs)} pairs"
    ends = (shortened(words.label(grid.names[i]), 180, TEXT_PX) for i in pairs[0])
    return f"Most between two: {said}, from {' to '.join(ends)}"
