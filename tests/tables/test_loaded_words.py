"""Words that judge: one list for both sides, and words that somebody says."""

import pytest

from utils.tables.loaded_words import loaded_list, loaded_words


@pytest.mark.parametrize("side", ["Azerbaijan", "France"])
@pytest.mark.parametrize("word", [it.pattern.pattern for it in loaded_list()])
def test_a_word_judges_whichever_side_it_is_said_of(side, word):
    plain = (
        word[word.rindex("\\b", 0, -2) + 2 : -2].replace(r"\w*", "").replace("\\", "")
    )
    stem = next(it for it in loaded_list() if it.pattern.pattern == word)
    found = [said for _, said in loaded_words(f"{side} did it: {plain} it was.")]
    assert stem in found


@pytest.mark.parametrize(
    "text",
    [
        "Baku called the raid barbaric.",
        "The ministry spoke of a provocation.",
        'He wrote of a "criminal regime" in Paris.',
        "A new visa regime took effect.",
        "They were charged with terrorist acts.",
    ],
)
def test_a_word_that_somebody_says_is_theirs(text):
    assert list(loaded_words(text)) == []


def test_a_word_of_saying_reaches_to_the_end_of_its_sentence():
    said = "Baku said so. The brutal raid went on."
    assert [word for word, _ in loaded_words(said)] == ["brutal"]
