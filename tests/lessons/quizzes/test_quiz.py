import json

import pytest

from utils.errors import LessonError
from utils.lessons import quiz
from utils.lessons.quizzes.questions import read_questions
from utils.lessons.quizzes.quiz import QUIZZES, Quiz

GOOD = {
    "question": "Which <b>one</b> & why?",
    "type": "multiple_choice",
    "answers": [
        {"answer": "This <i>one</i>", "correct": True, "feedback": "Yes."},
        {"answer": "That", "correct": False, "feedback": "Look again."},
    ],
}


@pytest.fixture
def read(tmp_path):
    """Write questions into a file and read them."""

    def written(given):
        path = tmp_path / "01.json"
        path.write_text(given if isinstance(given, str) else json.dumps(given))
        return read_questions(path)

    return written


@pytest.mark.parametrize("path", sorted(QUIZZES.glob("*.json")), ids=lambda it: it.stem)
def test_every_quiz_of_the_course_is_sound(path):
    assert quiz(int(path.stem)).questions


def test_questions_are_read_with_their_answers(read):
    (question,) = read([GOOD])
    assert [(it.text, it.is_right) for it in question.answers] == [
        ("This <i>one</i>", True),
        ("That", False),
    ]


def but(**changes):
    return {**GOOD, **changes}


def answers(**changes):
    return but(answers=[GOOD["answers"][0] | changes, GOOD["answers"][1]])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[1,", "cannot be read as JSON"),
        ([], "Give a list of questions"),
        ([7], "Question 1 is no object"),
        ([but(type="numeric")], "its type is multiple_choice or many_choice"),
        ([but(question=" ")], "question is a text"),
        ([but(question="[a](b)")], r"holds '\]\(', a link"),
        ([but(question="5 $")], "a sign of formulas"),
        ([but(code="x = 1")], "has code, which is not used"),
        ([but(answers=[])], "give at least two answers"),
        ([but(answers=[1, 2])], "answer 2 is no object"),
        ([but(type="many_choice")], "1 right answers; give two or more"),
        ([answers(correct=False)], "0 right answers; give one"),
        ([answers(correct="yes")], "correct is true or false"),
        ([answers(feedback="")], "answer 1: feedback is a text"),
        ([answers(more=1)], "answer 1 has more, which is not used"),
    ],
)
def test_a_faulty_file_is_refused_with_what_is_wrong(read, given, said):
    with pytest.raises(LessonError, match=said):
        read(given)


def test_every_fault_is_named_at_once(read):
    with pytest.raises(LessonError, match=r"(?s)Question 1.*Question 2"):
        read([but(type="x"), but(question="")])


def test_on_paper_it_is_a_list_to_tick_with_texts_as_text(read):
    page, script = Quiz(read([GOOD])).bundles("box")
    assert "<li>○ This &lt;i&gt;one&lt;/i&gt;</li>" in page["text/html"]
    assert "1. Which &lt;b&gt;one&lt;/b&gt; &amp; why?" in page["text/html"]
    assert "   ○ That" in page["text/plain"]
    assert script["text/plain"] == ""


def test_the_paper_does_not_tell_which_answer_is_right(read):
    page, _ = Quiz(read([GOOD])).bundles("box")
    assert "Yes." not in page["text/html"] + page["text/plain"]


def test_the_script_holds_no_markup_of_the_texts(read):
    _, script = Quiz(read([GOOD])).bundles("box")
    assert "&lt;b&gt;one" in script["application/javascript"]
    assert "<b>one" not in script["application/javascript"]


def test_a_lesson_that_is_not_there_is_refused():
    with pytest.raises(LessonError, match="no lesson 11"):
        quiz(11)
