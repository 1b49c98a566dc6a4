"""The line that says how many acts are shown."""

from anywidget import AnyWidget
from traitlets import Bool, Int, Unicode

from utils.explorer.scripts import joined


class StatusLine(AnyWidget):
    """How many acts are shown, announced to screen readers when it changes.

    `text` is the number ("37 of 440 acts"), `detail` the selection in words
    (shown, not announced), `hint` what would help where nothing fits, and
    `hint_action` the label of a button that does it, "" for no button. A press
    sends the message `{"do": "hint"}` (see `on_msg`). The page tells `width_px`,
    how wide its column is (0 before it is shown), and `dark`, whether the
    notebook wears a dark theme.

    >>> StatusLine(text="37 of 440 acts").text
    '37 of 440 acts'
    """

    _esm = joined("dom.js", "status_line.js")
    _css = joined("explorer.css")

    text = Unicode().tag(sync=True)
    detail = Unicode().tag(sync=True)
    hint = Unicode().tag(sync=True)
    hint_action = Unicode().tag(sync=True)
    width_px = Int().tag(sync=True)
    dark = Bool().tag(sync=True)
