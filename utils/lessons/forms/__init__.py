"""Forms for those who do not write code: pick, rank and sort."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from utils.lessons.exercise import Exercise
from utils.lessons.verdict import Verdict

if TYPE_CHECKING:
    from utils.lessons.forms.showing import Form

__all__ = ["form"]


def form(asked: Exercise, judge: Callable[[Any], Verdict]) -> "Form":
    """Give the form of an exercise whose answer is made of given pieces.

    It serves the mouse and the keyboard alike. Its button Check hands what was
    chosen to `judge` and shows what that says; where nothing was chosen yet, `judge`
    is handed `...`. Without a kernel, and on paper, it is a list to tick.

    Raises
    ------
    LessonError
        If the answer is not one to pick, rank or sort.
    """
    from utils.lessons.forms.showing import Form

    return Form(asked, judge)
