"""Benchmark: from the tick of a facet to plotly's last redraw, in a real JupyterLab.

Both ways stand in one notebook of one kernel and answer the same ticks in turn. The
naive way is `interact` with a box for each type and a plotly express figure, made anew
in an output. Time is the browser's own, from the tick to the last redraw that follows.
Run by `python -m tests.benchmarks browser`; it needs a Chromium, named in
DEMARCHE_BROWSER or found on the path.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, sync_playwright

sys.path.append(str(Path(__file__).resolve().parents[1]))
from jupyter_lab import CHROMIUM, ROOT, Lab, jupyter, serving, settled

from tests.benchmarks.timing import judged

N_ACTS, QUIET_MS, ROOM_MS = 10_000, 400, 30_000
TICKS = (1, 1, 4, 4, 2, 2, 5, 5)
"""Each box is unticked and ticked again, so that most acts stay."""
OURS = f"""
from tests.benchmarks.grown import grown
from utils import explore, load
case = grown(load("azerbaijan-russia"), {N_ACTS})
explore(case)
"""
NAIVE = """
import ipywidgets
from tests.benchmarks import naive
from utils.explorer.opening import opening
from utils.measures import weigh
acts = weigh(case.actions, case.scales["goldstein-icews"])
types = case.codebook.types["type"].tolist()
chosen = opening(case).but(actors=case.sides, types=types)

@ipywidgets.interact(**{name: True for name in types})
def follow(**ticked):
    kept = [name for name, on in ticked.items() if on]
    naive.shown_as_timeline(acts, chosen.but(types=kept)).show("plotly_mimetype")
"""
WATCH = """() => {
  window.lastDraw = 0;
  const mark = () => { window.lastDraw = performance.now(); };
  const hold = (node) => {
    if (node.watched || !node.on) return;
    node.watched = true;
    node.on("plotly_afterplot", mark);
    mark();
  };
  const all = () => document.querySelectorAll(".js-plotly-plot").forEach(hold);
  new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
  all();
}"""
CLICK = """(box) => new Promise((done) => {
  const start = performance.now();
  window.lastDraw = 0;
  box.click();
  const look = () => {
    const now = performance.now();
    const quiet = window.lastDraw && now - window.lastDraw > QUIET;
    if (quiet || now - start > ROOM) done(window.lastDraw - start);
    else setTimeout(look, 20);
  };
  look();
})""".replace("QUIET", str(QUIET_MS)).replace("ROOM", str(ROOM_MS))


def main() -> int:
    """Print the times; give 1 if the explorer is not four times as fast."""
    with lab() as opened:
        page = opened.open_code(OURS, NAIVE)
        opened.run_all()
        page.wait_for_timeout(3000)
        page.evaluate(WATCH)
        ways = {"naive": naive_boxes(page), "ours": our_boxes(page)}
        took: dict[str, list[float]] = {name: [] for name in ways}
        for place in TICKS:
            for name, boxes in ways.items():
                took[name].append(boxes.nth(place).evaluate(CLICK))
    print(f"tick to last redraw at {N_ACTS:,} acts, ms, median (least to most):")
    for name, ms in took.items():
        print(f"  {name:<6} {median(ms):7.0f} ({min(ms):.0f} to {max(ms):.0f})")
    assert min(min(ms) for ms in took.values()) > 0, "a tick was never drawn"
    ratio = median(took["naive"]) / median(took["ours"])
    return judged({"naive / ours, tick to redraw": (ratio, "at least", 4)})


def our_boxes(page: Page) -> Locator:
    """Give the boxes of the explorer's facet of types."""
    desk = page.locator(".demarche-desk").first
    return desk.get_by_role("group", name="Type").get_by_role("checkbox")


def naive_boxes(page: Page) -> Locator:
    """Give the boxes that `interact` made."""
    return page.locator(".widget-interact input[type=checkbox]")


@contextmanager
def lab() -> Iterator[Lab]:
    """Serve an empty folder by JupyterLab and open a page of it in Chromium."""
    path = os.environ.get("DEMARCHE_BROWSER") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder)
        server = settled(home)
        with serving(server, home, jupyter("jupyterlab", server)):
            browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
            yield Lab(server, browser)
            browser.close()


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
