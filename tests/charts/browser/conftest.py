"""Charts as a real Chromium draws them, cut off from every host."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from plotly.graph_objects import Figure
from plotly.io.json import to_json_plotly
from plotly.offline import get_plotlyjs

from utils.exports.browser.fonts import Face, faces

FAMILIES = '"Noto Sans", "DejaVu Sans", sans-serif'
DRAW = """([figure, width]) => {
  const {data, layout} = JSON.parse(figure);
  const div = document.querySelector('div');
  div.style = `width: ${width}px; height: ${layout.height}px`;
  const drawn = () => Plotly.newPlot(div, data, layout, {staticPlot: true});
  const later = new Promise((resolve) => setTimeout(resolve));
  window.measured = later.then(drawn).then(() => measure(div));
}"""
MEASURE = """
const canvas = document.createElement('canvas').getContext('2d');
const kinds = ['gtitle', 'xtick', 'ytick', 'xtitle', 'ytitle', 'annotation',
  'textpoint'];
function measure(div) {
  const sheet = div.querySelector('.main-svg').getBoundingClientRect();
  const boxed = (box, kind, words, more) => ({kind, words, left: box.left - sheet.left,
    top: box.top - sheet.top, right: box.right - sheet.left,
    bottom: box.bottom - sheet.top, ...more});
  // What the letters reach, in a line of text that is not turned.
  const inked = (line, words) => {
    const {left, top, right, bottom} = line.getBoundingClientRect();
    if (line.getScreenCTM().b) return {left, top, right, bottom};
    canvas.font = getComputedStyle(line.querySelector('tspan') ?? line).font;
    const it = canvas.measureText(words);
    const above = it.fontBoundingBoxAscent - it.actualBoundingBoxAscent;
    const below = it.fontBoundingBoxDescent - it.actualBoundingBoxDescent;
    return {left, top: top + above, right, bottom: bottom - below};
  };
  const written = (part) => [...part.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = () => [...div.querySelectorAll('.main-svg text')].flatMap((text) => {
    const kind = kinds.find((name) => text.closest(`[class*="${name}"]`)) ?? '';
    const lines = [...text.querySelectorAll('tspan.line')];
    return (lines.length ? lines : [text])
      .filter((line) => line.textContent.trim())
      .map((line) => boxed(inked(line, line.textContent), kind, line.textContent,
        {size_px: Math.min(...[line, ...line.querySelectorAll('tspan')].filter(written)
          .map((part) => parseFloat(getComputedStyle(part).fontSize)))}));
  });
  const inWidest = () => {
    div.classList.add('widest');
    const found = texts();
    div.classList.remove('widest');
    return found;
  };
  const strokes = [...div.querySelectorAll('.main-svg :is(path, line)')]
    .map((path) => getComputedStyle(path))
    .filter((style) => style.stroke !== 'none' && +style.strokeOpacity > 0)
    .map((style) => parseFloat(style.strokeWidth)).filter((width) => width > 0);
  const marks = [...div.querySelectorAll('path.point, .bars path')];
  const {l, t, w, h} = div._fullLayout._size;
  const found = {
    texts: texts(),
    widest: inWidest(),
    marks: marks.map((mark) => boxed(mark.getBoundingClientRect(), 'mark', '')),
    plot: {kind: 'plot', words: '', left: l, top: t, right: l + w, bottom: t + h},
    sheet: boxed(sheet, 'sheet', ''),
    thinnest_px: Math.min(...strokes),
  };
  Plotly.purge(div);
  return found;
}"""


@dataclass(frozen=True)
class Box:
    """Where a piece of a chart lies, in pixels from the upper left corner.

    The box of a text is what its letters reach, not all the room of their line.
    """

    kind: str
    words: str
    left: float
    top: float
    right: float
    bottom: float
    size_px: float = 0

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


@dataclass(frozen=True)
class Sheet:
    """The boxes of one chart: its texts, its marks, the plot and the whole.

    `zoom` is how many pixels of 1/96 inch one of its pixels takes where it is shown.
    """

    texts: list[Box]
    marks: list[Box]
    plot: Box
    sheet: Box
    thinnest_px: float
    zoom: float

    def of(self, kind: str) -> list[Box]:
        return [text for text in self.texts if text.kind == kind]


Shown = tuple[str, Figure, int, float]
"""A name, a figure, its width in pixels, and the zoom at which it is shown."""
Render = Callable[[Iterable[Shown]], dict[str, Sheet]]


@pytest.fixture(scope="session")
def paper(chromium: Browser) -> Iterator[Page]:
    """Open an empty page that draws and measures figures in the fonts of print."""
    with chromium.new_page(viewport={"width": 1400, "height": 900}) as page:
        page.set_content(f"<style>{_fonts()}</style><div></div>")
        page.add_script_tag(content=get_plotlyjs())
        page.add_script_tag(content=MEASURE)
        page.evaluate("Promise.all([...document.fonts].map((font) => font.load()))")
        yield page


@pytest.fixture(scope="session")
def render(paper: Page) -> Render:
    """Give a function that draws figures and measures them, in two fonts."""

    def rendered(shown: Iterable[Shown]) -> dict[str, Sheet]:
        found: dict[str, Sheet] = {}
        waiting: tuple[str, float] | None = None
        # While the browser draws a figure, the next one is made here.
        for name, figure, width_px, zoom in shown:
            written = _written(figure)
            found |= _sheets(paper, *waiting) if waiting else {}
            paper.evaluate(DRAW, [written, width_px])
            waiting = name, zoom
        return found | (_sheets(paper, *waiting) if waiting else {})

    return rendered


def _fonts() -> str:
    """Give the fonts of print, and the widest one, of ours where there is no other."""
    rules = [_face(it.family, it.weight, _uri(it)) for it in faces()]
    ours = _uri(faces()[-1])
    for name, weight in (("DejaVu Sans", 400), ("DejaVu Sans Bold", 700)):
        rules.append(_face("Widest", weight, f'local("{name}"), {ours}'))
    widest = ".widest text {font-family: Widest !important}"
    return f"body {{margin: 0}} {' '.join(rules)} {widest}"


def _face(family: str, weight: int, source: str) -> str:
    named = f'font-family: "{family}"; font-weight: {weight}'
    return f"@font-face {{{named}; src: {source}}}"


def _uri(face: Face) -> str:
    return f"url(data:font/ttf;base64,{b64encode(face.data).decode()})"


def _written(figure: Figure) -> str:
    """Write a figure without its rows, which no picture shows."""
    plain = {"data": [trace.to_plotly_json() for trace in figure.data]}
    layout: dict[str, Any] = figure.layout.to_plotly_json()
    font = {**layout.get("font", {}), "family": FAMILIES}
    plain["layout"] = layout | {"meta": None, "font": font}
    return str(to_json_plotly(plain))


def _sheets(page: Page, name: str, zoom: float) -> dict[str, Sheet]:
    found = page.evaluate("() => measured")
    boxes = {part: Box(**found.pop(part)) for part in ("plot", "sheet")}
    fonts = {name: found.pop("texts"), f"{name}, widest font": found.pop("widest")}
    marks = [Box(**box) for box in found.pop("marks")]
    return {
        said: Sheet([Box(**t) for t in texts], marks, **boxes, zoom=zoom, **found)
        for said, texts in fonts.items()
    }
