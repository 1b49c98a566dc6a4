"""One small figure in every format, and what reads it back."""

import base64
import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from plotly.graph_objects import Figure, Scatter

from utils.exports import browser

WORDS = {"title": "Two acts → ▲", "description": "Ə. Əliyev ilə görüş", "lang": "az"}


@pytest.fixture(scope="session")
def renderer() -> browser.Renderer:
    return browser.shared()


@pytest.fixture(scope="session")
def figure() -> Figure:
    """Draw a line, with all the letters and signs that charts have, 400 x 300."""
    drawn = Figure(Scatter(x=[1, 2, 3], y=[2, 4, 3], line={"color": "#1F4E79"}))
    drawn.update_layout(
        title="<b>Bold → əğşçıİöü</b><br>▲▼●■◆✕━╍┄→ Путин",
        font={"family": "Courier New"},
        width=400,
        height=300,
    )
    return drawn


@pytest.fixture(scope="session")
def files(renderer: browser.Renderer, figure: Figure) -> dict[str, bytes]:
    """Give the figure in every format, 6.25 inches wide and 4.6875 high."""
    formats = ("png", "svg", "pdf")
    look = {"zoom": 1.5, "dpi": 300, **WORDS}
    return {it: renderer.draw(figure, format=it, **look) for it in formats}


@pytest.fixture(scope="session")
def embedded_fonts(tmp_path_factory: pytest.TempPathFactory):
    """Write the fonts that an SVG holds into files, as programs without CSS need."""

    def write(svg: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("fonts")
        return [_written(folder, *pair) for pair in enumerate(_fonts(svg))]

    return write


def _fonts(svg: str) -> list[TTFont]:
    found = re.findall(r"data:font/woff;base64,([^)]*)\)", svg)
    return [TTFont(io.BytesIO(base64.b64decode(font))) for font in found]


def _written(folder: Path, number: int, font: TTFont) -> Path:
    path = folder / f"{number}.ttf"
    font.flavor = None
    font.save(path)
    font.close()
    return path
