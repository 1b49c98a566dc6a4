"""Check what ties rows together: keys, and ids that lead nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from utils.errors import Fault, nearest
from utils.tables.damage import damage_of, zeros_lost
from utils.tables.reading import Sheet
from utils.tables.schema import KEYS

Sheets = Mapping[str, Sheet]
ENOUGH = 50
"""So many unknown ids get the nearest known one; a whole column gone wrong does not."""


@dataclass(frozen=True)
class Link:
    """A column whose cells are ids of another table, several where `many`."""

    table: str
    column: str
    target: str
    many: bool = False


LINKS = (
    Link("actions", "actor_id", "actors"),
    Link("actions", "target_id", "actors"),
    Link("actions", "in_response_to", "actions", many=True),
    Link("actors", "parent_id", "actors"),
    Link("evidence", "action_id", "actions"),
    Link("evidence", "source_id", "sources"),
    Link("landmarks", "source_id", "sources"),
    Link("landmarks", "action_id", "actions"),
    Link("claims", "action_ids", "actions", many=True),
)


def link_faults(sheets: Sheets) -> Iterator[Fault]:
    """Give a fault for each id that its table lacks, or that a cell names twice."""
    for link in LINKS:
        if link.table in sheets:
            yield from _dangling(sheets, link)
            yield from _repeated(sheets[link.table], link)


def key_faults(sheet: Sheet, table: str) -> Iterator[Fault]:
    """Give a fault for each row whose key stands in an earlier row."""
    key = list(KEYS[table])
    if not key or any(not sheet.has(column) for column in key):
        return
    filled = sheet.rows[sheet.rows[key].ne("").all(axis=1)]
    if not filled.duplicated(key).any():
        return
    first = filled.index.to_series().groupby([filled[name] for name in key])
    for line, earlier in first.transform("min")[filled.duplicated(key)].items():
        value = " + ".join(filled.loc[line, key])
        problem = f"is the key of line {earlier} already"
        yield Fault(
            sheet.file, line, key[0], value, problem, "give each row its own key"
        )


def cells_of(sheet: Sheet, column: str, many: bool) -> pd.Series:
    """Give the ids in a column, indexed by line; a list gives several."""
    cells = sheet.rows[column]
    cells = cells[cells != ""]
    return cells.str.split(";").explode() if many and len(cells) else cells


def _dangling(sheets: Sheets, link: Link) -> Iterator[Fault]:
    sheet, key = sheets[link.table], KEYS[link.target][0]
    target = sheets[link.target]
    if not target.has(key):
        return
    known = target.rows[key].tolist()
    ids = cells_of(sheet, link.column, link.many)
    unknown = ids[~ids.isin(known)]
    few = unknown.unique()[:ENOUGH]
    near = {value: nearest(known, value) for value in few}
    damage = {value: zeros_lost(value, known) or damage_of(value) for value in few}
    for line, value in unknown.items():
        problem = f"is not in {target.file}" if value else "has an empty place in it"
        saying = problem, near.get(value, f"use an id of {target.file}")
        problem, remedy = damage.get(value) or saying
        shown = value or sheet.rows.at[line, link.column]
        yield Fault(sheet.file, line, link.column, shown, problem, remedy)


def _repeated(sheet: Sheet, link: Link) -> Iterator[Fault]:
    ids = cells_of(sheet, link.column, link.many)
    pairs = pd.DataFrame({"line": ids.index, "value": ids.to_numpy()})
    for line, value in pairs[pairs.duplicated()].itertuples(index=False):
        yield Fault(
            sheet.file, line, link.column, value, "stands twice", "name it once"
        )
