"""Forms for those who do not write code: pick, rank and sort."""

from collections.abc import Callable
from typing import Any

from utils.lessons.exercise import Exercise
from utils.lessons.verdict import Verdict


def form(asked: Exercise, judge: Callable[[Any], Verdict]) -> Any:
    """Give the form of an exercise."""
    raise NotImplementedError
