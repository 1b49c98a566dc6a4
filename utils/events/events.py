"""Events of another system: chosen, added up and handed on, by one engine."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import narwhals as nw
import pandas as pd

from utils.events.canonical import canonical
from utils.events.daily import BY, added_up, as_daily, whole_weights
from utils.events.engines.engine import Engine
from utils.events.formats.format import Format
from utils.events.scope import conditions
from utils.scale import Scale
from utils.selection import Selection


@dataclass(frozen=True, eq=False)
class Events:
    """Files of events as an engine sees them; nothing is read until it is asked for.

    `selection` says which of the events are looked at.
    """

    files: tuple[Path, ...]
    format: Format
    engine: Engine
    selection: Selection = field(default_factory=Selection)

    def within(self, selection: Selection) -> "Events":
        """Look at the events of a selection; it takes the place of the one before."""
        conditions(selection)
        return replace(self, selection=selection)

    @property
    def every_line(self) -> nw.LazyFrame:
        """Every line that could be read, with the reason why it is left out, if any."""
        lines = self.engine.rows(self.files, self.format)
        return canonical(lines, self.format, self.engine)

    @property
    def chosen(self) -> nw.LazyFrame:
        """The events that the selection keeps."""
        kept = self.every_line.filter(nw.col("left_out") == "")
        chosen = conditions(self.selection)
        return kept.filter(*chosen) if chosen else kept

    def daily(
        self, scale: Scale | None = None, *, by: Sequence[str] = BY
    ) -> pd.DataFrame:
        """Add up the events of each day, direction, type and tone.

        Gives `date`, the columns of `by` and `n`; with a scale, also `n_weighted`
        and `weight`, whose sums are exact.
        """
        weights, one = whole_weights(scale) if scale else (None, None)
        table = None if weights is None else self.engine.table(weights)
        found = self.engine.collected(added_up(self.chosen, table, by))
        return as_daily(found, one)
