"""How the explorer fits the page: widths, themes, what stays in sight."""

import pytest
from playwright.sync_api import expect

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = "desk = explore(case)\ndesk"
WIDTHS = """(chart) => [
  chart.querySelector('svg').getBoundingClientRect().width,
  chart.closest('.demarche-panel').getBoundingClientRect().width,
]"""
VIEWS = ["Timeline", "Tension", "Both sides", "Replies", "Ladder"]
VIEWS += ["Who towards whom", "Sources"]


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(CASE, OPEN, "desk")
    lab.run_all()
    page.locator(".demarche-act").nth(1).wait_for()
    return page


@pytest.fixture
def desk(page):
    return page.locator(".demarche-desk").first


@pytest.fixture(params=[1000, 1400])
def sized(request, page, desk):
    page.set_viewport_size({"width": request.param, "height": 900})
    page.wait_for_timeout(1000)
    return desk


def chart_on_top(desk, view):
    desk.get_by_role("tab", name=view, exact=True).click()
    chart = desk.locator(".demarche-chart:not([hidden])")
    chart.locator(".main-svg").first.wait_for()
    desk.page.wait_for_timeout(1000)
    return chart


@pytest.mark.parametrize("view", VIEWS)
def test_charts_are_as_wide_as_their_column_within_a_step(sized, view):
    chart, column = chart_on_top(sized, view).evaluate(WIDTHS)
    assert column - 20 <= chart <= column


def test_charts_follow_when_the_file_browser_closes(page, desk):
    chart = chart_on_top(desk, "Timeline")
    narrow, _ = chart.evaluate(WIDTHS)
    page.keyboard.press("Control+b")
    page.wait_for_timeout(2000)
    wide, column = chart.evaluate(WIDTHS)
    page.keyboard.press("Control+b")
    page.wait_for_timeout(2000)
    assert narrow < wide <= column
    assert chart.evaluate(WIDTHS)[0] == narrow


def test_the_status_stays_in_sight_while_filters_are_set(sized):
    count = sized.locator(".demarche-status .count")
    box = sized.get_by_role("group", name="Actor").get_by_role("searchbox")
    box.evaluate("(node) => node.scrollIntoView({block: 'end'})")
    expect(box).to_be_in_viewport()
    expect(count).to_be_in_viewport(ratio=1)


def test_a_second_view_of_the_explorer_follows_the_first(page, desk):
    second = page.locator(".demarche-desk").nth(1)
    chart_on_top(desk, "Timeline")
    types = desk.get_by_role("group", name="Type", exact=True)
    types.get_by_role("button", name="None of Type").click()
    for one in (desk, second):
        shows(one, 0)
    second.get_by_role("button", name="Reset every filter").click()
    for one in (desk, second):
        shows(one, 262)


def shows(desk, number):
    count = desk.locator(".demarche-status .count")
    expect(count).to_have_text(f"{number} of 440 acts", timeout=20_000)
    marks = desk.locator(".demarche-chart:not([hidden]) path.point")
    expect(marks).to_have_count(number, timeout=20_000)


def test_a_chart_wears_the_theme_of_the_notebook(page, desk):
    paper = chart_on_top(desk, "Timeline").locator(".main-svg").first
    for theme, ground in (("Dark", "rgb(17, 17, 17)"), ("Light", "rgb(255, 255, 255)")):
        switch(page, f"JupyterLab {theme}")
        expect(paper).to_have_css("background-color", ground, timeout=20_000)


def switch(page, theme):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
