"""Draw the pictures of the README anew: .venv/bin/python docs/draw_pictures.py.

Kaleido finds an installed Chromium or Chrome by itself; the environment variable
BROWSER_PATH names another one.
"""

import re
from pathlib import Path

import kaleido
from plotly.graph_objects import Figure

from utils import charts, load, measures, select

PICTURES = Path(__file__).resolve().parent / "pictures"
WIDTH_PX = 900
THEMES = ("light", "dark")


def tension(theme: str) -> Figure:
    """Give the curve that the code in the README draws."""
    case = load("azerbaijan-russia")
    since, until = case.dense_period
    surveyed = select(directions=["AZE>RUS", "RUS>AZE"], since=since, until=until)
    scale = case.scales["goldstein-icews"]
    acts = measures.weigh(surveyed.apply(case.actions), scale)
    level = measures.tension(acts, half_life_days=30, since=since, until=until)
    about = case.about(surveyed, scale)
    return charts.tension_curve(level, about=about, theme=theme, width_px=WIDTH_PX)


def svg(figure: Figure) -> str:
    """Write a figure as SVG, alike each time, and without asking another host."""
    for number, trace in enumerate(figure.data):
        trace.uid = str(number)
    size = {"width": WIDTH_PX, "height": figure.layout.height}
    options = {"format": "svg", **size}
    # Kaleido would fetch MathJax from the web, and no text of ours needs it.
    drawn = kaleido.calc_fig_sync(figure, options, kopts={"mathjax": False}).decode()
    (random,) = re.findall(r'<defs id="defs-(\w+)"', drawn)
    return re.sub(f"(defs-|clip){random}", r"\1", drawn) + "\n"


def draw(folder: Path) -> None:
    """Write each picture into `folder`."""
    for theme in THEMES:
        path = folder / f"tension-{theme}.svg"
        path.write_text(svg(tension(theme)), encoding="utf-8")


if __name__ == "__main__":
    draw(PICTURES)
