"""A handout says what a lesson says, and leaves room where students answer."""

import re

import pytest

from utils.lessons import exercises
from utils.publish.classroom.handout import lesson_handout


@pytest.fixture
def html(classroom, lesson, run):
    return lesson_handout(classroom, lesson, run, pictures=False)


def between(html, start, end):
    return html.partition(start)[2].partition(end)[0]


def test_the_title_of_the_lesson_is_the_heading_of_the_page(html):
    assert "<title>Lesson 3: Which acts? | Demarche course</title>" in html
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == ["Lesson 3: Which acts?"]


def test_what_a_check_said_of_no_answer_is_left_out(html):
    assert "Not an answer yet" not in html


def test_an_exercise_without_a_form_has_room_to_write(html):
    assert "My answer:" in between(html, "l03_1", "l03_2")


def test_a_form_is_a_list_to_tick(html):
    given = between(html, "l03_2", "desk")
    assert "<ul><li>☐ media" in given
    assert "My answer:" not in given


def test_what_needs_a_running_notebook_is_said(html):
    assert "It needs a running notebook" in html


def test_markup_of_an_output_stays_text_or_goes(html):
    assert "<img" not in html
    assert "&lt;img src=x" in html


def test_a_prompt_for_discussion_has_room_for_thoughts(html):
    assert "My thoughts:" in between(html, "Who is missing?", "Stretch")
    assert "My thoughts:" in between(html, "Count.", "Words")


def test_words_are_explained_where_they_are_linked(html):
    explained = between(html, ">Words<", ">Hand in<")
    assert "<dt>half-life</dt><dd>The days after which" in explained
    assert 'href="../handouts/glossary.html#half-life"' in html


def test_the_hand_in_is_a_table_with_a_row_for_each_exercise(html):
    assert "Name or group, and day:" in html
    assert "checksum" not in html
    assert html.count('<tr><th scope="row">') == len(exercises(3))


def test_no_script_is_needed(html):
    assert "<script" not in html
