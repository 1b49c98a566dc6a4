"""How a lesson reads: short sentences, short cells, neutral words, no typed figures."""

import re
from statistics import mean

import pytest
from lesson_text import prose, readable, sentences, words
from notebook_text import LOADED

LONGEST, ON_AVERAGE = 22, 14


@pytest.fixture
def read(notebook):
    """Give the sentences of a lesson."""
    return [sentence for text in prose(notebook) for sentence in sentences(text)]


def test_no_sentence_has_more_than_twenty_two_words(read):
    assert [s for s in read if len(words(s)) > LONGEST] == []


def test_a_sentence_has_at_most_fourteen_words_on_average(read):
    assert mean(len(words(sentence)) for sentence in read) <= ON_AVERAGE


def test_a_cell_of_prose_has_at_most_ninety_words(notebook):
    counts = [len(words(readable(text))) for text in prose(notebook)]
    assert counts[0] <= 120
    assert [n for n in counts[1:] if n > 90] == []


def test_no_figure_is_typed_into_the_prose(notebook):
    first, *others = [readable(text) for text in prose(notebook)]
    first = re.sub(r"^Lesson \d+ · \d+ minutes$", "", first, flags=re.M)
    assert [text for text in [first, *others] if re.search(r"\d", text)] == []


def test_the_words_are_neutral(read):
    assert [sentence for sentence in read if LOADED.search(sentence)] == []


def test_what_an_exercise_says_is_short_too(lesson):
    told = [
        said
        for one in lesson.exercises
        for said in (one.asks, one.shows, *one.hints, *(s.hint for s in one.slips))
    ]
    long = [s for text in told for s in sentences(text) if len(words(s)) > LONGEST]
    assert long == []


def test_sentences_end_at_their_stop_their_item_and_their_paragraph():
    text = (
        "# Head\n\nOne is `a. b` here. Two?\nThree goes\non.\n\n- four\n- five [x](y z)"
    )
    assert sentences(text) == [
        *("One is code here.", "Two?", "Three goes on.", "four", "five x")
    ]


def test_words_with_a_hyphen_or_an_apostrophe_count_once():
    assert words("the half-life's end, isn't it? - yes") == [
        *("the", "half-life's", "end", "isn't", "it", "yes")
    ]
