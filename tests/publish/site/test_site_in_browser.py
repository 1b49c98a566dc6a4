"""The site as a reader opens it from a disk: on a phone, in a window, in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from site_pages import ALL_DRAWN, CUT_OFF, WIDER, visiting

from utils.publish.site.whole_folder import files_of

KINDS = [
    *("index", "data", "codebook", "downloads", "measures", "tables/actions"),
    *("notebooks/index", "notebooks/01-acts-by-month", "notebooks/02-words"),
]
LOOKS = [(390, "light"), (390, "dark"), (1200, "light"), (1200, "dark")]
# The policy of the pages lets no text run, so that a wait has to be a function.
PAPER_IS = """(colour) => getComputedStyle(
  document.querySelector('.main-svg')).backgroundColor === colour"""
TALLEST_BAR = """() => {
  const boxes = [...document.querySelectorAll('.bars .point path')]
    .map((bar) => bar.getBoundingClientRect())
    .sort((one, other) => other.height - one.height);
  return [boxes[0].x + boxes[0].width / 2, boxes[0].y + boxes[0].height / 2];
}"""
WHITE, BLACK = "rgb(255, 255, 255)", "rgb(17, 17, 17)"


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def visited(request, chromium, site):
    """Open a page of each kind, tall enough to draw every chart of it."""
    width_px, theme = request.param
    found = {}
    for name in KINDS:
        path = site / f"{name}.html"
        with visiting(chromium, path, width_px=width_px, theme=theme) as visit:
            visit.page.set_viewport_size({"width": width_px, "height": 6000})
            visit.page.wait_for_function(ALL_DRAWN)
            axe = Axe().run(visit.page).response["violations"]
            found[name] = {
                "axe": [v["id"] for v in axe if v["impact"] in ("serious", "critical")],
                "cut off": visit.page.evaluate(CUT_OFF),
                "wider than the screen by": visit.page.evaluate(WIDER),
                "complaints": visit.complaints,
            }
    return found


def told(visited, what):
    return {name: facts[what] for name, facts in visited.items() if facts[what]}


def test_nothing_keeps_a_reader_out(visited):
    assert told(visited, "axe") == {}


def test_no_page_is_wider_than_the_screen(visited):
    assert told(visited, "wider than the screen by") == {}


def test_no_word_of_a_chart_is_cut_off(visited):
    assert told(visited, "cut off") == {}


def test_no_error_is_logged_and_no_other_host_is_asked(visited):
    assert told(visited, "complaints") == {}


def test_a_chart_is_drawn_when_it_comes_into_sight_and_can_be_read_off(chromium, site):
    with visiting(chromium, site / "notebooks" / "01-acts-by-month.html") as visit:
        chart = visit.page.locator("#chart-1")
        chart.scroll_into_view_if_needed()
        visit.page.wait_for_function(ALL_DRAWN)
        bar = visit.page.evaluate(TALLEST_BAR)
        visit.page.mouse.move(*bar)
        visit.page.wait_for_selector(".hoverlayer .hovertext")


def test_a_chart_follows_the_reader_into_the_dark(chromium, site):
    with visiting(chromium, site / "index.html") as visit:
        visit.page.set_viewport_size({"width": 1200, "height": 3000})
        visit.page.wait_for_function(ALL_DRAWN)
        visit.page.wait_for_function(PAPER_IS, arg=WHITE)
        visit.page.emulate_media(color_scheme="dark")
        visit.page.wait_for_function(PAPER_IS, arg=BLACK)
        assert visit.complaints == []


def test_a_chart_is_laid_out_anew_for_a_narrow_window(chromium, site):
    lines = "() => document.querySelectorAll('.gtitle tspan').length"
    with visiting(chromium, site / "index.html") as visit:
        visit.page.set_viewport_size({"width": 1200, "height": 3000})
        visit.page.wait_for_function(ALL_DRAWN)
        before = visit.page.evaluate(lines)
        visit.page.set_viewport_size({"width": 390, "height": 3000})
        visit.page.wait_for_function(f"(n) => ({lines})() > n", arg=before)
        assert visit.page.evaluate(WIDER) == 0


def test_the_first_stop_of_the_keyboard_skips_the_navigation(chromium, site):
    focused = "() => document.activeElement.id || document.activeElement.textContent"
    with visiting(chromium, site / "codebook.html") as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate(focused) == "Skip to the content"
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate(focused) == "content"
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate(focused) == "Types of acts"


def test_a_page_is_printed_with_its_charts_in_the_light(chromium, site):
    with visiting(chromium, site / "index.html", theme="dark") as visit:
        visit.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        visit.page.wait_for_function(ALL_DRAWN)
        visit.page.wait_for_function(PAPER_IS, arg=WHITE)


def test_nothing_of_a_hostile_case_runs(chromium, hostile_site):
    for name in files_of(hostile_site):
        if name.endswith(".html"):
            with visiting(chromium, hostile_site / name) as visit:
                visit.page.wait_for_timeout(100)
                assert visit.page.title() != "run"
                assert visit.page.locator("img[src='x'], main b").count() == 0
                assert visit.complaints == []


def test_nothing_of_a_hostile_output_runs(chromium, site):
    with visiting(chromium, site / "notebooks" / "02-words.html") as visit:
        visit.page.wait_for_timeout(300)
        assert visit.page.title() == "Words | Demarche"
        assert visit.page.locator("img").count() == 0
        assert visit.complaints == []
