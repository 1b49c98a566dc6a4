"""The matrix as a view: a cell stands for the acts of one group towards another."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.charts.matrix import Grid, draw_matrix, shown_grid
from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.words import label
from utils.explorer.inquiry import GROUPS
from utils.explorer.scene import Scene
from utils.explorer.stock import Stock
from utils.explorer.views.overlay import outlines
from utils.explorer.views.view import Chart, Picked, Spot, chosen, per_stock
from utils.multiplicity import counted

_TONES = ("conflictual", "cooperative")


@dataclass(frozen=True, eq=False)
class Groups:
    """The group of each act's actor and target, as a number among `names`."""

    names: tuple[str, ...]
    actor: np.ndarray
    target: np.ndarray


@per_stock
def groups(stock: Stock) -> dict[str, Groups]:
    """Give each act the numbers of its groups, of each kind."""
    return {by: _groups(stock.acts, by) for by in GROUPS}


@per_stock
def tones(stock: Stock) -> np.ndarray:
    """Give each act 1 if it is conflictual, 2 if cooperative, else 0."""
    coded = stock.acts["tone"].astype("category").cat
    number = [*_TONES, ""]
    names = [number.index(it) + 1 if it in _TONES else 0 for it in coded.categories]
    return np.array([*names, 0])[coded.codes.to_numpy()]


@per_stock
def directed(stock: Stock) -> np.ndarray:
    """Say of each act whether it is known who acts towards whom."""
    between = stock.acts["direction"].astype("category").cat
    known = ["--" not in str(name) for name in between.categories]
    return np.array([*known, False])[between.codes.to_numpy()]


def _groups(acts: pd.DataFrame, by: str) -> Groups:
    ends = [acts[f"{end}_{by}"].astype(str) for end in ("actor", "target")]
    codes, names = pd.factorize(pd.concat(ends, ignore_index=True), sort=True)
    return Groups(tuple(map(str, names)), *np.split(codes.astype(np.int64), 2))


def grid(scene: Scene, by: str) -> tuple[Grid, np.ndarray]:
    """Count the acts on show by group; give also which of all groups occur."""
    every, rows = groups(scene.stock)[by], scene.shown.rows
    rows = rows[directed(scene.stock)[rows]]
    size = len(every.names)
    cell = every.actor[rows] * size + every.target[rows]
    kind, several = tones(scene.stock)[rows], scene.stock.several
    each = None if several is None else several[rows]
    n = counted(cell * 3 + kind, 3 * size**2, each).reshape(size, size, 3)
    acts = np.stack([n.sum(axis=2), n[:, :, 1], n[:, :, 2]]).astype(float)
    there = np.flatnonzero(acts[0].sum(axis=0) + acts[0].sum(axis=1))
    names = tuple(every.names[i] for i in there)
    return Grid(by if names else "group", names, acts[:, there][:, :, there]), there


class Matrix(Chart):
    """Who acts towards whom."""

    name, title = "matrix", "Who towards whom"

    def draw(self, scene: Scene) -> Drawing:
        """Draw who acts towards whom."""
        about, look = scene.shown.about, scene.look
        found, there = grid(scene, scene.inquiry.groups)
        self._shown = shown_grid(found, about=about, look=look)
        self._place = np.full(len(groups(scene.stock)[scene.inquiry.groups].names), -1)
        self._place[there] = self._shown.place
        return draw_matrix(found, about=about, look=look)

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give a frame around each cell that holds a chosen act."""
        rows = chosen(scene)
        row, column = self._cells(scene, rows[directed(scene.stock)[rows]])
        cells = np.unique(np.stack([row, column], axis=1), axis=0).reshape(-1, 2)
        y, x = cells.T.astype(float)
        corners = np.stack([x - 0.5, x + 0.5, y - 0.5, y + 0.5], axis=1)
        return [outlines(corners, scene.look)]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the acts of a cell."""
        if spot.trace or spot.x is None:
            return Picked()
        wanted = round(float(spot.y)), round(float(spot.x))
        rows = scene.shown.rows
        rows = rows[directed(scene.stock)[rows]]
        row, column = self._cells(scene, rows)
        names = [label(self._shown.names[i]) for i in wanted]
        held = (row == wanted[0]) & (column == wanted[1])
        return Picked(
            rows[held], f"from {names[0]} to {names[1]}, by {scene.inquiry.groups}"
        )

    def _cells(self, scene: Scene, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the row and the column in which each act is counted."""
        every = groups(scene.stock)[scene.inquiry.groups]
        return self._place[every.actor[rows]], self._place[every.target[rows]]
