"""Whatever is handed to a check, it answers in words, and without markup of others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nonsense import ANYTHING, FIXED

from utils.lessons import Verdict, exercises
from utils.lessons.kinds import Acts, PickSeveral, Sort, Values
from utils.lessons.shelf import LESSONS

ALL = [exercise for number in LESSONS for exercise in exercises(number).values()]
ELEMENTS = {"div", "strong", "/div", "/strong"}


@pytest.fixture(params=ALL, ids=lambda one: one.name, scope="module")
def exercise(request):
    return request.param


def kind_words(verdict):
    """Say whether a verdict is one that can be shown to anybody."""
    html = verdict._repr_html_()
    return (
        isinstance(verdict, Verdict)
        and verdict.state in ("right", "not yet", "not fitting")
        and set(re.findall(r"<(/?\w+)", html)) <= ELEMENTS
        and 0 < len(verdict.said) < 1_500
        and "Traceback" not in str(verdict)
    )


def fitting(exercise):
    """Give answers of the right kind for an exercise, most of them wrong."""
    kind = exercise.kind
    keys = st.sampled_from(sorted(getattr(kind, "options", None) or ["x"]))
    if isinstance(kind, Sort):
        bins = st.sampled_from(sorted(kind.bins))
        return st.fixed_dictionaries(dict.fromkeys(kind.options, bins))
    if isinstance(kind, Values):
        return st.fixed_dictionaries(dict.fromkeys(kind.options, st.floats()))
    if isinstance(kind, Acts):
        return st.lists(st.sampled_from(sorted(kind.known())), max_size=5)
    if isinstance(kind, PickSeveral):
        return st.lists(keys)
    return st.permutations(sorted(getattr(kind, "options", "x"))) | keys | st.floats()


def test_nonsense_is_never_right_and_always_answered(exercise):
    verdicts = {name: exercise.judge(answer) for name, answer in FIXED.items()}
    assert [n for n, verdict in verdicts.items() if not kind_words(verdict)] == []
    assert [n for n, verdict in verdicts.items() if verdict.is_right] == []


def test_whatever_is_given_is_answered_at_any_try(exercise):
    @given(ANYTHING | fitting(exercise), st.integers(0, 9))
    def law(answer, tries):
        assert kind_words(exercise.judge(answer, tries))

    law()
