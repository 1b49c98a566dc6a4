"""The explorer and the doctor in a real Notebook 7."""

import io

import pypdf
import pytest
from playwright.sync_api import expect

OPEN = 'from utils import doctor, explore, load\nexplore(load("azerbaijan-russia"))'
KNOWN = ["Cannot read properties of undefined (reading 'schema')"]
"""What Notebook 7 complains of by itself, with nothing of ours on the page."""


@pytest.fixture(scope="module")
def page(notebook):
    page = notebook.open_code(OPEN, "doctor()")
    notebook.run_all()
    page.locator(".demarche-status .count").wait_for()
    return page


def test_it_mounts_with_the_acts_that_lie_between_the_sides(page):
    expect(page.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
    expect(page.locator(".js-plotly-plot path.point").first).to_be_visible()


def test_a_tick_changes_the_count(page):
    facet = page.locator("fieldset.demarche-facet").filter(has_text="Media").first
    box = facet.get_by_role("checkbox", name="Media")
    box.click()
    expect(page.locator(".demarche-status .count")).to_have_text("230 of 440 acts")
    box.click()
    expect(page.locator(".demarche-status .count")).to_have_text("262 of 440 acts")


def test_a_tab_brings_another_view(page):
    page.get_by_role("tab", name="Tension").click()
    panel = page.locator(".demarche-desk .js-plotly-plot:visible .gtitle")
    expect(panel).to_contain_text("Recorded tension is highest")


def test_a_figure_leaves_it(page):
    ways = page.locator(".demarche-ways")
    with page.expect_download(timeout=60_000) as waiting:
        ways.get_by_role("button", name="Download the figure").click()
    content = waiting.value.path().read_bytes()
    (drawn,) = pypdf.PdfReader(io.BytesIO(content)).pages
    assert float(drawn.mediabox.width) == pytest.approx(190 / 25.4 * 72, abs=0.5)


def test_the_doctor_sees_a_widget_come_to_life_in_notebook(page):
    line = page.locator(".demarche-mount-check")
    expect(line).to_contain_text("ok: Widgets: mounted in")
    expect(line).to_contain_text("in Notebook.")


def test_nobody_else_is_asked_and_nothing_new_goes_wrong(notebook, page):
    assert notebook.foreign_requests == []
    assert notebook.console_errors in ([], KNOWN)
