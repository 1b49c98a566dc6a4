"""Save a document: whole files, only when nothing is wrong, never over others' work."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from utils.editor.document import Document
from utils.editor.package_file import package_with
from utils.editor.whole_files import replaced
from utils.errors import CaseError, EditError
from utils.tables.package import FILE
from utils.told import Told

BACKUP = "backup"
STALE = f"{FILE} keeps the old size and checksum of them; change these by hand."


@dataclass(frozen=True)
class Saved(Told):
    """Which files were written, where their old versions are, and what is left to do.

    >>> print(Saved(("actions.csv",), (Path("backup/actions.1.csv"),)))
    Saved actions.csv. The version before is kept in backup/actions.1.csv.
    """

    files: tuple[str, ...]
    backups: tuple[Path, ...]
    remark: str = ""

    def __str__(self) -> str:
        if not self.files:
            return "There is nothing to save: the files are as they stand here."
        kept = ", ".join(f"{it.parent.name}/{it.name}" for it in self.backups)
        before = "version" if len(self.backups) == 1 else "versions"
        is_kept = "is kept" if len(self.backups) == 1 else "are kept"
        said = (
            f"Saved {', '.join(self.files)}. The {before} before {is_kept} in {kept}."
        )
        return f"{said} {self.remark}".rstrip()


def save(document: Document) -> Saved:
    """Write every table that was edited, and size and checksum in the data package.

    Rows that were not touched keep their bytes. The old version of each file is
    copied to `backup/` in the folder of the case, and the newest ten are kept.

    Raises
    ------
    CaseError
        With every fault of the case, if there is one; nothing is written then.
    EditError
        If a file on disk is another one by now, or could not be written; nothing is
        changed on disk then, and every edit is still there.
    """
    refuse_strange(document)
    if faults := document.check_anew():
        raise CaseError(document.folder, faults)
    contents = _contents(document)
    if not contents:
        return Saved((), ())
    package, remark = _package(document.folder, contents)
    files = {document.folder / name: it for name, it in {**contents, **package}.items()}
    files = {path.resolve(): content for path, content in files.items()}
    refuse_strange(document)
    stamp = datetime.now().strftime("%Y-%m-%dT%H%M%S")
    copies = replaced(files, document.folder / BACKUP, stamp)
    document.saved = document.tables
    return Saved((*contents, *package), tuple(copies), remark)


def strange_files(document: Document) -> list[str]:
    """Name the tables that on disk are not what they were when they were read."""
    return [
        table.file
        for table in document.saved.values()
        if _bytes(document.folder / table.file) != table.content
    ]


def refuse_strange(document: Document) -> None:
    """Refuse to go on where somebody else has written a table.

    Raises
    ------
    EditError
        If a table on disk is not what it was when it was read.
    """
    if strange := strange_files(document):
        was = "was" if len(strange) == 1 else "were"
        raise EditError(
            f"{', '.join(strange)} {was} changed on disk by someone else since "
            "the case was opened. Nothing was saved and your edits are still here; "
            "load the files anew, which keeps them."
        )


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _contents(document: Document) -> dict[str, bytes]:
    return {
        table.file: table.content
        for name, table in document.tables.items()
        if table.content != document.saved[name].content
    }


def _package(folder: Path, contents: dict[str, bytes]) -> tuple[dict[str, bytes], str]:
    """Give the data package if it changes, and what is to be said of it."""
    old = (folder / FILE).read_bytes()
    new = package_with(old, contents)
    if new is None:
        return {}, STALE
    return ({FILE: new} if new != old else {}), ""
