"""Choosing acts in one view and seeing them in the others, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = "desk = explore(case)\ndesk"
VIEWS = {
    "Timeline": "Timeline of",
    "Tension": "Curves of tension",
    "Both sides": "Back-to-back bars",
    "Replies": "Arcs from",
    "Ladder": "Two step lines",
    "Who towards whom": "Grid of actors",
    "Sources": "Grid of recorded acts",
    "Table": "no chart",
}
"""How what a view says of itself begins."""
LONELY_ARC = """(chart) => {
  const { x, y } = chart.data.at(-3);
  const { xaxis, yaxis } = chart._fullLayout;
  const plot = chart.querySelector('.nsewdrag').getBoundingClientRect();
  const spots = x.map((day, i) =>
    [plot.x + xaxis.d2p(day), plot.y + yaxis.d2p(y[i])]);
  const near = (one) => Math.min(...spots.filter((it) => it !== one)
    .map((it) => Math.hypot(it[0] - one[0], it[1] - one[1])));
  return spots.sort((a, b) => near(b) - near(a))[0];
}"""
FADED = """(chart) => [...chart.querySelectorAll('path.point, .textpoint text')]
  .filter((node) => Number(getComputedStyle(node).opacity) < 1 &&
    Number(node.style.opacity || 1) > 0).length"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(CASE, OPEN)
    lab.run_all()
    page.locator(".demarche-act").first.wait_for()
    return page


@pytest.fixture
def desk(page):
    """Begin with every filter reset and nothing chosen."""
    desk = page.locator(".demarche-desk").first
    if desk.get_by_role("button", name="Let go").is_visible():
        desk.get_by_role("button", name="Let go").click()
    desk.get_by_role("button", name="Reset every filter").click()
    expect(desk.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
    return desk


@pytest.fixture
def view(desk):
    """Bring a view on top, and give its chart once it is drawn."""

    def find(name):
        desk.get_by_role("tab", name=name, exact=True).click()
        chart = desk.get_by_role("figure", name=re.compile(f"^{VIEWS[name]}"))
        if name != "Table":
            chart.locator(".nsewdrag").first.wait_for(state="attached")
        desk.locator(".demarche-panel").scroll_into_view_if_needed()
        return chart

    return find


@pytest.fixture
def said(desk):
    return desk.locator(".demarche-choice p").first


def click(page, thing):
    """Click the middle of a mark, a bar or a cell, once plotly has seen the mouse."""
    thing.scroll_into_view_if_needed()
    box = thing.bounding_box()
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(middle[0] + 2, middle[1] + 2)
    page.mouse.move(*middle)
    page.locator(".hoverlayer .hovertext").first.wait_for()
    page.mouse.click(*middle)


def draw_box(page, chart, start, end):
    """Draw a box by the button of the chart; corners are shares of the plot."""
    chart.hover()
    chart.locator('.modebar-btn[data-title="Box Select"]').click()
    plot = chart.locator(".nsewdrag").first.bounding_box()
    corners = [
        (plot["x"] + plot["width"] * x, plot["y"] + plot["height"] * y)
        for x, y in (start, end)
    ]
    page.mouse.move(*corners[0])
    page.mouse.down()
    page.mouse.move(*corners[1], steps=8)
    page.mouse.up()


def number(said):
    expect(said).to_have_text(re.compile(r"^[\d,]+ acts? chosen: "))
    return int(said.inner_text().split(" ")[0].replace(",", ""))


def test_a_mark_is_ringed_told_and_marked_in_the_table(page, desk, view, said):
    chart = view("Timeline")
    marks = chart.locator("path.point").count()
    click(page, chart.locator("path.point").nth(20))
    assert number(said) == 1
    expect(desk.locator(".demarche-act h4")).to_be_visible()
    expect(chart.locator("path.point")).to_have_count(marks + 1)
    view("Table")
    expect(desk.locator(".dt-info")).to_contain_text("1 row selected")


def test_a_click_where_nothing_is_and_escape_let_go(page, desk, view, said):
    chart = view("Timeline")
    click(page, chart.locator("path.point").nth(20))
    number(said)
    plot = chart.locator(".nsewdrag").first.bounding_box()
    page.mouse.click(plot["x"] + 0.3 * plot["width"], plot["y"] + 4)
    expect(said).to_have_text("")
    click(page, chart.locator("path.point").nth(20))
    number(said)
    desk.get_by_role("tab", name="Timeline").focus()
    page.keyboard.press("Escape")
    expect(said).to_have_text("")


def test_a_box_chooses_marks_and_leaves_no_trace_of_itself(page, view, said):
    chart = view("Timeline")
    draw_box(page, chart, (0.5, 0.1), (0.6, 0.6))
    assert number(said) > 10
    expect(chart.locator(".select-outline")).to_have_count(0)
    assert chart.evaluate(FADED) == 0


def test_a_bar_and_a_box_on_bars_choose_acts(page, view, said):
    chart = view("Both sides")
    click(page, chart.locator(".barlayer .point path").nth(6))
    assert number(said) > 1
    expect(said).to_contain_text("Azerbaijan to Russia, Jun 2025")
    draw_box(page, chart, (0.3, 0.1), (0.4, 0.3))
    expect(said).to_contain_text("Azerbaijan to Russia, acts that may lie in")


def test_a_cell_chooses_as_many_acts_as_it_says(page, view, said):
    chart = view("Who towards whom")
    plot = chart.locator(".nsewdrag").first.bounding_box()
    middle = plot["x"] + 0.06 * plot["width"], plot["y"] + 15
    page.mouse.move(middle[0] + 2, middle[1])
    page.mouse.move(*middle)
    told = page.locator(".hoverlayer .hovertext").first
    told.wait_for()
    wanted = int(re.search(r": ([\d,]+) recorded", told.text_content())[1])
    page.mouse.click(*middle)
    assert number(said) == wanted


def test_an_arc_chooses_two_acts(page, view, said):
    chart = view("Replies")
    spot = chart.evaluate(LONELY_ARC)
    page.mouse.move(spot[0] + 2, spot[1])
    page.mouse.move(*spot)
    told = page.locator(".hoverlayer .hovertext").first
    expect(told).to_contain_text("an act and a reply")
    page.mouse.click(*spot)
    assert number(said) == 2


def test_rows_are_chosen_together_with_shift_and_marked_in_a_chart(
    page, desk, view, said
):
    view("Table")
    rows = desk.locator(".itables_anywidget tbody tr")
    rows.nth(1).click()
    rows.nth(3).click(modifiers=["Shift"])
    expect(said).to_have_text("3 acts chosen: rows of the table")
    chart = view("Timeline")
    expect(chart.locator("path.point")).to_have_count(262 + 3)


def test_the_buttons_of_the_bar_work_by_keyboard(page, desk, view, said):
    count = desk.locator(".demarche-status .count")
    view("Table")
    rows = desk.locator(".itables_anywidget tbody tr")
    rows.nth(0).click()
    rows.nth(2).click(modifiers=["Control"])
    expect(said).to_have_text("2 acts chosen: rows of the table")
    desk.get_by_role("button", name="Keep only these").focus()
    page.keyboard.press("Enter")
    expect(count).to_have_text("2 of 440 acts")
    desk.get_by_role("button", name="Undo").click()
    expect(count).to_have_text("262 of 440 acts")
    desk.get_by_role("button", name="Keep only these").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(count).to_have_text("260 of 440 acts")
    expect(said).to_have_text("")
    expect(desk.get_by_role("tab", selected=True)).to_be_focused()


def test_the_period_of_what_is_chosen_can_be_taken(page, desk, view, said):
    view("Table")
    desk.locator(".itables_anywidget tbody tr").nth(0).click()
    number(said)
    desk.get_by_role("button", name="Only this period").click()
    expect(desk.get_by_label("Until", exact=True)).to_have_value("2024-12-25")


def test_the_half_life_moves_by_arrow_keys_and_by_typing(page, desk, view):
    chart = view("Tension")
    slider = desk.get_by_role("slider", name="Half-life in days")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(chart.locator(".gtitle")).to_contain_text("by half in 31 days")
    box = desk.get_by_role("spinbutton", name="Half-life in days")
    box.fill("90")
    box.press("Enter")
    expect(chart.locator(".gtitle")).to_contain_text("by half in 90 days")
    desk.get_by_role("button", name="Undo").click()
    expect(slider).to_have_value("31")


@pytest.mark.parametrize("name", VIEWS)
def test_no_view_has_a_serious_fault_of_accessibility(page, desk, view, name):
    view("Table")
    desk.locator(".itables_anywidget tbody tr").first.click()
    view(name)
    found = Axe().run(page, context=".demarche-desk").response["violations"]
    grave = [it for it in found if it["impact"] in ("serious", "critical")]
    assert [(it["id"], it["nodes"][0]["html"][:120]) for it in grave] == []


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
