"""What a reader came for, from the question to the answer, in a real JupyterLab.

Each answer is worked out a second time from the raw tables with plain pandas.
"""

import io
import re

import pandas as pd
import pypdf
import pytest
from playwright.sync_api import expect

OPEN = """
from utils import explore, load
desk = explore(load("azerbaijan-russia"))
desk
"""
RAIDS, END = "2025-06-27", "2025-12-31"
RUSSIAN = {"rus_state", "rus_private", "rus_independent"}


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(OPEN)
    lab.run_all()
    page.locator(".demarche-act").first.wait_for()
    return page


@pytest.fixture
def desk(page):
    desk = page.locator(".demarche-desk")
    desk.get_by_role("button", name="Reset every filter").click()
    expect(desk.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
    return desk


@pytest.fixture(scope="session")
def read(repository):
    """Read a raw table of the case."""

    def table(name):
        path = repository / "data/azerbaijan-russia" / f"{name}.csv"
        return pd.read_csv(path, dtype=str, keep_default_na=False)

    return table


@pytest.fixture(scope="session")
def acts(read):
    """Give the raw acts with their direction, and the first and last possible day."""
    acts = read("actions")
    country = read("actors").set_index("actor_id")["country"]
    ways = [acts[column].map(country) for column in ("actor_id", "target_id")]
    ends = acts["date"].str.findall(r"[\d-]+")
    return acts.assign(
        way=ways[0] + ">" + ways[1],
        first=[str(pd.Period(one[0]).start_time.date()) for one in ends],
        last=[str(pd.Period(one[-1]).end_time.date()) for one in ends],
    )


def facet(desk, title):
    """Give a facet, unfolded."""
    group = desk.get_by_role("group", name=title, exact=True)
    fold = group.locator("legend button")
    if fold.get_attribute("aria-expanded") == "false":
        fold.click()
    return group


def only(desk, title, label):
    facet(desk, title).get_by_role("checkbox", name=f"{label}, ").hover()
    facet(desk, title).get_by_role("button", name=f"Only {label}", exact=True).click()


def counts(desk, acts):
    expect(desk.locator(".demarche-status .count")).to_have_text(
        f"{len(acts)} of 440 acts", timeout=30_000
    )


def cultural_acts_of_baku_after_the_raids(desk):
    only(desk, "Direction", "Azerbaijan → Russia")
    only(desk, "Type", "Cultural")
    spans = facet(desk, "Between landmarks")
    spans.get_by_role("button", name="Police raids in Yekaterinburg to").click()
    expect(desk.get_by_label("Since", exact=True)).to_have_value(RAIDS)
    desk.get_by_label("Until", exact=True).fill(END)


def test_which_cultural_acts_followed_the_raids_and_what_answered_them(desk, acts):
    cultural_acts_of_baku_after_the_raids(desk)
    fits = (acts["way"] == "AZE>RUS") & (acts["type"] == "cultural")
    found = acts[fits & (acts["last"] >= RAIDS) & (acts["first"] <= END)]
    assert len(found) > 5
    counts(desk, found)
    expect(desk.locator(".demarche-status .detail")).to_contain_text(
        re.compile("cultural acts .*27 Jun 2025 to 31 Dec 2025", re.I)
    )
    desk.get_by_role("tab", name="Table", exact=True).click()
    for place in range(3):
        answered_as_recorded(desk, acts, found.iloc[place])


def answered_as_recorded(desk, acts, act):
    """Open the card of a row, and hold what answered it against the raw table."""
    rows = desk.locator(".itables_anywidget tbody tr")
    rows.filter(has_text=act["summary"]).click()
    card = desk.get_by_role("article", name="The chosen act")
    expect(card.locator("h4")).to_have_text(act["summary"])
    named = acts["in_response_to"].str.split(";")
    replies = acts[[act["action_id"] in ids for ids in named]]
    listed = card.get_by_role("button", name="answered by: ")
    wanted = [
        f"answered by: {date}: {said}"
        for date, said in zip(replies["date"], replies["summary"], strict=True)
    ]
    expect(listed).to_have_text(wanted)
    if wanted:
        listed.first.press("Enter")
        expect(card.locator("h4")).to_have_text(replies["summary"].iloc[0])
        expect(card.locator("h4")).to_be_focused()


def test_what_only_russian_sources_report_leaves_as_a_pdf_of_one_page(desk, acts, read):
    alone = facet(desk, "Side of source, no other")
    alone.get_by_role("button", name="None of").click()
    for kind in ("state", "private", "independent"):
        alone.get_by_role("checkbox", name=f"Russian, {kind}").check()
    told = read("evidence").merge(read("sources"), on="source_id")
    told = told[told["supports"] != "contradicts"]
    sides = told.groupby("action_id")["side"].agg(set)
    russian = acts["action_id"].map(lambda one: sides.get(one, {"none"}) <= RUSSIAN)
    near = (acts["last"] >= "2024-12-25") & (acts["first"] <= END)
    found = acts[russian & near & acts["way"].isin(["AZE>RUS", "RUS>AZE"])]
    counts(desk, found)
    text = text_of_the_pdf(desk)
    assert f"{len(found)} recorded acts: busiest month" in text
    assert "no other side than" in text


def text_of_the_pdf(desk):
    """Take the figure on top along, and read its one page."""
    desk.get_by_role("tab", name="Timeline", exact=True).click()
    ways = desk.locator(".demarche-ways")
    ways.get_by_label("Format").select_option("pdf")
    with desk.page.expect_download(timeout=90_000) as waiting:
        ways.get_by_role("button", name="Download the figure").click()
    assert waiting.value.suggested_filename == "azerbaijan-russia-timeline.pdf"
    pages = pypdf.PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
