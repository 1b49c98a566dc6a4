"""Whether the tables that come with the project are as they were published."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from utils.app.doctor.line import Line
from utils.tables.loading import DATA
from utils.tables.package import FILE


def data(folder: Path = DATA) -> Iterator[Line]:
    """Hold the tables of each case against the checksums in its package file."""
    cases = sorted(folder.glob(f"*/{FILE}"))
    if not cases:
        mend = f"Fetch the project again, with its folder {folder.name}."
        yield Line("Data", f"no case is in {folder.name}", False, mend)
    for package in cases:
        yield _case(package)


def _case(package: Path) -> Line:
    case = package.parent
    what = f"Data of {case.name}"
    try:
        told = json.loads(package.read_text("utf-8"))
        changed = [table["path"] for table in _hashed(told) if not _same(case, table)]
    except (OSError, ValueError, KeyError, TypeError) as why:
        return Line(what, f"{FILE} cannot be read ({why})", False, _restored(FILE))
    if changed:
        found = f"{', '.join(changed)}: not as in {FILE}"
        return Line(what, found, False, _restored(*changed))
    number = len([*_hashed(told)])
    return Line(what, f"{number} tables as published, version {told.get('version')}")


def _hashed(told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (table for table in told["resources"] if "hash" in table)


def _same(case: Path, table: dict[str, Any]) -> bool:
    path = case / table["path"]
    if not path.is_file():
        return False
    return table["hash"] == f"sha256:{sha256(path.read_bytes()).hexdigest()}"


def _restored(*files: str) -> str:
    return (
        f"In the folder of the case, run: git restore {' '.join(files)}; or, if you "
        f"changed it on purpose, write bytes and hash of the file into {FILE}."
    )
