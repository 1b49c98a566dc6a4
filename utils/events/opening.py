"""Find the files that are meant, and unpack what is packed, within the free disk."""

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from glob import has_magic
from pathlib import Path

from utils.errors import EventsError
from utils.events.event_file import EventFile
from utils.events.unpacking import is_packed, unpacked

Paths = str | Path | Iterable[str | Path]


def found(paths: Paths) -> list[Path]:
    """Give the files that a path, a folder, a pattern or several of them mean.

    Folders are searched through; names that begin with a point or an underscore are
    passed by there.

    Raises
    ------
    EventsError
        If a path is missing, or a pattern or folder has no files.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    if not given:
        raise EventsError("No files are given; name a file, a folder or a pattern.")
    files = [file for path in given for file in _meant(str(path))]
    return [*dict.fromkeys(files)]


def _meant(path: str) -> list[Path]:
    here = Path(path)
    if here.is_file():
        return [here]
    if here.is_dir():
        files = [each for each in here.rglob("*") if each.is_file()]
        files = [
            each
            for each in files
            if not any(map(is_hidden, each.relative_to(here).parts))
        ]
        return _some(sorted(files), f"The folder {path} has no files")
    if has_magic(path):
        top = Path(here.anchor)
        files = [*top.glob(str(here.relative_to(top)))]
        files = [each for each in files if each.is_file()]
        return _some(sorted(files), f"No file matches {path}")
    raise EventsError(f"There is no file or folder {path}; see whether it is meant.")


def is_hidden(name: str) -> bool:
    """Say whether a file or folder of this name is passed by within a folder."""
    return name.startswith((".", "_"))


def _some(files: list[Path], problem: str) -> list[Path]:
    if not files:
        raise EventsError(f"{problem}; name files that are there.")
    return files


def opened(path: Path, folder: Path | None = None) -> Iterable[EventFile]:
    """Give what one file holds, as an engine can read it; the file is only read.

    What is unpacked goes into a folder: one of its own that is removed when Python
    ends, if no other is given.

    Raises
    ------
    EventFilesError
        If it cannot be opened.
    """
    if not is_packed(path):
        return [EventFile(path, path, str(path))]
    return unpacked(path, folder or unpacking_folder())


@contextmanager
def open_for_a_while(path: Path) -> Iterator[list[EventFile]]:
    """Give what one file holds, and remove what was unpacked on leaving."""
    folder = Path(tempfile.mkdtemp(prefix="events-"))
    try:
        yield [*opened(path, folder)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def unpacking_folder() -> Path:
    """Give the folder for what is unpacked; it is removed when Python ends."""
    folder = Path(tempfile.mkdtemp(prefix="events-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
