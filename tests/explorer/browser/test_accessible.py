"""The explorer by keyboard alone, by axe-core, enlarged, and on a narrow page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

OPEN = """
from utils import explore, load
desk = explore(load("azerbaijan-russia"))
desk
"""
VIEWS = ["Timeline", "Tension", "Both sides", "Replies", "Ladder"]
VIEWS += ["Who towards whom", "Sources", "Compare", "Table"]
HERE = """() => {
  const node = document.activeElement;
  if (!node.closest('.demarche-desk')) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  const box = node.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const part = ['top', 'bar', 'facet', 'tabs', 'panel', 'act', 'ways']
    .find((name) => node.closest(`.demarche-${name}`)) ?? 'facet';
  return {
    part,
    html: node.outerHTML.slice(0, 120),
    name: node.ariaLabel || [...(node.labels ?? [])].map((it) => it.textContent).join()
      || node.textContent.trim(),
    ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    covered: !(node.contains(at) || at?.contains(node) || at?.closest('label')),
  };
}"""
SMALL = """(desk) => [...desk.querySelectorAll(
  'a[href], button, input, select, textarea, summary, [role=button]')]
  .filter((node) => node.checkVisibility() && !node.closest('.past:not(:focus)'))
  .map((node) => node.closest('th') ?? node.closest('label') ?? node)
  .filter((node) => !(node.tagName === 'A' && node.closest('li')))
  .map((node) => [node.outerHTML.slice(0, 120), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([html, box]) => [html, box.width, box.height])"""
SPILLS = """(desk) => {
  const output = desk.closest('.jp-OutputArea-output');
  const right = output.getBoundingClientRect().right + 1;
  return [output.scrollWidth - output.clientWidth, [...desk.querySelectorAll('*')]
    .filter((n) => n.checkVisibility() && n.getBoundingClientRect().right > right)
    .filter((n) => !n.closest('.past, .spoken, [popover]'))
    .map((n) => n.outerHTML.slice(0, 80))];
}"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(OPEN)
    lab.run_all()
    page.locator(".demarche-act").first.wait_for()
    return page


@pytest.fixture
def desk(page):
    """Begin at 1400 pixels, with an act on the card and the code unfolded."""
    page.set_viewport_size({"width": 1400, "height": 1000})
    desk = page.locator(".demarche-desk")
    if not desk.locator(".demarche-act h4").count():
        bring(desk, "Table")
        desk.locator(".itables_anywidget tbody tr").first.click()
        desk.get_by_text("The code", exact=True).click()
    expect(desk.locator(".demarche-act h4")).to_be_visible()
    return desk


def bring(desk, view):
    """Bring a view on top, and wait until it is drawn."""
    desk.get_by_role("tab", name=view, exact=True).click()
    chart = desk.locator(".demarche-chart:not([hidden]) .main-svg").first
    table = desk.locator(".itables_anywidget tbody tr").first
    if view != "Compare":
        (table if view == "Table" else chart).wait_for(timeout=30_000)
    desk.page.wait_for_timeout(500)


def wear(page, theme):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()
    light = str(theme.endswith("Light")).lower()
    expect(page.locator(f'body[data-jp-theme-light="{light}"]')).to_be_attached()


@pytest.fixture(scope="module", params=["JupyterLab Dark", "JupyterLab Light"])
def theme(request, page):
    wear(page, request.param)
    return request.param


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_has_a_serious_fault_in_either_theme(page, desk, theme, view):
    bring(desk, view)
    if view == "Compare" and desk.get_by_text("Nothing to compare").is_visible():
        desk.get_by_role("button", name="As told by each side's sources").click()
        desk.locator(".demarche-chart:not([hidden]) .main-svg").first.wait_for()
    found = Axe().run(page, context=".demarche-desk").response["violations"]
    grave = [it for it in found if it["impact"] in ("serious", "critical")]
    assert [(it["id"], [n["html"][:150] for n in it["nodes"]]) for it in grave] == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_target_is_at_least_24_pixels_wide_and_high(desk, view):
    bring(desk, view)
    assert desk.evaluate(SMALL) == []


def walked(page, desk):
    """Press Tab from the first control until the explorer is left."""
    desk.get_by_role("toolbar").get_by_role("button").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    stops = []
    while len(stops) < 300 and (here := page.evaluate(HERE)):
        stops.append(here)
        page.keyboard.press("Tab")
    return stops


@pytest.mark.parametrize("view", ["Tension", "Table"])
def test_tab_reaches_every_part_in_the_order_in_which_it_is_read(page, desk, view):
    bring(desk, view)
    stops = walked(page, desk)
    parts = [stop["part"] for stop in stops]
    runs = [now for last, now in zip(["", *parts], parts, strict=False) if now != last]
    assert runs == ["bar", "facet", "tabs", "panel", "act", "ways"]
    assert [stop["html"] for stop in stops if not stop["name"]] == []
    assert [stop["html"] for stop in stops if not stop["ring"]] == []
    assert [stop["html"] for stop in stops if stop["covered"]] == []


def test_the_keyboard_passes_the_facets_by_one_button(page, desk):
    bring(desk, "Timeline")
    desk.get_by_role("textbox", name="The code").focus()
    page.keyboard.press("Tab")
    past = desk.get_by_role("button", name="Go to the views")
    expect(past).to_be_focused()
    expect(past).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(desk.get_by_role("tab", selected=True)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(desk.get_by_role("tab", name="Tension")).to_be_focused()
    expect(desk.locator(".gtitle:visible")).to_contain_text("ecorded tension")


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_spills_over_at_1000_pixels(page, desk, view):
    page.set_viewport_size({"width": 1000, "height": 900})
    bring(desk, view)
    page.wait_for_timeout(800)
    assert desk.evaluate(SPILLS) == [0, []]


# A browser that enlarges a window of 1400 pixels to 200 % lays the page out as in one
# of 700, and paints each pixel as four. The page cannot tell the two apart, so the
# narrow window is the honest stand-in; `zoom` on the body would leave the media
# queries and the window as they are. The file browser is folded, as a reader would.
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_spills_over_when_enlarged_to_200_percent(page, desk, view):
    page.set_viewport_size({"width": 700, "height": 500})
    folded = page.locator("#jp-left-stack").is_hidden()
    if not folded:
        page.keyboard.press("Control+b")
    bring(desk, view)
    page.wait_for_timeout(800)
    assert desk.evaluate(SPILLS) == [0, []]


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
