"""The text and the table below a chart, in a real JupyterLab: found, read, scrolled."""

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from jupyter_lab import PYTHON

from utils import charts, load, measures, select
from utils.charts.sheet.twin import twin

OPENING = """
from utils import charts, load, measures, select
case = load("azerbaijan-russia")
chosen = select(since="2024-12-25", until="2025-12-31")
acts, about = chosen.apply(case.actions), case.about(chosen)"""
TIMELINE = "charts.timeline(acts, about=about)"
BARS = "charts.butterfly(measures.counts(acts), about=about)"
FOLDED = "details.demarche-twin"
TABLE = """(twin) => {
  const rows = twin.querySelector('.demarche-rows');
  const cell = twin.querySelector('td.number, td:nth-child(5)');
  const room = twin.closest('.jp-OutputArea-output').getBoundingClientRect();
  return {
    high: rows.clientHeight, whole: rows.scrollHeight,
    spills: rows.getBoundingClientRect().right - room.right,
    align: getComputedStyle(cell).textAlign,
    rows: twin.querySelectorAll('tbody tr').length,
  };
}"""


@pytest.fixture(scope="module", params=["JupyterLab Light", "JupyterLab Dark"])
def page(request, lab):
    """Show two charts, and open what is folded below each of them."""
    lab.wear(request.param)
    page = lab.open_code(OPENING.strip(), TIMELINE, BARS, name="twins.ipynb")
    page.set_viewport_size({"width": 1000, "height": 4000})
    lab.run_all()
    page.wait_for_selector(".js-plotly-plot .gtitle")
    for folded in page.locator(FOLDED).all():
        assert folded.get_attribute("open") is None
        folded.locator("summary").click()
    yield page
    lab.wear("JupyterLab Light")


def test_there_is_one_below_each_chart(page):
    assert page.locator(FOLDED).count() == page.locator(".js-plotly-plot").count() == 2


def test_axe_finds_nothing_wrong(page):
    found = Axe().run(page, context=FOLDED).response["violations"]
    assert [(it["id"], it["nodes"][0]["html"][:200]) for it in found] == []


def test_a_long_and_wide_table_scrolls_in_its_place(page):
    shown = page.locator(FOLDED).first.evaluate(TABLE)
    assert shown["rows"] == 200
    assert 200 < shown["high"] < 600 < shown["whole"]
    assert shown["spills"] <= 1
    assert shown["align"] in ("end", "right")


def test_it_scrolls_by_keyboard(page):
    rows = page.locator(".demarche-rows").first
    rows.focus()
    page.keyboard.press("End")
    page.wait_for_function(
        "() => document.querySelector('.demarche-rows').scrollTop > 1000"
    )


def test_the_heads_stay_in_sight_while_it_scrolls(page):
    rows = page.locator(".demarche-rows").first
    rows.evaluate("(it) => it.scrollTo(0, 2000)")
    top = rows.bounding_box()["y"]
    assert abs(rows.locator("th").first.bounding_box()["y"] - top) < 2


def test_no_error_is_logged(page, lab):
    assert lab.console_errors == []


@pytest.fixture(scope="module")
def strange(lab):
    """Open a notebook that someone else ran, which JupyterLab does not trust."""
    case = load("azerbaijan-russia")
    chosen = select(since="2025-06-01", until="2025-07-31")
    counts = measures.counts(chosen.apply(case.actions), per="day")
    figure = charts.butterfly(counts, about=case.about(chosen))
    html = twin(figure.layout.meta)
    output = nbformat.v4.new_output("display_data", {"text/html": html})
    cell = nbformat.v4.new_code_cell("figure", outputs=[output], execution_count=1)
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata=PYTHON)
    nbformat.write(notebook, lab.server.folder / "strange.ipynb")
    lab.wear("JupyterLab Light")
    page = lab.open("strange.ipynb")
    page.locator(f"{FOLDED} summary").click()
    return page


def test_without_trust_the_text_is_there_and_the_table_still_scrolls(strange):
    assert strange.locator(f"{FOLDED} style").count() == 0
    shown = strange.locator(FOLDED).evaluate(TABLE)
    assert "Back-to-back bars" in strange.locator(f"{FOLDED} p").first.inner_text()
    assert shown["rows"] > 50
    assert 200 < shown["high"] < 600 < shown["whole"]
