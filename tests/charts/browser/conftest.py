"""Charts as a real Chromium draws them, cut off from every host."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser
from plotly.graph_objects import Figure
from plotly.offline import get_plotlyjs

DRAWN = """() => [...document.querySelectorAll('.plotly-graph-div')]
  .every((div) => div.querySelector('.main-svg .infolayer text'))"""
MEASURE = """() => [...document.querySelectorAll('.plotly-graph-div')].map((div) => {
  const sheet = div.querySelector('.main-svg').getBoundingClientRect();
  const measured = (element, kind) => {
    const box = element.getBoundingClientRect();
    const [left, top] = [box.left - sheet.left, box.top - sheet.top];
    const words = element.textContent;
    return {kind, words, left, top, right: left + box.width, bottom: top + box.height};
  };
  const kindOf = (text) => ['gtitle', 'xtick', 'ytick', 'ytitle', 'annotation',
    'textpoint'].find((name) => text.closest(`[class*="${name}"]`));
  const texts = [...div.querySelectorAll('.main-svg text')].flatMap((text) => {
    const lines = [...text.querySelectorAll('tspan.line')];
    return (lines.length ? lines : [text]).map((line) => measured(line, kindOf(text)));
  });
  const marks = [...div.querySelectorAll('path.point, .bars path')];
  const {l, t, w, h} = div._fullLayout._size;
  const plot = {kind: 'plot', words: '', left: l, top: t, right: l + w, bottom: t + h};
  const whole = {kind: 'sheet', words: '', left: 0, top: 0};
  return {
    texts: texts.filter((text) => text.words.trim()),
    marks: marks.map((mark) => measured(mark, 'mark')),
    plot,
    sheet: {...whole, right: sheet.width, bottom: sheet.height},
  };
})"""


@dataclass(frozen=True)
class Box:
    """Where a piece of a chart lies, in pixels from the upper left corner."""

    kind: str
    words: str
    left: float
    top: float
    right: float
    bottom: float

    def __str__(self) -> str:
        return f"{self.kind} {self.words!r}"

    def meets(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0

    def within(self, other: "Box", *, by: float = 0) -> bool:
        across = self.left >= other.left - by and self.right <= other.right + by
        return (
            across and self.top >= other.top - by and self.bottom <= other.bottom + by
        )

    def inked(self) -> "Box":
        """Leave off the tenth above and below that no letter reaches."""
        idle = 0.1 * (self.bottom - self.top)
        edges = {"top": self.top + idle, "bottom": self.bottom - idle}
        return Box(**(vars(self) | edges))


@dataclass(frozen=True)
class Sheet:
    """The boxes of one chart: its texts, its marks, the plot and the whole."""

    texts: list[Box]
    marks: list[Box]
    plot: Box
    sheet: Box


Render = Callable[[Mapping[str, Figure], int], dict[str, Sheet]]


@pytest.fixture(scope="module")
def render(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Render:
    """Give a function that draws figures at a width and measures them."""

    def rendered(figures: Mapping[str, Figure], width_px: int) -> dict[str, Sheet]:
        path = tmp_path_factory.mktemp("charts") / "charts.html"
        path.write_text(_page(figures.values(), width_px), encoding="utf-8")
        with chromium.new_page(viewport={"width": width_px, "height": 900}) as page:
            page.goto(path.as_uri())
            page.wait_for_function(DRAWN)
            sheets = [_sheet(found) for found in page.evaluate(MEASURE)]
        return dict(zip(figures, sheets, strict=True))

    return rendered


def _page(figures, width_px: int) -> str:
    divs = (
        figure.to_html(
            full_html=False, include_plotlyjs=False, default_width=f"{width_px}px"
        )
        for figure in figures
    )
    head = f'<meta charset="utf-8"><script>{get_plotlyjs()}</script>'
    return f'<html><head>{head}</head><body style="margin:0">{"".join(divs)}</body>'


def _sheet(found: dict[str, object]) -> Sheet:
    lists = {name: [Box(**box) for box in found[name]] for name in ("texts", "marks")}
    return Sheet(**lists, plot=Box(**found["plot"]), sheet=Box(**found["sheet"]))
