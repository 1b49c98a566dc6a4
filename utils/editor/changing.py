"""Steps from the tables of a case to other ones; none of them changes its tables."""

from collections.abc import Mapping

import pandas as pd

from utils.editor.places import (
    GOES_ALONG,
    Place,
    Tables,
    holding_up,
    key_at,
    keys_of,
    naming,
    row_at,
    with_key,
)
from utils.editor.proposing import proposed_id
from utils.errors import EditError
from utils.tables.rules import ID
from utils.tables.schema import KEYS

_MOST_NAMED = 5


def with_cells(
    tables: Tables, place: Place, changes: Mapping[str, str], *, fresh: bool = False
) -> Tables:
    """Write cells of a row; an id is changed wherever it is named.

    The id of a `fresh` act, one that was never saved, follows its day, actor and
    form for as long as it is the one that was proposed.

    Raises
    ------
    EditError
        If the row cannot be written, or an id is none, or is another row's.
    """
    key = KEYS[place.table][0]
    old = row_at(tables, place)
    changes = dict(changes)
    follows = fresh and place.table == "actions" and key not in changes
    if follows and old[key] == proposal(tables, old, own=old[key]):
        changes[key] = proposal(tables, {**old, **changes}, own=old[key])
    if changes.get(key, old[key]) != old[key] and place.table != "evidence":
        tables = _renamed(tables, place, changes.pop(key))
    return {**tables, place.table: tables[place.table].but(place.number, changes)}


def proposal(tables: Tables, act: Mapping[str, str], *, own: str = "") -> str:
    """Give an id for an act that no other act has; `own` is the one that it has."""
    taken = set(keys_of(tables["actions"])) - {own}
    return proposed_id(act, country_of(tables, act["actor_id"]), taken)


def country_of(tables: Tables, actor_id: str) -> str:
    """Give the country of an actor; nothing where it is not known."""
    rows = with_key(tables["actors"], actor_id)
    return tables["actors"].cell(rows[0], "country") if rows else ""


def without(tables: Tables, place: Place) -> Tables:
    """Take a row away, an act with its evidence.

    Raises
    ------
    EditError
        If other rows name it; they are listed.
    """
    if holding := holding_up(tables, place) if place.table != "evidence" else []:
        named = "; ".join(map(str, holding[:_MOST_NAMED]))
        rest = len(holding) - _MOST_NAMED
        raise EditError(
            f"{key_at(tables, place)} stays, since other rows name it: {named}"
            f"{f' and {rest} more' if rest > 0 else ''}. Take it out there first."
        )
    gone = [place]
    if place.table == GOES_ALONG[0]:
        gone += [it.place for it in naming(tables, place) if it.place != place]
    new = dict(tables)
    for it in gone:
        new[it.table] = new[it.table].without(it.number)
    return new


def reverted(tables: Tables, saved: Tables, place: Place) -> Tables:
    """Give an act and its evidence the cells that they have in `saved`.

    Raises
    ------
    EditError
        If the act is not there, or its old id is another's by now.
    """
    if place.number not in saved["actions"].places:
        raise EditError("This act was never saved; delete it instead.")
    old = key_at(saved, place)
    if key_at(tables, place) != old:
        tables = _renamed(tables, place, old)
    actions = tables["actions"].restored(saved["actions"], place.number)
    evidence, before = tables["evidence"], saved["evidence"]
    for record in with_key(evidence, old):
        if record.number not in before.places:
            evidence = evidence.without(record.number)
    for record in with_key(before, old):
        evidence = evidence.restored(before, record.number)
    return {**tables, "actions": actions, "evidence": evidence}


def _renamed(tables: Tables, place: Place, new: str) -> Tables:
    """Write an id anew, there and wherever it is named."""
    table, old = tables[place.table], key_at(tables, place)
    key = KEYS[place.table][0]
    _refuse_id(tables, place, new)
    named = naming(tables, place) if len(with_key(table, old)) == 1 else []
    changed = {**tables, place.table: table.but(place.number, {key: new})}
    for it in named:
        cell = row_at(changed, it.place)[it.column]
        ids = [new if each == old else each for each in cell.split(";")]
        changes = {it.column: ";".join(ids)}
        changed[it.place.table] = changed[it.place.table].but(it.place.number, changes)
    return changed


def _refuse_id(tables: Tables, place: Place, new: str) -> None:
    if not new:
        raise EditError("An id cannot be empty, since other rows name a row by it.")
    if not ID.holds(pd.Series([new])).all():
        raise EditError(f"{new!r} {'; '.join(ID.say(new))}.")
    if any(it.number != place.number for it in with_key(tables[place.table], new)):
        raise EditError(f"{new!r} is the id of another row already. Choose another.")
