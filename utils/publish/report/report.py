"""From a case and a selection to a folder with every chart, in files and on a page."""

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from utils.charts.record import record
from utils.exports.batch import save_all
from utils.exports.browser import BrowserMissing, shared
from utils.exports.files import from_here
from utils.exports.fitting import fitted
from utils.exports.order import formats_of
from utils.exports.presets import Preset, preset_of
from utils.exports.progress import progress_here
from utils.exports.rows_csv import exact_csv
from utils.exports.save import paths_of
from utils.publish.report.every_chart import Chosen, Drawn, chosen_of, every_chart
from utils.publish.report.summary import summary
from utils.publish.site.whole_folder import whole_folder
from utils.selection import Selection, select
from utils.tables import Case
from utils.told import Told

FORMATS = ("pdf", "svg", "png", "csv", "caption", "json")
"""What each figure of a report leaves as unless other formats are asked for."""
_A4_MM = {"width_mm": 210, "height_mm": 297}


@dataclass(frozen=True)
class Report(Told):
    """The folder of a report, its files, and why some charts are not in it."""

    folder: Path
    paths: tuple[Path, ...]
    n_charts: int
    refused: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        charts = f"{self.n_charts} chart{'s' * (self.n_charts != 1)}"
        files = f"{len(self.paths)} files in {from_here(self.folder)}"
        said = f"Reported {charts} as {files}."
        if not self.refused:
            return f"{said} Read index.html first."
        return f"{said} Read index.html first. Not drawn: {', '.join(self.refused)}."


def report(
    case: Case,
    selection: Selection | None = None,
    folder: str | os.PathLike[str] = "report",
    *,
    scale: str = "",
    half_life_days: float = 30,
    per: str = "month",
    preset: str | float | Preset = "double-column",
    formats: str | Collection[str] = FORMATS,
    overwrite: bool = False,
    today: date | None = None,
    progress: Callable[[str], object] | None = None,
) -> Report:
    """Draw every chart of a selection, save each, and sum all up on one page.

    Without a `selection` the acts between the two sides in the surveyed period are
    taken. The folder gets `index.html` and `report.pdf` with all charts, `acts.csv`
    with the acts chosen, and `figures/` with the files of each chart (see `save`).
    Without a `scale` the usual one is taken, or the first of a case that has it not.
    A chart that the acts are too few for is left out, and the page says why. The
    folder appears whole or not at all; one that is there is replaced only with
    `overwrite`, and only if it is a report. `progress` is told each step; without
    it a terminal or a notebook shows one line.

    Raises
    ------
    ProjectError
        If the case has no such scale, or lacks what the selection names.
    ExportError
        If a preset or a format will not do, or the folder cannot be written.
    BrowserMissing
        If there is no browser: all that needs none was written.
    """
    how: dict[str, Any] = {"preset": preset_of(preset), "formats": formats_of(formats)}
    tell = progress or progress_here()
    chosen = chosen_of(
        case,
        selection or surveyed(case),
        scale=scale,
        half_life_days=half_life_days,
        per=per,
    )
    drawn = every_chart(chosen, tell=lambda name: tell(f"drawing: {name}"))
    target = Path(folder)
    with whole_folder(target, overwrite=overwrite) as made:
        missing = _fill(made, chosen, drawn, how | {"today": today, "progress": tell})
        names = sorted(p.relative_to(made) for p in made.rglob("*") if p.is_file())
    found = Report(
        target, tuple(target / n for n in names), len(drawn.charts), drawn.refused
    )
    if missing:
        raise BrowserMissing(f"{found} Pictures are missing: {missing}") from missing
    return found


def surveyed(case: Case) -> Selection:
    """Choose the acts between the two sides in the period that was surveyed."""
    first, second = case.sides
    since, until = case.dense_period
    both = [f"{first}>{second}", f"{second}>{first}"]
    return select(directions=both, since=since, until=until)


def _fill(
    folder: Path, chosen: Chosen, drawn: Drawn, how: dict[str, Any]
) -> BrowserMissing | None:
    """Write all files of a report; give what kept the pictures from being drawn."""
    missing = None
    try:
        save_all(drawn.charts, folder / "figures", **how)
    except BrowserMissing as why:
        missing = why
    pictures = {} if missing else _pictures(drawn, how["preset"])
    files = {
        name: [p.name for p in paths_of(name, how["formats"], folder).values()]
        for name in drawn.charts
    }
    there = {p.name for p in (folder / "figures").iterdir()}
    files = {name: [f for f in each if f in there] for name, each in files.items()}
    html = summary(chosen, drawn, pictures, files=files, today=how["today"])
    (folder / "index.html").write_text(html, "utf-8")
    (folder / "acts.csv").write_bytes(exact_csv(chosen.acts))
    if not missing:
        how["progress"]("printing report.pdf")
        pdf = shared().print_page(html, **_A4_MM, timeout_s=120)
        (folder / "report.pdf").write_bytes(pdf)
    return missing


def _pictures(drawn: Drawn, preset: Preset) -> dict[str, bytes]:
    """Draw each chart for the page, which says title and source beside it."""
    found = {}
    for name, chart in drawn.charts.items():
        told = record(chart)
        laid = fitted(told, preset_of("handout"), bare=True)
        found[name] = shared().draw(
            laid.figure,
            format="svg",
            width_px=laid.width_px,
            height_px=laid.height_px,
            zoom=laid.zoom,
            title=told["words"]["title"],
            description=told["alt"],
        )
    return found
