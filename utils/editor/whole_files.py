"""Put new files in the place of old ones: all of them, or none."""

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from utils.errors import EditError

_REASONS = {
    ENOSPC: "the disk is full",
    EFBIG: "a file may not become that large there",
    EACCES: "you may not write there",
    EPERM: "you may not write there",
    EROFS: "the folder can only be read",
}
N_KEPT = 10
"""So many older versions of each file are kept."""


def replaced(files: Mapping[Path, bytes], backup: Path, stamp: str) -> list[Path]:
    """Write the files whole and give the copies of the old ones, named by a time.

    Each file is written under another name beside its own first, and read back.
    Of each file the newest ten copies stay.

    Raises
    ------
    EditError
        If something could not be written; the files are as they were then.
    """
    try:
        with _parts(files) as parts:
            copies = {path: _copied(path, backup, stamp) for path in files}
            _in_place(parts, copies)
    except OSError as why:
        reason = _REASONS.get(why.errno or 0, (why.strerror or str(why)).lower())
        where = Path(why.filename).parent if why.filename else backup.parent
        raise EditError(
            f"Nothing was saved: {reason} ({where}). Your edits are still here."
        ) from why
    for path in files:
        _thin_out(path, backup)
    return list(copies.values())


@contextmanager
def _parts(files: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            parts[path] = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
            _write(parts[path], content)
            shutil.copymode(path, parts[path])
        yield parts
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file that was not there, down to the disk, and read it back."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.read_bytes() != content:
        raise OSError(f"what was written to {path.name} is not what is read there")


def _copied(path: Path, backup: Path, stamp: str) -> Path:
    backup.mkdir(exist_ok=True)
    copy = backup / f"{path.stem}.{stamp}{path.suffix}"
    number = 1
    while copy.exists():
        number += 1
        copy = backup / f"{path.stem}.{stamp}-{number}{path.suffix}"
    try:
        _write(copy, path.read_bytes())
    except BaseException:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise
    return copy


def _in_place(parts: Mapping[Path, Path], copies: Mapping[Path, Path]) -> None:
    """Give every part its name; where one resists, the old files come back."""
    done: list[Path] = []
    try:
        for path, part in parts.items():
            part.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            shutil.copyfile(copies[path], part := path.with_name(f".{path.name}.old"))
            part.replace(path)
        raise


def _thin_out(path: Path, backup: Path) -> None:
    copies = sorted(backup.glob(f"{path.stem}.*{path.suffix}"))
    for old in copies[:-N_KEPT]:
        with suppress(OSError):
            old.unlink()
