"""What stands behind the bar: changes taken back, and what is asked kept."""

from collections.abc import Callable, Collection
from typing import Any

from utils.errors import ProjectError
from utils.explorer.code import to_code
from utils.explorer.difference import difference
from utils.explorer.inquiry import Inquiry
from utils.explorer.inquiry_bar import InquiryBar
from utils.explorer.inquiry_file import ENDING, read_inquiry, write_inquiry
from utils.explorer.state import ExplorerState
from utils.exports.names import safe_name
from utils.tables import Case


class Keeping:
    """Ties an `InquiryBar` to a state: each press is done, and said in words.

    `views` are those that a file may name; `take_up` asks what a file asks, and
    may refuse it; `clear` is called when all begins anew.
    """

    def __init__(
        self,
        case: Case,
        state: ExplorerState,
        *,
        views: Collection[str],
        take_up: Callable[[Inquiry], None],
        clear: Callable[[], None],
    ) -> None:
        self._case, self._state = case, state
        self._views, self._take_up, self._clear = views, take_up, clear
        self._opening = state.inquiry
        self._said_of = state.inquiry
        self.bar = InquiryBar(file_name=f"{safe_name(case.name)}{ENDING}")
        self.bar.on_msg(self._hear)
        state.observe(self._follow, "inquiry")
        state.observe(self._offer, ["can_undo", "can_redo"])
        self._follow()

    def undo(self) -> None:
        """Take the last change back."""
        self._step("Undone", self._state.undo)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step("Done again", self._state.redo)

    def reset(self) -> None:
        """Ask for the acts that were asked for at first."""
        self._clear()
        first = {"selection": self._opening.selection, "against": None}
        self._step("Reset", lambda: self._state.ask(**first))

    def open(self, text: str, name: str) -> None:
        """Ask what a file asks, or say why that cannot be; then nothing is changed."""
        try:
            found = read_inquiry(text, self._case, views=self._views)
            self._take_up(found.inquiry)
        except ProjectError as error:
            self.say(f"{name} was not opened: {error} Nothing is changed.", urgent=True)
        else:
            self.say(f"{name} is opened. {found.changed}".strip())

    def say(self, words: str, *, urgent: bool = False) -> None:
        """Say something of what is asked now; it goes with the next change."""
        self._said_of = self._state.inquiry
        self.bar.say(words, urgent=urgent)

    def _step(self, done: str, step: Callable[[], None]) -> None:
        before = self._state.inquiry
        step()
        after = self._state.inquiry
        said = difference(before, after, self._case.labels)
        nothing = f"There is nothing to {_ASKED[done]}."
        self.say(f"{done}: {said}" if after != before else nothing)

    def _offer(self, change: Any) -> None:
        self.bar.set_trait(change.name, change.new)

    def _follow(self, change: Any = None) -> None:
        asked, bar = self._state.inquiry, self.bar
        with bar.hold_sync():
            bar.code = to_code(asked, self._case)
            bar.file = write_inquiry(asked, self._case)
            if asked != self._said_of and bar.answer.get("words"):
                self.say("")

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        wish = message.get("do")
        if wish in _STEPS:
            getattr(self, wish)()
        if wish == "open":
            self.open(str(message.get("text", "")), str(message.get("name", "")))


_STEPS = ("undo", "redo", "reset")
_ASKED = {"Undone": "undo", "Done again": "do again", "Reset": "reset"}
