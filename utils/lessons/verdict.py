"""What a check answers: right, not yet, or not a fitting answer; and why."""

from dataclasses import dataclass
from html import escape

from utils.told import Told

RIGHT, NOT_YET, NOT_FITTING = "right", "not yet", "not fitting"
_HEADS = {
    RIGHT: ("✓", "Right", "#2e7d32"),
    NOT_YET: ("→", "Not yet", "#b26a00"),
    NOT_FITTING: ("?", "Not an answer yet", "#5c6bc0"),
}


@dataclass(frozen=True)
class Verdict(Told):
    """What a check says of one answer.

    `state` is "right", "not yet" (an answer of the right kind, but another one) or
    "not fitting" (of the wrong kind, empty, or left untouched).

    >>> print(Verdict("l03_2", NOT_YET, "Look at June once more."))
    → Not yet (l03_2). Look at June once more.
    """

    exercise: str
    state: str
    said: str

    @property
    def is_right(self) -> bool:
        """Say whether the answer was right."""
        return self.state == RIGHT

    @property
    def head(self) -> str:
        """Give its sign and word, as in "→ Not yet"."""
        sign, word, _ = _HEADS[self.state]
        return f"{sign} {word}"

    def __str__(self) -> str:
        return f"{self.head} ({self.exercise}). {self.said}"

    def _repr_html_(self) -> str:
        """Give a box with a sign and a word, so that colour is never alone."""
        colour = _HEADS[self.state][2]
        style = f"border-left: 6px solid {colour}; padding: 6px 12px; max-width: 44em;"
        return (
            f'<div role="status" style="{style}"><strong>{self.head}</strong> '
            f"({escape(self.exercise)}). {escape(self.said)}</div>"
        )
