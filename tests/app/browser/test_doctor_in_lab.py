"""The doctor in a real JupyterLab."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SEEN = 'print(found.lines[-1].found, "|", found.ok)'
AXE = {"include": [[".jp-OutputArea-output table"], [".demarche-mount-check"]]}


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code("from utils import doctor\nfound = doctor()\nfound", SEEN)
    lab.run_all()
    page.locator(".demarche-mount-check").wait_for()
    return page


def test_every_line_is_a_row_of_a_table(page):
    rows = page.locator(".jp-OutputArea-output tbody tr")
    expect(rows.filter(has_text="pandas")).to_contain_text("asked for >=3.0,<4")
    expect(rows.filter(has_text="Place")).to_contain_text("a Jupyter kernel")
    assert rows.locator("td", has_text="MEND").count() == 0


def test_the_line_on_widgets_changes_once_one_has_come_to_life(page):
    line = page.get_by_role("status").filter(has_text="Widgets")
    expect(line).to_contain_text("ok: Widgets: mounted in ")
    expect(line).to_contain_text(" s in JupyterLab.")


def test_python_knows_it_too(page, lab):
    page.locator(".jp-Cell").nth(1).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    said = page.locator(".jp-Cell").nth(1).locator(".jp-OutputArea-output")
    expect(said).to_contain_text("s in JupyterLab | True")


def test_no_serious_fault_of_accessibility(page):
    found = Axe().run(page, context=AXE).response["violations"]
    grave = [v["id"] for v in found if v["impact"] in ("serious", "critical")]
    assert grave == []


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
