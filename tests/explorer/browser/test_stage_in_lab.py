"""The stage of an explorer's charts, where it is shown twice and left for a while."""

import pytest
from playwright.sync_api import expect

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = "desk = explore(case)\ndesk"
CHANGE = 'desk.selection = desk.selection.but(types="media")'
TITLE = ".demarche-chart:not([hidden]) .gtitle"
DRAWN = "(chart) => chart.querySelectorAll('.scatterlayer path.point').length"


@pytest.fixture(scope="module")
def page(lab):
    """Change what is asked by code, and show the explorer a second time."""
    page = lab.open_code(CASE, OPEN, CHANGE, "desk")
    lab.run_all()
    expect(page.locator(".demarche-desk")).to_have_count(2)
    return page


def charts(page):
    return page.locator(".demarche-desk .demarche-chart:not([hidden])")


def test_shown_twice_it_shows_the_last_state_twice(page):
    expect(page.locator(TITLE)).to_contain_text(["32 recorded acts"] * 2)
    marks = [charts(page).nth(i).evaluate(DRAWN) for i in (0, 1)]
    assert marks == [32, 32]


def test_a_change_reaches_both(page):
    first = page.locator(".demarche-desk").first
    first.get_by_role("button", name="Reset every filter").click()
    expect(page.locator(TITLE)).to_contain_text(["262 recorded acts"] * 2)


def test_a_view_left_for_another_keeps_its_zoom(page):
    desk = page.locator(".demarche-desk").last
    range_of = "(chart) => [...chart.layout.xaxis.range].map(String).join()"
    chart = charts(page).last
    before = chart.evaluate(range_of)
    plot = chart.locator(".nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    page.mouse.move(box["x"] + 120, box["y"] + 120)
    page.mouse.down()
    page.mouse.move(box["x"] + 260, box["y"] + 260, steps=4)
    page.mouse.up()
    page.wait_for_timeout(500)
    zoomed = charts(page).last.evaluate(range_of)
    assert zoomed != before
    desk.get_by_role("tab", name="Tension", exact=True).click()
    expect(page.locator(TITLE).last).to_contain_text("Recorded tension")
    desk.get_by_role("tab", name="Timeline", exact=True).click()
    expect(page.locator(TITLE).last).to_contain_text("262 recorded acts")
    assert charts(page).last.evaluate(range_of) == zoomed


def test_each_chart_says_itself_to_those_who_do_not_see_it(page):
    chart = charts(page).first
    expect(chart).to_have_attribute("role", "figure")
    assert chart.get_attribute("aria-label").startswith("Timeline of 262 recorded acts")


def test_the_library_takes_no_place_of_another_on_the_page(page, lab):
    ours = """async () => {
      const library = await globalThis[Symbol.for("demarche plotly")];
      return [library.version.split(".")[0], library === window.Plotly];
    }"""
    assert page.evaluate(ours) == ["4", False]
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
