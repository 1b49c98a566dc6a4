"""Warnings that were looked at and are to stay."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from utils.curate.checkup.notice import Notice
from utils.errors import Fault
from utils.tables.cells import cell_faults
from utils.tables.checking import heard
from utils.tables.reading import Sheet, read_sheet
from utils.tables.rules import FILLED, INTACT, one_of

FILE = "accepted-warnings.csv"
KIND = "accepted"


@dataclass(frozen=True)
class Accepted:
    """Kind and key of each warning that stays, by line; and the faults of the file."""

    lines: dict[tuple[str, str], int]
    faults: tuple[Fault, ...] = ()

    def left(self, notices: Iterable[Notice]) -> list[Notice]:
        """Give the notices that were not accepted, and each row that fits none."""
        found = list(notices)
        seen = {(notice.kind, notice.key) for notice in found}
        new = [it for it in found if (it.kind, it.key) not in self.lines]
        return [*new, *(self._stale(it) for it in self.lines if it not in seen)]

    def _stale(self, pair: tuple[str, str]) -> Notice:
        kind, key = pair
        problem, remedy = f"fits no warning of the kind {kind}", "take the row out"
        place = (FILE, self.lines[pair], "key", key)
        return Notice(*place, problem, remedy, kind=KIND, key=key)


def read_accepted(folder: Path, kinds: Collection[str]) -> Accepted:
    """Read the file, if there is one: `kind`, `key` of the row, and the `reason`."""
    if not (folder / FILE).exists():
        return Accepted({})
    rules = {"kind": [FILLED, one_of(kinds, "is no kind of warning")]}
    rules |= {"key": [FILLED], "reason": [FILLED, INTACT]}
    sheet = read_sheet(folder / FILE, list(rules), largest_file_mb=50)
    cells = heard(sheet, list(cell_faults(sheet, rules, {})))
    return Accepted(_lines(sheet), (*sheet.faults, *cells))


def _lines(sheet: Sheet) -> dict[tuple[str, str], int]:
    rows = sheet.rows
    whole = rows[rows[["kind", "key", "reason"]].ne("").all(axis=1)]
    pairs = zip(whole["kind"], whole["key"], whole.index, strict=True)
    return {(kind, key): int(line) for kind, key, line in pairs}
