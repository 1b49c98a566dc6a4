"""From a folder of CSV files to a sound case, or to all that is wrong with it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pandas as pd

from utils.errors import CaseError, Fault, nearest
from utils.tables.case import Case
from utils.tables.checking import faults_of
from utils.tables.codebook import Shelf, read_codebook
from utils.tables.derive import typed_tables
from utils.tables.links import Sheets
from utils.tables.package import FILE, Package, read_package
from utils.tables.reading import read_sheet
from utils.tables.schema import CASE_TABLES

DATA = Path(__file__).parents[2] / "data"
OPTIONAL = ("claims",)


@dataclass(frozen=True, eq=False)
class Reading:
    """A folder as read: what it says of itself, its tables, and all its faults.

    `package` is missing where it could not be read, and then there are faults.
    """

    folder: Path
    package: Package | None
    sheets: Sheets
    shelf: Shelf
    faults: tuple[Fault, ...]


def load(
    case: str | Path,
    *,
    codebook: str | Path | None = None,
    largest_file_mb: float = 50,
) -> Case:
    """Read a case, check all of it, and give it with what can be derived.

    `case` is the name of a folder under `data/`, or the path of a folder. Tables
    in the case's own `codebook/` stand in for those of the same name in
    `codebook`, the project's own unless given.

    >>> load("azerbaijan-russia").sides
    ('AZE', 'RUS')

    Raises
    ------
    CaseError
        With every fault of every file: its line and column, what is wrong and
        what would do. Nothing is mended and nothing is left out.
    """
    found = read_folder(case, codebook=codebook, largest_file_mb=largest_file_mb)
    if found.faults or not found.package:
        raise CaseError(found.folder, found.faults)
    return _case(found.folder, found.package, sheets=found.sheets, shelf=found.shelf)


def read_folder(
    case: str | Path,
    *,
    codebook: str | Path | None = None,
    largest_file_mb: float = 50,
) -> Reading:
    """Read the folder of a case as `load` does, and give it with its faults.

    >>> read_folder("azerbaijan-russia").faults
    ()

    Raises
    ------
    CaseError
        If there is no such folder.
    """
    folder = folder_of(case)
    shared = Path(codebook) if codebook else DATA / "codebook"
    shelf = read_codebook(
        [folder / "codebook", shared], case=folder, largest_file_mb=largest_file_mb
    )
    sheets = _sheets(folder, largest_file_mb)
    package, faults = _package(folder)
    faults += [*shelf.faults(), *faults_of(sheets, shelf.words)]
    faults += side_faults(package.sides if package else (), sheets)
    return Reading(folder, package, sheets, shelf, tuple(_in_order(faults)))


def _in_order(faults: list[Fault]) -> list[Fault]:
    """Sort by line within each file, since that is how a table is mended."""
    files = list(dict.fromkeys(fault.file for fault in faults))
    return sorted(faults, key=lambda one: (files.index(one.file), one.line or 0))


def folder_of(case: str | Path) -> Path:
    """Give the folder of a case: one under `data/` by its name, any other by its path.

    >>> folder_of("azerbaijan-russia").name
    'azerbaijan-russia'

    Raises
    ------
    CaseError
        If there is no such folder.
    """
    if isinstance(case, Path) or re.search(r"[/\\]|^[.~]", case):
        folder = Path(case).expanduser()
        if folder.is_dir():
            return folder
        remedy = "give the path of a folder with actions.csv"
        raise CaseError(folder, [_nowhere(str(case), "is no folder", remedy)])
    names = sorted(path.parent.name for path in DATA.glob("*/actions.csv"))
    if case in names:
        return DATA / case
    remedy = f"{nearest(names, case)}; write ./{case} for a folder of your own"
    raise CaseError(case, [_nowhere(case, "is no case of this project", remedy)])


def _nowhere(case: str, problem: str, remedy: str) -> Fault:
    return Fault("case", None, None, case, problem, remedy)


def _sheets(folder: Path, largest_file_mb: float) -> Sheets:
    return {
        table: read_sheet(
            folder / f"{table}.csv", list(columns), largest_file_mb=largest_file_mb
        )
        for table, columns in CASE_TABLES.items()
        if table not in OPTIONAL or (folder / f"{table}.csv").exists()
    }


def _package(folder: Path) -> tuple[Package | None, list[Fault]]:
    try:
        return read_package(folder), []
    except CaseError as why:
        return None, list(why.faults)


def side_faults(sides: Collection[str], sheets: Sheets) -> Iterator[Fault]:
    """Give a fault for each side of the case that is the country of no actor."""
    countries = sheets["actors"].rows["country"].unique().tolist()
    for side in sides if any(countries) else ():
        if side not in countries:
            problem = "is the country of no actor"
            yield Fault(FILE, None, "sides", side, problem, nearest(countries, side))


def _case(folder: Path, package: Package, *, sheets: Sheets, shelf: Shelf) -> Case:
    texts = {
        table: sheets[table].rows.reset_index(drop=True)
        if table in sheets
        else pd.DataFrame(columns=list(columns), dtype="str")
        for table, columns in CASE_TABLES.items()
    }
    book = shelf.codebook()
    return Case(
        **vars(package),
        **typed_tables(texts, book, package.sides),
        folder=folder,
        checksum=_checksum(folder, sheets, shelf),
        codebook=book,
        scales=shelf.scales(),
    )


def _checksum(folder: Path, sheets: Sheets, shelf: Shelf) -> str:
    """Hash names and bytes of every file that the case was made from."""
    files = {sheet.file: folder / sheet.file for sheet in sheets.values()}
    files |= {FILE: folder / FILE, **shelf.paths}
    whole = sha256()
    for name in sorted(files):
        content = files[name].read_bytes()
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()
