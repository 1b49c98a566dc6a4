"""The widget by which a case is edited: what it shows and hears, and no rule."""

from pathlib import Path
from typing import Any

from anywidget import AnyWidget
from traitlets import Dict, List

from utils.editor.document import Document
from utils.editor.session import Session
from utils.editor.showing import say_date
from utils.errors import ProjectError
from utils.explorer.scripts import joined

_FOLDER = Path(__file__).parent
_PARTS = ("picker", "fields", "row_form", "acts_list", "act_form", "editor")


class Editor(AnyWidget):
    """The acts of a document as a list, one as a form, the faults and warnings.

    A press or a changed field sends a wish, see `Session`; the answer is `answer`,
    with the words, whether they are a refusal, and the field to go on with. The
    message `{"do": "say", "text": ...}` asks what a date means, and is answered by
    a message with the text, the words and whether they name a fault.

    >>> from utils.editor.document import Document
    >>> editor = Editor(Document("azerbaijan-russia"))
    >>> len(editor.acts), editor.form["key"]
    (440, '20061228-aze-end-russian-tv')
    """

    _esm = joined("dom.js", *(str(_FOLDER / f"{part}.js") for part in _PARTS))
    _css = joined(str(_FOLDER / "editor.css"))

    acts = List(List()).tag(sync=True)
    choices = Dict().tag(sync=True)
    form = Dict().tag(sync=True)
    beside = Dict().tag(sync=True)
    faults = List(Dict()).tag(sync=True)
    warnings = List(Dict()).tag(sync=True)
    standing = Dict().tag(sync=True)
    answer = Dict().tag(sync=True)

    def __init__(self, document: Document) -> None:
        self.document = document
        self._session = Session(document)
        self._n_answers = 0
        super().__init__(**self._session.shown())
        self.on_msg(self._hear)

    def show(self) -> None:
        """Show the document as it is now, after it was edited in code."""
        with self.hold_sync():
            for name, value in self._session.shown().items():
                self.set_trait(name, value)

    def _hear(self, _: Any, wish: dict[str, Any], __: Any) -> None:
        if wish.get("do") == "say":
            text = str(wish.get("text"))
            self.send({"text": text, **say_date(text)})
            return
        words, urgent = "", False
        try:
            words = self._session.heed(wish)
        except ProjectError as why:
            words, urgent = str(why), True
        self._n_answers += 1
        with self.hold_sync():
            self.show()
            self.answer = {
                "n": self._n_answers,
                "words": words,
                "urgent": urgent,
                "focus": list(self._session.focus or ()),
            }
