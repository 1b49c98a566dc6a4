"""Saving a figure: every file that a journal, a slide, a page or a reader needs."""

import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from utils.charts.record import record
from utils.exports.browser import BrowserMissing
from utils.exports.files import folder_at, from_here, refuse_existing, write_whole
from utils.exports.names import check_name
from utils.exports.order import ENDINGS, FORMATS, PICTURES, Order, formats_of
from utils.exports.presets import Preset, preset_of
from utils.told import Told

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class Saved(Told):
    """The files that were written, and a sentence about them."""

    paths: tuple[Path, ...]
    size: str = ""

    def __str__(self) -> str:
        names = ", ".join(path.name for path in self.paths)
        return f"Saved {names} in {from_here(self.paths[0].parent)}.{self.size}"


def save(
    figure: "Figure",
    name: str,
    *,
    preset: str | float | Preset = "double-column",
    formats: str | Collection[str] = FORMATS,
    folder: str | os.PathLike[str] = ".",
    overwrite: bool = False,
    timeout_s: float = 30,
    today: date | None = None,
) -> Saved:
    """Save a figure as files that can be published, read, cited and drawn again.

    `preset` is the name of one of `PRESETS`, a `Preset` of your own, or a width in
    millimetres. `formats` are some of pdf, svg, png, html, csv, caption, json,
    csv-for-spreadsheets and pptx; csv-for-spreadsheets defuses cells that a
    spreadsheet would run, and caption is a text. `folder` is made if the folder that
    it lies in exists. `timeout_s` bounds each picture, `today` is the date that the
    caption gives. Either all files are written or none; only where there is no
    browser, those that need none are written before the error.

    >>> from tempfile import TemporaryDirectory
    >>> import pandas as pd
    >>> from utils import charts
    >>> from utils.about import About
    >>> months = {"date": pd.to_datetime(["2025-06-01", "2025-07-01"])}
    >>> counts = pd.DataFrame({**months, "direction": "A>B", "n": 1, "per": "month"})
    >>> chart = charts.butterfly(counts, about=About("A quarrel", sides=("A", "B")))
    >>> with TemporaryDirectory() as folder:
    ...     saved = save(chart, "acts", formats=["csv", "caption"], folder=folder)
    >>> [path.name for path in saved.paths]
    ['acts.csv', 'acts.txt']

    Raises
    ------
    ExportError
        If the name, the preset or a format will not do, a file is there already, a
        picture takes too long, or a file cannot be written.
    BrowserMissing
        If there is no browser for pictures: it says what was written and what not.
    ChartError
        If the figure is none of our charts, or cannot be drawn at this size.
    """
    order = Order(record(figure), preset_of(preset), timeout_s, today)
    paths = paths_of(name, formats, folder)
    refuse_existing(paths.values(), overwrite=overwrite)
    made, missing = _made(order, paths)
    if made:
        write_whole(made, overwrite=overwrite)
    if missing:
        raise BrowserMissing(_unwritten(paths, made, missing)) from missing
    return Saved(tuple(made), _size(order, paths))


def paths_of(
    name: str, formats: str | Collection[str], folder: str | os.PathLike[str]
) -> dict[str, Path]:
    """Give the path of each file that will be written, by its format.

    Raises
    ------
    ExportError
        If the name, a format or the folder will not do.
    """
    wanted = formats_of(formats)
    sound = check_name(name, ENDINGS.values())
    place = folder_at(folder)
    return {format: place / f"{sound}.{ENDINGS[format]}" for format in wanted}


def _made(
    order: Order, paths: dict[str, Path]
) -> tuple[dict[Path, bytes], BrowserMissing | None]:
    """Make the content of every file, those for which there is no browser left out."""
    made, missing = {}, None
    for format, path in paths.items():
        try:
            made[path] = order.make(format)
        except BrowserMissing as error:
            missing = error
    return made, missing


def _unwritten(
    paths: dict[str, Path], made: dict[Path, bytes], missing: BrowserMissing
) -> str:
    left = [path.name for path in paths.values() if path not in made]
    said = f"Not written: {', '.join(left)}. {missing}"
    return f"{Saved(tuple(made))} {said}" if made else said


def _size(order: Order, paths: dict[str, Path]) -> str:
    """Say how large the pictures are, and why one is higher than was asked."""
    if not PICTURES & paths.keys():
        return ""
    chart, asked = order.fitted, order.preset.height_mm
    said = (
        f" The picture is {chart.width_mm:.1f} × {chart.height_mm:.1f} mm, "
        f"its text {chart.text_pt:.1f} pt."
    )
    if asked and chart.height_mm > asked + 0.5:
        said += f" It is higher than {asked:g} mm, since its labels need the room."
    return said
