"""What is new, changed or gone between two states of the tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from utils.editor.places import Place, Tables
from utils.editor.record import Record
from utils.editor.table import Table


@dataclass(frozen=True)
class Standing:
    """The rows by what has become of them since the files were read or saved.

    `acts` are the ids of the acts whose own row or evidence is another one.
    """

    new: frozenset[Place]
    changed: frozenset[Place]
    gone: frozenset[Place]
    acts: frozenset[str]

    @property
    def n_rows(self) -> int:
        """How many rows are not as they are on disk."""
        return len(self.new) + len(self.changed) + len(self.gone)


def standing_of(saved: Tables, now: Tables) -> Standing:
    """Compare two states of the same tables, row by row.

    Rows that were only moved are none of these, as nothing moves rows.
    """
    new, changed, gone = set[Place](), set[Place](), set[Place]()
    acts = set[str]()
    for name in now:
        if now[name] is saved[name]:
            continue
        before = {it.number: it for it in saved[name].records}
        after = {it.number: it for it in now[name].records}
        for number in before.keys() | after.keys():
            pair = (before.get(number), after.get(number))
            if pair[0] and pair[1] and pair[0].cells == pair[1].cells:
                continue
            kind = new if not pair[0] else changed if pair[1] else gone
            kind.add(Place(name, number))
            acts |= set(_acts(now[name], *pair))
    return Standing(
        frozenset(new), frozenset(changed), frozenset(gone), frozenset(acts)
    )


def _acts(table: Table, *records: Record | None) -> Iterator[str]:
    if table.name in ("actions", "evidence"):
        for record in filter(None, records):
            yield table.cell(record, "action_id")
