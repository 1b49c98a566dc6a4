"""What the doctor found, as sentences and as a table."""

from html import escape
from typing import TYPE_CHECKING

from utils.app.doctor.line import Line
from utils.app.doctor.widgets import Widgets
from utils.told import Told

if TYPE_CHECKING:
    import pandas as pd

_HEAD = ("what", "found", "state", "what would mend it")
_LEFT = 'style="text-align: left"'


class Checkup(Told):
    """What works here, line by line; a notebook shows it as a table.

    `ok` says whether nothing is known to need mending, `table` has a row for each
    line, with what, found, ok and mend. In a notebook the line on widgets changes
    as soon as one has come to life in the browser.
    """

    def __init__(self, lines: tuple[Line, ...], widgets: Widgets) -> None:
        self._lines, self._widgets = lines, widgets

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, that on widgets last."""
        return (*self._lines, self._widgets.line)

    @property
    def ok(self) -> bool:
        """Whether no line needs mending."""
        return all(line.ok is not False for line in self.lines)

    @property
    def table(self) -> "pd.DataFrame":
        """The lines as a frame."""
        import pandas as pd

        return pd.DataFrame([vars(line) for line in self.lines])

    def __str__(self) -> str:
        bad = [line for line in self.lines if line.ok is False]
        one = "One thing needs" if len(bad) == 1 else f"{len(bad)} things need"
        verdict = f"{one} mending." if bad else "Nothing needs mending."
        return "\n".join([verdict, *map(str, self.lines)])

    def _ipython_display_(self) -> None:
        """Let IPython show the table, and below it a widget that reports back."""
        from IPython.display import display

        from utils.app.doctor.place import shell_here

        if not hasattr(shell_here(), "kernel"):
            display({"text/plain": self.in_lines()}, raw=True)
            return
        self._widgets.begin()
        shown = {"text/plain": self.in_lines(), "text/html": _html(self._lines)}
        display(shown, raw=True)
        if self._widgets.widget:
            display(self._widgets.widget)
        else:
            display({"text/plain": str(self._widgets.line)}, raw=True)


def _html(lines: tuple[Line, ...]) -> str:
    rows = [(one.what, one.found, one.mark, one.mend) for one in lines]
    head = "".join(f'<th scope="col" {_LEFT}>{escape(name)}</th>' for name in _HEAD)
    body = "".join(_row(row) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(cells: tuple[str, ...]) -> str:
    first, *rest = [escape(cell) for cell in cells]
    others = "".join(f"<td {_LEFT}>{cell}</td>" for cell in rest)
    return f'<tr><th scope="row" {_LEFT}>{first}</th>{others}</tr>'
