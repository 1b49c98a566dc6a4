"""The checks of a case, made of tables that are being edited."""

from collections.abc import Mapping
from pathlib import Path

from utils.curate.checkup.accepted import read_accepted
from utils.curate.checkup.checkup import KINDS, notices_of
from utils.curate.checkup.notice import Notice
from utils.editor.table import Table
from utils.errors import CaseError, Fault
from utils.tables.checking import faults_of
from utils.tables.codebook import Shelf, read_codebook
from utils.tables.loading import DATA, Reading, side_faults
from utils.tables.package import Package, read_package
from utils.tables.reading import Sheet
from utils.tables.schema import CASE_TABLES


class Checks:
    """The same checks as those of `load`, with the codebook and the package as read.

    `unread` are tables that no editor can open: their faults count all the same.
    """

    def __init__(
        self, folder: Path, codebook: Path | None, unread: Mapping[str, Sheet]
    ) -> None:
        self._folder = folder
        self._shared = codebook or DATA / "codebook"
        self._unread = unread
        self.renew()

    def renew(self) -> None:
        """Read the codebook and the package of the case anew."""
        folders = [self._folder / "codebook", self._shared]
        self.shelf: Shelf = read_codebook(
            folders, case=self._folder, largest_file_mb=50
        )
        self._package: Package | None = None
        self._around: list[Fault] = []
        try:
            self._package = read_package(self._folder)
        except CaseError as why:
            self._around += why.faults
        self._around += self.shelf.faults()

    def faults(self, tables: Mapping[str, Table]) -> list[Fault]:
        """Give every fault of the case as it stands in the editor, line by line."""
        sheets = self._sheets(tables)
        found = [
            *faults_of(sheets, self.shelf.words),
            *side_faults(self._package.sides if self._package else (), sheets),
            *self._around,
        ]
        files = list(dict.fromkeys(fault.file for fault in found))
        return sorted(found, key=lambda one: (files.index(one.file), one.line or 0))

    def warnings(self, tables: Mapping[str, Table]) -> list[Notice]:
        """Give what to look at once more, but for what was looked at and accepted.

        This takes longer than the faults, a second or two for a case of some size.
        """
        sheets = self._sheets(tables)
        case = Reading(self._folder, self._package, sheets, self.shelf, ())
        found = notices_of(case, lambda step: None)
        return read_accepted(self._folder, KINDS).left(found)

    def _sheets(self, tables: Mapping[str, Table]) -> dict[str, Sheet]:
        read = {name: table.sheet for name, table in tables.items()}
        known = {**self._unread, **read}
        return {name: known[name] for name in CASE_TABLES if name in known}
