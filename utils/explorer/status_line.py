"""The line that says how many acts are shown."""

from anywidget import AnyWidget
from traitlets import Unicode

from utils.explorer.scripts import joined


class StatusLine(AnyWidget):
    """How many acts are shown, announced to screen readers when it changes.

    `text` is the number ("37 of 440 acts"), `detail` the selection in words
    (shown, not announced), `hint` what would help where nothing fits, and
    `hint_action` the label of a button that does it, "" for no button. A press
    sends the message `{"do": "hint"}` (see `on_msg`).

    >>> StatusLine(text="37 of 440 acts").text
    '37 of 440 acts'
    """

    _esm = joined("dom.js", "status_line.js")
    _css = joined("explorer.css")

    text = Unicode().tag(sync=True)
    detail = Unicode().tag(sync=True)
    hint = Unicode().tag(sync=True)
    hint_action = Unicode().tag(sync=True)
