"""Events of another system: chosen, added up and handed on, by one engine."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import narwhals as nw
import pandas as pd

from utils.events.against import Seen, seen_of
from utils.events.canonical import canonical
from utils.events.case import (
    MOST_ACTS,
    MOST_CELLS,
    case_of_events,
    day_cells,
    single_acts,
)
from utils.events.choosing import condensed, once
from utils.events.daily import BY, added_up, as_daily, key_of, whole_weights
from utils.events.dyads import dyads_of
from utils.events.engines.engine import Engine
from utils.events.event_file import EventFile
from utils.events.formats.format import Format
from utils.events.report import Report
from utils.events.scope import conditions
from utils.scale import Scale
from utils.selection import Selection
from utils.tables import Case


@dataclass(frozen=True, eq=False)
class Events:
    """Files of events as an engine sees them; nothing is read until it is asked for.

    `selection` says which of the events are looked at, `sources` where the files
    came from, `columns` what columns a file has, if not those of the format, and
    `passed_by` what lay beside the files and is none of events.
    """

    files: tuple[Path, ...]
    format: Format
    engine: Engine
    selection: Selection = field(default_factory=Selection)
    sources: tuple[EventFile, ...] = ()
    columns: Mapping[Path, tuple[str, ...]] = field(default_factory=dict)
    passed_by: tuple[str, ...] = ()

    def within(self, selection: Selection) -> "Events":
        """Look at the events of a selection; it takes the place of the one before."""
        conditions(selection, self.format.ontology)
        return replace(self, selection=selection)

    def row_by_row(self) -> "Events":
        """Count every row, whether another tells the same or not."""
        each = replace(self.format, mirrors=(), mutual=(), repeats=False)
        return replace(self, format=each)

    @property
    def parts(self) -> list[tuple[tuple[Path, ...], Format]]:
        """The files with the same columns, and the format with these columns."""
        parts: dict[tuple[str, ...], list[Path]] = {}
        for file in self.files:
            columns = self.columns.get(file, self.format.columns)
            parts.setdefault(columns, []).append(file)
        return [
            (tuple(files), replace(self.format, columns=columns))
            for columns, files in parts.items()
        ]

    @property
    def every_line(self) -> nw.LazyFrame:
        """Every line that could be read, with the reason why it is left out, if any."""
        return self._lines()

    def _lines(self, *, bare: bool = False) -> nw.LazyFrame:
        found = [
            canonical(self.engine.rows(files, form), form, self.engine, bare=bare)
            for files, form in self.parts
        ]
        return found[0] if len(found) == 1 else nw.concat(found)

    @property
    def chosen(self) -> nw.LazyFrame:
        """The events that the selection keeps, each once, with `n` and `n_reports`."""
        return once(self.every_line, self.selection, self.format)

    def condensed(self, by: Sequence[str]) -> nw.LazyFrame:
        """Rows that stand for several chosen events alike in the columns of `by`."""
        # A place is seldom asked for here, but it can tell two records apart.
        lines = self._lines(bare=not (self.format.repeats or "place_country" in by))
        return condensed(lines, self.selection, self.format, tuple(by))

    def daily(
        self, scale: Scale | None = None, *, by: Sequence[str] = BY
    ) -> pd.DataFrame:
        """Add up the events of each day, direction, type and tone.

        Gives `date`, the columns of `by` and `n`; with a scale, also `n_weighted`
        and `weight`, whose sums are exact.
        """
        weights, one = whole_weights(scale) if scale else (None, None)
        table = None if weights is None else self.engine.table(weights)
        alike = [*by, key_of(scale)] if scale else [*by]
        form = self.format
        straight = form.directed and not (form.mirrors or form.mutual)
        lazy = added_up(self.condensed(alike), table, by, by_parties=straight)
        return as_daily(self.engine.collected(lazy), one)

    def report(self) -> Report:
        """Say what became of every row of the files, whatever is chosen of them.

        Nothing is counted before it is asked for.
        """
        return Report(self)

    def dyads(self) -> pd.DataFrame:
        """Count the chosen events of each pair of countries, the most first.

        Gives `one` and `other`, in alphabetical order, `n`, and the years of the
        `first` and the `last` event; what lies within one country is left out.

        >>> from utils import events
        >>> print(*events.read("data/gdelt-sample/*.CSV").dyads().iloc[0])
        AZE IRN 15 2018 2018
        """
        return dyads_of(self)

    def acts(self, *, most: int = MOST_ACTS) -> pd.DataFrame:
        """Give the chosen events one by one, with the columns of the acts of a case.

        They are in order of time, all of certainty `reported`, named by their codes
        and parties in `summary`; `n` is there where rows stand for several events.
        Beside the columns of a case stand `quad`, the class that follows from the
        code, and `quad_given`, the class that the file gives.

        >>> from utils import events
        >>> acts = events.read("data/gdelt-sample/*.CSV").acts()
        >>> acts.loc[acts["cameo"] == "090", ["quad", "quad_given"]].to_numpy().tolist()
        [['3', '2'], ['3', '2']]

        Raises
        ------
        EventsError
            If there are more than `most`.
        """
        return single_acts(self, most)

    def cells(self, *, most: int = MOST_CELLS) -> pd.DataFrame:
        """Count the chosen events by day, direction, code, type, form and tone.

        Gives `date`, these columns and `n`, however many events there are, and
        `earliest`, `latest` and `cameo`, so that measures take the cells as they take
        acts: each of a row's `n` events has the weight of the row.

        >>> from utils import events, load, measures
        >>> cells = events.read("data/gdelt-sample/*.CSV").cells()
        >>> scale = load("azerbaijan-russia").scales["goldstein-gdelt"]
        >>> counted = measures.counts(measures.weigh(cells, scale), by=[])
        >>> float(counted["n"].sum())
        40.0

        Raises
        ------
        EventsError
            If there are more than `most` cells.
        """
        return day_cells(self, most)

    def case(
        self,
        sides: Collection[str] = (),
        *,
        title: str = "",
        most: int = MOST_ACTS,
    ) -> Case:
        """Give a case of the chosen events, for whatever a case can be given to.

        `sides` are the two countries that charts set against each other; without
        them, the two with the most events between them. At most `most` events are
        its acts one by one; if there are more, its acts are day cells, which name
        no place, no body below a country and no source. Nothing links an event to
        the one it answers, no event has a rung, and no source was examined. The
        checksum is that of the tables that were made, the same on every engine.

        >>> from utils import events
        >>> events.read("data/gdelt-sample/*.CSV").case()
        <Case gdelt-2 CAMEO 1.1b3: 40 acts, 15 actors, 8 sources>

        Raises
        ------
        EventsError
            If no event is chosen, a side is the party of none, or there are more
            day cells than can be shown.
        """
        return case_of_events(self, sides, title=title, most=most)

    def against(
        self,
        case: Case,
        chosen: Selection | None = None,
        *,
        window_days: int = 2,
        kind: str = "root",
    ) -> Seen:
        """Say which curated acts these events have seen, and what they saw beside.

        Compared are the acts of `chosen` (without it, those between the two sides)
        that certainly lie within the days of this selection, or else those of the
        first and the last event. An act is seen if an event has its two countries,
        its direction where the file gives one, and its kind, lies at most
        `window_days` before or after it, and is counted for no other act; the nearest
        in days are matched first (see `against.matching.matched`). An act of an
        uncertain date is near whatever is near one of its days.

        `kind` is one of `against.KINDS`: code, root, quad or tone, where the quad
        class of an act is that of its CAMEO code.

        That an event is near does not say that it was coded from the same act;
        `by_chance` of the result says what comes about on other days.

        Raises
        ------
        EventsError
            If no act lies in these days, the events have no such kind, or
            `window_days` is no whole number of days.
        SelectionError
            If `chosen` names what the case lacks.
        """
        return seen_of(self, case, chosen, window_days=window_days, kind=kind)
