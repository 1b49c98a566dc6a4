"""The entry for `CHANGELOG.md`, by action_id."""

import re
from collections.abc import Iterator
from datetime import date

from utils.curate.comparison.difference import Changes, Difference
from utils.curate.comparison.told import counted

COMPANIONS = ("actors", "sources", "evidence", "landmarks")
REASON = "[reason]"


def entry(found: Difference, day: str = "") -> str:
    """Give the entry: acts by their ids, what comes with them by its number.

    An act that is withdrawn is followed by a place for the reason, since only a
    person knows it.
    """
    head = f"## {version_of(found)}, {day or date.today().isoformat()}"
    lines = [*_acts(found.tables["actions"]), *_companions(found)]
    return "\n".join([head, "", *(lines or ["Nothing is changed."])])


def version_of(found: Difference) -> str:
    """Give the new version, or the next one by the rules if it was not raised.

    The second number rises when acts are added or withdrawn, the third when cells
    are mended.

    >>> version_of(Difference("a", "b", "1.0.0", "1.0.0", {"actions": Changes(("x",))}))
    '1.1.0'
    """
    numbers = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", found.new_version, re.ASCII)
    if found.new_version != found.old_version or not numbers or not found:
        return found.new_version
    first, second, third = map(int, numbers.groups())
    acts = found.tables["actions"]
    if acts.added or acts.withdrawn:
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + 1}"


def _acts(acts: Changes) -> Iterator[str]:
    if acts.added:
        names = ", ".join(f"`{key}`" for key in acts.added)
        yield f"{_verb(len(acts.added), 'added')}: {names}."
    if acts.changed:
        names = ", ".join(
            f"`{key}` ({', '.join(cell.column for cell in cells)})"
            for key, cells in acts.changed.items()
        )
        yield f"{_verb(len(acts.changed), 'changed')}: {names}."
    if acts.withdrawn:
        names = ", ".join(f"`{key}` ({REASON})" for key in acts.withdrawn)
        yield f"{_verb(len(acts.withdrawn), 'withdrawn')}: {names}."


def _verb(number: int, what: str) -> str:
    return f"{counted(number, 'actions')} {'is' if number == 1 else 'are'} {what}"


def _companions(found: Difference) -> Iterator[str]:
    """Say in a sentence each how many other rows came, changed and went."""
    rows = {table: found.tables.get(table, Changes()) for table in COMPANIONS}
    came = {table: len(changes.added) for table, changes in rows.items()}
    changed = {table: len(changes.changed) for table, changes in rows.items()}
    went = {table: len(changes.withdrawn) for table, changes in rows.items()}
    came["claims"], went["claims"] = found.n_claims_added, found.n_claims_withdrawn
    for numbers, what in ((came, "added"), (changed, "changed"), (went, "withdrawn")):
        said = [counted(number, table) for table, number in numbers.items() if number]
        if said:
            yield f"Of the other tables, {_listed(said)} {_be(numbers)} {what}."


def _listed(parts: list[str]) -> str:
    """Join with commas, and the last with and.

    >>> _listed(["1 actor", "2 sources"])
    '1 actor and 2 sources'
    """
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _be(numbers: dict[str, int]) -> str:
    return "is" if sum(numbers.values()) == 1 else "are"
