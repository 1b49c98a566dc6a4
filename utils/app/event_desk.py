"""An explorer of events, with a bar that asks the engine for another scope."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ipywidgets import VBox, Widget

from utils.app.scope_bar import ScopeBar
from utils.errors import EventsCancelled, ProjectError
from utils.events import Asked, Events, ask
from utils.events.parties import countries
from utils.explorer import Explorer
from utils.explorer.opening import opening
from utils.multiplicity import N, n_acts
from utils.selection.phrase import day_in_words
from utils.tables import Case

LOOK_S = 0.2
_CANCELLED = "Cancelled; nothing was changed."
_CANCELLED_FIRST = (
    'Cancelled before the pairs of countries were counted; "Show these events" '
    "counts them."
)
Made = Callable[..., Any]
"""What makes an explorer of a case, as `explore` does."""


class EventDesk(VBox):
    """A bar for the scope, and below it the explorer of what was asked for last.

    The engine is asked in the background; a question that fails or is cancelled
    leaves the explorer that stands there.
    """

    def __init__(self, events: Events, made: Made, **asked: Any) -> None:
        self.events, self._made, self._asked_for = events, made, asked
        self.explorer: Explorer | None = None
        self.bar = ScopeBar(self.show, self.cancel)
        self._asked: Asked[Any] | None = None
        self._place = VBox()
        scope = VBox([self.bar.row, self.bar.status])
        scope.add_class("demarche-events")
        super().__init__([scope, self._place])
        self._count()

    def show(self) -> None:
        """Ask the engine for the events of the scope that the bar says.

        Where the pairs of countries were never counted, count them first.
        """
        if not self.bar.counted:
            self._count()
            return
        try:
            chosen = self.events.within(self.bar.chosen(self.events.selection))
        except ProjectError as why:
            self._say(str(why))
            return
        sides = self.bar.sides
        self._ask("Asking the engine …", lambda: chosen.case(sides), self._open)

    def cancel(self) -> None:
        """Stop the question that is under way, if there is one."""
        if self._asked:
            self._asked.cancel()

    def wait(self) -> None:
        """Wait until nothing is under way any more, where no loop runs beside."""
        while (asked := self._asked) is not None:
            # The look says what went wrong.
            with suppress(Exception):
                asked.result()
            self._look()

    def _count(self) -> None:
        said = "Counting the pairs of countries …"
        self._ask(said, self.events.dyads, self._offer)

    def _ask(
        self, said: str, question: Callable[[], Any], then: Callable[[Any], None]
    ) -> None:
        if self._asked is not None:
            return
        self.bar.status.text, self.bar.status.detail = said, ""
        self.bar.asking(0, busy=True)
        self._asked, self._then = ask(question), then
        self._look_again()

    def _look_again(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        loop.call_later(LOOK_S, self._look)

    def _look(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if not asked.done:
            self.bar.asking(asked.fraction, busy=True)
            self._look_again()
            return
        self._asked = None
        try:
            self._then(asked.result())
        except EventsCancelled:
            self._say(_CANCELLED if self.bar.counted else _CANCELLED_FIRST)
        except ProjectError as why:
            self._say(str(why))
        except Exception as fault:
            self._say(f"The engine gave no answer: {fault!r}.")
        self.bar.asking(0, busy=self._asked is not None)

    def _say(self, text: str) -> None:
        self.bar.status.text, self.bar.status.detail = text, ""

    def _offer(self, pairs: Any) -> None:
        self.bar.offer(pairs)
        if pairs.empty:
            self._say("No event lies between two countries.")
            return
        self.show()

    def _open(self, case: Case) -> None:
        before = self.explorer
        asked = dict(self._asked_for)
        if before is not None:
            asked = {"view": before.inquiry.view, "scale": before.inquiry.scale}
        self.explorer = self._made(case, opening(case), **asked)
        self._place.children = (self.explorer,)
        self._say(_told(case))
        if before is not None:
            _close(before)


def _told(case: Case) -> str:
    """Say how many events are at hand, between whom, and whether by the day."""
    one, other = (countries().get(side, side) for side in case.sides)
    by_day = ", shown by the day" if N in case.actions else ""
    said = f"{n_acts(case.actions):,} events between {one} and {other}{by_day}"
    first, last = (day_in_words(day) for day in case.dense_period)
    when = f"on {first}" if first == last else f"from {first} to {last}"
    return f"{said}, {when}."


def _close(widget: Widget) -> None:
    """Close a widget and all below it, so that a page does not grow."""
    for child in getattr(widget, "children", ()):
        _close(child)
    widget.close()
