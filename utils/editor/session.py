"""One sitting over a document: the act on the form, the wishes, and what is shown."""

from collections.abc import Callable, Mapping
from typing import Any

from utils.editor import showing
from utils.editor.choices import Choice, coded, listed
from utils.editor.document import Document
from utils.editor.fields import FORMS
from utils.editor.places import Place, Tables, found, keys_of
from utils.editor.proposing import free_id
from utils.editor.renewing import renew
from utils.editor.saving import save
from utils.errors import CaseError, EditError, Fault

Wish = Mapping[str, Any]
WISHES = (
    *("choose", "set", "new", "copy", "remove", "revert", "undo", "redo", "cite"),
    *("add", "open", "close", "follow", "check", "save", "renew"),
)
"""What can be wished for; each is heeded by the method of that name."""
NEW = {"actors": "NEW_ACTOR", "sources": "new-source"}


class Session:
    """What a form does to a document; it knows no widget, and every wish is a mapping.

    `act` is the act on the form and `beside` the actor or source that is open
    beside it. `heed` does what a wish says and gives the answer in words; `focus`
    is then the field to go on with, as table, number and column.

    >>> session = Session(Document("azerbaijan-russia"))
    >>> number = session.act.number
    >>> session.heed({"do": "set", "table": "actions", "number": number,
    ...     "column": "date", "value": "2006-12"})
    ''
    >>> session.heed({"do": "undo"})
    'Taken back: date of 20061228-aze-end-russian-tv.'
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.act = next(showing.first_act(document), None)
        self.beside: Place | None = None
        self.focus: tuple[str, int, str] | None = None
        self._codes = coded(document.checks.shelf)
        self._warnings: list[showing.Found] = []
        self._listed: tuple[Tables, dict[str, list[Choice]]] | None = None

    def heed(self, wish: Wish) -> str:
        """Do what is wished, and say in a sentence what there is to say.

        Raises
        ------
        EditError
            If it is refused; nothing has changed then.
        CaseError
            If it was to save, and the case has faults; nothing is written then.
        """
        self.focus = None
        if wish.get("do") not in WISHES:
            raise EditError(f"The form knows no wish {wish.get('do')!r}.")
        do: Callable[[Wish], str] = getattr(self, f"_{wish['do']}")
        try:
            return do(wish)
        finally:
            self._keep_to_rows()

    def shown(self) -> dict[str, Any]:
        """Give all that the page shows."""
        document, faults = self.document, self.document.faults()
        found = showing.placed(document, faults)
        marked = {
            "f": showing.acts_with(document, found),
            "w": showing.acts_with(document, self._warnings),
        }
        standing = document.standing()
        told_act = self.act and showing.told_act(document, self.act, faults)
        if told_act:
            told_act["warnings"] = [
                f"{it.problem}; {it.remedy}"
                for it, place in self._warnings
                if place == self.act
            ]
        told_row = self.beside and showing.told_row(document, self.beside, faults)
        return {
            "acts": showing.told_acts(document, marked, standing),
            "choices": self._choices(),
            "form": told_act or {},
            "beside": told_row or {},
            "faults": showing.told_found(found),
            "warnings": showing.told_found(self._warnings),
            "standing": {
                "folder": document.folder.name,
                "n_faults": len(faults),
                "n_warnings": len(self._warnings),
                "n_unsaved": standing.n_rows,
                "can_undo": document.history.can_undo,
                "can_redo": document.history.can_redo,
            },
        }

    def _choices(self) -> dict[str, list[Choice]]:
        """Give the choices; those of actors and sources anew only if they changed."""
        tables = self.document.tables
        now = {name: tables[name] for name in NEW}
        if self._listed is None or self._listed[0] != now:
            self._listed = (now, listed(now, self._codes))
        return {**self._codes, **self._listed[1]}

    def _place(self, wish: Wish) -> Place:
        table = str(wish.get("table"))
        if table not in FORMS:
            raise EditError(f"The form has no table {table!r}.")
        return Place(table, int(wish["number"]))

    def _choose(self, wish: Wish) -> str:
        self.act = Place("actions", int(wish["number"]))
        return ""

    def _set(self, wish: Wish) -> str:
        self.document.set(self._place(wish), {wish["column"]: str(wish["value"])})
        return ""

    def _new(self, wish: Wish) -> str:
        return self._added(self.document.add_act(), "A new act stands at the end.")

    def _copy(self, wish: Wish) -> str:
        copy = self.document.add_act(like=self.act)
        return self._added(copy, "The copy stands at the end; it has no evidence yet.")

    def _added(self, act: Place, said: str) -> str:
        self.act = act
        self.focus = (*act, "date")
        return said

    def _remove(self, wish: Wish) -> str:
        place = self._place(wish)
        self.document.remove(place)
        return "Deleted; Undo brings it back."

    def _revert(self, wish: Wish) -> str:
        if self.act:
            self.document.revert(self.act)
        return "The act is as it is on disk; Undo brings the edits back."

    def _undo(self, wish: Wish) -> str:
        what = self.document.undo()
        return f"Taken back: {what}." if what else "There is nothing to take back."

    def _redo(self, wish: Wish) -> str:
        what = self.document.redo()
        return f"Done again: {what}." if what else "There is nothing to do again."

    def _cite(self, wish: Wish) -> str:
        place = self._cited(str(wish["source"]))
        self.focus = (*place, "supports")
        return ""

    def _cited(self, source: str) -> Place:
        if not self.act:
            raise EditError("Choose an act first; evidence is of an act.")
        key = self.document.row(self.act)["action_id"]
        return self.document.add("evidence", {"action_id": key, "source_id": source})

    def _add(self, wish: Wish) -> str:
        table = str(wish.get("table"))
        if table not in NEW:
            raise EditError(f"The form adds no row to {table!r}.")
        key = free_id(NEW[table], keys_of(self.document.tables[table]))
        column = FORMS[table][0].column
        self.beside = self.document.add(table, {column: key})
        if table == "sources" and self.act:
            self._cited(key)
        self.focus = (*self.beside, column)
        return ""

    def _open(self, wish: Wish) -> str:
        self.beside = found(self.document.tables, str(wish["table"]), str(wish["key"]))
        self.focus = (*self.beside, FORMS[self.beside.table][0].column)
        return ""

    def _close(self, wish: Wish) -> str:
        self.beside = None
        return ""

    def _follow(self, wish: Wish) -> str:
        faults = showing.placed(self.document, self.document.faults())
        found = self._warnings if wish.get("of") == "warnings" else faults
        fault, place = found[int(wish["number"])]
        if place and place.table in FORMS:
            self._bring(place, fault)
        return ""

    def _bring(self, place: Place, fault: Fault) -> None:
        if place.table in NEW:
            self.beside = place
        else:
            key = self.document.row(place)["action_id"]
            own = place.table == "actions"
            self.act = place if own else found(self.document.tables, "actions", key)
        self.focus = (*place, fault.column or "")

    def _check(self, wish: Wish) -> str:
        document = self.document
        n_faults = len(document.check_anew())
        warnings = document.checks.warnings(document.tables)
        self._warnings = showing.placed(document, warnings)
        self._codes = coded(document.checks.shelf)
        faults = _counted(n_faults, "fault")
        return f"Found {faults} and {_counted(len(warnings), 'warning')}."

    def _save(self, wish: Wish) -> str:
        try:
            return str(save(self.document))
        except CaseError as why:
            n = len(why.faults)
            faults = "one fault is" if n == 1 else f"{n} faults are"
            raise EditError(f"Nothing was saved: {faults} to be mended first.") from why

    def _renew(self, wish: Wish) -> str:
        key = self.document.row(self.act)["action_id"] if self.act else ""
        said = str(renew(self.document))
        self._codes = coded(self.document.checks.shelf)
        self.act = self.beside = None
        self._warnings = []
        if key in keys_of(self.document.tables["actions"]):
            self.act = found(self.document.tables, "actions", key)
        return said

    def _keep_to_rows(self) -> None:
        """Let go of rows that are gone, and show the first act rather than none."""
        tables = self.document.tables
        if self.beside and self.beside.number not in tables[self.beside.table].places:
            self.beside = None
        self._warnings = [
            (warning, place)
            for warning, place in self._warnings
            if not place or place.number in tables[place.table].places
        ]
        if not self.act or self.act.number not in tables["actions"].places:
            self.act = next(showing.first_act(self.document), None)


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' if number != 1 else ''}"
