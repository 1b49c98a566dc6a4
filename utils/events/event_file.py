"""A file as an engine reads it, and what a person calls it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path


@dataclass(frozen=True)
class EventFile:
    """A file of lines or a Parquet file: `path` is what an engine reads.

    `origin` is the file that was given, perhaps packed, and `shown` the name for
    messages, with that of the member where `origin` holds several. `same_as` is the
    name of another file with the same bytes, which is read instead of this one.
    """

    path: Path
    origin: Path
    shown: str
    same_as: str = ""


def with_twins(files: Iterable[EventFile]) -> list[EventFile]:
    """Say which files have the same bytes as one before them.

    Only files of the same size are read for it.
    """
    files = list(files)
    sizes = Counter(file.path.stat().st_size for file in files)
    seen: dict[str, str] = {}
    found = []
    for file in files:
        if sizes[file.path.stat().st_size] == 1:
            found.append(file)
            continue
        mark = _sha256(file.path)
        found.append(replace(file, same_as=seen.get(mark, "")))
        seen.setdefault(mark, file.shown)
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
