"""An exercise: what is asked, what is right, what goes wrong often, and its hints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from utils.lessons.kinds import Kind, Unfitting, is_untouched, shown
from utils.lessons.verdict import NOT_FITTING, NOT_YET, RIGHT, Verdict


@dataclass(frozen=True)
class Slip:
    """A wrong answer that many give, and what to look at next.

    `when` tells it from others: it is handed the answer in its plain form. The hint
    never holds the answer.
    """

    when: Callable[[Any], bool]
    hint: str


@dataclass(frozen=True)
class Exercise:
    r"""One exercise.

    `right` gives the right answer when it is asked for, so that nothing is read
    before; where many answers are right, `accepts` says whether one is. `shows` is
    told with a right answer. `hints` are graded: the first is told first. A `slip`
    that is known is told instead, and from the second time on with a hint.

    >>> from utils.lessons.kinds import Number
    >>> sides = Exercise(
    ...     "l02_1",
    ...     asks="How many sides has the case?",
    ...     kind=Number("sides"),
    ...     right=lambda: 2,
    ...     shows="A case has two.",
    ...     hints=("Look at `case.sides`.",),
    ...     slips=(Slip(lambda n: n == 0, "Each act comes from somebody."),),
    ... )
    >>> print(sides.judge(2), sides.judge(0), sides.judge([2]), sep="\n")
    ✓ Right (l02_1). A case has two.
    → Not yet (l02_1). Each act comes from somebody.
    ? Not an answer yet (l02_1). Give a whole number (sides); this is a list.
    """

    name: str
    asks: str
    kind: Kind
    shows: str
    hints: Sequence[str]
    right: Callable[[], Any] | None = None
    accepts: Callable[[Any], bool] | None = None
    slips: Sequence[Slip] = field(default=())

    @property
    def lesson(self) -> int:
        """Give the number of the lesson."""
        return int(self.name[1:3])

    def judge(self, answer: Any, tries: int = 0) -> Verdict:
        """Say what is to be said of an answer, after so many that were not right."""
        if is_untouched(answer):
            return self._said(NOT_FITTING, f"{self.asks} Give {self.kind.wanted}.")
        try:
            fitted = self.kind.fitted(answer)
        except Unfitting as why:
            return self._said(NOT_FITTING, str(why))
        except Exception:  # an answer is anybody's object, and may do anything
            said = f"{shown(answer)} cannot be read. Give {self.kind.wanted}."
            return self._said(NOT_FITTING, said)
        if self._is_right(fitted):
            return self._said(RIGHT, self.shows)
        return self._said(NOT_YET, self._hint(fitted, tries))

    def _is_right(self, fitted: Any) -> bool:
        if self.accepts:
            return self.accepts(fitted)
        return bool(self.right) and self.kind.alike(fitted, self.right())  # type: ignore[misc]

    def _hint(self, fitted: Any, tries: int) -> str:
        known = next((slip.hint for slip in self.slips if slip.when(fitted)), "")
        graded = self.hints[min(tries - bool(known), len(self.hints) - 1)]
        if not known:
            return graded
        return f"{known} {graded}" if tries else known

    def _said(self, state: str, said: str) -> Verdict:
        return Verdict(self.name, state, said)
