"""States of the tables, with the way back and forth between them."""

from collections.abc import Mapping

from utils.editor.table import Table

Tables = Mapping[str, Table]
_MOST_STEPS = 200


class History:
    """The tables as they are now; `put` is a step that can be taken back.

    A step is a few references, not a copy of the tables; the last 200 are kept.
    """

    def __init__(self, tables: Tables) -> None:
        self.now = tables
        self._past: list[tuple[str, Tables]] = []
        self._future: list[tuple[str, Tables]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    def put(self, tables: Tables, what: str) -> None:
        """Go on to other tables; `what` says in words what was done."""
        self._past = [*self._past, (what, self.now)][-_MOST_STEPS:]
        self._future = []
        self.now = tables

    def undo(self) -> str:
        """Take the last step back, and say which; nothing where there is none."""
        return self._move(self._past, self._future)

    def redo(self) -> str:
        """Take again the step that was taken back last, and say which."""
        return self._move(self._future, self._past)

    def _move(
        self, source: list[tuple[str, Tables]], target: list[tuple[str, Tables]]
    ) -> str:
        if not source:
            return ""
        what, tables = source.pop()
        target.append((what, self.now))
        self.now = tables
        return what
