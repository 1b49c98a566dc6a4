"""Saving a deck: figures as slides that can be edited."""

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from utils.errors import ExportError
from utils.exports.files import folder_at, refuse_existing, write_whole
from utils.exports.names import check_name
from utils.exports.progress import Progress, progress_here
from utils.exports.save import Saved

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_ENDING = ".pptx"


def save_deck(
    figures: "Mapping[str, Figure] | Sequence[Figure]",
    path: str | os.PathLike[str],
    *,
    title: str = "",
    overwrite: bool = False,
    timeout_s: float = 30,
    today: date | None = None,
    progress: Progress | None = None,
) -> Saved:
    """Save figures as a PowerPoint file, a slide for each, 16:9.

    Tension curve and butterfly become charts that can be edited, with their numbers;
    all others become pictures. Finding, what is counted and source are text; the
    notes of a slide hold its caption, where it comes from, and what the slide changed.
    Several figures get a title slide with `title`, and a last one that says how to
    cite them. Slides are light, also where a figure is dark. The names of a mapping
    name the slides in the file. `timeout_s` bounds each picture, `today` is the date
    that is given. The folder is made if the folder that it lies in exists.

    >>> from tempfile import TemporaryDirectory
    >>> import pandas as pd
    >>> from utils import charts
    >>> from utils.about import About
    >>> months = {"date": pd.to_datetime(["2025-06-01", "2025-07-01"])}
    >>> counts = pd.DataFrame({**months, "direction": "A>B", "n": 1, "per": "month"})
    >>> chart = charts.butterfly(counts, about=About("A quarrel", sides=("A", "B")))
    >>> with TemporaryDirectory() as folder:
    ...     saved = save_deck([chart], f"{folder}/acts.pptx")
    >>> [path.name for path in saved.paths]
    ['acts.pptx']

    Raises
    ------
    ExportError
        If there is no figure, the path will not do, a file is there already, a
        picture takes too long, or the file cannot be written. Nothing is written then.
    BrowserMissing
        If a figure becomes a picture, and there is no browser to draw it.
    ChartError
        If a figure is none of our charts.
    """
    names, listed = _listed(figures)
    place = _place(path)
    refuse_existing([place], overwrite=overwrite)
    from utils.exports.slides import deck_of

    deck = deck_of(
        listed,
        names=names,
        title=title,
        today=today,
        timeout_s=timeout_s,
        progress=progress or (progress_here() if len(listed) > 1 else None),
    )
    write_whole({place: deck}, overwrite=overwrite)
    return Saved((place,))


def _listed(
    figures: "Mapping[str, Figure] | Sequence[Figure]",
) -> "tuple[list[str], list[Figure]]":
    """Give the names of the figures, if they have any, and the figures."""
    if isinstance(figures, Mapping):
        found = [*map(str, figures)], [*figures.values()]
    elif isinstance(figures, Sequence) and not isinstance(figures, str):
        found = [""] * len(figures), [*figures]
    else:
        raise ExportError(
            f"A deck is made of several figures; a {type(figures).__name__} was given. "
            "Give a list, as in save_deck([figure], ...), or figures by their names."
        )
    if not found[1]:
        raise ExportError("There is no figure for the deck; give at least one.")
    return found


def _place(path: str | os.PathLike[str]) -> Path:
    """Give the path of the file, in a folder that is there."""
    try:
        wanted = Path(path)
    except TypeError:
        raise ExportError(
            f"{path!r} is no path; write it as in 'decks/quarrel{_ENDING}'."
        ) from None
    if wanted.suffix.lower() != _ENDING:
        raise ExportError(
            f"A deck is a {_ENDING} file; {wanted.name!r} is not. "
            f"Write {wanted.stem + _ENDING!r}."
        )
    check_name(wanted.name[: -len(_ENDING)])
    return folder_at(wanted.parent) / wanted.name
