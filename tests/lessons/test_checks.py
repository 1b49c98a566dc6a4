"""Checks are plain calls: in any order, repeated, misspelt, with too much in them."""

import pytest
from nonsense import Silent

from utils.errors import LessonError
from utils.lessons import HandIn, Verdict, exercises
from utils.lessons.checks import Checks
from utils.lessons.kinds import Number
from utils.lessons.shelf import LESSONS

NUMBER = next(
    exercise
    for number in LESSONS
    for exercise in exercises(number).values()
    if isinstance(exercise.kind, Number) and exercise.right
)
FIRST = exercises(NUMBER.lesson)
WRONG = 987_654 if NUMBER.kind.decimals == 0 else 0.987654


@pytest.fixture
def checks():
    return Checks()


@pytest.fixture
def asked(checks):
    """Give the check of an exercise that asks for a number."""
    return getattr(checks, NUMBER.name)


def states(checks):
    return {
        name: (state, n) for name, state, n in checks.summary(lesson=NUMBER.lesson).rows
    }


def test_a_check_is_found_by_its_name(asked):
    assert asked(NUMBER.right()).is_right
    assert repr(asked).startswith(f"check.{NUMBER.name}(answer): ")


def test_the_order_of_calls_does_not_matter_and_right_stays_right(checks):
    for answer in (WRONG, NUMBER.right(), WRONG, ...):
        getattr(checks, NUMBER.name)(answer)
    assert states(checks)[NUMBER.name] == ("right", 2)


def test_hints_go_on_with_each_wrong_answer(asked):
    said = [asked(WRONG).said for _ in range(4)]
    assert len(set(said)) > 1
    assert said[-1].endswith(NUMBER.hints[-1])


def test_without_an_answer_it_says_what_is_asked(asked):
    assert asked().state == "not fitting"
    assert NUMBER.asks in asked().said


@pytest.mark.parametrize(
    ("answers", "named"), [((1, 2), {}), ((), {"n": 1}), ((1,), {"answer": 1})]
)
def test_more_than_one_answer_or_a_named_one_is_asked_for_anew(asked, answers, named):
    verdict = asked(*answers, **named)
    assert isinstance(verdict, Verdict)
    assert verdict.said.startswith("Give one answer in the brackets")


@pytest.mark.parametrize("name", ["l03_99", "l3_1", "l99_1", "summry", "L03_1"])
def test_a_name_that_is_none_is_told_the_names_that_there_are(checks, name):
    with pytest.raises(AttributeError, match=f"There is no exercise '{name}'"):
        getattr(checks, name)


def test_what_python_asks_by_itself_is_not_taken_for_an_exercise(checks):
    assert not hasattr(checks, "__wrapped__")
    assert not hasattr(checks, "_repr_html_")


def test_all_checks_are_offered_as_one_types(checks):
    names = [name for number in LESSONS for name in exercises(number)]
    assert dir(checks) == sorted(["summary", *names])


def test_the_summary_has_each_exercise_of_a_lesson(checks):
    assert list(states(checks)) == list(FIRST)
    assert set(states(checks).values()) == {("open", 0)}


def test_without_a_lesson_it_has_those_that_were_begun(checks):
    assert checks.summary("Ada").rows == ()
    getattr(checks, NUMBER.name)(WRONG)
    assert [row[0] for row in checks.summary("Ada").rows] == list(FIRST)


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("  Ada \n and  Bo ", "Ada and Bo"),
        ("", "nobody named"),
        (7, "7"),
        ("x" * 200, "x" * 80),
        (Silent(), "Silent"),
    ],
)
def test_any_name_makes_one_line(checks, who, name):
    made = checks.summary(who, lesson=NUMBER.lesson)
    assert isinstance(made, HandIn)
    assert made.who == name


@pytest.mark.parametrize("lesson", [0, 11, "3", 2.5, [3]])
def test_a_lesson_that_is_none_is_named(checks, lesson):
    with pytest.raises(LessonError, match="give a number from 1 to 10"):
        checks.summary("Ada", lesson=lesson)
