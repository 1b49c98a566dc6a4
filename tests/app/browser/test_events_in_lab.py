"""Events of a file explored in a real JupyterLab: asked for, filtered, asked anew."""

import re

import duckdb
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from utils.events.formats.gdelt import GDELT_REDUCED

SAMPLE = """
from pathlib import Path
import utils
from utils import events, explore
folder = Path(utils.__file__).parents[1] / "data" / "gdelt-sample"
desk = explore(events.read(folder / "*.CSV"))
desk
"""
SLOW = """
from utils import events, explore
desk = explore(events.read("many.csv", threads=1))
desk
"""
SHOW = "Show these events"
CANCELLED = "Cancelled; nothing was changed."
ROWS = 400_000
LONG_MS = 60_000


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(SAMPLE)
    lab.run_all()
    page.locator(".demarche-desk").first.wait_for()
    return page


def scope(page):
    return page.locator(".demarche-events")


def shown(page):
    return page.locator(".demarche-desk .demarche-top .count")


def test_it_opens_on_the_pair_with_the_most_events(page):
    expect(shown(page)).to_contain_text("15 of 15 acts")
    expect(scope(page)).to_contain_text("Azerbaijan and Iran (15)")
    expect(page.locator(".gtitle:visible").first).to_contain_text("machine-coded")


def test_each_tab_shows_something_or_says_why_not(page):
    tabs = page.locator(".demarche-desk").get_by_role("tab")
    for tab in tabs.all():
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        panel = page.locator(".demarche-panel:visible").first
        expect(panel).to_contain_text(re.compile(r"\w{4}"))
    tabs.first.click()


def test_another_pair_is_asked_of_the_engine_and_shown_in_the_same_place(page):
    pick = scope(page).get_by_label("Between")
    pick.select_option(label="China and Russia (8)")
    scope(page).get_by_role("button", name=SHOW).click()
    expect(shown(page)).to_contain_text("8 of 8 acts")
    expect(page.locator(".demarche-desk")).to_have_count(1)
    expect(scope(page)).to_contain_text("between China and Russia")


def test_a_filter_narrows_what_was_asked_for(page):
    kind = page.locator(".demarche-desk").get_by_role("group", name="Type").first
    kind.get_by_role("button", name="Only Appeal").press("Enter")
    expect(shown(page)).to_contain_text("4 of 8 acts")


def test_the_bar_can_be_used_by_whoever_sees_or_hears_it(page):
    found = Axe().run(page, context={"include": [[".demarche-events"]]}).response
    grave = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in grave] == []


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])


def many(file):
    """Write so many reduced rows that a question of them takes a second or more."""
    countries = "['AZE', 'RUS', 'ARM', 'GEO', 'TUR']"
    cells = dict.fromkeys(GDELT_REDUCED.columns, "''") | {
        "Date": "strftime(DATE '2010-01-01' + (i % 3000)::INTEGER, '%Y%m%d')",
        "Source": f"({countries})[1 + i % 5]",
        "Target": f"({countries})[1 + (i // 7) % 5]",
        "CAMEOCode": "(['042', '043', '036', '112'])[1 + (i // 11) % 4]",
        "NumEvents": "1",
    }
    columns = ", ".join(f'{cell} AS "{name}"' for name, cell in cells.items())
    with duckdb.connect() as own:
        rows = f"SELECT {columns} FROM range({ROWS}) rows(i)"
        layout = "(HEADER true, DELIMITER '\t', QUOTE '', ESCAPE '')"
        own.execute(f"COPY ({rows}) TO '{file}' {layout}")


def test_a_question_can_be_cancelled_and_asked_again(lab):
    many(lab.server.folder / "many.csv")
    page = lab.open_code(SLOW, name="many.ipynb")
    lab.run_all()
    page.locator(".demarche-desk").first.wait_for()
    show, cancel = (
        scope(page).get_by_role("button", name=it) for it in (SHOW, "Cancel")
    )
    before = shown(page).inner_text()
    pick = scope(page).get_by_label("Between")
    # The page shows spaces at which no line breaks.
    other = pick.locator("option").nth(1).inner_text().replace("\xa0", " ")
    pick.select_option(index=1)
    show.click()
    cancel.click()
    expect(scope(page)).to_contain_text(CANCELLED, timeout=LONG_MS)
    expect(cancel).to_be_disabled()
    expect(shown(page)).to_have_text(before)
    show.click()
    expect(scope(page)).to_contain_text(
        "between " + other.partition(" (")[0], timeout=LONG_MS
    )
    expect(page.locator(".demarche-desk")).to_have_count(1)
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
