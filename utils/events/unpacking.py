"""Unpack zip, gzip and Zstandard files by streaming, known by their first bytes."""

import gzip
import shutil
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path, PurePosixPath

from utils.errors import EventFilesError, Fault
from utils.events.event_file import EventFile

CHUNK = 1 << 20
SPARE_MB = 64
"""What is left free on the disk, so that nothing else there comes to a halt."""

_MAGIC = {b"PK\x03\x04": "zip", b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}
_DAMAGE = (EOFError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError)
_AGAIN = "fetch or pack the file again"
_NUMBERS = count(1)


def packing(path: Path) -> str:
    """Say by the first bytes how a file is packed: zip, gzip, zstd, or not ("")."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as why:
        problem = f"cannot be opened ({why.strerror})"
        raise refused(path, problem, "make it a file you may read") from None
    return next((kind for magic, kind in _MAGIC.items() if start.startswith(magic)), "")


def is_packed(path: Path) -> bool:
    """Say whether a file is packed."""
    return packing(path) != ""


def refused(path: object, problem: str, remedy: str) -> EventFilesError:
    """Make the error that names one file."""
    return EventFilesError([Fault(str(path), None, None, "", problem, remedy)])


def unpacked(path: Path, folder: Path) -> list[EventFile]:
    """Unpack a file into a folder, and what is packed in it once more.

    Raises
    ------
    EventFilesError
        If it is cut short, damaged, locked by a password, empty, or holds more
        than the disk has room for.
    """
    once = [*_unpacked(path, path, str(path), folder)]
    if not once:
        raise refused(path, "holds no files", _AGAIN)
    twice = []
    for each in once:
        if not is_packed(each.path):
            twice.append(each)
            continue
        twice += _unpacked(each.path, path, each.shown, folder)
        each.path.unlink()
    return twice


def _unpacked(
    path: Path, origin: Path, shown: str, folder: Path
) -> Iterator[EventFile]:
    with _named_errors(shown):
        if packing(path) == "zip":
            yield from _members(path, origin, shown, folder)
            return
        yield EventFile(_written(_chunks(path), folder, shown), origin, shown)


def _members(path: Path, origin: Path, shown: str, folder: Path) -> Iterator[EventFile]:
    with zipfile.ZipFile(path) as archive:
        members = [each for each in archive.infolist() if _is_table(each)]
        _room(folder, sum(each.file_size for each in members), shown)
        for member in members:
            name = f"{shown}: {member.filename}" if len(members) > 1 else shown
            with archive.open(member) as packed:
                chunks = iter(partial(packed.read, CHUNK), b"")
                yield EventFile(_written(chunks, folder, name), origin, name)


def _is_table(member: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    return not member.is_dir() and not any(p.startswith((".", "__")) for p in parts)


def _chunks(path: Path) -> Iterator[bytes]:
    """Give what a gzip or Zstandard file holds, a bit at a time."""
    if packing(path) == "zstd":
        yield from _zstd_chunks(path)
        return
    with gzip.open(path) as packed:
        yield from iter(partial(packed.read, CHUNK), b"")


def _zstd_chunks(path: Path) -> Iterator[bytes]:
    """Give what a Zstandard file holds; a stream reader would pass over a cut."""
    import zstandard

    frame = zstandard.ZstdDecompressor().decompressobj()
    with path.open("rb") as file:
        # A few bytes may stand for many, so that only a few are taken at a time.
        while given := file.read(CHUNK >> 7):
            while given:
                if frame.eof:
                    frame = zstandard.ZstdDecompressor().decompressobj()
                yield frame.decompress(given)
                given = frame.unused_data
    if not frame.eof:
        raise EOFError


def _written(chunks: Iterable[bytes], folder: Path, shown: str) -> Path:
    """Write it out bit by bit; its name here is a number, whatever it is called."""
    path = folder / f"{next(_NUMBERS):06d}"
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                _room(folder, len(chunk), shown)
                file.write(chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _room(folder: Path, needed: int, shown: str) -> None:
    free = shutil.disk_usage(folder).free - (SPARE_MB << 20)
    if needed > free:
        raise refused(
            shown,
            f"needs {needed / 1e6:,.0f} MB more when unpacked, and the disk "
            f"of {folder} has room for {max(free, 0) / 1e6:,.0f} MB",
            "make room, set TMPDIR to a larger disk, or convert the files one by one",
        )


@contextmanager
def _named_errors(shown: str) -> Iterator[None]:
    try:
        yield
    except EventFilesError:
        raise
    except RuntimeError as why:
        problem = "is locked by a password" if "password" in str(why) else str(why)
        remedy = "unpack it yourself and give the file"
        raise refused(shown, problem, remedy) from None
    except Exception as why:
        if isinstance(why, _DAMAGE) or type(why).__name__ == "ZstdError":
            problem = f"is damaged or cut short ({str(why) or type(why).__name__})"
            raise refused(shown, problem, _AGAIN) from None
        raise
