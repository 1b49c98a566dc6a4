"""Answers made of given pieces: picked, ranked, sorted."""

import pandas as pd
import pytest

from utils.lessons.kinds import Pick, PickSeveral, Rank, Sort, Unfitting

WORDS = {"a": "Accuse", "t": "Threaten", "w": "Warn"}
PICK, SEVERAL = Pick(WORDS), PickSeveral(WORDS)
RANK = Rank(WORDS, first="lightest")
SORT = Sort(WORDS, {"deed": "A deed", "word": "Words"})


@pytest.mark.parametrize("answer", ["a", "A", " a "])
def test_a_key_is_read_whatever_its_case_and_the_space_around_it(answer):
    assert PICK.fitted(answer) == "a"


@pytest.mark.parametrize("answer", ["b", 1, ["a"], True])
def test_what_is_no_key_is_told_the_keys(answer):
    with pytest.raises(Unfitting, match="'a', 't' or 'w'"):
        PICK.fitted(answer)


def test_a_near_key_is_asked_back():
    with pytest.raises(Unfitting, match="Did you mean 'word'"):
        SORT.fitted({"a": "words", "t": "deed", "w": "deed"})


@pytest.mark.parametrize(
    "answer", [["a", "w"], ("w", "a"), {"a", "w"}, "a, w", pd.Series(["w", "a", "a"])]
)
def test_several_are_the_same_in_any_order_and_holder(answer):
    assert SEVERAL.alike(SEVERAL.fitted(answer), ["a", "w"])


def test_one_too_many_is_another_answer():
    assert not SEVERAL.alike(SEVERAL.fitted("a, w, t"), ["a", "w"])


def test_a_rank_keeps_its_order():
    assert RANK.fitted("w, a, t") == ("w", "a", "t")
    assert not RANK.alike(RANK.fitted("w, a, t"), ["a", "w", "t"])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (["a", "t"], "Missing: w."),
        (["a", "a", "t"], "More than once: a. Missing: w."),
        ({"a": 1}, "this is a dictionary"),
        (7, "this is a whole number"),
    ],
)
def test_a_rank_has_each_item_once(answer, said):
    with pytest.raises(Unfitting, match=said):
        RANK.fitted(answer)


def test_items_are_sorted_in_the_order_that_they_are_asked_in():
    put = SORT.fitted({"W": "word", "a": "WORD", "t": "deed"})
    assert [*put.items()] == [("a", "word"), ("t", "deed"), ("w", "word")]
    assert SORT.alike(put, {"t": "deed", "w": "word", "a": "word"})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"a": "word", "t": "deed"}, "Put these into a bin too: w"),
        ({"x": "word"}, "'x' is none of"),
        ({"a": ["word"]}, r"\['word'\] is none of 'deed' or 'word'"),
        ("a: word", "this is a text"),
    ],
)
def test_each_item_needs_a_bin_that_is_there(answer, said):
    with pytest.raises(Unfitting, match=said):
        SORT.fitted(answer)
