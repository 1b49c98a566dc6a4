"""Turn exports into Parquet once, bit by bit, so that it can be gone on with."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from utils.errors import EventFilesError, EventsError
from utils.events.asking import refuse_if_cancelled, step
from utils.events.convert_journal import UNFINISHED, Journal, Source, source
from utils.events.convert_part import Opened, write_part
from utils.events.engines.duck import DuckEngine
from utils.events.formats import Format
from utils.events.opening import Paths, found, open_for_a_while
from utils.events.reading import format_named
from utils.events.recognise import recognised
from utils.events.unpacking import SPARE_MB, is_packed, refused
from utils.told import Told

PART_BYTES = 256 << 20
"""So much text at least goes into one part, which is done again if it is cut off."""

UNPACKED = 8
"""How many times larger a packed file becomes when it is unpacked, as a guess."""

_SPILL = ".spill"


@dataclass(frozen=True, eq=False, repr=False)
class Conversion(Told):
    """What came of files: `folder` is to be read, `frame()` says what each gave."""

    folder: Path
    sources: tuple[Source, ...]

    @property
    def set_aside(self) -> dict[str, str]:
        """The files that were left out, and why."""
        return {each.path: each.problem for each in self.sources if each.problem}

    def frame(self) -> pd.DataFrame:
        """Give `file`, `rows`, `unparsable` and `problem` of each file."""
        told = [(s.path, s.rows, s.unparsable, s.problem) for s in self.sources]
        return pd.DataFrame(told, columns=["file", "rows", "unparsable", "problem"])

    def __str__(self) -> str:
        kept = [each for each in self.sources if not each.problem]
        rows, bad = (sum(getattr(s, n) for s in kept) for n in ("rows", "unparsable"))
        files = f"{len(kept)} file{'s' if len(kept) != 1 else ''}"
        said = [f"{rows:,} rows of {files} are in {self.folder}."]
        said += [f"{bad:,} lines are no rows and were left out."] if bad else []
        said += [f"Set aside: {problem}" for problem in self.set_aside.values()]
        return "\n".join(said)

    def __repr__(self) -> str:
        return str(self)


def convert(
    paths: Paths,
    folder: str | Path,
    *,
    format: str | None = None,
    progress: Callable[[str], object] | None = None,
    memory_mb: int = 512,
) -> Conversion:
    """Turn files of events into Parquet in a folder that `read` opens, once for all.

    The rows have the columns that are the same for all formats, those that are left
    out later with their reason. They lie in a file for each year and part, in order
    of day and direction. `progress` takes a line such as `3 of 20: 2018.zip`. What
    is cut off is gone on with by the same call; files that are added later are
    added. A file that cannot be read is named and set aside, and tried again next
    time. The files that were given are only read.

    Raises
    ------
    EventsError
        If there is not room enough, the folder is none of a conversion, or a file
        has changed since it was converted.
    EventsCancelled
        If it was cancelled; the parts that are whole stay.
    """
    work = _Work(Path(folder), progress, format_named(format) if format else None)
    waiting = work.journal.waiting(work.elsewhere(found(paths)))
    _refuse_without_room(waiting, work.folder)
    work.folder.mkdir(parents=True, exist_ok=True)
    aside = work.carry_out(waiting, memory_mb)
    return Conversion(work.folder, (*work.journal.done, *aside))


class _Work:
    """A conversion under way."""

    def __init__(
        self,
        folder: Path,
        progress: Callable[[str], object] | None,
        named: Format | None,
    ) -> None:
        self.folder, self.journal = folder, Journal(folder)
        self._named, self._format = named, ""
        self._tell = progress or (lambda said: None)
        self._begun, self._of, self._done_bytes, self._all_bytes = 0, 0, 0, 1

    def elsewhere(self, files: Iterable[Path]) -> list[Path]:
        """Leave out what the conversion itself wrote."""
        own = self.folder.resolve()
        return [file for file in files if own not in file.resolve().parents]

    def carry_out(self, waiting: Sequence[Path], memory_mb: int) -> list[Source]:
        """Write part after part; give the files that were set aside."""
        self._of, self._all_bytes = len(waiting), sum(map(_bytes, waiting)) or 1
        _sweep(self.folder)
        (self.folder / _SPILL).mkdir()
        engine = DuckEngine(memory_mb, spill_folder=self.folder / _SPILL)
        try:
            with step(lambda: self._done_bytes / self._all_bytes, lambda: None):
                parts = _parts(waiting)
                return [each for part in parts for each in self._part(part, engine)]
        finally:
            engine.close()
            _sweep(self.folder)

    def _part(self, files: Sequence[Path], engine: DuckEngine) -> list[Source]:
        with ExitStack() as unpacked:
            given = [self._opened(file, unpacked) for file in files]
            opened = [each for each in given if isinstance(each, Opened)]
            aside = [each for each in given if isinstance(each, Source)]
            sources, outputs = write_part(self.folder, opened, engine)
        whole = [each for each in sources if not each.problem]
        if whole:
            self.journal.note(opened[0].files[0][1].name, whole, outputs)
        self._done_bytes += sum(map(_bytes, files))
        return [*aside, *(each for each in sources if each.problem)]

    def _opened(self, file: Path, unpacked: ExitStack) -> Opened | Source:
        refuse_if_cancelled()
        self._begun += 1
        self._tell(f"{self._begun} of {self._of}: {file.name}")
        try:
            held = unpacked.enter_context(open_for_a_while(file))
            parts = tuple((each.path, recognised(each, self._named)) for each in held)
            self._same_format(file, parts)
        except EventFilesError as why:
            return replace(source(file), problem=str(why))
        return Opened(source(file), parts)

    def _same_format(self, file: Path, parts: Sequence[tuple[Path, Format]]) -> None:
        self._format = self._format or self.journal.format or parts[0][1].name
        for _, form in parts:
            if form.name != self._format:
                problem = f"is {form.title}, and this conversion is of {self._format}"
                raise refused(file, problem, "convert it into a folder of its own")


def _parts(files: Sequence[Path]) -> Iterator[list[Path]]:
    part: list[Path] = []
    for file in files:
        part.append(file)
        if sum(map(_bytes, part)) >= PART_BYTES:
            yield part
            part = []
    if part:
        yield part


def _bytes(file: Path) -> int:
    """Give how much text a file holds, a guess for what is packed."""
    size = file.stat().st_size
    return size * UNPACKED if is_packed(file) else size


def _refuse_without_room(files: Sequence[Path], folder: Path) -> None:
    """Refuse what would not fit: half of all text, and the largest part unsorted."""
    parts = [sum(map(_bytes, part)) for part in _parts(files)]
    needed = sum(parts) // 2 + max(parts, default=0)
    there = next(each for each in (folder, *folder.resolve().parents) if each.exists())
    free = shutil.disk_usage(there).free - (SPARE_MB << 20)
    if needed > free:
        raise EventsError(
            f"To convert {sum(parts) / 1e9:,.1f} GB of text may need "
            f"{needed / 1e9:,.1f} GB, and the disk of {folder} has room for "
            f"{max(free, 0) / 1e9:,.1f} GB: name a folder on a larger disk, or "
            "convert fewer files at once. Nothing was written."
        )


def _sweep(folder: Path) -> None:
    """Remove what a conversion that was cut off left unfinished."""
    for each in [*folder.glob(".unsorted-*"), folder / _SPILL]:
        shutil.rmtree(each, ignore_errors=True)
    for each in folder.glob(f"*/.*{UNFINISHED}"):
        each.unlink()
