import pytest
from playwright.sync_api import Locator, expect

HOSTILE = "<img src=x onerror=alert(1)></script>"
STATUS = """
from ipywidgets import Button, Label
from utils.explorer.status_line import StatusLine

line = StatusLine(text="37 of 440 acts", detail="media acts by AZE")
told = Label("-")
told.add_class("told")

def drop(_, message, __):
    told.value = str(message)
    line.text, line.hint, line.hint_action = "6 of 440 acts", "", ""

line.on_msg(drop)

def empty(_):
    for n in range(9, -1, -1):
        line.text = f"{n} of 440 acts"
    line.hint = "No act fits. Without the filter on Type 6 would."
    line.hint_action = "Drop the filter on Type"

button = Button(description="Find nothing")
button.on_click(empty)
display(line, button, told)
"""
CARD = f"""
from utils.explorer.act_card import ActCard

def source(**facts):
    return {{"publisher": "A paper", "side": "other", "supports": "yes", **facts}}

acts = [
    {{"title": f"Act {{n}}", "rows": [["Date", f"{{n}} March 2025"]],
     "sources": [], "related": []}}
    for n in (1, 2, 3)
]
acts[1]["sources"] = [
    source(title="Дом закрыт", url="https://example.org/a", language="ru"),
    source(title="A script", url="javascript:alert(1)"),
    source(title="A denial", url="http://example.org/b", supports="contradicts"),
    source(title={HOSTILE!r}, url="not an address", note={HOSTILE!r}),
]
acts[1]["related"] = [{{"id": "third", "label": "Act 3", "kind": "answered by"}}]
card = ActCard(total=3)

def show(place):
    with card.hold_sync():
        card.position, card.act = place, acts[place - 1]

def move(_, message, __):
    step = {{"next": 1, "previous": -1, "choose": 1}}[message["do"]]
    asked.value = str(message)
    show(card.position + step)

card.on_msg(move)
asked = Label("-")
asked.add_class("asked")
display(card, asked)
"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(STATUS, CARD)
    lab.run_all()
    page.get_by_role("article", name="The chosen act").wait_for()
    return page


@pytest.fixture(scope="module")
def line(page) -> Locator:
    return page.locator(".demarche-status")


@pytest.fixture(scope="module")
def card(page) -> Locator:
    return page.get_by_role("article", name="The chosen act")


def test_the_line_says_number_and_selection_at_once(line):
    expect(line.get_by_role("status")).to_have_text("37 of 440 acts")
    expect(line).to_contain_text("media acts by AZE")


def test_quick_changes_are_announced_once(page, line):
    line.get_by_role("status").evaluate(
        """(status) => {
          window.said = [];
          const hear = () => window.said.push(status.firstChild.textContent);
          new MutationObserver(hear).observe(status, {childList: true, subtree: true});
        }"""
    )
    page.get_by_role("button", name="Find nothing").click()
    expect(line.get_by_role("status")).to_contain_text("No act fits.")
    assert page.evaluate("window.said") == ["0 of 440 acts"]


def test_a_change_leaves_the_focus_alone(page):
    expect(page.get_by_role("button", name="Find nothing")).to_be_focused()


def test_the_hint_is_pressed_by_keyboard_and_hands_on_the_focus(page, line):
    line.get_by_role("button", name="Drop the filter on Type").press("Enter")
    expect(page.locator(".told")).to_have_text("{'do': 'hint'}")
    expect(line.get_by_role("button")).to_have_count(0)
    expect(line.get_by_text("6 of 440 acts")).to_be_focused()


def test_an_empty_card_says_how_to_fill_it(card):
    expect(card).to_contain_text("Choose an act in a chart or in the table.")
    expect(card).to_contain_text("3 acts")


def test_the_keyboard_walks_to_the_next_act_and_hears_it(page, card):
    card.get_by_role("button", name="Next act").press("Enter")
    expect(card.get_by_role("heading", name="Act 1", level=4)).to_be_visible()
    card.get_by_role("button", name="Next act").press("Enter")
    expect(card.get_by_role("heading", name="Act 2", level=4)).to_be_visible()
    expect(card.get_by_role("status")).to_have_text("Act 2 of 3. Act 2")
    expect(card.get_by_role("button", name="Next act")).to_be_focused()


def test_a_source_is_a_link_in_its_own_language(card):
    link = card.get_by_role("link", name="Дом закрыт")
    expect(link).to_have_attribute("href", "https://example.org/a")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link.locator("bdi")).to_have_attribute("lang", "ru")


def test_only_web_addresses_become_links(card):
    expect(card.get_by_role("link")).to_have_count(2)
    expect(card.get_by_text("javascript:alert(1)")).to_be_visible()


def test_who_contradicts_has_a_list_of_its_own(card):
    against = card.locator("section").filter(has_text="Who contradicts it (1)")
    expect(against.get_by_role("listitem")).to_have_count(1)
    expect(against.get_by_role("link", name="A denial")).to_be_visible()


def test_markup_in_a_source_is_only_text(page, card):
    expect(card.get_by_text(HOSTILE).first).to_be_visible()
    assert page.locator(".demarche-act :is(img, script)").count() == 0


def test_a_linked_act_is_chosen_and_read_from_its_top(page, card):
    card.get_by_role("button", name="answered by: Act 3").press("Enter")
    expect(page.locator(".asked")).to_have_text("{'do': 'choose', 'id': 'third'}")
    expect(card.get_by_role("heading", name="Act 3")).to_be_focused()


def test_the_last_act_has_no_next_but_keeps_the_focus(page, card):
    following = card.get_by_role("button", name="Next act")
    expect(following).to_have_attribute("aria-disabled", "true")
    following.focus()
    page.keyboard.press("Enter")
    expect(following).to_be_focused()
    expect(card.get_by_role("heading", name="Act 3")).to_be_visible()


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
