"""The page of a figure, opened in a real browser that reaches nobody."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from utils import charts
from utils.about import About
from utils.charts.record import record
from utils.exports.figure_page import figure_page

TODAY = date(2026, 1, 31)
CHARTS = ["butterfly", "tension_curve", "timeline", "heat_map", "robustness_card"]
CANARY = '<img src=x onerror="window.ran=1"></script><script>window.ran=1</script>'
FEW_ROWS = """document.querySelectorAll('tbody tr:nth-child(n + 6)')
  .forEach((row) => row.remove())"""
DRAWN = "#chart .main-svg >> nth=0"


@dataclass
class Opened:
    """A page, and what it complained of or asked others for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def written(drawn, tmp_path_factory) -> Callable[[str], Path]:
    """Write the page of a chart, once for all tests."""
    folder = tmp_path_factory.mktemp("pages")

    def write(chart: str) -> Path:
        path = folder / f"{chart}.html"
        if not path.exists():
            html = figure_page(record(drawn(chart)), today=TODAY)
            path.write_text(html, "utf-8", newline="\n")
        return path

    return write


@pytest.fixture(scope="module")
def opening(chromium: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a file as a reader would, on a screen of some width."""
    contexts: list[BrowserContext] = []

    def open_(path: Path, width: int = 1000, **more: object) -> Opened:
        view = {"width": width, "height": 900}
        context = chromium.new_context(viewport=view, **more)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("console", lambda said: opened.complaints.append(said.text))
        opened.page.on("pageerror", lambda said: opened.complaints.append(str(said)))
        opened.page.on("request", lambda asked: opened.asked.append(asked.url))
        opened.page.goto(path.as_uri())
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="module", params=CHARTS)
def path(request, written) -> Path:
    return written(request.param)


@pytest.fixture(scope="module", params=[390, 700, 1400])
def seen(request, path, opening) -> Opened:
    """Give the page of a chart, drawn, with its table unfolded."""
    opened = opening(path, request.param)
    opened.page.wait_for_selector(DRAWN)
    opened.page.evaluate("document.querySelector('details').open = true")
    return opened


def test_a_page_draws_its_chart_without_a_complaint_or_a_request(seen, path):
    assert seen.complaints == []
    assert seen.asked == [path.as_uri()]


def test_a_page_is_no_wider_than_the_screen(seen):
    width = "document.documentElement.scrollWidth"
    assert seen.page.evaluate(width) == seen.page.viewport_size["width"]


def test_a_chart_is_as_wide_as_its_box(seen):
    box = "document.querySelector('#chart')"
    assert seen.page.evaluate(f"{box}.scrollWidth - {box}.clientWidth") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong(seen, scheme):
    # Every cell of a long table is like every other.
    seen.page.evaluate(FEW_ROWS)
    seen.page.emulate_media(color_scheme=scheme)
    assert Axe().run(seen.page).response["violations"] == []


def test_on_the_narrowest_phone_the_chart_scrolls_and_the_page_does_not(
    written, opening
):
    page = opening(written("butterfly"), 320).page
    page.wait_for_selector(DRAWN)
    assert page.evaluate("document.querySelector('#chart').scrollWidth") == 360
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_chart_follows_the_width_of_the_window(written, opening):
    page = opening(written("butterfly"), 1000).page
    page.wait_for_selector(DRAWN)
    page.set_viewport_size({"width": 390, "height": 900})
    page.wait_for_selector('#chart .main-svg[width="364"] >> nth=0')


@pytest.fixture(scope="module")
def page(written, opening) -> Page:
    """Give the page of a butterfly, which tests leave as it is."""
    opened = opening(written("butterfly"))
    opened.page.wait_for_selector(DRAWN)
    return opened.page


def test_a_page_is_read_in_headings_a_figure_and_a_table(page, drawn):
    title = drawn("butterfly").layout.meta["words"]["title"]
    assert page.title() == page.inner_text("h1") == title
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("main figure figcaption").count() == 1
    assert page.locator("details table caption").count() == 1


def test_the_table_has_every_row_of_the_chart(page, drawn):
    rows = drawn("butterfly").layout.meta["rows"]
    assert page.locator("tbody tr").count() == len(rows["n"])
    first = [column[0] for column in rows.values()]
    cells = page.locator("tbody tr").first.locator("th, td").all_text_contents()
    assert cells[:2] == first[:2]


def test_a_page_says_where_its_figure_comes_from(page, drawn):
    about = drawn("butterfly").layout.meta["about"]
    said = page.inner_text("main")
    told = [about["checksum"], about["version"], about["licence"], about["citation"]]
    assert [fact for fact in [*told, "select(", "2026-01-31"] if fact not in said] == []


def test_without_scripts_a_page_says_what_the_chart_shows(written, opening, drawn):
    page = opening(written("butterfly"), java_script_enabled=False).page
    assert drawn("butterfly").layout.meta["alt"] in page.inner_text("noscript, main")
    page.click("summary")
    assert page.locator("table").is_visible()


def test_a_page_offers_no_upload_of_its_data(page):
    assert page.locator(".modebar-btn").count() == 0


def test_text_of_the_data_runs_nowhere(tmp_path, opening):
    months = {"date": pd.to_datetime(["2025-06-01"]), "per": "month", CANARY: CANARY}
    counts = pd.DataFrame({**months, "direction": "A>B", "n": 1})
    about = About(CANARY, sides=("A", "B"), selection=CANARY, licence=CANARY)
    chart = charts.butterfly(counts, about=about.marked([("2025-06-02", CANARY)]))
    path = tmp_path / "hostile.html"
    path.write_text(figure_page(record(chart)), "utf-8", newline="\n")
    opened = opening(path)
    opened.page.wait_for_selector(DRAWN)
    opened.page.click("summary")
    assert opened.page.evaluate("window.ran") is None
    assert opened.page.locator("img").count() == 0
    assert CANARY in opened.page.inner_text("main")


def test_a_page_for_paper_keeps_its_table_head_and_caption(page):
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 26, 26)"


def test_the_same_figure_makes_the_same_page(butterfly_record):
    both = [figure_page(butterfly_record, today=TODAY) for _ in range(2)]
    assert both[0] == both[1]
