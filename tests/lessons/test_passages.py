"""The passages of lesson 1: dates by the calendar, words from the codebook."""

from datetime import date, timedelta

import pytest

from utils.errors import LessonError
from utils.lessons import material
from utils.lessons.passages import Passages, coded_passages, passages
from utils.lessons.wording import judging_words

TEXTS = material("passages").set_index("passage")
ROWS = material("passage_rows").groupby("passage").first()


def published(number):
    return date.fromisoformat(TEXTS.loc[number, "published"])


@pytest.mark.parametrize(
    ("number", "words", "days_before", "weekday"),
    [
        ("1", "on Thursday", 1, 3),
        ("2", "on Sunday", 2, 6),
        ("3", "Last Monday", 5, 0),
        ("4", "Over the weekend", 2, 5),
        ("6", "Since Friday", 5, 4),
        ("7", "today", 0, 3),
        ("8", "on Sunday", 1, 6),
        ("10", "yesterday", 1, 1),
        ("11", "yesterday", 1, 2),
    ],
)
def test_a_relative_date_leads_to_the_day_of_its_row(
    number, words, days_before, weekday
):
    day = published(number) - timedelta(days=days_before)
    assert words in TEXTS.loc[number, "text"]
    assert day.weekday() == weekday
    assert ROWS.loc[number, "date"].lstrip("[").startswith(day.isoformat())


def test_a_passage_of_no_act_has_no_row_and_one_of_two_acts_has_two():
    ids = coded_passages().actions["action_id"].tolist()
    assert "passage-09" not in ids
    assert [i for i in ids if "12" in i] == ["passage-12", "passage-12-second"]


def test_each_country_acts_and_each_is_blamed_by_the_press_of_the_other_once():
    acts = coded_passages().actions
    assert acts["direction"].value_counts().to_dict() == {"ALT>BES": 6, "BES>ALT": 6}
    loaded = [n for n, text in TEXTS["text"].items() if judging_words(text).words]
    assert loaded == ["10", "11"]
    assert [len(judging_words(TEXTS.loc[n, "text"]).words) for n in loaded] == [4, 3]


def test_no_summary_of_ours_judges():
    summaries = coded_passages().actions["summary"]
    assert [text for text in summaries if judging_words(text).words] == []


def test_words_that_judge_are_told_in_the_order_of_the_sentence():
    told = judging_words("The regime said: a blatant act.")
    assert [word for word, _, _ in told.words] == ["regime", "blatant"]
    assert "No word of the list" in str(judging_words("The office was searched."))


def test_a_passage_shows_no_markup_of_its_text():
    shown = Passages(((1, "2024-05-28", "<b>loud</b>"),))._repr_html_()
    assert "&lt;b&gt;loud&lt;/b&gt;" in shown


def test_a_passage_that_is_not_there_is_named():
    with pytest.raises(LessonError, match="no passage 13; give numbers from 1 to 12"):
        passages(2, 13)
