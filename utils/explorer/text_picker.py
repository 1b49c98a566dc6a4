"""A field for a text that the acts shown are to mention."""

from typing import Any

from anywidget import AnyWidget
from traitlets import Unicode

from utils.explorer.scripts import joined
from utils.explorer.state import ExplorerState


class TextField(AnyWidget):
    """A search field; `text` follows what is typed, after a short pause.

    Escape and a button clear it.

    >>> TextField(text="Shusha").text
    'Shusha'
    """

    _esm = joined("dom.js", "text_picker.js")
    _css = joined("facet_picker.css", "text_picker.css")

    text = Unicode().tag(sync=True)


class TextPicker:
    """Writes the text that is sought into the selection."""

    def __init__(self, state: ExplorerState) -> None:
        self._state = state
        self.widget = TextField(text=state.selection.text)
        self.widget.observe(self._choose, "text")
        state.observe(self._follow, "inquiry")

    def _choose(self, change: Any) -> None:
        # Half a character, as a browser may hold, could not be kept in any file.
        whole = change.new.encode("utf-8", "ignore").decode()
        self._state.ask(selection=self._state.selection.but(text=whole))

    def _follow(self, change: Any) -> None:
        self.widget.unobserve(self._choose, "text")
        self.widget.text = self._state.selection.text
        self.widget.observe(self._choose, "text")
