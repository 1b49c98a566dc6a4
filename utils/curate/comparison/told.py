"""A difference in lines to be read through."""

from collections.abc import Iterator

from utils.curate.comparison.difference import UNITS, Changes, Difference
from utils.curate.shown.aligned import short


def told(found: Difference) -> str:
    """Give a line for each row that came, went or changed, under its table."""
    versions = f"{found.old} ({found.old_version}) to {found.new} ({found.new_version})"
    if not found:
        return f"Nothing has changed from {versions}."
    lines = [f"From {versions}:"]
    for table, changes in found.tables.items():
        if changes:
            lines += ["", *_table(table, changes)]
    if claims := _claims(found):
        lines += ["", claims]
    return "\n".join(lines)


def counted(number: int, table: str) -> str:
    """Say how many rows of a table.

    >>> counted(1, "evidence"), counted(2, "actions")
    ('1 evidence row', '2 acts')
    """
    return f"{number} {UNITS[table][number != 1]}"


def _table(table: str, changes: Changes) -> Iterator[str]:
    numbers = {
        "added": len(changes.added),
        "withdrawn": len(changes.withdrawn),
        "changed": len(changes.changed),
    }
    said = [f"{number} {what}" for what, number in numbers.items() if number]
    yield f"{table}: {', '.join(said)}"
    yield from (f"  added      {key}" for key in changes.added)
    yield from (f"  withdrawn  {key}" for key in changes.withdrawn)
    for key, cells in changes.changed.items():
        yield f"  changed    {key}"
        for cell in cells:
            yield f"             {cell.column}: {_said(cell.old)} -> {_said(cell.new)}"


def _said(value: str) -> str:
    return repr(short(value)) if value else "empty"


def _claims(found: Difference) -> str:
    numbers = {"added": found.n_claims_added, "withdrawn": found.n_claims_withdrawn}
    said = [f"{number} {what}" for what, number in numbers.items() if number]
    return f"claims: {', '.join(said)} (counted by whole rows)" if said else ""
