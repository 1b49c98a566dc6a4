"""Answers in words, and dates as the record writes them."""

import pytest

from utils.lessons.kinds import Date, Text, Unfitting

SHORT = Text(least=2, most=4)


def test_a_text_is_read_without_the_space_around_its_words():
    assert SHORT.fitted("  two\n words ") == "two words"


def test_texts_are_alike_whatever_their_case():
    assert SHORT.alike("Two words", "two WORDS")
    assert not SHORT.alike("two words", "two other words")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("one", "2 to 4 words, in quotes; this has 1"),
        ("one two three four five", "this has 5"),
        ("a" * 3_000 + " b", "this has 2"),
        (12, "this is a whole number"),
        (["two", "words"], "this is a list"),
    ],
)
def test_what_is_no_such_text_is_told_why(answer, said):
    with pytest.raises(Unfitting, match=said):
        SHORT.fitted(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "2025-06-29",
        " 2025-06 ",
        "2025",
        "2025-06-01/2025-06-03",
        "[2025-06-01..2025-06-03]",
    ],
)
def test_the_forms_of_the_record_are_dates(answer):
    assert Date().fitted(answer) == answer.strip()


@pytest.mark.parametrize(
    "answer", ["29 June 2025", "2025-02-30", "2025-13", "29.06.2025", "June", "x"]
)
def test_other_forms_and_days_that_no_calendar_has_are_none(answer):
    with pytest.raises(Unfitting, match="Give a date as the record writes it"):
        Date().fitted(answer)


def test_a_date_is_a_text():
    with pytest.raises(Unfitting, match="this is a whole number"):
        Date().fitted(2025)


def test_a_day_is_not_its_month():
    assert not Date().alike("2025-06-29", "2025-06")
