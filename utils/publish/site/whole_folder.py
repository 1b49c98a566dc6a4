"""A folder that appears whole or not at all, and replaces only one of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from utils.errors import ExportError

MARK = ".demarche-site"
_FIRST_LINE = "Made by Demarche, which replaces these files and no others:"


@contextmanager
def whole_folder(target: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give a new folder to write into; in the end it takes the place of `target`.

    It is made beside `target`, so that the last step is a change of names. If
    anything fails on the way, `target` is as it was.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as home:
    ...     with whole_folder(Path(home, "site")) as folder:
    ...         _ = (folder / "index.html").write_text("Hello")
    ...     Path(home, "site", "index.html").read_text()
    'Hello'

    Raises
    ------
    ExportError
        If `target` is there and is not to be replaced, or holds what is none of
        ours, or cannot be written beside.
    """
    target = target.expanduser().resolve()
    _refuse(target, overwrite)
    made = _new_folder(target)
    try:
        yield made
        _mark(made)
        _refuse(target, overwrite)
        _swap(made, target)
    except OSError as why:
        raise _unwritten(target, why) from why
    finally:
        shutil.rmtree(made, ignore_errors=True)


def files_of(folder: Path) -> list[str]:
    """Name every file below a folder as it is reached from there, in order."""
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in files)


def _refuse(target: Path, overwrite: bool) -> None:
    if target.exists() and not target.is_dir():
        raise ExportError(f"{target} is a file; give the name of a folder.")
    if not (there := set(files_of(target))):
        return
    _refuse_foreign(target, there)
    if not overwrite:
        raise ExportError(
            f"{target} is there already; write overwrite=True to replace it."
        )


def _refuse_foreign(target: Path, there: set[str]) -> None:
    if MARK not in there:
        raise ExportError(
            f"{target} holds files that were not made here, so it is left alone; "
            "name another folder, or move what is in it."
        )
    ours = {MARK, *(target / MARK).read_text("utf-8").splitlines()[1:]}
    if foreign := sorted(there - ours):
        raise ExportError(
            f"{target} holds what was not made here, such as {foreign[0]}; move "
            "it elsewhere, since the folder is replaced as a whole."
        )


def _new_folder(target: Path) -> Path:
    try:
        made = Path(mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as why:
        raise _unwritten(target, why) from why
    # A temporary folder is its owner's alone; a site is there to be read.
    made.chmod(0o755)
    return made


def _mark(folder: Path) -> None:
    names = "\n".join([_FIRST_LINE, *files_of(folder)])
    (folder / MARK).write_text(names + "\n", "utf-8")


def _swap(made: Path, target: Path) -> None:
    if not target.exists():
        made.rename(target)
        return
    former = made.with_name(f"{made.name}-former")
    target.rename(former)
    try:
        made.rename(target)
    except OSError:
        with suppress(OSError):
            former.rename(target)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _unwritten(target: Path, why: OSError) -> ExportError:
    reason = why.strerror or str(why)
    return ExportError(
        f"{target} was not written ({reason}); what was there before is as it was. "
        "Choose a folder that can be written, on a disk with room."
    )
