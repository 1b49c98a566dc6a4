"""A quiz and pairs to judge in JupyterLab: by mouse, keyboard and axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_themes import wear
from playwright.sync_api import expect

QUIZ = """
from utils.lessons.quizzes.questions import Answer, Question
from utils.lessons.quizzes.quiz import Quiz

hostile = "<img src=x onerror='window.struck = 1'> & <b>bold</b>"
Quiz([
    Question(f"Which {hostile}?", [
        Answer("The first", False, f"No {hostile}."),
        Answer("The second", True, "So it is."),
        Answer("The third", False, "No."),
    ]),
    Question("Which several?", [
        Answer("Red", True, "Red is."),
        Answer("Green", False, "Green is not."),
        Answer("Blue", True, "Blue is."),
    ], several=True),
])
"""


PAIRS = """
from utils import load
from utils.lessons import judging

mine = judging(load("azerbaijan-russia"), ["accuse", "expel", "threaten"])
mine
"""
TOLD = """
from ipywidgets import Label
told = Label("-")
told.add_class("told")
mine.observe(lambda _: told.set_trait("value", str(len(mine.judgements))), "nth")
told
"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(QUIZ, PAIRS, TOLD)
    lab.run_all()
    expect(page.locator(".Quiz")).to_have_count(2)
    expect(page.get_by_role("radiogroup")).to_have_count(1)
    page.locator(".demarche-judging").wait_for()
    return page


def quiz(page, nth):
    return page.locator(".Quiz").nth(nth)


def test_the_list_for_paper_gives_way_to_the_living_quiz(page):
    expect(page.locator(".demarche-paper")).to_have_count(0)


def test_an_answer_is_chosen_with_the_mouse_and_told_why(page):
    quiz(page, 0).get_by_text("The first").click()
    told = quiz(page, 0).get_by_role("status")
    expect(told).to_contain_text("→ Not yet. No <img src=x")
    quiz(page, 0).get_by_text("The second").click()
    expect(told).to_have_text("✓ Right. So it is.")


def test_the_keyboard_walks_through_the_answers(page):
    quiz(page, 0).get_by_label("The second").focus()
    page.keyboard.press("ArrowDown")
    expect(quiz(page, 0).get_by_label("The third")).to_be_checked()
    expect(quiz(page, 0).get_by_role("status")).to_have_text("→ Not yet. No.")
    page.keyboard.press("ArrowUp")
    expect(quiz(page, 0).get_by_role("status")).to_have_text("✓ Right. So it is.")


def test_several_answers_are_chosen_one_by_one(page):
    page.keyboard.press("Tab")
    expect(quiz(page, 1).get_by_label("Red")).to_be_focused()
    page.keyboard.press("Space")
    told = quiz(page, 1).get_by_role("status")
    expect(told).to_have_text("✓ Right. Red is. [1/2]")
    quiz(page, 1).get_by_text("Blue").click()
    expect(told).to_have_text("✓ Right. Blue is. [2/2]")


@pytest.fixture
def news(page):
    return page.locator(".demarche-judging [role=status]")


def test_a_pair_is_shown_with_what_the_codebook_says(page, news):
    expect(news).to_contain_text("Pair 1 of 3:")
    widget = page.locator(".demarche-judging")
    assert widget.locator(".side p").evaluate_all(
        "(all) => all.every((p) => p.textContent.length > 20)"
    )


def test_it_is_judged_by_mouse_and_by_keys_and_taken_back(page, news):
    page.get_by_role("button", name="weighs more (1)").click()
    expect(news).to_contain_text("Pair 2 of 3:")
    page.keyboard.press("2")
    expect(news).to_contain_text("Pair 3 of 3:")
    page.keyboard.press("Backspace")
    expect(news).to_contain_text("Pair 2 of 3:")
    page.keyboard.press("0")
    expect(news).to_contain_text("Pair 3 of 3:")
    page.get_by_role("button", name="weighs more (2)").press("Enter")
    expect(news).to_have_text("All 3 pairs are judged. Thank you.")
    expect(news).to_be_focused()
    expect(page.locator(".told")).to_have_text("3")


def test_one_back_is_there_when_all_are_judged_and_nothing_spills(page, news):
    page.get_by_role("button", name="One back").click()
    expect(news).to_contain_text("Pair 3 of 3:")
    page.set_viewport_size({"width": 600, "height": 900})
    spills = """(it) => [it.scrollWidth - it.clientWidth, [...it.querySelectorAll(
      'button')].filter((b) => b.getBoundingClientRect().height < 24).length]"""
    assert page.locator(".demarche-judging").evaluate(spills) == [0, 0]
    page.set_viewport_size({"width": 1400, "height": 1000})


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing(page, theme):
    wear(page, theme)
    parts = {"include": [[".Quiz"], [".demarche-judging"]]}
    found = Axe().run(page, context=parts).response["violations"]
    assert [(it["id"], [n["html"] for n in it["nodes"]]) for it in found] == []


def test_texts_are_never_markup(page, lab):
    assert page.locator(".Quiz :is(img, b)").count() == 0
    assert page.evaluate("window.struck") is None
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
