"""What has been converted so far: a small file for each part that is whole."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from utils.errors import EventsError

FOLDER = "_converted"
UNFINISHED = ".unfinished"


@dataclass(frozen=True)
class Source:
    """A file as it was when it was converted, and what came of it.

    `problem` says why it was set aside; without one it was converted.
    """

    path: str
    size: int
    changed_ns: int
    rows: int = 0
    unparsable: int = 0
    problem: str = ""

    @property
    def key(self) -> tuple[str, int, int]:
        """What it is known by: a file that has changed is another."""
        return self.path, self.size, self.changed_ns


def source(path: Path) -> Source:
    """Give a file as it is now."""
    status = path.stat()
    return Source(str(path.resolve()), status.st_size, status.st_mtime_ns)


def name_of(sources: Iterable[Source]) -> str:
    """Give the name of what comes of some files, the same for the same files."""
    told = json.dumps([each.key for each in sources])
    return sha256(told.encode()).hexdigest()[:16]


class Journal:
    """The parts that are done, in a folder beside what came of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        _refuse_foreign(folder, self._folder)
        entries = [_read(file) for file in sorted(self._folder.glob("*.json"))]
        self.format: str = entries[0]["format"] if entries else ""
        self.done = [Source(**each) for entry in entries for each in entry["sources"]]
        outputs = [name for entry in entries for name in entry["outputs"]]
        _refuse_incomplete(folder, outputs)

    def waiting(self, files: Iterable[Path]) -> list[Path]:
        """Give the files that are not done.

        Raises
        ------
        EventsError
            If one was converted and has changed since.
        """
        keys, paths = (
            {each.key for each in self.done},
            {each.path for each in self.done},
        )
        waiting = [file for file in files if source(file).key not in keys]
        if changed := [file for file in waiting if str(file.resolve()) in paths]:
            raise EventsError(
                f"{changed[0]} has changed since it was converted into "
                f"{self._folder.parent}: convert all files into another folder."
            )
        return waiting

    def note(self, form: str, sources: list[Source], outputs: list[str]) -> None:
        """Note that a part is whole."""
        self._folder.mkdir(parents=True, exist_ok=True)
        entry = {"format": form, "sources": [*map(asdict, sources)], "outputs": outputs}
        file = self._folder / f"{name_of(sources)}.json"
        unfinished = file.with_suffix(UNFINISHED)
        with unfinished.open("w", encoding="utf-8") as stream:
            json.dump(entry, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)
        self.done += sources


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def _refuse_foreign(folder: Path, journal: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise EventsError(f"{folder} is a file; name a folder to convert into.")
    strange = folder.is_dir() and any(folder.iterdir()) and not journal.is_dir()
    if strange:
        raise EventsError(
            f"{folder} has files that no conversion made; name an empty folder, a new "
            "one, or one that a conversion began."
        )


def _refuse_incomplete(folder: Path, outputs: Iterable[str]) -> None:
    lacking = [name for name in outputs if not (folder / name).is_file()]
    if lacking:
        raise EventsError(
            f"{folder} lacks {lacking[0]}, which a conversion made there: convert all "
            "files into another folder."
        )
