"""The bar that takes changes back, and keeps what is asked for another day."""

from anywidget import AnyWidget
from traitlets import Bool, Dict, Unicode

from utils.explorer.scripts import joined


class InquiryBar(AnyWidget):
    """Buttons: undo, redo, reset, copy as code, save, open.

    `code` is what is copied, `file` what is saved under `file_name`. A press sends
    the message `{"do": ...}` with undo, redo or reset, as Ctrl+Z and Ctrl+Shift+Z
    do anywhere in the explorer, or `{"do": "open", "name": ..., "text": ...}` with a
    file that was opened. What is answered is said by `say`.

    >>> bar = InquiryBar()
    >>> bar.say("Undone: type: media → all")
    >>> bar.answer["words"], bar.answer["urgent"]
    ('Undone: type: media → all', False)
    """

    _esm = joined("dom.js", "inquiry_bar.js")
    _css = joined("inquiry_bar.css")

    can_undo = Bool().tag(sync=True)
    can_redo = Bool().tag(sync=True)
    code = Unicode().tag(sync=True)
    file = Unicode().tag(sync=True)
    file_name = Unicode().tag(sync=True)
    answer = Dict().tag(sync=True)

    def say(self, words: str, *, urgent: bool = False) -> None:
        """Say something, politely or at once; "" takes away what was said."""
        # What a file brought in may hold half a character, which no message can.
        sayable = words.encode("utf-8", "replace").decode()
        n = self.answer.get("n", 0) + 1
        self.answer = {"n": n, "words": sayable, "urgent": urgent}
