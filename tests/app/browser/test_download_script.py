"""The script of the ways out alone, with a clock that can be set and no kernel."""

import pytest
from playwright.sync_api import expect

from utils.app.ways_out import WaysOut

MODEL = """
window.heard = [], window.sent = [], window.freed = [], window.made = [];
const traits = {
  formats: [["pdf", "PDF"], ["caption", "Caption"]],
  presets: [["single-column", "single"], ["double-column", "double"]],
  preset: "double-column",
  sized: ["pdf"],
};
window.model = {
  get: (name) => traits[name],
  on: (name, hear) => window.heard.push(hear),
  off: (name, hear) => { window.heard = window.heard.filter((one) => one !== hear); },
  send: (order) => window.sent.push(order),
};
URL.createObjectURL = (blob) => { window.made.push(blob); return "blob:null/1"; };
URL.revokeObjectURL = (address) => window.freed.push(address);
HTMLAnchorElement.prototype.click = function () { window.clicked = this.download; };
window.answer = (told, bytes) => window.heard.forEach((hear) =>
  hear(told, bytes ? [new DataView(new Uint8Array(bytes).buffer)] : []));
window.end = widget.render({ model: window.model, el: document.body });
"""


@pytest.fixture
def page(chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install()
    script = WaysOut._esm.replace("export default", "window.widget =")
    page.add_script_tag(type="module", content=script + MODEL)
    page.get_by_role("button", name="Download the page").wait_for()
    yield page
    context.close()


@pytest.fixture
def status(page):
    return page.get_by_role("status")


def asked(page):
    return page.evaluate("window.sent.at(-1).ask")


def answer(page, told, n_bytes=0):
    page.evaluate("([told, n]) => window.answer(told, n)", [told, n_bytes])


def press(page, name="Download the page"):
    page.get_by_role("button", name=name, exact=True).click()


def test_a_press_asks_for_what_is_chosen(page):
    page.get_by_label("Format").select_option("caption")
    press(page, "Download the figure")
    told = page.evaluate("window.sent")[0]
    assert told.pop("ask")
    assert told == {"what": "figure", "format": "caption", "preset": "double-column"}


def test_a_kernel_that_does_not_answer_is_told_of(page, status):
    press(page)
    expect(status).to_have_text("Making the page …")
    page.clock.run_for(21_000)
    expect(status).to_contain_text("Still making it. A cell that runs comes first")
    answer(page, {"ask": asked(page), "error": "No."})
    expect(status).to_have_text("No.")


def test_an_answer_to_somebody_else_is_let_pass(page, status):
    press(page)
    answer(page, {"ask": "another", "name": "a.html", "type": "text/html"}, 5)
    expect(status).to_have_text("Making the page …")
    assert page.evaluate("window.clicked") is None


@pytest.mark.parametrize(
    ("n_bytes", "size"),
    [(999, "999 bytes"), (62_900, "63 kB"), (5_638_772, "5.6 MB")],
)
def test_a_file_is_named_with_its_size_and_freed(page, status, n_bytes, size):
    press(page)
    told = {"ask": asked(page), "name": "a.html", "type": "text/html", "said": "Well."}
    answer(page, told, n_bytes)
    expect(status).to_have_text(f"Downloaded a.html, {size}. Well.")
    assert page.evaluate("[window.clicked, window.made[0].size, window.freed]") == [
        "a.html",
        n_bytes,
        [],
    ]
    page.clock.run_for(10_001)
    assert page.evaluate("window.freed") == ["blob:null/1"]


def test_an_error_full_of_markup_is_only_text(page, status):
    press(page)
    answer(page, {"ask": asked(page), "error": "<img src=x onerror=alert(1)>"})
    expect(status).to_have_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0


def test_after_it_is_closed_nothing_is_heard(page):
    page.evaluate("window.end()")
    assert page.evaluate("window.heard.length") == 0
