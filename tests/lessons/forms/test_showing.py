import pytest

from utils.errors import LessonError
from utils.lessons.exercise import Exercise
from utils.lessons.forms import form
from utils.lessons.kinds import Number, Pick, PickSeveral, Rank, Sort
from utils.lessons.verdict import NOT_FITTING, NOT_YET, RIGHT

TWO = {"a": "An <act>", "w": "Words"}
BINS = {"l": "Left", "r": "Right & up"}
KINDS = {
    "pick": (Pick(TWO), "a", "w"),
    "several": (PickSeveral(TWO), ["a"], ["w"]),
    "rank": (Rank(TWO, first="lightest"), ["a", "w"], ["w", "a"]),
    "sort": (Sort(TWO, BINS), {"a": "l", "w": "r"}, {"a": "r", "w": "r"}),
}


def made(shape):
    kind, right, _ = KINDS[shape]
    return Exercise(
        "l01_1", "Which <b>one</b>?", kind, "Yes.", ["No."], right=lambda: right
    )


def shown(shape):
    asked = made(shape)
    return form(asked, asked.judge)


@pytest.mark.parametrize("shape", KINDS)
def test_a_form_judges_what_was_chosen(shape):
    _, right, wrong = KINDS[shape]
    made = shown(shape)
    assert made.check(right).state == RIGHT
    assert made.check(wrong).state == NOT_YET
    assert made.verdict["said"] == "No."


@pytest.mark.parametrize("shape", KINDS)
def test_nothing_chosen_is_not_fitting_and_says_what_to_do(shape):
    made = shown(shape)
    assert made.check(None).state == NOT_FITTING
    assert "first" in made.verdict["said"]


@pytest.mark.parametrize("shape", KINDS)
@pytest.mark.parametrize("odd", [{"x": 1}, ["x"], "x", 7, [[]], {"a": {}}])
def test_what_no_form_of_ours_sends_is_not_fitting(shape, odd):
    assert shown(shape).check(odd).state == NOT_FITTING


def test_the_same_verdict_twice_is_told_twice():
    made = shown("pick")
    made.check("w")
    first = made.verdict
    made.check("w")
    assert made.verdict != first


def test_a_message_of_the_page_is_judged():
    made = shown("pick")
    made._handle_custom_msg({"do": "check", "answer": "a"}, [])
    assert made.verdict["head"] == "✓ Right"


@pytest.mark.parametrize("right", [["a", "w"], ["w", "a"]])
def test_a_ranking_never_starts_with_the_right_order(right):
    kind = Rank(TWO)
    asked = Exercise("l01_1", "Order?", kind, "Yes.", ["No."], right=lambda: right)
    assert [key for key, _ in form(asked, asked.judge).options] != right


def test_an_answer_that_is_no_choice_has_no_form():
    asked = Exercise("l01_1", "How many?", Number(), "Yes.", ["No."], right=lambda: 1)
    with pytest.raises(LessonError, match="l01_1 has no form"):
        form(asked, asked.judge)


@pytest.mark.parametrize(
    ("shape", "do", "marks"),
    [
        ("pick", "Tick one.", "<li>○ An &lt;act&gt;</li>"),
        ("several", "Tick all that fit.", "<li>☐ Words</li>"),
        ("rank", "Number the lines from 1 (lightest) to 2.", "<li>____ Words</li>"),
        ("sort", "Tick one column", '<th scope="col">Right &amp; up</th>'),
    ],
)
def test_on_paper_it_is_a_list_to_tick_without_markup_of_its_texts(shape, do, marks):
    data, _ = shown(shape)._repr_mimebundle_()
    assert do in data["text/html"]
    assert do in data["text/plain"]
    assert marks in data["text/html"]
    assert "Which &lt;b&gt;one&lt;/b&gt;?" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
