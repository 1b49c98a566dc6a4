"""The one thing that every control writes and every view reads."""

from typing import Any

from traitlets import Bool, HasTraits, Instance, Unicode

from utils.explorer.inquiry import Choice, Inquiry
from utils.selection import Selection

STEPS = 100
"""How many changes can be undone."""


class ExplorerState(HasTraits):
    """What is asked, which acts are chosen, and the id of the act on the card.

    Controls call `ask`, views follow `inquiry` with `observe`; asking the same again
    tells nobody. Each change of what is asked can be undone; a change of the view on
    top is no step of its own.

    >>> state = ExplorerState(Inquiry(Selection(types=["media"])))
    >>> state.ask(selection=state.selection.but(since="2025"))
    >>> state.undo()
    >>> state.selection.describe(), state.can_redo
    ('media acts', True)
    """

    inquiry = Instance(Inquiry)
    choice = Instance(Choice, ())
    act = Unicode()
    can_undo = Bool()
    can_redo = Bool()

    def __init__(self, inquiry: Inquiry) -> None:
        super().__init__(inquiry=inquiry)
        self._before: list[Inquiry] = []
        self._after: list[Inquiry] = []

    @property
    def selection(self) -> Selection:
        """Which acts are looked at."""
        return self.inquiry.selection

    @selection.setter
    def selection(self, wanted: Selection) -> None:
        self.ask(selection=wanted)

    def ask(self, **changes: Any) -> None:
        """Ask something else; the fields are those of `Inquiry`."""
        self.take_up(self.inquiry.but(**changes))

    def take_up(self, wanted: Inquiry) -> None:
        """Ask what another inquiry asks, in one step."""
        now = self.inquiry
        if wanted.but(view=now.view) != now:
            self._before = [*self._before, now][-STEPS:]
            self._after = []
        self._show(wanted)

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        if self._before:
            self._after.append(self.inquiry)
            self._show(self._before.pop().but(view=self.inquiry.view))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._after:
            self._before.append(self.inquiry)
            self._show(self._after.pop().but(view=self.inquiry.view))

    def choose(self, rows: Any = (), what: str = "") -> None:
        """Choose acts by their places among all acts, under a name."""
        self.choice = Choice(tuple(int(row) for row in rows), what)

    def _show(self, wanted: Inquiry) -> None:
        self.inquiry = wanted
        self.can_undo, self.can_redo = bool(self._before), bool(self._after)
