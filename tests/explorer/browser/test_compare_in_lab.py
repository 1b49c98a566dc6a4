"""The comparison in a real JupyterLab: begun, read, picked from, swapped and ended."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = 'desk = explore(case, view="compare")\ndesk'


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(CASE, OPEN)
    lab.run_all()
    page.locator(".demarche-panel").first.wait_for()
    return page


@pytest.fixture
def panel(page):
    return page.locator(".demarche-panel").first


@pytest.fixture
def plot(page):
    return page.locator(".demarche-desk .js-plotly-plot:visible")


@pytest.fixture
def begun(panel, plot):
    """Begin with what the sources of each side tell."""
    panel.get_by_role("button", name="As told by each side's sources").click()
    expect(panel.locator(".count")).to_contain_text("acts are in both.")
    expect(plot).to_have_count(1)
    yield panel
    panel.get_by_role("button", name="End the comparison").click()
    expect(panel.locator(".count")).to_have_text("Nothing to compare with yet.")


def test_it_says_how_to_begin_and_shows_no_empty_axis(panel, plot):
    expect(panel.locator(".count")).to_have_text("Nothing to compare with yet.")
    expect(panel.locator(".detail")).to_contain_text("three quarters or more")
    expect(panel.get_by_role("button", name="Swap")).to_be_hidden()
    expect(plot).to_have_count(0)


def test_one_click_shows_both_selections(begun, plot):
    expect(begun.locator(".detail")).to_contain_text("Azerbaijani, state")
    expect(begun.locator(".detail")).to_contain_text("Russian, state")
    expect(plot.locator(".gtitle")).to_contain_text("The two selections differ most in")


def test_swapping_turns_both_around(begun):
    count = begun.locator(".count")
    one, other = re.findall(r"(\d+) (?:chosen|compared)", count.text_content())
    begun.get_by_role("button", name="Swap").click()
    expect(count).to_contain_text(f"{other} chosen and {one} compared with")


def test_tension_is_chosen_from_a_list(begun, plot):
    kinds = begun.get_by_role("combobox", name="Compare")
    kinds.select_option(label="tension")
    expect(plot.locator(".gtitle")).to_contain_text("fades by half in 30 days")
    kinds.select_option(label="numbers of acts")
    expect(plot.locator(".gtitle")).to_contain_text("Recorded acts by month")


def test_a_click_on_a_bin_chooses_its_acts(page, begun, plot):
    steps = plot.locator(".scatterlayer .trace path.js-line").first
    steps.scroll_into_view_if_needed()
    area = plot.locator(".nsewdrag").first.bounding_box()
    line = steps.bounding_box()
    # The highest step stands in June, and its point where it begins.
    page.mouse.click(area["x"] + 0.435 * area["width"], line["y"] + 2)
    expect(page.locator(".demarche-desk")).to_contain_text(
        re.compile(r"\d+ acts chosen: Azerbaijan to Russia, \w+ 2025")
    )


def test_no_serious_fault_of_accessibility(page, begun):
    found = Axe().run(page, context=".demarche-panel").response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"]) for v in grave] == []


def test_nothing_is_said_to_have_gone_wrong(lab, begun):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
