"""Many quick ticks: the last state wins, none is lost, and nothing is drawn twice."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from utils import load
from utils.explorer.opening import opening

CASE = 'from utils import explore, load\ncase = load("azerbaijan-russia")'
OPEN = "desk = explore(case)\ndesk"
KINDS = 9
TICKS = [*range(9), *range(7, -1, -1), 1, 2, 3]
"""Twenty boxes, each beside the one before."""
WATCH = """(chart) => {
  const watched = "seen" in chart;
  chart.seen = [];
  if (!watched) chart.on("plotly_afterplot", () => {
    const data = chart.data.map(({ x, y }) => [x?.length, Array.from(y ?? []).join()]);
    chart.seen.push(JSON.stringify([chart.layout.title.text, data]));
  });
}"""
FRAMES = "() => new Promise((done) => setTimeout(done, 1000))"


class Wire:
    """The messages of widgets that a page sent and received."""

    def __init__(self, page):
        self.sent, self.received = [], []
        page.on("websocket", self._listen)

    def _listen(self, socket):
        socket.on("framesent", lambda frame: self.sent.append(_bytes(frame)))
        socket.on("framereceived", lambda frame: self.received.append(_bytes(frame)))

    def ticks(self):
        return sum(b'"chosen"' in frame for frame in self.sent)

    def drawings(self):
        return sum(b'"do":"changes"' in re.sub(rb"\s", b"", f) for f in self.received)

    def forget(self):
        self.sent.clear()
        self.received.clear()


def _bytes(frame):
    return frame.encode() if isinstance(frame, str) else frame


@pytest.fixture(scope="module")
def wire(lab):
    return Wire(lab.page)


@pytest.fixture(scope="module")
def page(lab, wire):
    page = lab.open_code(CASE, OPEN)
    lab.run_all()
    page.locator(".demarche-act").first.wait_for()
    return page


@pytest.fixture
def desk(page):
    desk = page.locator(".demarche-desk").first
    desk.get_by_role("button", name="Reset every filter").click()
    expect(desk.locator(".demarche-status .count")).to_have_text("262 of 440 acts")
    page.evaluate(FRAMES)
    return desk


@pytest.fixture
def chart(desk, wire):
    """Watch every drawing of the timeline from now on."""
    chart = desk.locator(".js-plotly-plot:visible").first
    chart.locator(".nsewdrag").first.wait_for(state="attached")
    chart.evaluate(WATCH)
    wire.forget()
    return chart


@pytest.fixture(scope="module")
def kept():
    """Count the acts that Python keeps, by the numbers of the types that are ticked."""
    case = load("azerbaijan-russia")
    types = case.codebook.types["type"].tolist()

    def count(ticked):
        chosen = opening(case).but(types=[types[i] for i in sorted(ticked)])
        return len(chosen.apply(case.actions))

    return count


def by_mouse(desk, boxes):
    for place in TICKS:
        boxes.nth(place).click(no_wait_after=True)


def by_keys(desk, boxes):
    boxes.first.focus()
    for here, there in pairwise([*TICKS, TICKS[-1] + 1]):
        desk.page.keyboard.press("Space")
        desk.page.keyboard.press("ArrowDown" if there > here else "ArrowUp")


@pytest.mark.parametrize("tick", [by_mouse, by_keys], ids=["mouse", "keys"])
def test_the_last_state_wins_and_nothing_is_drawn_twice(desk, chart, wire, kept, tick):
    boxes = desk.get_by_role("group", name="Type").get_by_role("checkbox")
    before = [box.is_checked() for box in boxes.all()]
    assert before == [True] * KINDS
    tick(desk, boxes)
    wanted = kept(after_all_ticks())
    count = desk.locator(".demarche-status .count")
    expect(count).to_have_text(f"{wanted} of 440 acts")
    desk.page.evaluate(FRAMES)
    expect(count).to_have_text(f"{wanted} of 440 acts")
    ticked = {i for i, box in enumerate(boxes.all()) if box.is_checked()}
    assert ticked == after_all_ticks()
    seen = chart.evaluate("(chart) => chart.seen")
    assert f"{wanted} recorded acts" in seen[-1]
    assert all(one != next_one for one, next_one in pairwise(seen))
    assert len(seen) <= wire.drawings() <= wire.ticks() <= len(TICKS)


def after_all_ticks():
    """Say which boxes are ticked at the end: those that were ticked evenly often."""
    return {box for box in range(KINDS) if TICKS.count(box) % 2 == 0}
