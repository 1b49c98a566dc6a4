"""How the explorer fits the page: widths, themes, what stays in sight, axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = "desk = explore(case)\ndesk"
WIDTHS = """(desk) => {
  const output = desk.closest('.jp-OutputArea-output');
  const right = output.getBoundingClientRect().right;
  const beyond = [...desk.querySelectorAll('*')].filter(
    (n) => n.getBoundingClientRect().right > right + 1 && n.checkVisibility()
  );
  return {
    spills: output.scrollWidth - output.clientWidth,
    beyond: beyond.map((n) => n.outerHTML.slice(0, 80)),
    charts: [...desk.querySelectorAll('.js-plotly-plot')].map((chart) => [
      chart.querySelector('svg').getBoundingClientRect().width,
      chart.closest('.widget-vbox').getBoundingClientRect().width,
    ]),
  };
}"""
PAPER = "(svg) => getComputedStyle(svg).backgroundColor"


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


def test_nothing_spills_over_sideways(sized):
    found = sized.evaluate(WIDTHS)
    assert (found["spills"], found["beyond"]) == (0, [])


def test_charts_are_as_wide_as_their_column_within_a_step(sized):
    for chart, column in sized.evaluate(WIDTHS)["charts"]:
        assert column - 20 <= chart <= column


def test_charts_follow_when_the_file_browser_closes(page, desk):
    narrow = desk.evaluate(WIDTHS)["charts"][0][0]
    page.keyboard.press("Control+b")
    page.wait_for_timeout(1000)
    found = desk.evaluate(WIDTHS)
    page.keyboard.press("Control+b")
    page.wait_for_timeout(1000)
    assert found["charts"][0][0] > narrow
    assert found["beyond"] == []


def test_the_status_stays_in_sight_while_filters_are_set(sized):
    count = sized.locator(".demarche-status .count")
    box = sized.get_by_role("group", name="Actor").get_by_role("searchbox")
    box.evaluate("(node) => node.scrollIntoView({block: 'end'})")
    expect(box).to_be_in_viewport()
    expect(count).to_be_in_viewport(ratio=1)


def test_no_serious_fault_of_accessibility(page, desk):
    desk.locator(".itables_anywidget tbody tr").first.click()
    expect(desk.locator(".demarche-act h4")).to_be_visible()
    found = Axe().run(page, context=".demarche-desk").response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in grave] == []


def test_a_second_view_of_the_explorer_follows_the_first(page, desk):
    second = page.locator(".demarche-desk").nth(1)
    desk.get_by_role("group", name="Type").get_by_role(
        "button", name="None of Type"
    ).click()
    for one in (desk, second):
        expect(one.locator(".demarche-status .count")).to_have_text("0 of 440 acts")
        expect(one.locator(".js-plotly-plot path.point")).to_have_count(0)
    second.get_by_role("button", name="Reset every filter").click()
    for one in (desk, second):
        expect(one.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
        expect(one.locator(".js-plotly-plot path.point")).to_have_count(262)


def test_every_part_wears_the_theme_of_the_notebook(page, desk):
    switch(page, "JupyterLab Dark")
    paper = desk.locator(".js-plotly-plot .main-svg").first
    expect(paper).to_have_css("background-color", "rgb(17, 17, 17)")
    found = Axe().run(page, context=".demarche-desk").response["violations"]
    pale = [v["nodes"] for v in found if v["id"] == "color-contrast"]
    assert [n["html"] for nodes in pale for n in nodes] == []
    switch(page, "JupyterLab Light")
    expect(paper).to_have_css("background-color", "rgb(255, 255, 255)")


def switch(page, theme):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
