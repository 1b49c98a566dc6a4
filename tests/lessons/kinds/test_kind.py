"""What every kind of answer leans on: left alone or not, shown, named, listed."""

import itertools

import numpy as np
import pandas as pd
import pytest
from nonsense import Silent

from utils.lessons.kinds import Unfitting, is_untouched, named, shown
from utils.lessons.kinds.kind import MOST_ITEMS, listed


@pytest.mark.parametrize(
    "answer",
    [
        ...,
        None,
        "",
        " \n",
        "...",
        " … ",
        [],
        (),
        {},
        set(),
        pd.DataFrame(),
        np.array([]),
    ],
)
def test_what_was_left_alone_or_is_empty_is_untouched(answer):
    assert is_untouched(answer)


@pytest.mark.parametrize("answer", [0, 0.0, False, "0", ".5", [None], Silent(), len])
def test_what_somebody_gave_is_not(answer):
    assert not is_untouched(answer)


def test_what_is_shown_is_one_short_line():
    assert shown("a\nb") == "'a\\nb'"
    assert shown([1, 2]) == "[1, 2]"
    assert len(shown("x" * 100)) == 40


def test_what_cannot_say_itself_is_shown_by_its_make():
    assert shown(Silent()) == "Silent"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (1, "a whole number"),
        (np.float64(1), "a float64"),
        (pd.Series([1]), "a column of values"),
        (len, "a function; is there a pair of brackets missing"),
        ("x".upper, "a function; is there a pair of brackets missing"),
    ],
)
def test_things_are_named_in_words(answer, words):
    assert named(answer) == words


def test_what_has_no_end_is_refused():
    with pytest.raises(Unfitting, match="more than 10000 items"):
        listed(itertools.count())


def test_as_many_items_as_an_answer_may_have_are_taken():
    assert len(listed(range(MOST_ITEMS))) == MOST_ITEMS
