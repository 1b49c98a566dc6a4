"""Judging pairs in JupyterLab: by mouse, by keyboard, by axe, and on a narrow page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_themes import wear
from playwright.sync_api import expect

SHOW = """
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
    page = lab.open_code(SHOW, TOLD)
    lab.run_all()
    page.locator(".demarche-judging").wait_for()
    return page


@pytest.fixture
def news(page):
    return page.locator(".demarche-judging [role=status]")


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing(page, theme):
    wear(page, theme)
    found = Axe().run(page, context=".demarche-judging").response["violations"]
    assert [(it["id"], [n["html"] for n in it["nodes"]]) for it in found] == []


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


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
