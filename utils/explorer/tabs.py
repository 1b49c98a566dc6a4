"""A row of tabs, as the web's own pattern for them has it."""

from anywidget import AnyWidget
from traitlets import List, Unicode

from utils.explorer.scripts import joined


class Tabs(AnyWidget):
    """Tabs by pairs of name and title; `chosen` is the name of the one on top.

    Arrow keys, Home and End move along them.

    >>> tabs = Tabs(titles=[["a", "One"], ["b", "Two"]], chosen="a")
    >>> tabs.chosen
    'a'
    """

    _esm = joined("dom.js", "tabs.js")
    _css = joined("tabs.css")

    titles: List[list[str]] = List().tag(sync=True)
    chosen = Unicode().tag(sync=True)
