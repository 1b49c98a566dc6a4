"""What was tried in a session: for each exercise the last answer, and how many."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from utils.lessons.exercise import Exercise
from utils.lessons.verdict import NOT_FITTING, RIGHT, Verdict


@dataclass
class Progress:
    """How far one got. An exercise that was right once stays so.

    `tries` counts the answers until the first right one, without those of another
    kind than was asked for.
    """

    tries: dict[str, int] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def wrong(self, name: str) -> int:
        """Count the answers so far that were not right."""
        done = self.states.get(name) == RIGHT
        return self.tries.get(name, 0) - done

    def note(self, verdict: Verdict) -> None:
        """Take a verdict into account."""
        name = verdict.exercise
        if self.states.get(name) == RIGHT:
            return
        if verdict.state == NOT_FITTING:
            self.states.setdefault(name, verdict.state)
            return
        self.tries[name] = self.tries.get(name, 0) + 1
        self.states[name] = verdict.state

    def rows(self, exercises: Iterable[Exercise]) -> list[tuple[str, str, int]]:
        """Give name, state and number of answers, also of what was not begun."""
        return [
            (e.name, self.states.get(e.name, "open"), self.tries.get(e.name, 0))
            for e in exercises
        ]
