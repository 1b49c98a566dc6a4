"""A form in a notebook: its pieces, what was made of them, and what the check says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import traitlets
from anywidget import AnyWidget

from utils.errors import LessonError
from utils.explorer.scripts import joined
from utils.lessons.exercise import Exercise
from utils.lessons.forms.paper import as_html, as_text
from utils.lessons.forms.pieces import shape_of, start_order, unfinished
from utils.lessons.kinds import Rank, Sort
from utils.lessons.verdict import Verdict

_HERE = Path(__file__).parent
_SCRIPTS = ("pick.js", "rank.js", "sort.js", "form.js")


class Form(AnyWidget):
    """Shows an exercise and judges what was chosen when Check is pressed.

    `answer` is what stands in the form: None as long as nothing was chosen.
    """

    _esm = joined("dom.js") + "\n".join(
        (_HERE / name).read_text("utf-8") for name in _SCRIPTS
    )
    _css = (_HERE / "form.css").read_text("utf-8")

    shape = traitlets.Unicode().tag(sync=True)
    asks = traitlets.Unicode().tag(sync=True)
    options: Any = traitlets.List().tag(sync=True)
    bins: Any = traitlets.List().tag(sync=True)
    ends: Any = traitlets.List().tag(sync=True)
    answer = traitlets.Any(None, allow_none=True).tag(sync=True)
    verdict = traitlets.Dict().tag(sync=True)

    def __init__(self, asked: Exercise, judge: Callable[[Any], Verdict]) -> None:
        kind: Any = asked.kind
        shape = shape_of(kind)
        if not shape:
            raise LessonError(f"{asked.name} has no form; give its answer in code.")
        options = dict(kind.options)
        order = start_order(asked) if isinstance(kind, Rank) else options
        super().__init__(
            shape=shape,
            asks=asked.asks,
            options=[[key, options[key]] for key in order],
            bins=[*map(list, kind.bins.items())] if isinstance(kind, Sort) else [],
            ends=[kind.first, kind.last] if isinstance(kind, Rank) else [],
        )
        self._kind, self._judge, self._checked = kind, judge, 0
        self.on_msg(self._hear)

    def check(self, answer: Any) -> Verdict:
        """Judge what was chosen, and show what comes of it."""
        lacking = unfinished(self._kind, answer)
        verdict = self._judge(... if lacking else answer)
        if lacking:
            verdict = replace(verdict, said=lacking)
        self._checked += 1
        self.verdict = {
            "state": verdict.state,
            "head": verdict.head,
            "exercise": verdict.exercise,
            "said": verdict.said,
            "nth": self._checked,
        }
        return verdict

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "check":
            self.check(message.get("answer"))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Add to the widget a list to tick, for paper and where no kernel runs."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        told = {"text/plain": as_text(self), "text/html": as_html(self)}
        return {**data, **told}, metadata
