import pytest
from playwright.sync_api import Locator, expect

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
SMALL = f"""
import json
from ipywidgets import Button, Label, VBox
from utils.explorer.facet_picker import FacetPicker

options = [
    {{"value": "cultural", "label": "Cultural", "definition": "Stage and museum."}},
    {{"value": "media", "label": "Media", "definition": "Press and air."}},
    {{"value": "odd", "label": {HOSTILE!r}, "definition": {HOSTILE!r}}},
]
counts = {{"cultural": 46, "media": 1, "odd": 0}}
kind = FacetPicker(title="Type", options=options, counts=counts)
chosen = Label("-")
chosen.add_class("chosen-kinds")

def count_again(change):
    chosen.value = json.dumps(change.new)
    kind.counts = {{"cultural": 1200, "media": 7, "odd": len(change.new or [])}}

kind.observe(count_again, "chosen")
display(VBox([kind, chosen, Button(description="A core button")]))
"""
AGAIN = "kind"
LARGE = """
states = [("AZE", "Azerbaijan"), ("RUS", "Russia")]
def bodies(state, name):
    yield {"value": state, "label": name}
    for n, body in enumerate(["Xarici işlər", "Əliyev fund", "МИД", "Court", *"EFGH"]):
        value = f"{state}_{n}"
        yield {"value": value, "label": f"{body} {state}", "parent": state}

actors = [option for state in states for option in bodies(*state)]
counts = {actor["value"]: 2 for actor in actors if "parent" in actor}
actor = FacetPicker(title="Actor", options=actors, counts=counts)
chosen_actors = Label("-")
chosen_actors.add_class("chosen-actors")
tell = lambda change: setattr(chosen_actors, "value", json.dumps(change.new))
actor.observe(tell, "chosen")
display(actor, chosen_actors)
"""
CROWD = """
crowd = [{"value": f"a{n}", "label": f"Actor number {n}"} for n in range(210)]
many = FacetPicker(title="Crowd", options=crowd, counts={})
recount = Button(description="Count the crowd")
recount.on_click(lambda _: setattr(many, "counts", {f"a{n}": n for n in range(210)}))
display(many, recount)
"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(SMALL, AGAIN, LARGE, CROWD)
    lab.run_all()
    page.get_by_role("group", name="Crowd").wait_for()
    return page


@pytest.fixture
def kind(page) -> Locator:
    page.mouse.move(0, 0)
    facet = page.get_by_role("group", name="Type").first
    facet.get_by_role("button", name="All of Type").click()
    return facet


@pytest.fixture
def actor(page) -> Locator:
    facet = page.get_by_role("group", name="Actor")
    facet.get_by_role("searchbox").fill("")
    facet.get_by_role("button", name="All of Actor").click()
    return facet


@pytest.fixture
def kinds_in_python(page):
    return page.locator(".chosen-kinds")


@pytest.fixture
def actors_in_python(page):
    return page.locator(".chosen-actors")


def box(facet: Locator, name: str) -> Locator:
    return facet.get_by_role("checkbox", name=name)


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_at_first_every_box_is_ticked(kind):
    for name in ["Cultural", "Media"]:
        expect(box(kind, name)).to_be_checked()


def test_a_click_on_one_box_leaves_the_others_chosen(kind, kinds_in_python):
    box(kind, "Media").click()
    expect(kinds_in_python).to_have_text('["cultural", "odd"]')


def test_ticking_the_last_missing_box_ends_the_filter(kind, kinds_in_python):
    box(kind, "Media").click()
    box(kind, "Media").click()
    expect(kinds_in_python).to_have_text("null")


def test_none_unticks_every_box_and_says_what_that_means(kind, kinds_in_python):
    kind.get_by_role("button", name="None of Type").click()
    expect(kinds_in_python).to_have_text("[]")
    expect(kind).to_contain_text("None ticked: no act is shown")


def test_only_shows_on_hover_and_keeps_one_box(kind, kinds_in_python):
    box(kind, "Media").hover()
    only = kind.get_by_role("button", name="Only Media")
    expect(only).to_have_css("opacity", "1")
    only.click()
    expect(kinds_in_python).to_have_text('["media"]')


def test_the_keyboard_alone_ticks_and_reaches_only(page, kind, kinds_in_python):
    kind.get_by_role("button", name="None of Type").focus()
    press(page, "Tab", "Space", "Tab")
    expect(kinds_in_python).to_have_text('["media", "odd"]')
    expect(kind.get_by_role("button", name="Only Cultural")).to_be_focused()
    press(page, "Enter")
    expect(kinds_in_python).to_have_text('["cultural"]')


def test_arrow_keys_go_from_box_to_box(page, kind):
    box(kind, "Cultural").focus()
    press(page, "ArrowDown")
    expect(box(kind, "Media")).to_be_focused()
    press(page, "ArrowUp")
    expect(box(kind, "Cultural")).to_be_focused()


def test_the_letters_of_the_notebook_do_nothing_on_a_box(page, kind):
    box(kind, "Cultural").focus()
    for key in ["x", "a", "b", "d", "d", "Shift+Enter"]:
        page.keyboard.press(key)
        expect(box(kind, "Cultural")).to_be_focused()
    assert page.locator(".jp-Cell").count() == 4


def test_the_letters_do_nothing_on_a_core_button_of_the_same_output(page, kind):
    page.get_by_role("button", name="A core button").focus()
    press(page, "x", "d", "d")
    assert page.locator(".jp-Cell").count() == 4


def test_keys_with_a_modifier_still_reach_the_notebook(page, kind):
    box(kind, "Cultural").focus()
    press(page, "Control+s")
    expect(page.locator(".jp-mod-current.jp-mod-dirty")).to_have_count(0)
    expect(box(kind, "Cultural")).to_be_focused()


def test_new_counts_leave_the_focus_where_it_is(page, kind):
    box(kind, "Media").focus()
    press(page, "Space")
    expect(box(kind, "Cultural, 1,200 acts")).to_be_visible()
    expect(box(kind, "Media, 7 acts")).to_be_focused()


def test_a_definition_opens_on_keyboard_focus_and_escape_closes_it(page, kind):
    kind.get_by_role("button", name="None of Type").focus()
    press(page, "Tab")
    definition = kind.get_by_text("Stage and museum.")
    expect(definition).to_be_visible()
    press(page, "Escape")
    expect(definition).to_be_hidden()
    expect(box(kind, "Cultural")).to_be_focused()


def test_a_definition_opens_under_the_mouse_and_goes_with_it(page, kind):
    box(kind, "Media").hover()
    expect(kind.get_by_text("Press and air.")).to_be_visible()
    page.mouse.move(0, 0)
    expect(kind.get_by_text("Press and air.")).to_be_hidden()


def test_a_definition_under_the_mouse_outlasts_a_focus_that_moves_away(page, kind):
    kind.get_by_role("button", name="None of Type").focus()
    press(page, "Tab")
    box(kind, "Media").click()
    expect(kind.get_by_text("Press and air.")).to_be_visible()


def test_escape_closes_a_definition_wherever_the_focus_is(page, kind):
    box(kind, "Cultural").hover()
    expect(kind.get_by_text("Stage and museum.")).to_be_visible()
    press(page, "Escape")
    expect(kind.get_by_text("Stage and museum.")).to_be_hidden()


def test_a_definition_is_read_with_its_box(kind):
    expect(box(kind, "Media")).to_have_accessible_description("Press and air.")


def test_a_label_full_of_markup_is_only_text(page, kind):
    expect(kind.get_by_text(HOSTILE).first).to_be_visible()
    assert page.locator(".demarche-facet :is(img, script)").count() == 0


def test_two_displays_of_one_picker_agree(page, kind):
    second = page.get_by_role("group", name="Type").nth(1)
    box(second, "Cultural").click()
    expect(box(kind, "Cultural")).not_to_be_checked()


def test_every_target_is_at_least_24_pixels_high(page):
    heights = page.locator(".demarche-facet :is(button, label)").evaluate_all(
        "(nodes) => nodes.map((n) => n.offsetHeight).filter((height) => height > 0)"
    )
    assert min(heights) >= 24


def test_a_long_facet_opens_folded_and_its_groups_unfold(actor):
    within = actor.get_by_role("button", name="Within Azerbaijan")
    expect(within).to_have_attribute("aria-expanded", "false")
    expect(box(actor, "Court AZE")).to_be_hidden()
    within.press("Enter")
    expect(within).to_have_attribute("aria-expanded", "true")
    expect(box(actor, "Court AZE")).to_be_visible()


def test_a_group_counts_what_is_below_it(actor):
    expect(box(actor, "Azerbaijan, 16 acts")).to_be_visible()


def test_a_group_without_one_leaf_is_mixed_and_names_the_rest(actor, actors_in_python):
    actor.get_by_role("button", name="Only Azerbaijan").focus()
    actor.get_by_role("button", name="Only Azerbaijan").press("Enter")
    expect(actors_in_python).to_have_text('["AZE"]')
    actor.get_by_role("searchbox").fill("court aze")
    box(actor, "Court AZE").uncheck()
    expect(box(actor, "Azerbaijan")).to_be_checked(indeterminate=True)
    expect(actors_in_python).not_to_contain_text('"AZE_3"')


def test_ticking_a_mixed_group_takes_all_of_it(actor, actors_in_python):
    actor.get_by_role("searchbox").fill("court aze")
    actor.get_by_role("button", name="Only Court AZE").press("Enter")
    expect(actors_in_python).to_have_text('["AZE_3"]')
    box(actor, "Azerbaijan").click()
    expect(actors_in_python).to_have_text('["AZE"]')


@pytest.mark.parametrize("typed", ["xarici isler", "XARİCİ İŞLƏR", "xarıcı"])
def test_the_search_folds_case_and_letters(actor, typed):
    actor.get_by_role("searchbox").fill(typed)
    expect(box(actor, "Xarici işlər AZE")).to_be_visible()
    expect(box(actor, "Court AZE")).to_be_hidden()
    expect(actor.get_by_role("status")).to_have_text("2 of 18 found")


def test_only_these_takes_what_the_search_found(actor, actors_in_python):
    actor.get_by_role("searchbox").fill("eliyev")
    actor.get_by_role("button", name="Only these of Actor").click()
    expect(actors_in_python).to_have_text('["AZE_1", "RUS_1"]')


def test_a_short_facet_has_no_search(kind):
    assert kind.get_by_role("searchbox").count() == 0


def test_two_hundred_counts_are_written_in_place(page):
    crowd = page.get_by_role("group", name="Crowd")
    box(crowd, "Actor number 209").evaluate("(node) => { node.mine = true; }")
    page.get_by_role("button", name="Count the crowd").click()
    expect(box(crowd, "Actor number 209, 209 acts")).to_be_attached()
    assert box(crowd, "Actor number 209").evaluate("(node) => node.mine")


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
