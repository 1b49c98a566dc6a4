"""How an exercise judges: right, known slips, hints in their order, and misfits."""

import pytest
from nonsense import FIXED

from utils.lessons import Exercise, Slip
from utils.lessons.kinds import Number

SIDES = Exercise(
    "l02_1",
    asks="How many sides has the case?",
    kind=Number("sides"),
    right=lambda: 2,
    shows="A case has two.",
    hints=("First hint.", "Second hint.", "Third hint."),
    slips=(
        Slip(lambda n: n == 0, "Each act comes from somebody."),
        Slip(lambda n: n < 10, "Few, but another number."),
    ),
)
EVEN = Exercise(
    "l02_2",
    asks="Give an even number.",
    kind=Number(),
    accepts=lambda n: n % 2 == 0,
    shows="It is even.",
    hints=("Can it be halved?",),
)


def said(answer, tries=0, exercise=SIDES):
    return exercise.judge(answer, tries).said


def test_a_right_answer_is_told_what_it_shows():
    assert SIDES.judge(2).state == "right"
    assert said(2) == "A case has two."


def test_hints_come_one_after_the_other_and_the_last_one_stays():
    assert [said(77, tries) for tries in range(5)] == [
        *("First hint.", "Second hint.", "Third hint.", "Third hint.", "Third hint.")
    ]


def test_a_known_slip_is_told_alone_at_first_and_with_a_hint_later():
    assert said(0) == "Each act comes from somebody."
    assert said(0, 1) == "Each act comes from somebody. First hint."
    assert said(0, 9) == "Each act comes from somebody. Third hint."


def test_the_first_slip_that_fits_is_told():
    assert said(3) == "Few, but another number."


def test_a_rule_accepts_many_answers():
    assert EVEN.judge(4).is_right
    assert EVEN.judge(6).is_right
    assert said(5, exercise=EVEN) == "Can it be halved?"


@pytest.mark.parametrize("answer", [..., None, "", "..."])
def test_one_that_was_left_alone_says_again_what_is_asked(answer):
    verdict = SIDES.judge(answer)
    assert verdict.state == "not fitting"
    assert verdict.said == ("How many sides has the case? Give a whole number (sides).")


def test_an_answer_of_another_kind_costs_no_hint():
    assert SIDES.judge("two", 3).state == "not fitting"
    assert said("two") == "Give a whole number (sides), without quotes; this is a text."


@pytest.mark.parametrize("name", FIXED)
def test_nonsense_is_answered(name):
    assert SIDES.judge(FIXED[name]).state in ("not yet", "not fitting")


def test_a_kind_that_stumbles_over_an_answer_says_what_would_do():
    class Stumbling(Number):
        def fitted(self, answer):
            raise ZeroDivisionError

    odd = Exercise("l02_3", asks="?", kind=Stumbling(), shows="", hints=("",))
    assert odd.judge(7).said == "7 cannot be read. Give a whole number."
