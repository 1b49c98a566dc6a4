"""The evidence matrix as a view: a cell stands for the acts that a group tells of."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.charts.evidence_matrix import draw_evidence_matrix
from utils.charts.evidence_matrix.cells import BAR_Y, HALF
from utils.charts.evidence_matrix.table import MOST_ACTS, Table, in_few_bins, when
from utils.charts.sheet.drawing import Drawing
from utils.explorer.scene import Scene
from utils.explorer.stock import Stock
from utils.explorer.views.overlay import outlines
from utils.explorer.views.view import (
    Chart,
    Picked,
    Spot,
    chosen,
    per_stock,
    windows,
)
from utils.measures.sources.matrix import answers, groups_of

BY = "group"


@dataclass(frozen=True, eq=False)
class Told:
    """What the sources of each group (column) say of each act (row) of a stock.

    `counts` has the numbers of sources that support, support in part, contradict.
    Acts with the same `pattern` are told of, and told of alone, by the same groups;
    `day` is the place of an act's first day among `days`.
    """

    groups: tuple[str, ...]
    counts: np.ndarray
    told: np.ndarray
    lone: np.ndarray
    pattern: np.ndarray
    patterns: np.ndarray
    day: np.ndarray
    days: np.ndarray


@per_stock
def told(stock: Stock) -> Told:
    """Read the evidence on all acts of a stock."""
    case = stock.case
    ids, sides = stock.acts["action_id"], case.codebook.sides
    counts = answers(ids, case.evidence, case.sources, sides=sides, by=BY)
    counts = counts.astype(np.int16)
    backed = counts[0] + counts[1] > 0
    lone = backed & (backed.sum(axis=1) == 1)[:, None]
    groups = tuple(groups_of(sides, BY)["group_label"].astype(str))
    code = np.packbits(backed, axis=1, bitorder="little").astype(np.int64)
    code = code @ (256 ** np.arange(code.shape[1]))
    _, first, pattern = np.unique(code, return_index=True, return_inverse=True)
    days, day = np.unique(windows(stock).begins, return_inverse=True)
    both = np.stack([backed[first], lone[first]]).astype(np.int64)
    return Told(groups, counts, backed, lone, pattern, both, day, days)


@dataclass(frozen=True, eq=False)
class Laid:
    """The table that is drawn, and the row of it in which an act stands.

    `acts` are the acts on show, where each has a row of its own; else `bins` gives
    the row of each first day.
    """

    table: Table
    acts: np.ndarray
    bins: np.ndarray


def laid(scene: Scene) -> Laid:
    """Lay the acts on show out one by one, or many of them by stretches of time."""
    rows, every = scene.shown.rows, told(scene.stock)
    if len(rows) > MOST_ACTS:
        return _in_bins(rows, every)
    acts = windows(scene.stock).take(rows)
    order = np.lexsort((acts.ends, acts.begins))
    return _one_by_one(scene, rows[order], every)


def _one_by_one(scene: Scene, rows: np.ndarray, every: Told) -> Laid:
    acts = windows(scene.stock).take(rows)
    yes, partly, against = every.counts[:, rows].astype(np.int64)
    table = Table(
        unit="act",
        kind=BY,
        labels=tuple(map(when, acts.begins, acts.ends)),
        texts=tuple(scene.stock.acts["summary"].iloc[rows].astype(str)),
        groups=every.groups if len(rows) else (),
        n=np.ones(len(rows), np.int64),
        yes=yes,
        partly=partly,
        against=against,
        told=every.told[rows].astype(np.int64),
        lone=every.lone[rows].astype(np.int64),
    )
    return Laid(table, rows, np.zeros(0, np.int64))


def _in_bins(rows: np.ndarray, every: Told) -> Laid:
    size = every.patterns.shape[1]
    cell = every.day[rows] * size + every.pattern[rows]
    n = np.bincount(cell, minlength=len(every.days) * size).reshape(-1, size)
    there = np.flatnonzero(n.any(axis=1))
    unit, labels, number = in_few_bins(every.days[there])
    binned = np.zeros((len(labels), size), np.int64)
    np.add.at(binned, number, n[there])
    bins = np.full(len(every.days), -1)
    bins[there] = number
    backed, lone = binned @ every.patterns
    none = np.zeros(backed.shape, np.int64)
    total = binned.sum(axis=1)
    sums = {"yes": none, "partly": none, "against": none, "told": backed, "lone": lone}
    table = Table(unit, BY, labels, (), every.groups, total, **sums)
    return Laid(table, rows, bins)


class Sources(Chart):
    """Which groups of sources tell of which acts."""

    name, title = "sources", "Sources"

    def draw(self, scene: Scene) -> Drawing:
        """Draw which groups of sources tell of which acts."""
        self._laid = laid(scene)
        self._drawing = draw_evidence_matrix(
            self._laid.table, about=scene.shown.about, look=scene.look
        )
        return self._drawing

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give a frame around each cell in which a chosen act is told of."""
        rows = chosen(scene)
        place, spoke = self._places(scene, rows), self._spoke(scene, rows)
        held = np.zeros((len(self._laid.table.n), spoke.shape[1]), dtype=bool)
        np.logical_or.at(held, place, spoke)
        y, x = (it.astype(float) for it in np.nonzero(held))
        corners = np.stack([x - 0.47, x + 0.47, y - 0.47, y + 0.47], axis=1)
        return [outlines(corners, scene.look)]

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Pick the acts of a cell: those of its row that its sources speak of."""
        trace = self._drawing.traces[spot.trace : spot.trace + 1]
        if not trace or trace[0].get("mode") == "text":
            return Picked()
        x, y = (float(trace[0][axis][spot.point]) for axis in ("x", "y"))
        if "base" in trace[0]:
            x, y = float(trace[0]["base"][spot.point]) + HALF, y - BAR_Y
        row, column, table = round(y), round(x), self._laid.table
        rows = scene.shown.rows
        rows = rows[self._places(scene, rows) == row]
        said = f"told of by {table.groups[column]} sources, {table.labels[row]}"
        return Picked(rows[self._spoke(scene, rows)[:, column]], said)

    def _places(self, scene: Scene, rows: np.ndarray) -> np.ndarray:
        """Give the row of the table in which each act stands."""
        it = self._laid
        if len(it.bins):
            return np.asarray(it.bins[told(scene.stock).day[rows]])
        number = np.argsort(it.acts)
        return np.asarray(number[np.searchsorted(it.acts, rows, sorter=number)])

    def _spoke(self, scene: Scene, rows: np.ndarray) -> np.ndarray:
        """Say which groups speak of each act; of many acts, which report it."""
        every = told(scene.stock)
        if len(self._laid.bins):
            return np.asarray(every.told[rows])
        return np.asarray(every.counts[:, rows].any(axis=0))
