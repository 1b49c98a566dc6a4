"""The acts of a case, and which of them a selection shows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.timeline.acts import Acts, acts_of, sides
from utils.charts.timeline.hover import hover_texts
from utils.charts.timeline.whole import Tally
from utils.measures import Spread, spread, weigh
from utils.measures.tension import conflictual
from utils.measures.windows import Windows, windowed
from utils.multiplicity import counted, several
from utils.scale import Scale
from utils.selection import Selection
from utils.selection.conditions import Mask, condition, in_use
from utils.selection.search import TextIndex
from utils.tables import Case


@dataclass(frozen=True, eq=False)
class Shown:
    """Which acts a selection keeps: the mask of each condition, and of all.

    `failed` says how many conditions each act fails. `windows` lays the acts that are
    kept out over days, where there is an act or a period.
    """

    selection: Selection
    masks: dict[str, Mask]
    failed: np.ndarray
    keep: Mask
    rows: np.ndarray
    windows: Windows | None
    about: About
    stock: "Stock"

    @cached_property
    def cells(self) -> Spread | None:
        """The acts that are kept with a cell for each day, which takes its time."""
        if self.windows is None:
            return None
        since, until = self.selection.since, self.selection.until
        return self.stock.cells.part(self.keep, since=since, until=until)

    def beside(self, name: str) -> Mask:
        """Say which acts meet every condition but `name`."""
        mask = self.masks.get(name)
        return self.keep if mask is None else self.failed == ~mask

    def counted(self, codes: np.ndarray, name: str, n_codes: int) -> np.ndarray:
        """Count the acts of each code (0 and up) under every condition but `name`."""
        # Rows are at hand where the condition is not in use; that is most of them.
        free = name not in self.masks
        rows = self.rows if free else np.flatnonzero(self.beside(name))
        kept = codes if len(rows) == len(codes) else codes.take(rows)
        n = self.stock.several
        return counted(kept + 1, n_codes + 1, None if n is None else n[rows])[1:]

    @property
    def said(self) -> str:
        """Say how many acts are shown, of how many: "37 of 440 acts"."""
        return f"{self.about.n_actions:,} of {self.stock.n_acts:,} acts"


class Stock:
    """Every act of a case, weighed, with what each change of filter needs again.

    Arrays have one value for each act, in the order of `acts`. Where rows stand for
    several acts of a day, `several` says for how many, and all of these count.
    """

    def __init__(self, case: Case, scale: Scale) -> None:
        self.case, self.scale = case, scale
        self.acts = weigh(case.actions, scale)
        self.several = several(self.acts)
        about = About(case.title, sides=case.sides)
        self.side = sides(self.acts["direction"], about)
        self.conflict = conflictual(self.acts)
        self.windows: Windows = windowed(self.acts, self.side, 3)
        self.marks: Acts = acts_of(self.acts, about)
        self._masks: dict[str, tuple[Any, Mask]] = {}
        self._lately: dict[Selection, Shown] = {}
        self._told: dict[int, str] = {}
        self._ids: pd.Index | None = None

    def shown(self, selection: Selection) -> Shown:
        """Say which acts `selection` keeps; a condition is looked up only once.

        The last two answers are kept, since two selections may be compared.

        Raises
        ------
        SelectionError
            If the selection names what the case lacks.
        """
        found = self._lately.pop(selection, None) or self._look_up(selection)
        last = [*self._lately.items()][-1:]
        self._lately = {**dict(last), selection: found}
        return found

    def _look_up(self, selection: Selection) -> Shown:
        masks = {name: self._mask(selection, name) for name in in_use(selection)}
        failed = np.zeros(len(self.acts), dtype=np.int8)
        for mask in masks.values():
            failed += ~mask
        keep = failed == 0
        rows = np.flatnonzero(keep)
        about = self.case.about(selection, self.scale, rows=rows)
        days = {"since": selection.since, "until": selection.until}
        laid_out = len(rows) or all(days.values())
        windows = self.windows.part(keep, rows, **days) if laid_out else None
        return Shown(selection, masks, failed, keep, rows, windows, about, self)

    def count(self, rows: np.ndarray) -> int:
        """Count the acts of rows, given by their places or by a mask."""
        if self.several is not None:
            return int(self.several[rows].sum())
        return int(rows.sum()) if rows.dtype == bool else len(rows)

    @cached_property
    def n_acts(self) -> int:
        """The number of all acts."""
        return len(self.acts) if self.several is None else int(self.several.sum())

    @cached_property
    def cells(self) -> Spread:
        """Every act with a cell for each day on which it may have begun."""
        return spread(self.acts)

    @cached_property
    def tally(self) -> Tally:
        """What the timeline counts of its acts, in the order of `marks`."""
        return Tally(self.marks)

    def row_of(self, action_id: str) -> int:
        """Say in which row an act stands; -1 where there is no such act."""
        if self._ids is None:
            self._ids = pd.Index(self.acts["action_id"])
        return int(self._ids.get_indexer([action_id])[0])

    def tell(self, index: np.ndarray) -> list[str]:
        """Give the hover texts of these acts; each is written only once."""
        rows = index.tolist()
        if missing := [row for row in rows if row not in self._told]:
            texts = hover_texts(self.acts.loc[missing])
            self._told |= dict(zip(missing, texts, strict=True))
        return [self._told[row] for row in rows]

    def _mask(self, selection: Selection, name: str) -> Mask:
        period = (selection.since, selection.until, selection.dates)
        wanted = period if name == "period" else getattr(selection, name)
        known = self._masks.get(name)
        if known is None or known[0] != wanted:
            known = (wanted, self._found(selection, name))
            self._masks[name] = known
        return known[1]

    def _found(self, selection: Selection, name: str) -> Mask:
        if name == "text":
            return self._texts.rows(selection.text)
        return condition(selection, self.acts, name)

    @cached_property
    def _texts(self) -> TextIndex:
        """The texts of the acts, made ready when one is sought for the first time."""
        return TextIndex(self.acts)
