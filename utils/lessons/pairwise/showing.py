"""The widget that shows a pair and asks which of the two weighs more."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets
from anywidget import AnyWidget

from utils.explorer.scripts import joined
from utils.lessons.forms.paper import BOX
from utils.lessons.pairwise.pairs import (
    FIRST,
    SECOND,
    TIE,
    Judgement,
    as_frame,
    check_forms,
    drawn_pairs,
    judged,
)

_HERE = Path(__file__).parent
_STYLES = (_HERE.parent / "forms" / "form.css", _HERE / "showing.css")
_ASKS = "Which of the two weighs more?"
_UNSURE = "cannot say"


class Judging(AnyWidget):
    """Shows one pair after another; `judgements` has what was said so far."""

    _esm = joined("dom.js") + (_HERE / "showing.js").read_text("utf-8")
    _css = "\n".join(path.read_text("utf-8") for path in _STYLES)

    asks = traitlets.Unicode(_ASKS).tag(sync=True)
    pairs: Any = traitlets.List().tag(sync=True)
    nth = traitlets.Int(0).tag(sync=True)

    def __init__(
        self,
        forms: pd.DataFrame,
        wanted: Sequence[str],
        *,
        judge: str,
        most: int | None,
        seed: int,
    ) -> None:
        told = forms.set_index("form")[["label", "definition"]].astype(str)
        check_forms(wanted, told.index)
        self._drawn = drawn_pairs(wanted, most=most, seed=seed)
        self._judge, self._said = str(judge), list[Judgement]()
        super().__init__(
            pairs=[[told.loc[form].tolist() for form in pair] for pair in self._drawn]
        )
        self.on_msg(self._hear)

    @property
    def judgements(self) -> pd.DataFrame:
        """Give a row for each judgement: `judge`, `heavier`, `lighter` and `tie`."""
        return as_frame(self._judge, self._said)

    def say(self, which: str) -> None:
        """Judge the pair on show: "first", "second" or "tie"; "back" takes one back."""
        if which == "back":
            self._said = self._said[:-1]
        elif which in (FIRST, SECOND, TIE) and self.nth < len(self._drawn):
            self._said.append(judged(self._drawn[self.nth], which))
        self.nth = len(self._said)

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        # Of two quick presses the second is meant for the pair that was not there yet.
        if message.get("do") == "judge" and message.get("nth") == self.nth:
            self.say(str(message.get("which")))

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Add to the widget a table to tick, for paper and where no kernel runs."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        names = [[label for label, _ in pair] for pair in self.pairs]
        lines = [f"{BOX} {a}   {BOX} {b}   {BOX} {_UNSURE}" for a, b in names]
        text = "\n".join([_ASKS, *lines])
        return {**data, "text/plain": text, "text/html": _paper(names)}, metadata


def _paper(names: Sequence[Sequence[str]]) -> str:
    rows = "".join(
        f"<tr><td>{BOX} {escape(one)}</td><td>{BOX} {escape(other)}</td>"
        f"<td>{BOX} {_UNSURE}</td></tr>"
        for one, other in names
    )
    heads = "".join(f'<th scope="col">{it}</th>' for it in ("One", "Other", "Neither"))
    return (
        f'<div class="demarche-paper"><p><strong>{_ASKS}</strong></p>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
