"""What leaves an explorer as a file, made in a folder that is gone afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Protocol

from utils.errors import ExportError, known
from utils.explorer.figures import FIGURES
from utils.exports import save
from utils.exports.names import safe_name
from utils.exports.order import ENDINGS
from utils.exports.rows_csv import csv_for_spreadsheets, exact_csv

if TYPE_CHECKING:
    import pandas as pd

    from utils.charts.sheet.chart import Chart
    from utils.explorer import Inquiry
    from utils.tables import Case

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "html": "text/html",
    "csv": "text/csv",
    "txt": "text/plain",
    "json": "application/json",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""The media type of a file, by its ending."""
ROWS: Mapping[str, Callable[["pd.DataFrame"], bytes]] = {
    "csv": exact_csv,
    "csv-for-spreadsheets": csv_for_spreadsheets,
}


class Explored(Protocol):
    """What an explorer offers to those who take something along."""

    @property
    def case(self) -> "Case":
        """The case that is looked at."""

    @property
    def inquiry(self) -> "Inquiry":
        """What is asked of it."""

    @property
    def acts(self) -> "pd.DataFrame":
        """The acts that are shown."""

    def figure(self) -> "Chart":
        """Give the view on top as a chart."""


@dataclass(frozen=True)
class Taken:
    """A file by its name and content, and a sentence on what is odd about it."""

    name: str
    content: bytes
    said: str = ""

    @property
    def media_type(self) -> str:
        """Give the media type of the file.

        >>> Taken("acts.for-spreadsheets.csv", b"").media_type
        'text/csv'
        """
        return MEDIA_TYPES[self.name.rpartition(".")[2]]


def take(explorer: Explored, what: str, **order: Any) -> Taken:
    """Make a file of what an explorer shows: a figure, the rows, or the page.

    `order` are `format` and `preset` for a figure and `format` for the rows.

    Raises
    ------
    ProjectError
        If there is nothing of that kind, or it cannot be made; BrowserMissing
        says which command installs a browser.
    """
    if what not in _WAYS:
        raise ExportError(f"Nothing is called {what!r} here. {known(_WAYS, what)}")
    return _WAYS[what](explorer, **order)


def _figure(explorer: Explored, format: str, preset: str) -> Taken:
    view = explorer.inquiry.view
    if view not in FIGURES:
        raise ExportError(
            f"The view on top, {view}, has no figure: choose another view, or take "
            "the acts as CSV."
        )
    name = safe_name(f"{explorer.case.name}-{view}")
    with TemporaryDirectory() as folder:
        saved = save(
            explorer.figure(), name, preset=preset, formats=format, folder=folder
        )
        return _read(saved.paths[0], saved.size.strip())


def _rows(explorer: Explored, format: str) -> Taken:
    if format not in ROWS:
        raise ExportError(f"Rows leave in no format {format!r}. {known(ROWS, format)}")
    name = safe_name(f"{explorer.case.name}-acts")
    return Taken(f"{name}.{ENDINGS[format]}", ROWS[format](explorer.acts))


def _page(explorer: Explored) -> Taken:
    from utils.publish import save_page

    asked = explorer.inquiry
    with TemporaryDirectory() as folder:
        path = save_page(
            explorer.case,
            asked.selection,
            Path(folder) / f"{safe_name(explorer.case.name)}.html",
            scale=asked.scale,
            half_life_days=asked.half_life_days,
            per=asked.per,
        )
        return _read(path)


def _read(path: Path, said: str = "") -> Taken:
    return Taken(path.name, path.read_bytes(), said)


_WAYS: dict[str, Callable[..., Taken]] = {
    "figure": _figure,
    "rows": _rows,
    "page": _page,
}
