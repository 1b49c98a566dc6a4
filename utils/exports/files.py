"""Files that appear whole or not at all, alone and as a set."""

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from utils.errors import ExportError

_REASONS = {
    ENOSPC: "the disk is full",
    EDQUOT: "no room is left to you on this disk",
    EFBIG: "a file may not become that large here",
    EACCES: "you may not do that there",
    EPERM: "you may not do that there",
    EROFS: "this disk can only be read",
}


def folder_at(folder: str | os.PathLike[str]) -> Path:
    """Give a folder that can be written into, or made in a folder that exists.

    More than one would not be made, so that a slip in a path makes no tree of folders.

    >>> folder_at(".").is_absolute()
    True

    Raises
    ------
    ExportError
        If it is a file, or lies in no folder.
    """
    path = _absolute(folder)
    if not path.parent.is_dir():
        raise ExportError(
            f"{path} cannot be made, since {path.parent} is no folder. Make that first."
        )
    if path.exists() and not path.is_dir():
        raise ExportError(f"{path} is a file; give a folder to write into.")
    return path


def from_here(folder: Path) -> str:
    """Say where a folder is, seen from the one we work in where it lies below it.

    >>> from_here(Path.cwd() / "figures"), from_here(Path.cwd())
    ('figures', 'the working folder')
    """
    here = Path.cwd()
    if folder == here:
        return "the working folder"
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def refuse_existing(paths: Iterable[Path], *, overwrite: bool) -> None:
    """Refuse to write where something is, naming all of it at once.

    Raises
    ------
    ExportError
        If a file is there and may not be overwritten, a folder is there, or what is
        there may not be seen.
    """
    there = [path for path in paths if _is_there(path)]
    if folders := [path for path in there if path.is_dir()]:
        raise ExportError(f"{_named(folders)} there already, as a folder.")
    if there and not overwrite:
        raise ExportError(
            f"{_named(there)} there already, in {there[0].parent}. "
            "Give another name, or overwrite=True."
        )


def write_whole(files: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write files into one folder, all of them or none; the folder is made if need be.

    Each is written under another name first. Two processes that write the same
    names at once leave the files of one of them; on Windows, where folders cannot
    be locked, that is not promised.

    Raises
    ------
    ExportError
        If a file is there and may not be overwritten, or cannot be written. What
        was there before is there again then.
    """
    folder = next(iter(files)).parent
    try:
        with _there(folder), _parts(files) as parts, _locked(folder):
            refuse_existing(files, overwrite=overwrite)
            put_in_place(parts)
    except OSError as error:
        raise ExportError(
            f"{_listed(files)} cannot be written in {folder}: "
            f"{reason(error)}. Nothing was written."
        ) from error


def put_in_place(parts: Mapping[Path, Path]) -> None:
    """Give every part its name, or put back what had it; `parts` are by their paths.

    A program that holds a file open on Windows refuses the swap half-way through.
    """
    kept: dict[Path, Path | None] = {}
    try:
        for path, part in parts.items():
            kept[path] = _kept(path)
            part.replace(path)
    except BaseException:
        for path, old in kept.items():
            _put_back(path, old)
        raise
    finally:
        for old in filter(None, kept.values()):
            with suppress(OSError):
                old.unlink(missing_ok=True)


def reason(error: OSError) -> str:
    """Say in words why the system refused.

    >>> reason(OSError(ENOSPC, "No space left on device"))
    'the disk is full'
    """
    said = _REASONS.get(error.errno or 0)
    return said or (error.strerror or str(error)).lower()


@contextmanager
def _there(folder: Path) -> Iterator[None]:
    """Make a folder where there is none, and take it away if nothing gets into it."""
    made = not folder.exists()
    folder.mkdir(exist_ok=True)
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _parts(files: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """Write each file under another name beside its own; none of these stays."""
    parts: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            parts[path] = path.with_name(f".{secrets.token_hex(8)}.part")
            _write(parts[path], content)
        yield parts
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _write(part: Path, content: bytes) -> None:
    """Write a file that was not there, down to the disk."""
    with part.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _is_there(path: Path) -> bool:
    """Look whether something is there, be it a link that leads nowhere."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ExportError(
            f"{path.parent} cannot be looked into: {reason(error)}."
        ) from error
    return True


def _kept(path: Path) -> Path | None:
    """Keep what stands there under another name, until all is in place."""
    if not _is_there(path):
        return None
    old = path.with_name(f".{secrets.token_hex(8)}.old")
    try:
        os.link(path, old)
    except OSError:
        path.replace(old)
    return old


def _put_back(path: Path, old: Path | None) -> None:
    with suppress(OSError):
        if old:
            old.replace(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Let one process at a time put files in place."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        yield
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        # A file system without locks still takes the files.
        with suppress(OSError):
            flock(place, LOCK_EX)
        yield
    finally:
        os.close(place)


def _absolute(folder: str | os.PathLike[str]) -> Path:
    try:
        path = Path(folder).expanduser().absolute()
        path.lstat()
    except FileNotFoundError:
        return path
    except (TypeError, ValueError, RuntimeError, OSError) as error:
        raise ExportError(f"{folder!r} is no folder: {error}.") from error
    return path


def _named(paths: Iterable[Path]) -> str:
    names = [path.name for path in paths]
    return f"{', '.join(names)} {'is' if len(names) == 1 else 'are'}"


def _listed(paths: Iterable[Path]) -> str:
    return ", ".join(path.name for path in paths)
