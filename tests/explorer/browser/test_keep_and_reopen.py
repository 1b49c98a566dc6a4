"""A reader takes changes back, keeps what is asked, and opens the notebook again."""

import json
import re

import pytest
from playwright.sync_api import expect

OPEN = """from utils import load, select
from utils.explorer import explore
desk = explore(load("azerbaijan-russia"), select(since="2025"))
desk"""
NAME, SECONDS = "keep.ipynb", 1000
FIRST, WITHOUT_ECONOMIC = "276 of 440 acts", "269 of 440 acts"
PICTURED = "More recorded acts"
HEAR = """() => { window.heard = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...what) {
    window.heard += 1;
    return send.apply(this, what);
  };
}"""


@pytest.fixture(scope="module")
def page(lab):
    page = lab.open_code(OPEN, "'a cell of the reader'", name=NAME)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lab.run_all()
    page.locator(".demarche-act").wait_for()
    return page


@pytest.fixture(scope="module")
def bar(page):
    return page.get_by_role("toolbar", name="What is asked")


@pytest.fixture(scope="module")
def count(page):
    return page.locator(".demarche-status .count")


@pytest.fixture(scope="module")
def news(page):
    return page.locator(".demarche-bar [role=status]")


@pytest.fixture
def economic(page, bar, count):
    """Give the tick of a type, with nothing else asked than at first."""
    bar.get_by_role("button", name="Reset every filter").click()
    expect(count).to_have_text(FIRST)
    facet = page.get_by_role("group", name="Type", exact=True)
    return facet.get_by_role("checkbox", name="Economic")


def test_keys_take_a_change_back_and_make_it_again(page, economic, count, news):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    page.keyboard.press("Control+z")
    expect(count).to_have_text(FIRST)
    expect(news).to_have_text(re.compile("^Undone: type: .* → all$"))
    page.keyboard.press("Control+Shift+z")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    expect(news).to_have_text(re.compile("^Done again: type: all → "))
    expect(economic).to_be_focused()


def test_what_was_said_goes_with_the_next_change(page, economic, news):
    economic.press("Space")
    page.keyboard.press("Control+z")
    expect(news).to_have_text(re.compile("Undone"))
    economic.press("Space")
    expect(news).to_have_text("")


def test_in_a_text_field_the_keys_take_back_letters(page, economic, count):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    search = page.get_by_label("Search in Actor")
    search.press_sequentially("media")
    page.keyboard.press("Control+z")
    expect(search).not_to_have_value("media")
    search.fill("")
    expect(count).to_have_text(WITHOUT_ECONOMIC)


def test_outside_the_explorer_the_keys_are_the_notebooks(page, economic, count):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    editor = page.locator(".jp-CodeCell").last.locator(".cm-content")
    editor.click()
    page.keyboard.type("x")
    page.keyboard.press("Control+z")
    expect(editor).to_have_text("'a cell of the reader'")
    expect(count).to_have_text(WITHOUT_ECONOMIC)


def test_the_bar_is_one_stop_and_arrows_move_along(page, bar):
    buttons = bar.get_by_role("button")
    assert bar.locator("[tabindex='0']").count() == 1
    buttons.first.focus()
    for key, name in [("ArrowRight", "Redo"), ("End", "Open"), ("ArrowRight", "Undo")]:
        page.keyboard.press(key)
        expect(page.locator(":focus")).to_have_text(name)


def test_a_button_with_nothing_to_do_keeps_the_focus_and_says_so(bar, economic, news):
    redo = bar.get_by_role("button", name="Redo")
    economic.press("Space")
    expect(redo).to_have_attribute("aria-disabled", "true")
    redo.press("Enter")
    expect(news).to_have_text("There is nothing to do again.")
    expect(redo).to_be_focused()


def test_code_that_is_copied_runs_in_a_cell_and_gives_as_many_acts(
    page, bar, economic, count, news
):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    bar.get_by_role("button", name="Copy as code").click()
    expect(news).to_have_text("The code is copied: paste it into a cell.")
    cell = page.locator(".jp-CodeCell").last
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+v")
    page.keyboard.press("Control+End")
    page.keyboard.type("\nprint(len(acts), 'acts')\n")
    page.keyboard.press("Control+Enter")
    expect(cell.locator(".jp-OutputArea-output").first).to_have_text("269 acts\n")


def test_code_that_may_not_be_copied_is_shown_and_that_is_said(page, bar, economic):
    page.evaluate(
        """() => { document.execCommand = () => false;
          navigator.clipboard.writeText = () => Promise.reject(new Error("no")); }"""
    )
    bar.get_by_role("button", name="Copy as code").click()
    alarm = page.locator(".demarche-bar [role=alert]")
    expect(alarm).to_contain_text("did not let us copy")
    shown = page.get_by_role("textbox", name="The code")
    expect(shown).to_have_value(re.compile("^from utils import "))
    expect(shown).to_be_focused()


def test_a_file_of_something_else_is_refused_aloud(page, bar, economic, tmp_path):
    (tmp_path / "other.json").write_text('{"format": "<img src=x onerror=alert(1)>"}')
    give(page, bar, tmp_path / "other.json")
    alarm = page.locator(".demarche-bar [role=alert]")
    expect(alarm).to_have_text(re.compile("^other.json was not opened: .* no saved"))
    expect(page.locator(".demarche-status .count")).to_have_text(FIRST)


def test_the_same_file_can_be_given_again(page, bar, economic, news, tmp_path):
    path = saved(page, bar, tmp_path)
    for _ in range(2):
        economic.press("Space")
        expect(news).to_have_text("")
        give(page, bar, path)
        expect(news).to_have_text("azerbaijan-russia-inquiry.json is opened.")


def test_what_is_saved_is_opened_by_another_kernel(
    page, bar, lab, economic, count, news, tmp_path
):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    path = saved(page, bar, tmp_path)
    assert json.loads(path.read_text())["case"]["name"] == "azerbaijan-russia"
    lab.open_code(OPEN, name=NAME)
    lab.run_all()
    expect(count).to_have_text(FIRST)
    give(page, bar, path)
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    expect(news).to_have_text("azerbaijan-russia-inquiry.json is opened.")


def test_a_notebook_without_a_kernel_shows_the_last_sentence_and_picture(
    page, bar, lab, economic, count
):
    economic.press("Space")
    expect(count).to_have_text(WITHOUT_ECONOMIC)
    page.get_by_role("tab", name="Both sides").click()
    last = page.locator(".demarche-last-words")
    picture = page.locator(".jp-RenderedPlotly, [data-mime-type*=plotly]").last
    expect(last.locator("strong")).to_have_text(WITHOUT_ECONOMIC, timeout=30 * SECONDS)
    assert not last.is_visible()
    save_notebook(page, lab)
    lab.open(NAME)
    expect(last).to_be_visible()
    expect(last).to_contain_text(f"{WITHOUT_ECONOMIC}: cultural, diplomatic, ")
    expect(picture).to_be_visible()
    expect(picture).to_contain_text(f"{PICTURED} from AZE to RUS")
    expect(page.get_by_text("Error displaying widget")).not_to_be_visible()
    expect(page.get_by_text("This chart in words and numbers")).to_be_visible()


def test_run_again_the_explorer_takes_the_place_of_its_picture(page, count):
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('li[data-command="runmenu:run-all"]').click()
    expect(count).to_have_text(FIRST, timeout=60 * SECONDS)
    expect(page.locator(".demarche-last-words")).not_to_be_visible()
    expect(page.get_by_text("This chart in words and numbers")).not_to_be_visible()
    expect(page.locator(".demarche-desk .js-plotly-plot")).to_have_count(1)


def test_what_is_stored_is_small(lab):
    stored = (lab.server.folder / NAME).stat().st_size
    assert stored < 200_000


def test_at_rest_nothing_is_sent(page):
    page.wait_for_timeout(8 * SECONDS)
    page.evaluate(HEAR)
    page.wait_for_timeout(7 * SECONDS)
    assert page.evaluate("window.heard") == 0


def test_nothing_goes_wrong_and_nobody_else_is_asked(lab):
    known = "model not found"
    assert [it for it in lab.console_errors if known not in it] == []
    assert lab.foreign_requests == []


def saved(page, bar, folder):
    """Press Save, and give the file that the browser keeps."""
    with page.expect_download() as coming:
        bar.get_by_role("button", name="Save what is asked").click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def give(page, bar, path):
    """Press Open, and choose a file."""
    with page.expect_file_chooser() as coming:
        bar.get_by_role("button", name="Open a saved file").click()
    coming.value.set_files(path)


def save_notebook(page, lab):
    """Save, and wait until the file holds what the explorer showed last."""
    path = lab.server.folder / NAME
    for _ in range(30):
        page.get_by_role("menuitem", name="File", exact=True).click()
        page.locator('li[data-command="docmanager:save"]').click()
        text = path.read_text()
        held = [WITHOUT_ECONOMIC in text, PICTURED in text, "Both sides" not in text]
        if all(held):
            return
        page.wait_for_timeout(SECONDS)
    raise AssertionError("The notebook was not saved.")
