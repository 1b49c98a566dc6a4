"""The bar above an explorer of events: between whom, in which years, how far."""

from collections.abc import Callable

import pandas as pd
from ipywidgets import Button, FloatProgress, HBox, Layout

from utils.events.parties import countries
from utils.explorer.controls import dropdown
from utils.explorer.status_line import StatusLine
from utils.selection import Selection

MOST_OFFERED = 300
"""So many pairs of countries are offered, those with the most events."""


class ScopeBar:
    """Offers pairs of countries and years; `chosen` is a selection of these."""

    def __init__(self, show: Callable[[], None], cancel: Callable[[], None]) -> None:
        self.pair = dropdown("Between", [])
        self.since, self.until = dropdown("from", []), dropdown("to", [])
        self.show = _button("Show these events", show)
        self.cancel = _button("Cancel", cancel)
        self.progress = FloatProgress(min=0, max=1, layout=Layout(width="8em"))
        self.status = StatusLine()
        row = [self.pair, self.since, self.until, self.show, self.cancel, self.progress]
        self.row = HBox(row, layout=Layout(flex_flow="row wrap", align_items="center"))
        self._pairs, self.counted = pd.DataFrame(), False
        self.pair.observe(lambda change: self._offer_years(), "value")

    @property
    def sides(self) -> tuple[str, str]:
        """The two countries."""
        one, other = self._pairs.loc[self.pair.value, ["one", "other"]]
        return str(one), str(other)

    def chosen(self, within: Selection) -> Selection:
        """Give a selection of the pair and the years, within another."""
        one, other = self.sides
        ways = [f"{one}>{other}", f"{other}>{one}", f"{one}--{other}"]
        since, until = within.since, within.until
        # The first and the last year that are offered ask for nothing.
        if self.since.index:
            since = max(f"{self.since.value}-01-01", since)
        if self.until.index < len(self.until.options) - 1:
            until = min(f"{self.until.value}-12-31", until or "9999-12-31")
        return within.but(directions=ways, since=since, until=until)

    def offer(self, pairs: pd.DataFrame) -> None:
        """Offer the pairs that `Events.dyads` gives."""
        self._pairs, self.counted = pairs.head(MOST_OFFERED), True
        rows = self._pairs.itertuples()
        self.pair.options = [
            (_said(row.one, row.other, row.n), row.Index) for row in rows
        ]
        if self.pair.options:
            self.pair.value = self.pair.options[0][1]
        self._offer_years()

    def asking(self, fraction: float | None, *, busy: bool) -> None:
        """Show how far a question is, and let nothing else be asked meanwhile."""
        self.progress.value = fraction or 0
        self.progress.layout.visibility = "visible" if busy else "hidden"
        self.cancel.disabled = not busy
        for each in (self.show, self.pair, self.since, self.until):
            each.disabled = busy or self._pairs.empty
        # Until the pairs are counted, it counts them.
        self.show.disabled = busy or (self.counted and self._pairs.empty)

    def _offer_years(self) -> None:
        if self.pair.value is None:
            return
        first, last = self._pairs.loc[self.pair.value, ["first", "last"]]
        years = [str(year).zfill(4) for year in range(int(first), int(last) + 1)]
        self.since.options, self.until.options = years, years
        self.since.value, self.until.value = years[0], years[-1]


def _said(one: str, other: str, n: int) -> str:
    names = (countries().get(code, code) for code in (one, other))
    return f"{' and '.join(names)} ({n:,})"


def _button(description: str, press: Callable[[], None]) -> Button:
    button = Button(description=description, layout=Layout(width="max-content"))
    button.on_click(lambda pressed: press())
    return button
