"""A group of buttons, one for each span of time, that folds."""

from anywidget import AnyWidget
from traitlets import Bool, Dict, List, Unicode

from utils.explorer.scripts import joined


class SpanPicker(AnyWidget):
    """Spans as buttons; the one whose ends are `since` and `until` is pressed.

    `title` is the legend. `spans` are mappings with `label`, `dates` (in words),
    `since` and `until` (ISO days, empty for an open end). `note` is said above them,
    `unfolded` says whether they are seen. Where `stale`, a button offers to look again.
    The messages that it sends are `{"do": "choose", "since": ..., "until": ...}`
    and `{"do": "look"}`.

    >>> SpanPicker(title="Between landmarks").unfolded
    False
    """

    _esm = joined("dom.js", "span_picker.js")
    _css = joined("facet_picker.css", "span_picker.css")

    title = Unicode().tag(sync=True)
    spans = List(Dict()).tag(sync=True)
    note = Unicode().tag(sync=True)
    stale = Bool().tag(sync=True)
    unfolded = Bool().tag(sync=True)
    since = Unicode().tag(sync=True)
    until = Unicode().tag(sync=True)
