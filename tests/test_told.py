import re

from IPython.lib.pretty import pretty

from utils import measures
from utils.told import LINE, Told


class Answer(Told):
    def __init__(self, words):
        self.words = words

    def __str__(self):
        return self.words


def test_a_notebook_shows_sentences_and_no_fields():
    assert pretty(measures.Estimate(0.5, 0.1, 0.9, 4, "Half of 4 acts.")) == (
        "Half of 4 acts."
    )


def test_no_line_is_longer_than_a_notebook_is_wide():
    lines = Answer("word " * 100).in_lines().splitlines()
    assert max(map(len, lines)) <= LINE < 80


def test_lines_break_between_words_and_lose_none():
    words = " ".join(f"number{i}" for i in range(200))
    assert re.sub(r"\s+", " ", Answer(words).in_lines()) == words


def test_lines_that_were_apart_stay_apart():
    assert Answer("One.\nTwo.").in_lines() == "One.\nTwo."
