"""The shared page on phones, on paper, in the dark, for screen readers, offline."""

import io
import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from jupyter_lab import CHROMIUM
from playwright.sync_api import expect
from pypdf import PdfReader

REPLY = "20250629-aze-culture-ministry-cancels-events"
PHONE = {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}
SVG = ".{} .main-svg"
PAPER = """(colour) => getComputedStyle(document.querySelector(
  '.timeline .main-svg')).backgroundColor === colour"""


def count_of(page):
    return page.locator("#status .count")


def chart_widths(page):
    return page.locator(".plot > .plot-container > .svg-container").evaluate_all(
        "(plots) => plots.map((plot) => plot.getBoundingClientRect().width)"
    )


@pytest.fixture(scope="module")
def phone(opener, shipped):
    return opener(shipped, **PHONE)


@pytest.fixture
def hand(phone):
    """Give the page on a phone, as it opens."""
    page = phone.page
    page.evaluate("location.hash = ''")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(count_of(page)).to_have_text("262 of 440 acts")
    page.locator("details").evaluate_all("(all) => all.forEach((d) => d.open = false)")
    return page


@pytest.mark.parametrize("width", [320, 360, 390, 620, 859, 860, 1000, 1239, 1240])
def test_no_width_makes_the_page_scroll_sideways(sheet, width):
    sheet.page.set_viewport_size({"width": width, "height": 800})
    sheet.page.wait_for_function(
        """() => { const [plot] = document.querySelectorAll(".timeline .svg-container");
        const wanted = Math.max(document.querySelector(".charts").clientWidth, 360);
        return plot.getBoundingClientRect().width === wanted; }"""
    )
    assert sheet.page.evaluate("document.documentElement.scrollWidth") == width


def test_charts_are_drawn_anew_at_the_width_they_get(sheet):
    sheet.page.set_viewport_size({"width": 1400, "height": 900})
    column = sheet.page.locator(".charts")
    sheet.page.wait_for_function(
        """() => [...document.querySelectorAll(".plot .svg-container")].every((plot) =>
        plot.getBoundingClientRect().width === plot.closest(".charts").clientWidth)"""
    )
    wide = column.evaluate("(column) => column.clientWidth")
    assert chart_widths(sheet.page) == [wide] * 3


def test_on_a_phone_the_filters_are_folded_above_the_charts(hand):
    filters = hand.locator(".filters details")
    assert filters.get_attribute("open") is None
    expect(hand.get_by_role("group", name="Type", exact=True)).to_be_hidden()
    hand.get_by_text("Filters", exact=True).last.tap()
    group = hand.get_by_role("group", name="Type", exact=True)
    group.get_by_role("checkbox", name="Media").tap()
    expect(count_of(hand)).not_to_have_text("262 of 440 acts")


def test_on_a_phone_an_act_opens_in_a_sheet_that_closes_again(hand):
    row = hand.locator("#acts tbody tr").nth(3)
    row.get_by_role("button").tap()
    sheet = hand.get_by_role("dialog", name="The chosen act")
    expect(sheet.get_by_role("heading", level=4)).to_have_text(
        row.locator(".summary").inner_text()
    )
    hand.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(hand).not_to_have_url(re.compile("act="))
    expect(row.get_by_role("button")).to_be_focused()


def test_on_a_phone_back_closes_the_sheet(hand):
    hand.locator("#acts tbody tr").first.tap()
    sheet = hand.get_by_role("dialog")
    expect(sheet).to_be_visible()
    hand.go_back()
    expect(sheet).to_be_hidden()
    hand.go_forward()
    expect(sheet).to_be_visible()
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_be_hidden()


def test_a_link_to_an_act_opens_its_sheet_on_a_phone(hand, phone):
    hand.goto("about:blank")
    hand.goto(f"{phone.address}#act={REPLY}")
    expect(hand.get_by_role("dialog")).to_contain_text("The Ministry of Culture")
    hand.get_by_role("button", name="Next act").tap()
    expect(hand.get_by_role("dialog")).not_to_contain_text("The Ministry of Culture c")


def test_what_a_phone_prints_has_the_act_and_leaves_its_sheet_open(hand):
    hand.locator("#acts tbody tr").first.tap()
    sheet = hand.get_by_role("dialog", name="The chosen act")
    expect(sheet).to_be_visible()
    address = hand.url
    leaves = printed(hand)
    assert all(leaves)
    assert "Sources (" in " ".join(leaves)
    expect(sheet).to_be_visible()
    assert hand.url == address


def test_a_finger_on_a_chart_scrolls_the_page_and_a_tap_chooses(hand):
    assert (
        hand.evaluate("document.querySelector('.timeline .plot').layout.dragmode")
        is False
    )
    mark = hand.locator(".timeline .scatterlayer path.point").nth(40)
    mark.scroll_into_view_if_needed()
    spot = mark.bounding_box()
    hand.touchscreen.tap(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    expect(hand.get_by_role("dialog").get_by_role("heading", level=4)).to_be_visible()


def test_every_target_on_a_phone_is_large_enough_for_a_finger(hand):
    hand.get_by_text("Filters", exact=True).last.tap()
    sizes = hand.locator("button, select, input, summary, label").evaluate_all(
        """(nodes) => nodes.filter((node) => node.offsetHeight && !node.matches(
        ".spoken *, input[type=checkbox], .only")).map((node) =>
        [node.textContent.slice(0, 30), node.offsetHeight])"""
    )
    assert [size for size in sizes if size[1] < 24] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone(hand, scheme):
    hand.emulate_media(color_scheme=scheme)
    hand.locator("details").evaluate_all("(all) => all.forEach((d) => d.open = true)")
    assert violations(hand) == []
    hand.locator("#acts tbody tr").first.click()
    expect(hand.get_by_role("dialog")).to_be_visible()
    assert violations(hand) == []


@pytest.mark.parametrize(
    ("width", "scheme"), [(1200, "light"), (1200, "dark"), (1400, "light")]
)
def test_axe_finds_nothing_on_a_screen(sheet, width, scheme):
    page = sheet.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    act = f"&act={REPLY}" if width == 1400 else ""
    page.evaluate("(to) => { location.hash = to; }", f"without={REPLY}{act}")
    drop = "Drop the filter on Acts left out one by one"
    expect(page.get_by_role("button", name=drop)).to_be_visible()
    folded = page.locator('.fold[aria-expanded="false"]')
    folded.evaluate_all("(all) => all.forEach((button) => button.click())")
    page.locator("details").evaluate_all("(all) => all.forEach((d) => d.open = true)")
    assert violations(page) == []


def violations(page):
    found = Axe().run(page).response["violations"]
    return [
        (one["id"], one["impact"], [n["target"] for n in one["nodes"]][:3])
        for one in found
    ]


def test_charts_follow_a_change_to_the_dark(sheet):
    page = sheet.page
    page.emulate_media(color_scheme="light")
    page.wait_for_function(PAPER, arg="rgb(255, 255, 255)")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(PAPER, arg="rgb(17, 17, 17)")
    assert page.evaluate("document.body.dataset.jpThemeLight") == "false"


def printed(page):
    """Print the page and give the words of each leaf."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [" ".join(leaf.extract_text().split()) for leaf in pdf.pages]


def test_on_paper_it_is_light_whole_and_without_buttons(sheet, case):
    page = sheet.page
    page.emulate_media(color_scheme="dark")
    page.evaluate("(to) => { location.hash = to; }", f"act={REPLY}")
    expect(page.locator(".demarche-act h4")).to_contain_text("The Ministry of Culture")
    expect(count_of(page)).to_have_text("262 of 440 acts")
    leaves = printed(page)
    text = " ".join(leaves)
    for words in [case.title, "262 of 440 acts", "The Ministry of Culture", "Citation"]:
        assert words in text
    assert "Rows 101 to 125 of 262" in text
    assert all(leaves)
    assert "Copy link" not in text
    assert "Reset every filter" not in text
    page.wait_for_function(PAPER, arg="rgb(17, 17, 17)")


def test_without_scripts_it_says_what_it_needs_and_lists_the_acts(chromium, shipped):
    # Playwright's own switch comes too late for noscript elements.
    no_scripts = [*CHROMIUM, "--blink-settings=scriptEnabled=false"]
    path = os.environ.get("DEMARCHE_BROWSER") or shutil.which("chromium")
    browser = chromium.browser_type.launch(executable_path=path, args=no_scripts)
    page = browser.new_page()
    page.goto(shipped.as_uri())
    text = page.locator("body").inner_text()
    rows = page.locator("noscript tbody tr").count()
    browser.close()
    assert "draws with a script of its own" in text
    assert "262 of 440 acts" in text
    assert "CC-BY-4.0" in text
    assert rows == 262


def test_it_works_in_a_frame_without_an_origin(chromium, invented):
    """Learning platforms show pages so."""
    frame = '<iframe sandbox="allow-scripts" src="page.html" width="1300" height="800">'
    outside = invented.with_name("outside.html")
    outside.write_text(f"<!DOCTYPE html><title>Outside</title>{frame}</iframe>")
    page = chromium.new_page()
    page.goto(outside.as_uri())
    inside = page.frame_locator("iframe")
    expect(inside.locator("#status .count")).to_have_text("1 of 4 acts")
    inside.get_by_role("button", name="All of Type").click()
    expect(inside.locator("#status .count")).to_have_text("4 of 4 acts")
    inside.locator("#acts tbody tr").first.click()
    expect(inside.locator(".demarche-act h4")).to_be_visible()
    expect(inside.locator(SVG.format("butterfly")).first).to_be_attached()
    page.close()


def test_an_invented_case_opens_on_the_selection_it_was_given(opener, invented):
    opened = opener(invented)
    page = opened.page
    expect(count_of(page)).to_have_text("1 of 4 acts")
    expect(page.locator("#status .detail")).to_have_text("cultural acts")
    page.get_by_role("button", name="All of Type").click()
    expect(count_of(page)).to_have_text("4 of 4 acts")
    expect(
        page.get_by_role("checkbox", name=re.compile("^Northland → Southland, 2"))
    ).to_be_checked()
    page.get_by_role("button", name="Reset every filter").click()
    page.locator("#acts tbody button").click()
    act = page.locator(".demarche-act")
    expect(act.locator("dd").first).to_have_text("one day between 5 and 9 March 2031")
    expect(act.locator(".related button")).to_have_count(2)
    expect(act.locator(".against")).to_contain_text("The Post · Other countries")
    act.locator(".related button").first.click()
    expect(act.locator(".related button")).to_have_text(
        [re.compile("^answered by: 2031-03-04"), re.compile(r"^answered by: \[2031")]
    )
    assert (opened.complaints, opened.asked_of_others) == ([], [])


def test_no_text_of_a_case_runs_or_becomes_markup(opener, hostile):
    opened = opener(hostile, "#all")
    page = opened.page
    expect(count_of(page)).to_have_text("4 of 4 acts")
    for row in range(4):
        page.locator("#acts tbody button").nth(row).click()
        expect(page.locator(".demarche-act .place")).to_have_text(f"Act {row + 1} of 4")
    page.get_by_label("Between landmarks").select_option(index=1)
    page.locator(".timeline .scatterlayer path.point").first.hover(force=True)
    assert page.evaluate("globalThis.canary") is None
    assert page.locator("main :is(img, script, svg[onload], b)").count() == 0
    links = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(links) == {"file:", "https:"}
    page.evaluate("location.hash = 'act=n2'")
    act = page.locator(".demarche-act")
    expect(act.locator("h4")).to_have_text("</script><script>canary = 1</script>")
    expect(act).to_contain_text("javascript:canary=4")
    expect(act).to_contain_text("data:text/html,<script>canary=5</script>")
    assert act.locator("a").evaluate_all("(all) => all.map((a) => a.href)") == [
        "https://example.org/a?b=1&c=2"
    ]
    assert (opened.complaints, opened.asked_of_others) == ([], [])


@pytest.mark.parametrize(
    "address", ["<img src=x onerror=canary=1>", "act=<script>canary=1</script>"]
)
def test_a_hostile_address_is_only_text(sheet, address):
    page = sheet.page
    page.evaluate("(to) => { location.hash = to; }", address)
    notice = page.locator("#notice")
    expect(notice).to_contain_text("You see what the page opens on")
    expect(notice).to_contain_text(re.compile("<img src|<script>canary=1</script>"))
    assert page.evaluate("globalThis.canary") is None
    assert page.locator("main :is(img, script)").count() == 0


def test_ten_thousand_acts_can_still_be_filtered(opener, large_page):
    opened = opener(large_page)
    page = opened.page
    page.get_by_role("button", name="All dates").click()
    before = count_of(page).inner_text()
    page.get_by_role("button", name="Only Media").press("Enter")
    expect(count_of(page)).not_to_have_text(before)
    expect(page.locator("#status .detail")).to_contain_text("media acts")
    assert (opened.complaints, opened.asked_of_others) == ([], [])


def test_nowhere_does_it_complain_or_ask_anybody(phone, sheet):
    assert (phone.complaints, phone.asked_of_others) == ([], [])
    assert (sheet.complaints, sheet.asked_of_others) == ([], [])
