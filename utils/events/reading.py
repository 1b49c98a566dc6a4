"""Read files of events of other systems, whatever their format and packing."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from utils.errors import EventFilesError, EventsError, Fault, known
from utils.events.case_folder import is_case, read_case
from utils.events.engines import start
from utils.events.event_file import EventFile, with_twins
from utils.events.events import Events
from utils.events.formats import FORMATS, Format
from utils.events.opening import Paths, found, opened, unpacking_folder
from utils.events.recognise import recognised


def read(
    paths: Paths, format: str | None = None, *, engine: str = "duckdb", **options: Any
) -> Events:
    """Open files of events: GDELT, ICEWS, MID, POLECAT, ACLED, or the suite's own.

    `paths` is a file, a folder, a pattern with `*`, or several of them, packed by
    zip, gzip or Zstandard or not; all of one format, which is known by what stands
    in them. The folder of a case is read as its acts. `format` says which format it
    must be. Of files with the same bytes, one is read, and the report names the
    others. `engine` carries the work out;
    `options` are its own (`memory_mb`, `threads`). Nothing but the beginning of
    each file is read before it is asked for; what is packed is unpacked into a
    temporary folder.

    Raises
    ------
    EventsError
        If a file is missing, a format or an engine unknown, or the files are of
        several formats.
    CaseError
        If the folder of a case is not sound.
    EventFilesError
        With every file that is empty, damaged, or in no known format.
    """
    named = format_named(format) if format is not None else None
    working = start(engine, **options)
    forms = _case(paths) or _recognised(found(paths), named)
    _alike(forms)
    sources = with_twins(forms)
    first = next(iter(forms.values()))
    finished = all(form.finished for form in forms.values())
    return Events(
        tuple(file.path for file in sources if not file.same_as),
        replace(first, finished=finished),
        working,
        sources=tuple(sources),
        columns={file.path: form.columns for file, form in forms.items()},
    )


def _case(paths: Paths) -> dict[EventFile, Format]:
    """Give the acts of a case where a path is one; else nothing."""
    if not isinstance(paths, str | Path) or not is_case(Path(paths)):
        return {}
    return dict([read_case(Path(paths), unpacking_folder())])


def format_named(name: str) -> Format:
    """Give a format by its name.

    Raises
    ------
    EventsError
        If there is none of that name; the message names the known ones.
    """
    if name not in FORMATS:
        raise EventsError(f"No format is called {name!r}. {known(FORMATS, name)}")
    return FORMATS[name]


def _recognised(paths: Iterable[Path], named: Format | None) -> dict[EventFile, Format]:
    forms: dict[EventFile, Format] = {}
    faults: list[Fault] = []
    for path in paths:
        try:
            forms |= {file: recognised(file, named) for file in opened(path)}
        except EventFilesError as why:
            faults += why.faults
    if faults:
        raise EventFilesError(faults)
    return forms


def _alike(forms: dict[EventFile, Format]) -> None:
    """Refuse files of several formats, and name one file of each."""
    titles = {form.title: file.shown for file, form in forms.items()}
    if len(titles) > 1:
        told = "; ".join(f"{shown} is {title}" for title, shown in titles.items())
        raise EventsError(
            f"The files are of {len(titles)} formats: {told}. Read each format apart."
        )
