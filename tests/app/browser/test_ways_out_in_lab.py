"""What leaves an explorer in a real JupyterLab, opened and read."""

import io
import json
import re
import zipfile

import pandas as pd
import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

OPEN = """
from utils import load
from utils.app import explore
desk = explore(load("azerbaijan-russia"), view="tension")
desk
"""
SECOND = """
import os
from ipywidgets import Button
from utils.exports.browser import shared

def hide(_):
    shared().close()
    os.environ["DEMARCHE_BROWSER"] = "/nowhere/chromium"

hidden = Button(description="Hide the browser")
hidden.on_click(hide)
display(desk, hidden)
"""
AXE = {"include": [[".demarche-ways"]]}
SPY = """() => {
  window.freed = [];
  const free = URL.revokeObjectURL.bind(URL);
  URL.revokeObjectURL = (address) => { window.freed.push(address); free(address); };
}"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(OPEN, SECOND)
    lab.run_all()
    page.locator(".demarche-ways").nth(1).wait_for()
    return page


@pytest.fixture
def ways(page):
    return page.locator(".demarche-ways").first


@pytest.fixture
def status(ways):
    return ways.get_by_role("status")


def button(ways, name):
    return ways.get_by_role("button", name=name, exact=True)


def press(ways, name):
    """Press a button, and give the file that the browser was handed."""
    with ways.page.expect_download(timeout=60_000) as waiting:
        button(ways, name).click()
    return waiting.value


def figure(ways, format, size="double-column"):
    ways.get_by_label("Format").select_option(format)
    if ways.get_by_label("Size").is_enabled():
        ways.get_by_label("Size").select_option(size)
    got = press(ways, "Download the figure")
    return got.suggested_filename, got.path().read_bytes()


def test_a_pdf_has_the_size_that_was_asked_for_and_its_title(ways):
    name, content = figure(ways, "pdf", "single-column")
    assert name == "azerbaijan-russia-tension.pdf"
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(90 / 25.4 * 72, abs=0.5)
    name, content = figure(ways, "pdf", "double-column")
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    assert float(page.mediabox.width) == pytest.approx(190 / 25.4 * 72, abs=0.5)
    assert "Recorded tension is highest on" in page.extract_text().replace("\n", " ")


def test_the_status_names_the_file_and_its_size(ways, status):
    name, content = figure(ways, "pdf", "double-column")
    said = f"Downloaded {name}, {round(len(content) / 1000)} kB."
    expect(status).to_contain_text(said)
    expect(status).to_contain_text("The picture is 190.0 ×")


def test_a_png_has_the_pixels_of_its_millimetres(ways):
    _, content = figure(ways, "png", "nature-single")
    picture = Image.open(io.BytesIO(content))
    assert picture.width == pytest.approx(89 / 25.4 * 300, abs=2)


@pytest.mark.parametrize(
    ("format", "ending", "holds"),
    [
        ("svg", "svg", b"<svg"),
        ("html", "html", b"<html lang"),
        ("caption", "txt", b"Recorded tension is highest on"),
        ("csv", "csv", b"date,"),
        ("csv-for-spreadsheets", "for-spreadsheets.csv", b'"date",'),
    ],
)
def test_a_figure_leaves_in_each_format_of_text(ways, format, ending, holds):
    name, content = figure(ways, format)
    assert name == f"azerbaijan-russia-tension.{ending}"
    assert holds in content


def test_a_record_draws_the_figure_again(ways):
    from utils.exports import redraw

    _, content = figure(ways, "json")
    assert redraw(json.loads(content)).layout.meta["alt"]


def test_a_slide_is_a_sound_package(ways):
    _, content = figure(ways, "pptx")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "ppt/presentation.xml" in package.namelist()


def test_a_format_without_a_size_offers_none(ways):
    ways.get_by_label("Format").select_option("caption")
    expect(ways.get_by_label("Size")).to_be_disabled()
    ways.get_by_label("Format").select_option("svg")
    expect(ways.get_by_label("Size")).to_be_enabled()


def test_the_rows_are_the_acts_that_are_shown(page, ways):
    got = press(ways, "Download CSV")
    assert got.suggested_filename == "azerbaijan-russia-acts.csv"
    acts = pd.read_csv(got.path())
    shown = page.locator(".demarche-status .count").first.inner_text()
    assert f"{len(acts)} of" in shown
    assert set(acts["direction"]) == {"AZE>RUS", "RUS>AZE"}


def test_the_rows_follow_a_filter(page, ways):
    media = page.get_by_role("group", name="Type").first
    media.get_by_role("button", name="Only Media").press("Enter")
    count = page.locator(".demarche-status .count").first
    expect(count).not_to_contain_text("262")
    acts = pd.read_csv(press(ways, "Download CSV for spreadsheets").path())
    assert set(acts["type"]) == {"media"}
    assert f"{len(acts)} of" in count.inner_text()
    media.get_by_role("button", name="All of Type").click()
    expect(count).to_contain_text("262")


def test_the_page_opens_on_its_own(ways, chromium, status, tmp_path):
    got = press(ways, "Download the page")
    assert got.suggested_filename == "azerbaijan-russia.html"
    expect(status).to_contain_text(re.compile(r"html, \d\.\d MB"))
    got.save_as(tmp_path / got.suggested_filename)
    context = chromium.new_context(offline=True)
    alone = context.new_page()
    alone.goto((tmp_path / got.suggested_filename).as_uri())
    expect(alone.locator(".demarche-status .count")).to_contain_text("262 of 440")
    context.close()


def test_the_keyboard_alone_takes_a_file_and_keeps_its_place(page, ways):
    ways.get_by_label("Format").select_option("caption")
    go = button(ways, "Download the figure")
    go.focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    expect(go).to_be_focused()
    expect(go).to_have_attribute("aria-disabled", "false")


def counted(page):
    """Count downloads in a list, until the listener that is given is removed."""
    begun = []

    def note(download):
        begun.append(download.suggested_filename)

    page.on("download", note)
    return begun, note


def test_while_a_file_is_made_no_other_is_begun(page, ways, status):
    begun, note = counted(page)
    status.evaluate("""(node) => {
      window.said = [];
      new MutationObserver(() => window.said.push([node.textContent,
        node.parentElement.querySelectorAll('button[aria-disabled=true]').length,
      ])).observe(node, { childList: true });
    }""")
    with page.expect_download():
        button(ways, "Download the page").dblclick()
    expect(status).to_contain_text("Downloaded")
    page.wait_for_timeout(1500)
    making, done = page.evaluate("window.said")
    assert (making, done[1]) == (["Making the page …", 4], 0)
    assert len(begun) == 1
    page.remove_listener("download", note)


def test_only_the_view_that_was_pressed_downloads(page):
    second = page.locator(".demarche-ways").nth(1)
    begun, note = counted(page)
    press(second, "Download CSV")
    page.wait_for_timeout(1000)
    assert len(begun) == 1
    expect(second.get_by_role("status")).to_contain_text("acts.csv")
    page.remove_listener("download", note)


def test_the_browser_frees_the_file(page, ways):
    page.evaluate(SPY)
    press(ways, "Download CSV")
    page.wait_for_function("() => window.freed.length === 1", timeout=20_000)


def test_targets_are_24_pixels_high_and_labels_native(ways):
    heights = ways.locator("button, select").evaluate_all(
        "(nodes) => nodes.map((n) => n.offsetHeight)"
    )
    assert len(heights) == 6
    assert min(heights) >= 24


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_no_serious_fault_of_accessibility_in_either_theme(page, ways, theme):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()
    ground = "rgb(33, 33, 33)" if "Dark" in theme else "rgb(255, 255, 255)"
    expect(ways).to_have_css("background-color", ground)
    found = Axe().run(page, context=AXE).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in grave] == []


def test_a_missing_browser_is_said_with_what_installs_one(page, ways, status):
    page.get_by_role("button", name="Hide the browser").click()
    ways.get_by_label("Format").select_option("png")
    button(ways, "Download the figure").click()
    expect(status).to_contain_text("DEMARCHE_BROWSER is /nowhere/chromium, which is")
    expect(status).to_contain_text("To install one, run:")
    expect(button(ways, "Download the figure")).to_have_attribute(
        "aria-disabled", "false"
    )


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
