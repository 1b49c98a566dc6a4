"""The words of the course come from the codebook, the measures and the terms."""

import pytest

from utils.errors import LessonError
from utils.lessons import glossary as module
from utils.lessons.glossary import glossary, heading_of


@pytest.fixture(scope="module")
def words():
    return {term.name: term for term in glossary()}


def meanings(term):
    return [(meaning.sense, meaning.text) for meaning in term.meanings]


def test_a_word_of_the_codebook_has_its_definition(words):
    assert meanings(words["warning"]) == [
        (
            "Rung 4 of the ladder",
            "One side announces a harmful step short of force, or calls on others to "
            "take one.",
        )
    ]


def test_a_measure_has_the_first_sentence_that_it_says_of_itself(words):
    assert meanings(words["vanished"]) == [
        (
            "Measure `measures.vanished`",
            "Count the acts that are gone from each variant of the same record.",
        )
    ]


def test_a_word_with_several_senses_stands_once(words):
    senses = [meaning.sense for meaning in words["military"].meanings]
    assert senses == ["Type of act", "Role of an actor"]


def test_a_term_of_the_course_stands_before_the_measure_of_its_name(words):
    senses = [meaning.sense for meaning in words["tension"].meanings]
    assert senses == ["", "Measure `measures.tension`"]


def test_words_stand_in_the_order_of_the_alphabet(words):
    assert list(words) == sorted(words)


def test_every_word_says_what_it_means(words):
    assert all(term.meanings for term in words.values())
    assert all(m.text.endswith(".") for term in words.values() for m in term.meanings)


def test_no_two_words_have_the_same_anchor(words):
    anchors = [term.anchor for term in words.values()]
    assert len(set(anchors)) == len(anchors)


def test_sentences_of_the_terms_are_short(words):
    course = [m.text for t in words.values() for m in t.meanings if not m.sense]
    sentences = [s for text in course for s in text.split(". ")]
    assert max(len(s.split()) for s in sentences) <= 22


def test_a_heading_has_no_signs_that_an_anchor_would_lose():
    assert heading_of("Azerbaijani, state") == "azerbaijani state"


def test_a_term_that_leads_nowhere_is_named_with_what_would_do(monkeypatch):
    rows = [{"term": "act", "meaning": "A deed.", "see": "tensoin"}]
    monkeypatch.setattr(module, "_terms", lambda: rows)
    with pytest.raises(LessonError, match="act names 'tensoin'; write 'tension'"):
        glossary()
