"""Benchmark: 20 figures in PNG, SVG and PDF, beside plotly's `write_image` in a loop.

Both get the same figures, of every chart and in two themes, and the same size; both
begin without a browser and write files. Plotly starts a browser for each file, which
is what its documentation shows. Set DEMARCHE_BROWSER, or have Chromium on the PATH.
"""

import os
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from plotly.graph_objects import Figure

from tests.chart_pictures import PICTURES, SELECTIONS, Chosen
from utils import load, measures
from utils.exports import browser

FIGURES = 20
FORMATS = ("png", "svg", "pdf")
RATIO_AT_LEAST = 5
WIDTH_PX = 700
ZOOM = 3.125
"""So that 96 pixels to an inch become 300."""

Way = Callable[[Figure, Path], None]


def main() -> int:
    """Print the seconds of both ways; give 1 if their ratio misses the target."""
    chosen = list(islice(figures(), FIGURES))
    # What plotly takes for its browser is what we draw in.
    os.environ.setdefault("BROWSER_PATH", str(browser.find()))
    ours_s = seconds(chosen, ours)
    theirs_s = seconds(chosen, theirs)
    ratio = theirs_s / ours_s
    files = len(chosen) * len(FORMATS)
    print(f"{files} files of {len(chosen)} figures: {ours_s:.1f} s by one browser,")
    print(f"{theirs_s:.1f} s by write_image in a loop, {ratio:.1f} times as long")
    met = ratio >= RATIO_AT_LEAST
    print("target met" if met else f"target missed: {RATIO_AT_LEAST} times")
    return 0 if met else 1


def figures() -> Iterator[Figure]:
    """Draw every chart of the surveyed acts between the sides, light and then dark."""
    case = load("azerbaijan-russia")
    scale = case.scales["goldstein-icews"]
    selection = SELECTIONS["two sides, surveyed period"]
    acts = measures.weigh(selection.apply(case.actions), scale)
    chosen = Chosen(acts, case.about(selection, scale), case)
    for theme, chart in product(("light", "dark"), PICTURES):
        yield chosen.draw(chart, theme, WIDTH_PX)


def seconds(figures: list[Figure], way: Way) -> float:
    """Time one way from its first figure to its last file."""
    with TemporaryDirectory() as folder:
        start = perf_counter()
        for number, figure in enumerate(figures):
            way(figure, Path(folder, str(number)))
        taken = perf_counter() - start
        written = [path for path in Path(folder).iterdir() if path.stat().st_size]
    if len(written) != len(figures) * len(FORMATS):
        raise SystemExit(f"only {len(written)} files were written")
    return taken


def ours(figure: Figure, path: Path) -> None:
    """Write a figure in every format, by the one browser of this process."""
    for format in FORMATS:
        look = {"width_px": WIDTH_PX, "dpi": 96 * ZOOM}
        file = browser.shared().draw(figure, format=format, **look)
        path.with_suffix(f".{format}").write_bytes(file)


def theirs(figure: Figure, path: Path) -> None:
    """Write a figure in every format, as plotly's documentation shows."""
    for format in FORMATS:
        scale = ZOOM if format == "png" else 1
        figure.write_image(path.with_suffix(f".{format}"), width=WIDTH_PX, scale=scale)
