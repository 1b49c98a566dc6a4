"""What holds for every exercise of the course."""

import re

import pytest
from notebook_text import LOADED

from utils.lessons import exercises
from utils.lessons.kinds import Date, Number, Pick, Rank, Text
from utils.lessons.shelf import LESSONS

ALL = [exercise for number in LESSONS for exercise in exercises(number).values()]


@pytest.fixture(params=ALL, ids=lambda one: one.name)
def exercise(request):
    return request.param


def told(exercise):
    """Give what is said before an answer is right."""
    return [*exercise.hints, *(slip.hint for slip in exercise.slips)]


def ways_to_write(exercise):
    """Give the texts that would give a right answer away, where a kind has such."""
    right, kind = exercise.right(), exercise.kind
    if isinstance(kind, Number):
        return {f"{right:.{kind.decimals}f}", f"{right:g}"}
    if isinstance(kind, Pick):
        return {f"`{right}`", f"'{right}'", f'"{right}"', kind.options[right]}
    if isinstance(kind, Rank):
        return {", ".join(right), ", ".join(kind.options[key] for key in right)}
    return {right} if isinstance(kind, Date | Text) else set()


def test_it_is_named_after_its_lesson(exercise):
    assert re.fullmatch(r"l\d\d_[1-8]", exercise.name)
    assert exercise.lesson in LESSONS


def test_it_is_right_by_an_answer_or_by_a_rule(exercise):
    assert exercise.right or exercise.accepts


def test_its_right_answer_fits_and_is_right(exercise):
    if exercise.right:
        assert exercise.judge(exercise.right()).is_right


def test_it_has_two_or_three_graded_hints_and_three_slips(exercise):
    assert 2 <= len(exercise.hints) <= 3
    assert len(exercise.slips) >= 3


def test_no_two_hints_say_the_same(exercise):
    assert len(set(told(exercise))) == len(told(exercise))


def test_what_it_says_ends_like_a_sentence(exercise):
    said = [exercise.asks, exercise.shows, *told(exercise)]
    assert [text for text in said if not re.search(r"[.?!]['\"”)`]?$", text)] == []


def test_it_asks_for_something_that_can_be_said(exercise):
    assert exercise.kind.wanted
    assert str(exercise.judge(...)).startswith("? Not an answer yet")


def test_no_hint_holds_the_answer(exercise):
    texts = ways_to_write(exercise) if exercise.right else set()
    given = [
        hint
        for text in texts
        for hint in told(exercise)
        if re.search(rf"(?<![\w.]){re.escape(text)}(?![\w%]|\.\d)", hint)
    ]
    assert given == []


def test_no_hint_is_loaded(exercise):
    said = [exercise.asks, exercise.shows, *told(exercise)]
    assert [text for text in said if LOADED.search(text)] == []


@pytest.mark.parametrize("number", LESSONS)
def test_each_lesson_has_three_to_eight_exercises(number):
    assert 3 <= len(exercises(number)) <= 8


def test_the_ten_lessons_are_there(repository):
    folder = repository / "notebooks" / "lessons"
    names = sorted(path.name[:2] for path in folder.glob("[0-9][0-9]-*.ipynb"))
    assert names == [f"{number:02d}" for number in LESSONS]
