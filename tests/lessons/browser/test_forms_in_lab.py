"""The forms of exercises in JupyterLab: by mouse, by keyboard, by axe, and small."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from lab_themes import wear
from playwright.sync_api import expect

MADE = """
from utils.lessons.checks import Check
from utils.lessons.exercise import Exercise
from utils.lessons.kinds import Pick, PickSeveral, Rank, Sort
from utils.lessons.progress import Progress

progress = Progress()

def show(name, kind, right):
    asked = Exercise(name, f"Question {name}?", kind, "So it is.",
                     ["Look again.", "Look at <b>June</b>."], right=lambda: right)
    return Check(asked, progress)()
"""
PICK = 'show("l01_1", Pick({"a": "An act", "w": "<i>Words</i> alone"}), "a")'
SEVERAL = (
    'show("l01_2", PickSeveral({"x": "One", "y": "Two", "z": "Three"}), ["x", "z"])'
)
RANK = """
three = {"a": "Accuse", "w": "Warn", "b": "Ban"}
show("l01_3", Rank(three, first="lightest", last="heaviest"), ["a", "w", "b"])
"""
SORT = """
pieces = {"n": "A note", "s": "A strike", "t": "A talk"}
bins = {"w": "Words", "f": "Force"}
show("l01_4", Sort(pieces, bins), {"n": "w", "s": "f", "t": "w"})
"""
SMALL = """(form) => [...form.querySelectorAll('button, label')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.textContent, node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text)"""
SPILLS = """(form) => {
  const right = form.closest('.jp-OutputArea-output').getBoundingClientRect().right + 1;
  return [...form.querySelectorAll('*:not(.past)')].map((n) =>
    [n.outerHTML.slice(0, 80), n.getBoundingClientRect().right])
    .filter(([, edge]) => edge > right);
}"""
RING = """() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
}"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(MADE, PICK, SEVERAL, RANK, SORT)
    lab.run_all()
    expect(page.locator(".demarche-form")).to_have_count(4)
    return page


def form(page, nth):
    return page.locator(".demarche-form").nth(nth)


def said(page, nth):
    return form(page, nth).locator(".verdict [role=status]")


def check(page, nth):
    form(page, nth).get_by_role("button", name="Check", exact=True).click()


def test_nothing_chosen_is_no_answer_yet(page):
    wishes = ("Choose one", "Choose at least", "Move at least one", "Put each piece")
    for nth, wish in enumerate(wishes):
        check(page, nth)
        expect(said(page, nth)).to_contain_text("? Not an answer yet")
        expect(said(page, nth)).to_contain_text(wish)


def test_one_is_picked_with_the_mouse_and_a_wrong_one_gets_a_hint(page):
    group = page.get_by_role("group", name="Question l01_1?")
    group.get_by_text("<i>Words</i> alone").click()
    check(page, 0)
    expect(said(page, 0)).to_have_text("→ Not yet (l01_1). Look again.")
    group.get_by_label("An act").check()
    expect(form(page, 0)).to_contain_text("changed your answer since")
    check(page, 0)
    expect(said(page, 0)).to_have_text("✓ Right (l01_1). So it is.")


def test_boxes_are_ticked_by_keyboard(page):
    first = form(page, 1).get_by_label("One")
    first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.evaluate(RING)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page, 1)).to_contain_text("Look again.")
    page.keyboard.press("Enter")
    expect(said(page, 1)).to_contain_text("Look at <b>June</b>.")
    form(page, 1).get_by_label("Two").uncheck()
    form(page, 1).get_by_label("Three").check()
    check(page, 1)
    expect(said(page, 1)).to_contain_text("✓ Right")


def order(page):
    return form(page, 2).locator(".what").all_inner_texts()


def test_a_line_is_moved_by_arrow_keys_keeps_the_focus_and_is_announced(page):
    assert order(page) == ["Ban", "Accuse", "Warn"]
    up = form(page, 2).get_by_role("button", name="Move up: Warn")
    news = form(page, 2).locator("p.past")
    up.focus()
    page.keyboard.press("ArrowDown")
    expect(news).to_have_text("Warn is already last.")
    page.keyboard.press("ArrowUp")
    expect(news).to_have_text("Warn: now 2 of 3.")
    page.keyboard.press("Enter")
    expect(news).to_have_text("Warn: now 1 of 3.")
    expect(up).to_be_focused()
    check(page, 2)
    expect(said(page, 2)).to_contain_text("→ Not yet")


def test_a_line_is_moved_by_its_buttons(page):
    for _ in range(2):
        form(page, 2).get_by_role("button", name="Move up: Accuse").click()
    assert order(page) == ["Accuse", "Warn", "Ban"]
    check(page, 2)
    expect(said(page, 2)).to_contain_text("✓ Right")


def test_pieces_are_put_into_columns_and_can_be_put_elsewhere(page):
    sort = form(page, 3)
    sort.get_by_role("button", name="Words: A note").click()
    check(page, 3)
    expect(said(page, 3)).to_contain_text("Still to be sorted: A strike; A talk.")
    strike = sort.get_by_role("button", name="Force: A strike")
    strike.press("Enter")
    expect(strike).to_be_focused()
    expect(sort.locator("p.past")).to_contain_text("1 still to be sorted")
    sort.get_by_role("button", name="Force: A talk").press("Space")
    check(page, 3)
    expect(said(page, 3)).to_contain_text("→ Not yet")
    sort.get_by_role("button", name="Words: A talk").click()
    words = sort.get_by_role("list", name="Words").get_by_role("listitem")
    expect(words).to_have_count(2)
    check(page, 3)
    expect(said(page, 3)).to_contain_text("✓ Right")


def test_single_keys_stay_in_the_form_and_cut_no_cell(page):
    form(page, 1).get_by_label("One").focus()
    page.keyboard.press("x")
    expect(page.locator(".jp-CodeCell")).to_have_count(5)


def test_escape_leaves_the_form_so_that_the_arrows_lead_on(page):
    form(page, 1).get_by_label("One").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".jp-CodeCell").nth(3)).to_be_focused()


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_axe_finds_nothing(page, theme):
    wear(page, theme)
    found = Axe().run(page, context=".demarche-form").response["violations"]
    assert [(it["id"], [n["html"] for n in it["nodes"]]) for it in found] == []


def test_a_narrow_page_and_large_letters_lose_nothing(page):
    for width, zoom in ((600, 1), (1200, 2)):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(f"document.body.style.zoom = {zoom}")
        for nth in range(4):
            assert form(page, nth).evaluate(SMALL) == []
            assert form(page, nth).evaluate(SPILLS) == []
    page.evaluate("document.body.style.zoom = 1")


def test_nothing_goes_wrong_and_nobody_else_is_asked(lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
