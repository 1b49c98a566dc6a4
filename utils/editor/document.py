"""A case that is being edited: its rows, what is wrong with them, and the way back."""

from collections.abc import Mapping
from pathlib import Path

from utils.editor.changing import proposal, reverted, with_cells, without
from utils.editor.checks import Checks
from utils.editor.history import History
from utils.editor.opened import opened
from utils.editor.places import Place, Tables, found, key_at, row_at
from utils.editor.standing import Standing, standing_of
from utils.errors import Fault
from utils.tables import Case
from utils.tables.loading import folder_of


class Document:
    """The tables of a case folder, edited one step at a time, without any widget.

    Nothing is written before `utils.editor.saving.save`. What is wrong with a cell
    refuses no edit, but stands in `faults`. `saved` are the tables as on disk.

    >>> document = Document("azerbaijan-russia")
    >>> act = document.find("actions", "20061228-aze-end-russian-tv")
    >>> document.set(act, {"date": "28.12.2006"})
    >>> [(it.line, it.column, it.remedy) for it in document.faults()]
    [(2, 'date', 'write 2006-12-28')]
    >>> document.undo(), document.faults()
    ('date of 20061228-aze-end-russian-tv', [])

    Raises
    ------
    CaseError
        If there is no such folder, or a table that is edited is no readable CSV.
    """

    def __init__(
        self, case: str | Path | Case, *, codebook: str | Path | None = None
    ) -> None:
        self.folder = case.folder if isinstance(case, Case) else folder_of(case)
        self.codebook = Path(codebook) if codebook else None
        self.saved, unread = opened(self.folder)
        self.checks = Checks(self.folder, self.codebook, unread)
        self.history = History(self.saved)
        self._faults: tuple[Tables, list[Fault]] | None = None

    def become(self, other: "Document") -> None:
        """Be what another document of the same folder is, its history included."""
        self.saved, self.checks, self.history = other.saved, other.checks, other.history
        self._faults = None

    @property
    def tables(self) -> Tables:
        """The tables as they stand in the editor."""
        return self.history.now

    def faults(self) -> list[Fault]:
        """Give what `load` would find wrong with the case as it stands here."""
        if self._faults is None or self._faults[0] is not self.tables:
            self._faults = (self.tables, self.checks.faults(self.tables))
        return self._faults[1]

    def check_anew(self) -> list[Fault]:
        """Give the faults, with the codebook and the package read from disk again."""
        self.checks.renew()
        self._faults = None
        return self.faults()

    def place_of(self, fault: Fault) -> Place | None:
        """Give the row that a fault is in; none where it is in no row of ours."""
        name = fault.file.removesuffix(".csv")
        if name not in self.tables or not fault.line:
            return None
        number = self.tables[name].lines.get(fault.line)
        return Place(name, number) if number else None

    def find(self, table: str, key: str) -> Place:
        """Give the first row of a table that bears an id.

        Raises
        ------
        EditError
            If no row does.
        """
        return found(self.tables, table, key)

    def row(self, place: Place) -> dict[str, str]:
        """Give a row by the names of its columns."""
        return row_at(self.tables, place)

    def standing(self) -> Standing:
        """Say which rows are new, changed or gone since the files were read."""
        return standing_of(self.saved, self.tables)

    def set(self, place: Place, changes: Mapping[str, str]) -> None:
        """Write cells of a row, by the column; an id is changed wherever it is named.

        Raises
        ------
        EditError
            If the row cannot be written, or an id is none, or is another row's.
        """
        old = self.row(place)
        new = {it: value for it, value in changes.items() if value != old.get(it)}
        if new:
            fresh = place.number not in self.saved[place.table].places
            tables = with_cells(self.tables, place, new, fresh=fresh)
            self.history.put(tables, f"{', '.join(new)} of {self._name(place)}")

    def add(self, table: str, row: Mapping[str, str]) -> Place:
        """Add a row below the last one of its table.

        Raises
        ------
        EditError
            If the table lacks a column of it.
        """
        new, number = self.tables[table].plus(row)
        self.history.put({**self.tables, table: new}, f"a new row of {table}.csv")
        return Place(table, number)

    def add_act(self, like: Place | None = None) -> Place:
        """Add an act, empty or with the cells of another one; it has no evidence."""
        columns = self.tables["actions"].columns
        empty = dict.fromkeys(("action_id", "date", "actor_id", "form"), "")
        act = {**empty, **(self.row(like) if like else {})}
        act["action_id"] = proposal(self.tables, act)
        return self.add("actions", {it: act[it] for it in columns if it in act})

    def remove(self, place: Place) -> None:
        """Take a row away, an act with its evidence.

        Raises
        ------
        EditError
            If other rows name it; they are listed.
        """
        tables = without(self.tables, place)
        self.history.put(tables, f"{self._name(place)} taken away")

    def revert(self, place: Place) -> None:
        """Give an act and its evidence the cells that they have on disk.

        Raises
        ------
        EditError
            If the act is not on disk, or its old id is another's by now.
        """
        tables = reverted(self.tables, self.saved, place)
        self.history.put(tables, f"the edits of {self._name(place)} taken back")

    def undo(self) -> str:
        """Take the last step back, and say which; nothing where there is none."""
        return self.history.undo()

    def redo(self) -> str:
        """Take again the step that was taken back last, and say which."""
        return self.history.redo()

    def _name(self, place: Place) -> str:
        return key_at(self.tables, place) or f"a row of {place.table}.csv"
