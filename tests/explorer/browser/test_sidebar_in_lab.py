"""The pickers of a case around one state, in a real JupyterLab."""

import pytest
from playwright.sync_api import Locator, expect

CODE = """
import json
from ipywidgets import Label, Layout, VBox
from utils import load, select
from utils.explorer.facets import facets, picker
from utils.explorer.inquiry import Inquiry
from utils.explorer.period_picker import PeriodPicker
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Stock
from utils.explorer.text_picker import TextPicker

case = load("azerbaijan-russia")
stock = Stock(case, case.scales["goldstein-icews"])
first = select(since="2024-12-25", until="2025-12-31")
state = ExplorerState(Inquiry(first))
held = facets(case)
pickers = {facet.field: picker(facet, state) for facet in held}
period, text = PeriodPicker(state, case), TextPicker(state)
asked, count, reset = Label(), Label(), Label()
for label, name in ((asked, "asked"), (count, "count-of-acts")):
    label.add_class(name)

def follow(change=None):
    shown = stock.shown(state.selection)
    for facet in held:
        pickers[facet.field].counts = facet.counts(shown)
    asked.value, count.value = state.selection.to_query(), str(len(shown.rows))

state.observe(follow, "inquiry")
follow()
column = VBox([text.widget, *pickers.values()], layout=Layout(width="300px"))
display(asked, count, period.widget, column)
"""
AGAIN = """
def begin(**wanted):
    for each in pickers.values():
        each.sought = ""
    state.ask(selection=first.but(**wanted))
begin()
"""
NEUTRAL = "begin(tones=['neutral'])"
OPENING = "since=2024-12-25&until=2025-12-31"


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(CODE, AGAIN, NEUTRAL)
    lab.run_all()
    page.get_by_role("group", name="Number of sources").wait_for()
    return page


@pytest.fixture
def asked(page) -> Locator:
    """Give what is asked in Python, which is the opening again."""
    run_cell(page, 1)
    asked = page.locator(".asked")
    expect(asked).to_have_text(OPENING)
    return asked


def run_cell(page, number: int) -> None:
    page.locator(".jp-Cell").nth(number).locator(".cm-content").click()
    page.keyboard.press("Control+Enter")


def group(page, name: str) -> Locator:
    return page.get_by_role("group", name=name, exact=True)


def fold(page, name: str) -> Locator:
    return group(page, name).locator("legend button")


def unfolded(page, name: str) -> Locator:
    if fold(page, name).get_attribute("aria-expanded") == "false":
        fold(page, name).click()
    return group(page, name)


@pytest.mark.parametrize("name", ["Direction", "Type", "Actor"])
def test_three_facets_open_unfolded(page, name):
    expect(fold(page, name)).to_have_attribute("aria-expanded", "true")
    expect(group(page, name).get_by_role("checkbox").first).to_be_visible()


@pytest.mark.parametrize("name", ["Target", "Form", "Tone", "Side of source"])
def test_the_others_open_folded_with_a_summary(page, asked, name):
    expect(fold(page, name)).to_have_attribute("aria-expanded", "false")
    expect(fold(page, name)).to_contain_text("All ")
    expect(group(page, name).get_by_role("checkbox").first).to_be_hidden()


def test_a_facet_unfolds_and_folds_by_keyboard_and_keeps_the_focus(page, asked):
    button = fold(page, "Number of sources")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_be_focused()
    group(page, "Number of sources").get_by_role("checkbox", name="1 source").uncheck()
    button.press("Space")
    expect(button).to_have_accessible_name("Number of sources 3 of 4")
    expect(asked).to_contain_text("n_sources=2&n_sources=3&n_sources=4%2B")


def test_a_filter_from_code_shows_in_the_summary_of_a_folded_facet(page, asked):
    expect(fold(page, "Tone")).to_have_text("ToneAll 3")
    run_cell(page, 2)
    expect(asked).to_have_text(f"tones=neutral&{OPENING}")
    expect(fold(page, "Tone")).to_have_accessible_name("Tone 1 of 3")


def test_a_role_is_a_group_of_its_country_and_becomes_ids_of_bodies(page, asked):
    actor = group(page, "Actor")
    actor.get_by_role("button", name="Within Azerbaijan").click()
    actor.get_by_role("button", name="Only Judiciary").first.press("Enter")
    expect(asked).to_contain_text("actors=AZE_JUD")
    country = actor.get_by_role("checkbox", name="Azerbaijan,")
    expect(country).to_be_checked(indeterminate=True)
    country.click()
    expect(asked).to_have_text(f"actors=AZE&{OPENING}")


def test_a_definition_of_the_codebook_opens_on_a_role(page, asked):
    actor = group(page, "Actor")
    if not actor.get_by_role("checkbox", name="Judiciary").first.is_visible():
        actor.get_by_role("button", name="Within Azerbaijan").click()
    actor.get_by_role("checkbox", name="Judiciary").first.hover()
    expect(
        actor.get_by_text("A court, or the courts of a country.").first
    ).to_be_visible()
    page.mouse.move(0, 0)


def test_a_search_within_a_facet_can_be_cleared_by_python(page, asked):
    field = group(page, "Actor").get_by_role("searchbox")
    field.fill("police")
    expect(group(page, "Actor").get_by_role("status")).to_contain_text("found")
    run_cell(page, 1)
    expect(field).to_have_value("")
    expect(group(page, "Actor").get_by_role("status")).to_have_text("")


def test_a_text_is_sought_after_a_pause_and_cleared_by_escape(page, asked):
    field = page.get_by_role("searchbox", name="Text", exact=True)
    expect(field).to_have_accessible_description(
        "In summaries, names and places; a name in other spellings and alphabets too."
    )
    field.press_sequentially("Захарова", delay=20)
    expect(asked).to_contain_text("text=%D0%97")
    expect(page.locator(".count-of-acts")).not_to_have_text("0")
    page.keyboard.press("Escape")
    expect(asked).to_have_text(OPENING)
    expect(field).to_be_focused()


def test_a_button_clears_the_text_too(page, asked):
    page.get_by_role("searchbox", name="Text", exact=True).fill("Baku")
    clear = page.get_by_role("button", name="Clear the text")
    expect(clear).to_be_enabled()
    expect(asked).to_contain_text("text=Baku")
    clear.click()
    expect(asked).to_have_text(OPENING)
    expect(clear).to_be_disabled()


def test_a_span_between_landmarks_is_pressed_by_keyboard(page, asked):
    marks = unfolded(page, "Between landmarks")
    span = marks.get_by_role("button", name="Washington summit to Putin")
    span.press("Enter")
    expect(asked).to_have_text("since=2025-08-08&until=2025-10-08")
    expect(span).to_have_attribute("aria-pressed", "true")
    expect(marks.locator('[aria-pressed="true"]')).to_have_count(1)
    expect(span).to_contain_text("8 Aug 2025 to 8 Oct 2025")


def test_changes_of_level_are_sought_when_they_are_opened(page, asked):
    changes = unfolded(page, "Between changes of level")
    expect(changes.get_by_role("status")).to_contain_text("change level twice")
    changes.get_by_role("button", name="About 39.7 acts a week").click()
    expect(asked).to_have_text("since=2025-06-23&until=2025-07-06")
    group(page, "Type").get_by_role("button", name="Only Economic").press("Enter")
    changes.get_by_role("button", name="Look again").click()
    expect(changes.get_by_role("status")).to_contain_text("needs at least 30 acts")
    expect(changes.get_by_role("listitem")).to_have_count(0)


def test_every_target_is_at_least_24_pixels_high(page):
    heights = page.locator(".demarche-facet :is(button, .row label)").evaluate_all(
        "(nodes) => nodes.map((n) => n.offsetHeight).filter((height) => height > 0)"
    )
    assert min(heights) >= 24


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
