"""The explorer opens on a case that knows none of the usual words."""

import pytest

from utils import explore
from utils.explorer.code import to_code
from utils.explorer.inquiry import Inquiry
from utils.explorer.inquiry_file import read_inquiry, write_inquiry
from utils.selection import select

OPEN = """from utils import explore, load
case = load("caucasus-disputes")
desk = explore(case)
desk"""
VIEWS = {
    "Timeline": "Timeline of 221 recorded acts",
    "Tension": "Curves of tension",
    "Both sides": "Back-to-back bars",
    "Replies": "Arcs from recorded acts",
    "Ladder": "Two step lines",
    "Who towards whom": "Grid of actors",
    "Sources": "Grid of recorded acts by 1 group",
}


@pytest.fixture(scope="module")
def desk(disputes):
    return explore(disputes)


def test_it_opens_on_the_two_sides_and_the_first_scale(desk):
    assert len(desk.acts) == 221
    assert desk.inquiry.scale == "hostility"


def test_what_is_asked_is_code_that_gives_the_same_acts(desk):
    there: dict = {}
    exec(to_code(desk.inquiry, desk.case), there)
    assert there["case"].checksum == desk.case.checksum
    assert 'case.scales["hostility"]' in to_code(desk.inquiry, desk.case)


def test_a_saved_inquiry_comes_back(desk, disputes):
    text = write_inquiry(desk.inquiry, disputes)
    assert read_inquiry(text, disputes).inquiry == desk.inquiry


def test_a_saved_inquiry_without_a_scale_takes_the_first(disputes):
    asked = Inquiry(select(types="threat"), scale="hostility")
    text = write_inquiry(asked, disputes)
    bare = text.replace('"scale": "hostility",', "")
    assert bare != text
    assert read_inquiry(bare, disputes).inquiry == asked


def test_every_view_works_in_jupyterlab_and_an_act_leads_to_the_data_set(lab):
    page = lab.open_code(OPEN)
    lab.run_all()
    desk = page.locator(".demarche-desk").first
    desk.locator(".demarche-act").first.wait_for()
    for tab, said in VIEWS.items():
        desk.get_by_role("tab", name=tab, exact=True).click()
        desk.get_by_role("figure", name=said).first.wait_for(timeout=15_000)
    desk.get_by_role("tab", name="Compare", exact=True).click()
    desk.get_by_role("button", name="As told by each side's sources").click()
    desk.get_by_text("each side's own sources are not known").wait_for()
    desk.get_by_role("tab", name="Table", exact=True).click()
    desk.get_by_text("Rows 1 to 5 of 221").wait_for()
    desk.locator("button", has_text="Next").first.click()
    card = desk.locator(".demarche-act").first
    card.get_by_role("link", name="Militarized Interstate Disputes").wait_for()
    assert "-4 (Hostility level (MID) 5.0)" in card.inner_text()
    assert lab.console_errors == []
    assert lab.foreign_requests == []
