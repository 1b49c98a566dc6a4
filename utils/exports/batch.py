"""Saving many figures: checked before the first is drawn, told while they are."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from utils.charts.record import record
from utils.errors import ExportError, ProjectError
from utils.exports.browser import BrowserMissing
from utils.exports.files import from_here, refuse_existing
from utils.exports.names import alike
from utils.exports.order import FORMATS, formats_of
from utils.exports.presets import Preset, preset_of
from utils.exports.progress import Progress, progress_here
from utils.exports.save import paths_of, save
from utils.told import Told

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


@dataclass(frozen=True)
class SavedAll(Told):
    """The files of several figures, and a sentence about them."""

    paths: tuple[Path, ...]
    n_figures: int

    def __str__(self) -> str:
        figures = f"{self.n_figures} figure{'s' if self.n_figures != 1 else ''}"
        folder = from_here(self.paths[0].parent)
        return f"Saved {figures} as {len(self.paths)} files in {folder}."


def save_all(
    figures: Mapping[str, "Figure"],
    folder: str | os.PathLike[str],
    *,
    preset: str | float | Preset = "double-column",
    formats: str | Collection[str] = FORMATS,
    overwrite: bool = False,
    timeout_s: float = 30,
    today: date | None = None,
    progress: Progress | None = None,
) -> SavedAll:
    """Save several figures by their names, with one browser for all of them.

    All names, sizes and files that are there already are checked before the first
    figure is drawn. `progress` is called with a line such as `3 of 20: tension`
    before each figure; without it a terminal or a notebook shows the line. The
    files of each figure appear whole or not at all; see `save`.

    >>> save_all({}, ".")
    Traceback (most recent call last):
    ...
    utils.errors.ExportError: There is no figure to save; give at least one.

    Raises
    ------
    ExportError
        As from `save`; the message names the figures that were saved before.
    BrowserMissing
        If there is no browser: what needs none was written for every figure.
    ChartError
        If a figure is none of our charts.
    """
    paths = _checked(figures, formats, folder)
    refuse_existing((path for each in paths for path in each), overwrite=overwrite)
    how: dict[str, Any] = {"preset": preset_of(preset), "formats": formats_of(formats)}
    how |= {"folder": folder, "overwrite": overwrite}
    how |= {"timeout_s": timeout_s, "today": today}
    return _saved(figures, progress or progress_here(), how)


def _saved(
    figures: Mapping[str, "Figure"], progress: Progress, how: Mapping[str, Any]
) -> SavedAll:
    paths: list[Path] = []
    missing: dict[str, BrowserMissing] = {}
    for done, (name, figure) in enumerate(figures.items()):
        progress(f"{done + 1} of {len(figures)}: {name}")
        try:
            paths += save(figure, name, **how).paths
        except BrowserMissing as error:
            missing[name] = error
        except ProjectError as error:
            raise type(error)(_before(figures, name, error)) from error
    if missing:
        raise BrowserMissing(_incomplete(missing))
    return SavedAll(tuple(paths), len(figures))


def _incomplete(missing: Mapping[str, BrowserMissing]) -> str:
    """Say of which figures something was left out, and why, once."""
    why = next(iter(missing.values())).__cause__
    return f"Of {', '.join(missing)} only what needs no browser was written. {why}"


def _before(figures: Mapping[str, object], name: str, error: Exception) -> str:
    """Say which figure it was, and which were saved before it."""
    names = [*figures]
    saved = names[: names.index(name)]
    return f"{name}: {error} Saved before it: {', '.join(saved) or 'nothing'}."


def _checked(
    figures: Mapping[str, "Figure"],
    formats: str | Collection[str],
    folder: str | os.PathLike[str],
) -> list[Iterable[Path]]:
    """Give the paths of every figure, if all names and figures will do."""
    if not figures:
        raise ExportError("There is no figure to save; give at least one.")
    for figure in figures.values():
        record(figure)
    paths = [paths_of(name, formats, folder).values() for name in figures]
    times = Counter(map(alike, figures))
    if same := [name for name in figures if times[alike(name)] > 1]:
        raise ExportError(
            f"{' and '.join(same)} would be the same file on some systems. "
            "Give names that differ in more than capitals."
        )
    return [*paths]
