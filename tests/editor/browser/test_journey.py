"""A way through the editor in a real JupyterLab, on a copy of the founding case."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

OPEN = """
from utils import edit
editor = edit(r"{folder}")
editor
"""
SAME = "20250629-aze-culture-ministry-cancels-events"
TOO_SMALL = """(root) => [...root.querySelectorAll(
  'button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.outerHTML.slice(0, 100), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([html]) => html)"""
NAMELESS = """(root) => [...root.querySelectorAll('button, input, select, textarea')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.ariaLabel || node.labels?.length || node.textContent.trim()))
  .map((node) => node.outerHTML.slice(0, 100))"""
SPILLS = """(root) => {
  const output = root.closest('.jp-OutputArea-output');
  const right = output.getBoundingClientRect().right + 1;
  const wide = [...root.querySelectorAll('*')].filter((node) => node.checkVisibility()
    && !node.closest('.acts') && node.getBoundingClientRect().right > right);
  return [output.scrollWidth > output.clientWidth,
    wide.map((node) => node.outerHTML.slice(0, 80))];
}"""
HERE = """() => {
  const node = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
}"""


@pytest.fixture(scope="module")
def folder(repository, tmp_path_factory):
    """Copy the founding case to where it may be changed."""
    folder = tmp_path_factory.mktemp("work") / "copy"
    shutil.copytree(repository / "data/azerbaijan-russia", folder)
    return folder


@pytest.fixture(scope="module")
def page(lab, folder):
    page = lab.open_code(OPEN.format(folder=folder))
    lab.run_all()
    page.locator(".demarche-editor").wait_for()
    return page


@pytest.fixture
def editor(page):
    return page.locator(".demarche-editor")


def standing(editor, words):
    expect(editor.locator(".standing")).to_have_text(f"copy: {words}")


def changed_lines(folder, repository, name="actions.csv"):
    old = (repository / "data/azerbaijan-russia" / name).read_bytes().split(b"\n")
    new = (folder / name).read_bytes().split(b"\n")
    assert len(old) == len(new)
    pairs = zip(old, new, strict=True)
    return [(n, after) for n, (before, after) in enumerate(pairs, 1) if before != after]


def find(editor, words):
    editor.get_by_label("Search the acts").fill(words)
    act = editor.locator(".act").first
    name = act.get_attribute("title")
    act.click()
    title = editor.locator(".form h4").first
    expect(title).to_have_text(name)
    return title


def grave(page):
    found = Axe().run(page, context=".demarche-editor").response["violations"]
    return [
        (it["id"], [node["html"][:120] for node in it["nodes"]])
        for it in found
        if it["impact"] in ("serious", "critical")
    ]


def test_a_wrong_date_is_seen_mended_and_saved_as_one_changed_line(
    editor, folder, repository
):
    expect(find(editor, "culture-ministry-cancels events")).to_have_text(SAME)
    expect(editor.locator(".list .count")).to_have_text(re.compile(r"^\d+ of 440 acts"))
    date = editor.get_by_label("Date", exact=True)
    by_date = editor.page.get_by_label("Date", exact=True)
    field = editor.locator(".field", has=by_date)
    expect(field.locator(".words")).to_have_text("29 June 2025")
    date.fill("29.06.2025")
    expect(field.locator(".words")).to_have_text(re.compile("write 2025-06-29$"))
    date.press("Enter")
    expect(field.locator("p.wrong:not(.words)")).to_have_text(
        "does not begin with the year; write 2025-06-29"
    )
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(editor.locator(".act[aria-selected=true] .mark.fault")).to_be_visible()
    editor.get_by_role("button", name="Save").click()
    expect(editor.get_by_role("alert")).to_have_text(
        "Nothing was saved: one fault is to be mended first."
    )
    assert changed_lines(folder, repository) == []
    date.fill("2025-06-28/2025-06-29")
    date.press("Tab")
    expect(field.locator(".words")).to_have_text("28 to 29 June 2025 (lasted 2 days)")
    standing(editor, "1 unsaved row, no fault")
    editor.get_by_role("button", name="Save").click()
    expect(editor.locator(".news")).to_have_text(
        re.compile(r"^Saved actions.csv, data")
    )
    ((_, line),) = changed_lines(folder, repository)
    assert line.startswith(f"{SAME},2025-06-28/2025-06-29,".encode())
    standing(editor, "all saved, no fault")


def test_a_fault_in_the_list_leads_to_its_field(editor):
    find(editor, "Rossiya would lose")
    place = editor.get_by_label("CAMEO code")
    place.fill("9999")
    place.press("Enter")
    standing(editor, "1 unsaved row, 1 fault")
    find(editor, "Norwegian-led")
    editor.get_by_text("1 fault to be mended before saving").click()
    editor.get_by_role("button", name=re.compile("cameo: '9999' is no CAMEO")).click()
    expect(editor.get_by_label("CAMEO code")).to_be_focused()
    expect(editor.get_by_label("CAMEO code")).to_have_value("9999")
    editor.get_by_role("button", name="Undo").click()
    expect(editor.get_by_label("CAMEO code")).to_have_value("1721")
    standing(editor, "all saved, no fault")


def test_an_act_that_others_name_stays_and_the_question_comes_first(editor):
    find(editor, "Rossiya would lose")
    editor.get_by_role("button", name="Delete this act").click()
    expect(editor.get_by_role("button", name="Keep", exact=True)).to_be_focused()
    editor.get_by_role("button", name="Delete it").click()
    expect(editor.get_by_role("alert")).to_have_text(
        re.compile("stays, since other rows name it: claims.csv")
    )
    standing(editor, "all saved, no fault")


def type_in(page, text, key="Enter"):
    page.keyboard.type(text)
    if key == "Enter":
        page.locator(".layer:popover-open [role=option].active").wait_for()
    page.keyboard.press(key)


def seen(page):
    """Say that the focus is seen, and what has it."""
    assert page.evaluate(HERE)
    return page.evaluate("document.activeElement.dataset.field?.split(' ').at(-1)")


def test_a_new_act_with_evidence_is_made_and_saved_by_keyboard_alone(
    page, editor, folder
):
    editor.get_by_role("button", name="Save").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(editor.get_by_label("Date", exact=True)).to_be_focused()
    type_in(page, "2025-12-30", "Tab")
    assert seen(page) == "actor_id"
    type_in(page, "AZE_GOV_MFA")
    expect(editor.get_by_role("button", name="Open the actor")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert seen(page) == "target_id"
    type_in(page, "RUS_GOV_MFA")
    expect(editor.get_by_role("button", name="Open the target")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert seen(page) == "type"
    type_in(page, "diplomatic")
    page.keyboard.press("Tab")
    assert seen(page) == "form"
    page.keyboard.type("protest n")
    meaning = page.locator(".layer:popover-open .meaning")
    expect(meaning).to_have_text(re.compile("formal complaint"))
    page.keyboard.press("Enter")
    offer = editor.get_by_role("button", name=re.compile("^Use .*usual code"))
    expect(offer).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(offer).to_be_hidden()
    assert editor.get_by_label("CAMEO code").input_value()
    editor.get_by_label("CAMEO code").focus()
    page.keyboard.press("Tab")
    assert seen(page) == "summary"
    type_in(page, 'A note, "by hand".', "Tab")
    assert seen(page) == "certainty"
    type_in(page, "reported")
    page.keyboard.press("Tab")
    assert seen(page) == "in_response_to"
    type_in(page, SAME)
    expect(editor.get_by_role("button", name=f"Take out {SAME}")).to_be_visible()
    expect(editor.locator(".form h4").first).to_have_text("20251230-aze-protest-note")
    while not page.evaluate("document.activeElement.id.startsWith('cite-')"):
        page.keyboard.press("Tab")
    type_in(page, "seed-article")
    expect(editor.get_by_label("Supports the act")).to_be_focused()
    type_in(page, "partly")
    standing(editor, "2 unsaved rows, no fault")
    acts = (folder / "actions.csv").read_bytes()
    while not page.evaluate("document.activeElement.textContent === 'Save'"):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(HERE)
    page.keyboard.press("Enter")
    standing(editor, "all saved, no fault")
    assert (folder / "actions.csv").read_bytes().startswith(acts)
    line = (folder / "actions.csv").read_text("utf-8").splitlines()[-1]
    assert line.startswith("20251230-aze-protest-note,2025-12-30,AZE_GOV_MFA,RUS_GOV")
    assert line.endswith(f',"A note, ""by hand"".",reported,{SAME},')
    evidence = (folder / "evidence.csv").read_text("utf-8").splitlines()[-1]
    assert evidence == "20251230-aze-protest-note,seed-article,partly,,"


def test_the_arrow_keys_walk_the_list_and_enter_opens(page, editor):
    editor.get_by_label("Search the acts").fill("")
    acts = editor.get_by_role("listbox", name=re.compile("^Acts"))
    acts.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    title = editor.locator(".form h4").first
    expect(title).to_have_text("20070101-aze-leave-tv-agreement")
    expect(acts).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(title).to_have_text("20251230-aze-protest-note")
    assert editor.locator(".act").count() < 40


def test_another_s_change_on_disk_is_told_and_taken_in_as_text(editor, folder):
    find(editor, "Rossiya would lose")
    place = editor.get_by_label("Place")
    place.fill("Baku;Moscow")
    place.press("Enter")
    standing(editor, "1 unsaved row, no fault")
    path = folder / "actions.csv"
    path.write_bytes(path.read_bytes().replace(b'"by hand"', b'"<img src=x>"'))
    editor.get_by_role("button", name="Save").click()
    alarm = editor.get_by_role("alert")
    expect(alarm).to_have_text(re.compile("^actions.csv was changed on disk"))
    editor.get_by_role("button", name="Load the files anew").click()
    news = editor.locator(".news")
    expect(news).to_have_text(re.compile("1 edited row stand"))
    editor.get_by_role("button", name="Save").click()
    standing(editor, "all saved, no fault")
    assert b"Baku;Moscow" in path.read_bytes()
    assert b'"<img src=x>"' in path.read_bytes()
    find(editor, "img src")
    expect(editor.get_by_label("Summary")).to_have_value('A note, "<img src=x>".')
    assert editor.locator("img").count() == 0


@pytest.mark.parametrize("theme", ["JupyterLab Dark", "JupyterLab Light"])
def test_nothing_is_grave_small_nameless_or_spilling(page, editor, theme):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text(theme, exact=True).click()
    light = str(theme.endswith("Light")).lower()
    expect(page.locator(f'body[data-jp-theme-light="{light}"]')).to_be_attached()
    editor.get_by_role("button", name="New source").click()
    beside = editor.get_by_role("region", name="An actor or a source")
    expect(beside.get_by_label("Id", exact=True)).to_be_focused()
    editor.get_by_text("to be mended before saving").click()
    assert grave(page) == []
    assert editor.evaluate(TOO_SMALL) == []
    assert editor.evaluate(NAMELESS) == []
    for width in (1000, 500):
        page.set_viewport_size({"width": width, "height": 1000})
        page.wait_for_timeout(300)
        assert editor.evaluate(SPILLS) == [False, []]
    page.set_viewport_size({"width": 1400, "height": 1000})
    editor.get_by_label("Form", exact=True).click()
    expect(page.locator(".layer:popover-open")).to_be_visible()
    assert grave(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(".layer:popover-open")).to_have_count(0)
    for _ in range(2):
        editor.get_by_role("button", name="Undo").click()
    standing(editor, "all saved, no fault")


def test_nothing_goes_wrong_and_nobody_else_is_asked(page, lab):
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
