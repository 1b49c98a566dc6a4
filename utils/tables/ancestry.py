"""Check that every actor stands below its country."""

from collections.abc import Iterator

import pandas as pd

from utils.errors import Fault
from utils.tables.circles import circle_faults
from utils.tables.reading import Sheet

NEEDED = ("actor_id", "country", "parent_id")


def parent_faults(actors: Sheet) -> Iterator[Fault]:
    """Give a fault for each actor at the top that is no country, or under another's.

    The row at the top of a chain bears the code of its country as its id.
    """
    if not all(map(actors.has, NEEDED)):
        return
    rows = actors.rows.drop_duplicates("actor_id").reset_index()
    yield from _topmost(actors.file, rows)
    yield from _foreign(actors.file, rows)
    edges = {
        actor: {parent}
        for actor, parent in zip(rows["actor_id"], rows["parent_id"], strict=True)
        if parent
    }
    lines = dict(zip(rows["actor_id"], rows["line"], strict=True))
    yield from circle_faults(actors.file, "parent_id", edges=edges, lines=lines)


def _topmost(file: str, rows: pd.DataFrame) -> Iterator[Fault]:
    top = (rows["parent_id"] == "") & (rows["actor_id"] != rows["country"])
    for line, actor, country in rows.loc[
        top, ["line", "actor_id", "country"]
    ].itertuples(index=False):
        problem = f"is empty, though {actor} is not the row of a country"
        remedy = f"name the actor above it, at least its country {country}"
        yield Fault(file, line, "parent_id", "", problem, remedy)


def _foreign(file: str, rows: pd.DataFrame) -> Iterator[Fault]:
    countries = rows.set_index("actor_id")["country"]
    above = countries.reindex(rows["parent_id"]).to_numpy()
    pairs = rows.assign(above=above)[["line", "parent_id", "above", "country"]]
    foreign = pairs["above"].notna() & (pairs["above"] != pairs["country"])
    for line, parent, there, here in pairs[foreign].itertuples(index=False):
        problem = f"is of {there}, and the actor of {here}"
        remedy = "choose a parent of the same country"
        yield Fault(file, line, "parent_id", parent, problem, remedy)
