"""Pages of a site opened from a disk in a real browser, and notebooks made for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat

PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
ALL_DRAWN = """() => [...document.querySelectorAll('[data-looks]')]
  .every((plot) => plot.querySelector('.gtitle'))"""
CUT_OFF = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((at) => {
  const sheet = at.querySelector('.main-svg').getBoundingClientRect();
  return [...at.querySelectorAll('.main-svg text')].filter((text) =>
    text.textContent.trim() && text.getBoundingClientRect().right > sheet.right + 1)
    .map((text) => text.textContent);
})"""
WIDER = "() => document.documentElement.scrollWidth - window.innerWidth"


def write_notebook(path: Path, *cells: str) -> Path:
    """Write a notebook; a cell that begins with a # and a space is prose."""
    new = nbformat.v4
    notebook = new.new_notebook(metadata=PYTHON)
    notebook.cells = [
        (new.new_markdown_cell if text.startswith("# ") else new.new_code_cell)(text)
        for text in cells
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path


class Visit:
    """A page with what it complained of and what it asked other hosts for."""

    def __init__(self, page) -> None:
        self.page = page
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._look)

    def _hear(self, message) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _look(self, request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            self.complaints.append(request.url)


@contextmanager
def visiting(chromium, path: Path, *, width_px=1200, theme="light") -> Iterator[Visit]:
    page = chromium.new_page(
        viewport={"width": width_px, "height": 900}, color_scheme=theme
    )
    visit = Visit(page)
    page.goto(path.as_uri())
    yield visit
    page.close()
