"""Read files of events of other systems, whatever their format and packing."""

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
from utils.events.passing_by import by_name, hidden, is_document
from utils.events.recognise import recognised


def read(
    paths: Paths, format: str | None = None, *, engine: str = "duckdb", **options: Any
) -> Events:
    """Open files of events: GDELT, ICEWS, MID, POLECAT, ACLED, or the suite's own.

    `paths` is a file, a folder, a pattern with `*`, or several of them, packed by
    zip, gzip or Zstandard or not; all of one format, which is known by what stands
    in them. The folder of a case is read as its acts. `format` says which format it
    must be. Of files with the same bytes, one is read, and the report names the
    others. In a folder, a pattern or a zip, hidden files (a name that begins with a
    point or an underscore) are passed by, and documents (README, LICENSE, `.md`,
    `.pdf` and so on) that are in no known format; the report names these, too. Any
    other file that cannot be read is an error. `engine` carries the work out;
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
    paths = paths if isinstance(paths, str | Path) else [*paths]
    beside: list[str] = []
    forms = _case(paths)
    if not forms:
        forms, beside = _recognised(paths, named)
        beside = hidden(paths) + beside
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
        passed_by=tuple(beside),
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


def _recognised(
    paths: Paths, named: Format | None
) -> tuple[dict[EventFile, Format], list[str]]:
    """Give each file with its format, and the documents that lie beside them."""
    forms: dict[EventFile, Format] = {}
    faults: list[Fault] = []
    documents: list[str] = []
    meant = by_name(paths)
    for path in found(paths):
        try:
            forms |= _forms(path, named, documents)
        except EventFilesError as why:
            if path not in meant and is_document(str(path)):
                documents.append(str(path))
                continue
            faults += why.faults
    if faults:
        raise EventFilesError(faults)
    if not forms:
        raise EventsError(f"No file of events is among {', '.join(documents)[:200]}.")
    return forms, documents


def _forms(
    path: Path, named: Format | None, documents: list[str]
) -> dict[EventFile, Format]:
    """Give what one file holds with its format; documents in a zip are added."""
    forms = {}
    for file in opened(path):
        try:
            forms[file] = recognised(file, named)
        except EventFilesError:
            if file.shown == str(path) or not is_document(file.shown):
                raise
            documents.append(file.shown)
    return forms


def _alike(forms: dict[EventFile, Format]) -> None:
    """Refuse files of several formats, and name one file of each."""
    titles = {form.title: file.shown for file, form in forms.items()}
    if len(titles) > 1:
        told = "; ".join(f"{shown} is {title}" for title, shown in titles.items())
        raise EventsError(
            f"The files are of {len(titles)} formats: {told}. Read each format apart."
        )
