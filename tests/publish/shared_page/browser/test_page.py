"""What a reader does with the shared page, by mouse and by keys."""

from itertools import pairwise
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from utils.explorer.card import OTHER_SCALES, card
from utils.explorer.facets import facets
from utils.explorer.stock import Stock
from utils.exports.rows_csv import csv_for_spreadsheets, exact_csv
from utils.selection import Selection, select

OPENING = "directions=AZE%3ERUS&directions=RUS%3EAZE&since=2024-12-25&until=2025-12-31"
REPLY = "20250629-aze-culture-ministry-cancels-events"
QUERIES = [
    "types=media&types=cultural&since=2025-06-01&until=2025-07-31&dates=certainly",
    "actors=AZE_GOV&certainty=confirmed",
    "directions=RUS%3EAZE&actors=RUS%2F&until=2025-01-31",
    "text=aliyev&sides=western",
    "n_sources=4%2B&forms=accuse&targets=AZE_GOV&tones=conflictual",
]
TABLE = """(table) => [...table.tBodies[0].rows].map((row) =>
  [...row.cells].map((cell) => cell.textContent))"""


@pytest.fixture(scope="session")
def stock(case):
    return Stock(case, case.scales["goldstein-icews"])


def count_of(page: Page):
    return page.locator("#status .count")


def query_of(page: Page) -> str:
    return page.evaluate("location.hash.slice(1)")


def box(page: Page, facet: str, name: str):
    group = page.get_by_role("group", name=facet, exact=True)
    return group.get_by_role("checkbox", name=name)


def button(page: Page, name: str):
    return page.get_by_role("button", name=name, exact=True)


def rows(page: Page):
    return page.locator("#acts tbody tr")


def visit(page: Page, address: str) -> None:
    page.evaluate("(address) => { location.hash = address; }", address)


def test_it_opens_on_the_two_sides_and_the_surveyed_period(page, case):
    expect(page).to_have_title(case.title)
    expect(page.locator("#status .detail")).to_have_text(
        "acts between Azerbaijan and Russia from 25 Dec 2024 to 31 Dec 2025"
    )
    expect(page.get_by_label("Since", exact=True)).to_have_value("2024-12-25")
    expect(page.locator("caption")).to_contain_text("The 262 acts shown")
    assert query_of(page) == ""


@pytest.mark.parametrize("query", QUERIES)
def test_an_address_shows_what_python_selects(page, case, stock, query):
    visit(page, query)
    shown = stock.shown(Selection.from_query(query))
    expect(count_of(page)).to_have_text(f"{len(shown.rows)} of 440 acts")
    expect(page.locator("#status .detail")).to_have_text(shown.about.selection)
    for facet in facets(case):
        counts = facet.counts(shown)
        group = page.get_by_role("group", name=facet.title, exact=True)
        read = group.locator("input[type=checkbox]").evaluate_all(
            "(boxes) => boxes.map((box) => box.getAttribute('aria-label'))"
        )
        assert [label.rsplit(", ", 1)[1].split()[0] for label in read] == [
            f"{counts[option['value']]:,}" for option in facet.options
        ]


def test_show_all_lists_every_act_in_the_order_of_the_case(page, case):
    visit(page, "types=cultural")
    expect(count_of(page)).to_have_text("46 of 440 acts")
    button(page, "Show all").click()
    told = page.locator("#acts table").evaluate(TABLE)
    button(page, "Show 25 a page").click()
    wanted = select(types="cultural").apply(case.actions)
    assert [row[3] for row in told] == wanted["summary"].tolist()
    assert {row[2] for row in told} == {"Cultural"}


def test_a_click_on_a_box_changes_counts_and_address(page):
    box(page, "Type", "Media").click()
    expect(count_of(page)).not_to_have_text("262 of 440 acts")
    expect(box(page, "Type", "Media")).not_to_be_checked()
    assert "media" not in parse_qs(query_of(page))["types"]


def test_the_keyboard_alone_unfolds_and_filters(page):
    fold = page.get_by_role("button", name="Certainty All 3")
    expect(box(page, "Certainty", "Reported")).to_be_hidden()
    fold.press("Enter")
    box(page, "Certainty", "Reported").focus()
    page.keyboard.press("Space")
    expect(count_of(page)).not_to_have_text("262 of 440 acts")
    assert parse_qs(query_of(page))["certainty"] == ["confirmed", "disputed"]
    expect(box(page, "Certainty", "Reported")).to_be_focused()
    page.get_by_role("button", name="Certainty").first.press("Enter")
    expect(page.get_by_role("button", name="Certainty 2 of 3")).to_be_visible()


def test_a_name_is_found_in_another_alphabet_and_escape_clears_it(page, case):
    field = page.get_by_role("searchbox", name="Text", exact=True)
    field.fill("Захарова")
    both = ["AZE>RUS", "RUS>AZE"]
    year = {"since": "2024-12-25", "until": "2025-12-31"}
    wanted = select(directions=both, text="Zakharova", **year)
    n = len(wanted.apply(case.actions))
    expect(count_of(page)).to_have_text(f"{n} of 440 acts")
    field.press("Escape")
    expect(count_of(page)).to_have_text("262 of 440 acts")
    expect(field).to_have_value("")


def test_a_role_of_a_country_is_written_as_its_bodies(page, case, stock):
    group = page.get_by_role("group", name="Actor", exact=True)
    group.get_by_role("button", name="Within Russia").click()
    group.get_by_role("button", name="Only Judiciary").last.press("Enter")
    chosen = Selection.from_query(query_of(page))
    roles = chosen.apply(case.actions)["actor_role"]
    assert {*roles} == {"judiciary"}
    n = len(stock.shown(chosen).rows)
    expect(count_of(page)).to_have_text(f"{n} of 440 acts")


def test_an_address_is_not_rewritten_by_a_search_within_a_facet(page):
    visit(page, "actors=AZE_GOV_MFA&actors=AZE_GOV")
    expect(page.locator("#status .detail")).to_contain_text("Government of Azerbaijan")
    group = page.get_by_role("group", name="Actor", exact=True)
    group.get_by_role("searchbox").fill("police")
    assert query_of(page) == "actors=AZE_GOV_MFA&actors=AZE_GOV"
    button(page, "Reset every filter").click()
    expect(group.get_by_role("searchbox")).to_have_value("")


def test_typed_dates_bound_what_is_shown(page, case):
    page.get_by_label("Since", exact=True).fill("2025-06-27")
    page.get_by_label("Until", exact=True).fill("2025-06-30")
    both = ["AZE>RUS", "RUS>AZE"]
    wanted = select(directions=both, since="2025-06-27", until="2025-06-30")
    n = len(wanted.apply(case.actions))
    expect(count_of(page)).to_have_text(f"{n} of 440 acts")
    page.get_by_label("Dates", exact=True).select_option("certainly in it")
    n = len(wanted.but(dates="certainly").apply(case.actions))
    expect(count_of(page)).to_have_text(f"{n} of 440 acts")
    assert query_of(page) == wanted.but(dates="certainly").to_query()


def test_a_period_that_ends_before_it_begins_is_refused_in_a_sentence(page):
    page.get_by_label("Since", exact=True).fill("2026-06-27")
    fault = page.locator(".dates .fault")
    expect(fault).to_have_text(
        "The period ends on 2025-12-31, before it begins on 2026-06-27."
    )
    expect(count_of(page)).to_have_text("262 of 440 acts")
    button(page, "Surveyed period").click()
    expect(fault).to_be_hidden()


def test_a_year_half_typed_changes_nothing(page):
    page.get_by_label("Since", exact=True).fill("0202-06-27")
    expect(count_of(page)).to_have_text("262 of 440 acts")


def test_buttons_choose_all_dates_and_the_surveyed_period(page):
    button(page, "All dates").click()
    expect(count_of(page)).to_have_text("402 of 440 acts")
    button(page, "Surveyed period").click()
    expect(count_of(page)).to_have_text("262 of 440 acts")


def test_a_period_between_landmarks_ends_the_day_before_the_next(page):
    field = page.get_by_label("Between landmarks")
    field.select_option(index=1)
    assert field.evaluate("(field) => field.selectedOptions[0].label") == (
        "Ceasefire ends second Karabakh war (2020-11-10) to "
        "Declaration on allied interaction"
    )
    expect(page.get_by_label("Since", exact=True)).to_have_value("2020-11-10")
    expect(page.get_by_label("Until", exact=True)).to_have_value("2022-02-21")
    button(page, "All dates").click()
    expect(field).to_have_value("")


def test_reset_gives_back_what_the_page_opened_on(page):
    visit(page, "types=media")
    expect(count_of(page)).not_to_have_text("262 of 440 acts")
    button(page, "Reset every filter").press("Enter")
    expect(count_of(page)).to_have_text("262 of 440 acts")
    assert query_of(page) == OPENING


def test_where_nothing_fits_a_button_drops_the_filter_that_hides_most(page):
    page.get_by_role("button", name="None of Type").click()
    expect(count_of(page)).to_have_text("0 of 440 acts")
    expect(page.locator("#status .hint")).to_contain_text(
        "No act fits. Without the filter on Type, 262 would."
    )
    expect(page.locator("caption")).to_have_text("No act is shown")
    button(page, "Drop the filter on Type").press("Enter")
    expect(count_of(page)).to_have_text("262 of 440 acts")
    expect(count_of(page)).to_be_focused()


def test_a_filter_without_boxes_can_be_dropped(page):
    visit(page, f"without={REPLY}&text=baku")
    detail = page.locator("#status .detail")
    expect(detail).to_contain_text("without 1 left out one by one")
    button(page, "Drop the filter on Acts left out one by one").click()
    expect(detail).to_have_text('acts that mention "baku"')
    button(page, "Clear the text").click()
    expect(count_of(page)).to_have_text("440 of 440 acts")
    assert query_of(page) == "all"


def test_every_act_can_be_shown_and_sent_on(page):
    visit(page, "all")
    expect(count_of(page)).to_have_text("440 of 440 acts")
    page.reload()
    expect(count_of(page)).to_have_text("440 of 440 acts")


def test_reload_back_and_forward_keep_what_is_shown(page, case):
    acts = case.actions
    left = acts[
        acts["type"].ne("media") & acts["direction"].isin(["AZE>RUS", "RUS>AZE"])
    ]
    shown = f"{len(left)} of {len(acts)} acts"
    box(page, "Type", "Media").click()
    button(page, "All dates").click()
    expect(count_of(page)).to_have_text(shown)
    query = query_of(page)
    page.reload()
    expect(count_of(page)).to_have_text(shown)
    expect(box(page, "Type", "Media")).not_to_be_checked()
    page.go_back()
    expect(page.get_by_label("Since", exact=True)).to_have_value("2024-12-25")
    expect(box(page, "Type", "Media")).not_to_be_checked()
    page.go_back()
    expect(count_of(page)).to_have_text("262 of 440 acts")
    page.go_forward()
    page.go_forward()
    expect(count_of(page)).to_have_text(shown)
    assert query_of(page) == query


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("types=mdia", "types: nothing here is called mdia."),
        ("colour=red", "A selection has no field colour."),
        ("since=2025-13", "'2025-13' is not a date"),
        ("act=nobody", "There is no act nobody here."),
        ("act=constructor", "There is no act constructor here."),
        ("act=a&act=b", "It names more than one act."),
        ("act=%E0%A4%A", "It holds a % that stands for no character."),
        ("types=%", "is not a query"),
        ("nonsense", "is not a query"),
        ("since=2025-02-01&until=2025-01-01", "before it begins"),
    ],
)
def test_a_wrong_address_gives_a_sentence_and_the_opening(page, address, sentence):
    visit(page, address)
    notice = page.get_by_role("alert").filter(has_text="address")
    expect(notice).to_contain_text(sentence)
    expect(count_of(page)).to_have_text("262 of 440 acts")
    box(page, "Type", "Media").click()
    expect(page.locator("#notice")).to_be_hidden()


def test_a_head_of_the_table_sorts_both_ways(page):
    head = page.get_by_role("columnheader", name="Type")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(rows(page).first.locator(".type")).to_have_text("Cultural")
    head.get_by_role("button").press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(rows(page).first.locator(".type")).to_have_text("Parliamentary")
    expect(page.get_by_role("columnheader", name="Date")).to_have_attribute(
        "aria-sort", "none"
    )
    page.get_by_role("columnheader", name="Date").get_by_role("button").click()
    expect(rows(page).first.locator(".date")).to_have_text("2024-12-25")


def test_pages_of_the_table_turn_to_the_last_and_back(page):
    expect(rows(page)).to_have_count(25)
    button(page, "Last page").click()
    expect(page.locator(".pager .place")).to_have_text("Rows 251 to 262 of 262")
    expect(rows(page)).to_have_count(12)
    button(page, "Next page").press("Enter")
    expect(page.locator(".pager .place")).to_have_text("Rows 251 to 262 of 262")
    button(page, "First page").press("Enter")
    expect(page.locator(".pager .place")).to_have_text("Rows 1 to 25 of 262")


def test_keys_walk_along_the_rows_and_choose_an_act(page):
    first = rows(page).nth(0).get_by_role("button")
    first.focus()
    page.keyboard.press("ArrowDown")
    second = rows(page).nth(1).get_by_role("button")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".demarche-act h4")).to_have_text(second.inner_text())
    expect(rows(page).nth(1)).to_have_attribute("aria-current", "true")
    expect(second).to_be_focused()
    expect(page.locator("#news")).to_contain_text(f"Chosen: {second.inner_text()}")


def test_the_card_says_what_the_explorer_says(page, case, stock):
    replied = case.actions["in_response_to"].str.len().nlargest(2).index
    against = case.evidence.query("supports == 'contradicts'")["action_id"].iloc[0]
    ids = [REPLY, against, *case.actions["action_id"][replied]]
    for action_id in ids:
        visit(page, f"act={action_id}")
        wanted = card(stock, action_id)
        expect(page.locator(".demarche-act h4")).to_have_text(wanted["title"])
        told = page.locator(".demarche-act").evaluate(
            """(card) => ({
              rows: [...card.querySelectorAll("dt")].map((name) =>
                [name.textContent, name.nextElementSibling.textContent]),
              related: [...card.querySelectorAll(".related button")].map((link) =>
                link.textContent),
              links: [...card.querySelectorAll("a")].map((link) => [link.href, link.rel,
                link.target, link.firstChild.textContent]),
              sources: card.querySelectorAll(".sources li, .against li").length,
              against: card.querySelectorAll(".against li").length,
              facts: card.querySelector("li").textContent,
            })"""
        )
        # A page knows the one scale that it was made with.
        assert told["rows"] == [it for it in wanted["rows"] if it[0] != OTHER_SCALES]
        sources = wanted["sources"]
        assert told["sources"] == len(sources)
        assert told["against"] == sum(s["supports"] == "contradicts" for s in sources)
        linked = [s for s in sources if s["url"]]
        assert sorted(link[3] for link in told["links"]) == sorted(
            s["title"] for s in linked
        )
        assert {(rel, to) for _, rel, to, _ in told["links"]} == {
            ("noopener noreferrer", "_blank")
        }
        assert sources[0]["publisher"] in told["facts"]
        assert sources[0]["side"] in told["facts"]
        assert told["related"] == [
            f"{r['kind']}: {r['label']}" for r in wanted["related"]
        ]


def test_triggers_and_replies_are_followed_and_remembered(page, case):
    replies = case.actions[case.actions["in_response_to"].ne("")]
    act = replies.iloc[0]
    trigger = act["in_response_to"].split(";")[0]
    visit(page, f"act={act['action_id']}")
    page.locator(".related button").first.press("Enter")
    assert query_of(page).endswith(f"act={trigger}")
    expect(page.locator(".demarche-act h4")).to_be_focused()
    page.go_back()
    expect(page.locator(".demarche-act h4")).to_have_text(act["summary"])


def test_previous_and_next_walk_through_the_acts_shown(page):
    visit(page, "types=military")
    place = page.locator(".demarche-act .place")
    button(page, "Next act").click()
    expect(place).to_contain_text("Act 1 of")
    button(page, "Next act").click()
    expect(place).to_contain_text("Act 2 of")
    button(page, "Previous act").click()
    expect(place).to_contain_text("Act 1 of")
    expect(rows(page).nth(0)).to_have_attribute("aria-current", "true")


def test_a_mark_of_the_timeline_chooses_its_act(page, case):
    mark = page.locator(".timeline .scatterlayer path.point").nth(30)
    mark.scroll_into_view_if_needed()
    spot = mark.bounding_box()
    page.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    title = page.locator(".demarche-act h4")
    expect(title).to_be_visible()
    assert title.inner_text() in case.actions["summary"].tolist()
    expect(page.locator("#acts [aria-current=true]")).to_contain_text(
        title.inner_text()
    )


def test_a_ring_shows_the_chosen_act_among_the_marks(page):
    marks = page.locator(".timeline .scatterlayer path.point")
    expect(marks).to_have_count(262)
    visit(page, f"act={REPLY}")
    expect(marks).to_have_count(263)


def test_the_link_to_a_view_is_copied(page):
    visit(page, f"types=media&act={REPLY}")
    button(page, "Copy link to this view").click()
    expect(page.locator("#take [role=status]")).to_contain_text("Link copied.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{page.url.split('#')[0]}#types=media&act={REPLY}"


def test_the_selection_is_copied_as_the_code_that_makes_it(page):
    wanted = select(types=["media", "cultural"], since="2025", text='a "b" \\ c')
    wanted = wanted.but(n_sources=["1", "4+"], without=REPLY, acts=[REPLY])
    visit(page, wanted.to_query())
    button(page, "Copy as code: this selection").press("Enter")
    expect(page.locator("#take [role=status]")).to_contain_text("copied")
    assert page.evaluate("navigator.clipboard.readText()") == wanted.to_code()


def test_where_nothing_may_be_copied_a_field_holds_the_text(page):
    page.evaluate(
        """() => { navigator.clipboard.writeText = () => Promise.reject(new Error());
        document.execCommand = () => false; }"""
    )
    button(page, "Copy as code: this selection").click()
    field = page.get_by_label("To copy from")
    expect(field).to_be_focused()
    assert field.input_value().startswith("select(directions=")
    page.reload()


def saved(page, name):
    with page.expect_download() as download:
        button(page, name).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


FILE = [
    *("action_id", "date", "direction", "actor_name", "target_name", "type", "form"),
    *("tone", "cameo", "certainty", "weight", "summary", "place", "in_response_to"),
    *("n_sources", "sources"),
]


@pytest.mark.parametrize(
    ("name", "file", "written"),
    [
        ("Save as CSV", "azerbaijan-russia.csv", exact_csv),
        (
            "Save for a spreadsheet",
            "azerbaijan-russia.for-spreadsheets.csv",
            csv_for_spreadsheets,
        ),
    ],
)
def test_the_acts_shown_are_saved_as_exports_write_them(
    page, stock, name, file, written
):
    wanted = select(types="cultural", certainty="confirmed")
    visit(page, wanted.to_query())
    expect(page.locator("#status .detail")).to_contain_text("confirmed cultural acts")
    found, content = saved(page, f"{name}: these acts")
    acts = wanted.apply(stock.acts)
    backing = stock.case.evidence.query("supports != 'contradicts'")
    backing = backing.sort_values("supports", kind="stable")
    backing = backing.merge(stock.case.sources, on="source_id").query("url != ''")
    urls = backing.groupby("action_id", sort=False)["url"].agg(" ".join)
    frame = acts.assign(sources=acts["action_id"].map(urls).fillna(""))[FILE]
    assert (found, content) == (file, written(frame))
    expect(page.locator("#acts [role=status]").first).to_have_text(
        f"{len(acts)} acts saved."
    )


def test_a_chart_is_saved_as_a_picture(page):
    name, content = saved(page, "Save as a picture: Tension")
    assert name == "tension.png"
    assert content.startswith(b"\x89PNG")


def test_the_skip_link_leads_to_the_acts_and_leaves_the_address(page):
    page.reload()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the acts")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#acts")).to_be_focused()
    expect(count_of(page)).to_have_text("262 of 440 acts")
    assert query_of(page) == ""


def test_headings_go_down_one_step_at_a_time(page):
    visit(page, f"act={REPLY}")
    expect(page.locator(".demarche-act h4")).to_be_visible()
    levels = page.locator("h1, h2, h3, h4, h5").evaluate_all(
        "(heads) => heads.map((head) => Number(head.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


def test_a_script_that_was_not_built_in_does_not_run(sheet):
    page = sheet.page
    page.evaluate(
        """() => { const script = document.createElement("script");
        script.textContent = "window.intruder = 1"; document.body.append(script); }"""
    )
    assert page.evaluate("window.intruder") is None
    refused = [said for said in sheet.complaints if "Content Security Policy" in said]
    assert refused
    sheet.complaints[:] = [said for said in sheet.complaints if said not in refused]


def test_nothing_goes_wrong_and_nobody_else_is_asked(sheet):
    assert (sheet.complaints, sheet.asked_of_others) == ([], [])
