"""The checks of the course: plain calls, in any order and any cell."""

from typing import Any

from utils.errors import LessonError
from utils.lessons.exercise import Exercise
from utils.lessons.hand_in import HandIn
from utils.lessons.kinds import Pick, PickSeveral, Rank, Sort, shown
from utils.lessons.progress import Progress
from utils.lessons.shelf import LESSONS, exercise_named, exercises
from utils.lessons.verdict import NOT_FITTING, Verdict

LONGEST_NAME = 80


class Check:
    """The check of one exercise: hand it an answer, and it says what it makes of it.

    Where an answer is made of given pieces, a call without one shows a form in which
    they are picked, ranked or sorted.
    """

    def __init__(self, asked: Exercise, progress: Progress) -> None:
        self._asked, self._progress = asked, progress
        self.__doc__ = f"{asked.asks} Give {asked.kind.wanted}."

    def __call__(self, *answer: Any, **named: Any) -> Any:
        """Judge an answer, or show the form of an exercise that has one."""
        if (
            not answer
            and not named
            and isinstance(self._asked.kind, Pick | PickSeveral | Rank | Sort)
        ):
            from utils.lessons.forms import form

            return form(self._asked, self._judge)
        if named or len(answer) > 1:
            said = "Give one answer in the brackets, without a name and an equals sign."
            return Verdict(self._asked.name, NOT_FITTING, said)
        return self._judge(*answer)

    def _judge(self, answer: Any = ...) -> Verdict:
        name = self._asked.name
        verdict = self._asked.judge(answer, self._progress.wrong(name))
        self._progress.note(verdict)
        return verdict

    def __repr__(self) -> str:
        return f"check.{self._asked.name}(answer): {self.__doc__}"


class Checks:
    """All checks of the course, by name: `check.l03_2(answer)` is lesson 3, exercise 2.

    >>> from utils.lessons import check
    >>> check
    check.l03_2(answer) checks exercise 2 of lesson 3; check.summary() shows all.
    """

    def __init__(self) -> None:
        self._progress = Progress()

    def __getattr__(self, name: str) -> Check:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return Check(exercise_named(name), self._progress)
        except LessonError as why:
            raise AttributeError(str(why)) from None

    def __dir__(self) -> list[str]:
        return ["summary", *(name for n in LESSONS for name in exercises(n))]

    def __repr__(self) -> str:
        return (
            "check.l03_2(answer) checks exercise 2 of lesson 3; "
            "check.summary() shows all."
        )

    def summary(
        self, who: str = "nobody named", *, lesson: int | None = None
    ) -> HandIn:
        """Give a table to hand in: of one lesson, or of all that were begun.

        Raises
        ------
        LessonError
            If there is no such lesson.
        """
        begun = {int(name[1:3]) for name in self._progress.states}
        lessons = sorted(begun) if lesson is None else [lesson]
        asked = [e for n in lessons for e in exercises(n).values()]
        text = who if isinstance(who, str) else shown(who, LONGEST_NAME)
        name = " ".join(text.split())[:LONGEST_NAME] or "nobody named"
        return HandIn(name, tuple(self._progress.rows(asked)))


check = Checks()
