"""The explorer as a page of its own: make app, in a real Voila."""

import json
import re
import socket

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

KNOWN = re.compile(
    r"(No satisfying|Unsatisfied) version .* of shared (singleton )?module "
    r"@jupyterlab/\w+ "
)
"""Voila brings parts of an older JupyterLab than the widgets were built for."""


@pytest.fixture(scope="module")
def visit(app):
    visit = app()
    visit.page.goto(f"{visit.server.address}/")
    visit.page.locator(".demarche-status .count").wait_for(timeout=90_000)
    visit.page.locator(".demarche-ways").wait_for()
    return visit


@pytest.fixture(scope="module")
def page(visit):
    return visit.page


def test_it_mounts_with_the_acts_that_lie_between_the_sides(page):
    expect(page.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
    expect(page.locator(".js-plotly-plot path.point").first).to_be_visible()


def test_no_code_is_shown_and_the_case_is_the_heading(page):
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Azerbaijan and Russia: diplomatic actions, 2006 to 2026"
    )
    assert page.get_by_text("from utils import").count() == 0


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


def test_no_picture_is_kept_for_a_notebook_that_nobody_saves(page):
    assert page.locator(".demarche-last").count() == 0


def test_rows_leave_it(page):
    ways = page.locator(".demarche-ways")
    with page.expect_download(timeout=60_000) as waiting:
        ways.get_by_role("button", name="Download CSV", exact=True).click()
    assert len(pd.read_csv(waiting.value.path())) == 262


def test_no_serious_fault_of_accessibility_on_the_whole_page(page):
    found = Axe().run(page).response["violations"]
    grave = [v for v in found if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in grave] == []


def test_it_listens_to_this_computer_only(visit):
    here = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None)}
    for address in here - {"127.0.0.1", "::1", "127.0.1.1"}:
        with (
            pytest.raises(ConnectionRefusedError),
            socket.create_connection((address, int(visit.server.port)), timeout=2),
        ):
            pass


def test_nobody_else_is_asked_and_nothing_goes_wrong(visit):
    assert (visit.console_errors, visit.foreign_requests) == ([], [])


def test_the_warnings_are_the_known_ones(visit):
    assert [said for said in visit.console_warnings if not KNOWN.match(said)] == []


def test_another_case_opens_by_its_path(app, small):
    visit = app("--case", str(small))
    visit.page.goto(f"{visit.server.address}/")
    count = visit.page.locator(".demarche-status .count")
    expect(count).to_contain_text("1 of 1 act", timeout=90_000)
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("<b>Two</b>")


@pytest.fixture
def small(tmp_path):
    """Give a folder with one act, under a title full of markup."""
    files = {
        "actions.csv": "action_id,date,actor_id,target_id,type,form,cameo,summary,"
        "certainty,in_response_to,place\n"
        "a1,2025-06-27,AAA,BBB,diplomatic,meet,040,They met.,confirmed,,\n",
        "actors.csv": "actor_id,name,name_native,country,role,parent_id,"
        "public_office\nAAA,Altania,,AAA,country,,institution\n"
        "BBB,Bestovia,,BBB,country,,institution\n",
        "sources.csv": "source_id,publisher,publisher_country,side,title,published,"
        "url,language\ns1,The Courier,GBR,western,Talks,2025-06-27,,en\n",
        "evidence.csv": "action_id,source_id,supports,locator,note\na1,s1,yes,,\n",
        "landmarks.csv": "landmark_id,date,label,note,source_id,action_id\n"
        "l1,2025-06-27,Talks,They met.,s1,a1\n",
        "datapackage.json": json.dumps(
            {
                "name": "two",
                "title": "<b>Two</b>",
                "version": "0.1.0",
                "licenses": [{"name": "CC0-1.0"}],
                "sides": ["AAA", "BBB"],
                "densePeriod": {"since": "2025-06-01", "until": "2025-07-31"},
            }
        ),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path
