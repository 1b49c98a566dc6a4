"""The tree of bodies: country, then role, then institution."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pandas as pd

from utils.explorer.facets.bodies import Bodies
from utils.explorer.facets.facet import Option
from utils.tables import Case


def tree(case: Case, bodies: Bodies) -> list[Option]:
    """Give the options of a facet of bodies, the two sides of the case first.

    A role cannot stand in a selection: it groups the bodies of a country that play
    it, wherever they stand below each other. What is coded with a country alone
    stands above its roles.
    """
    actors = case.actors.set_index("actor_id")
    ordered = sorted(bodies.boxes, key=lambda path: _place(path, case.sides))
    found: list[Option] = []
    for country, paths in groupby(ordered, key=lambda path: path.split("/")[0]):
        found += _country(country, list(paths), _Rows(case, actors, bodies))
    return found


def _place(path: str, sides: Iterable[str]) -> tuple[bool, list[str]]:
    parts = path.split("/")
    return (parts[0] not in sides, parts)


def _country(country: str, paths: list[str], rows: "_Rows") -> Iterator[Option]:
    if paths == [country]:
        yield rows.body(country, "")
        return
    yield rows.country(country)
    if country in paths:
        yield rows.body(country, country)
    for role in rows.roles:
        played = [p for p in paths if p != country and rows.role_of(p) == role]
        if played:
            group = rows.role(country, role)
            yield group
            yield from (rows.body(path, group["value"]) for path in played)


class _Rows:
    """Writes the options of a tree, each with what it means."""

    def __init__(self, case: Case, actors: pd.DataFrame, bodies: Bodies) -> None:
        self._actors, self._boxes = actors, bodies.boxes
        self._book = case.codebook.roles.set_index("role")

    @property
    def roles(self) -> list[str]:
        return list(self._book.index)

    def role_of(self, path: str) -> str:
        return str(self._actors.loc[path.split("/")[-1], "role"])

    def country(self, country: str) -> Option:
        row = self._actors.loc[country]
        said = f"{country}: {row['name']} and every body below it"
        return self._option(country, row, said, "")

    def role(self, country: str, role: str) -> Option:
        label, said = self._book.loc[role, "label"], self._book.loc[role, "definition"]
        value = f"{country}:{role}"
        return {"value": value, "label": label, "definition": said, "parent": country}

    def body(self, path: str, parent: str) -> Option:
        *above, body = path.split("/")
        row, box = self._actors.loc[body], self._boxes[path]
        name = row["name"]
        said = f"{body}, below {self._actors.loc[above[-1], 'name']}" if above else body
        if box == body:
            return self._option(box, row, said, parent)
        alone = f"{said}. Acts of {name}, without the bodies below it"
        return {**self._option(box, row, alone, parent), "label": f"{name} (alone)"}

    def _option(self, value: str, row: pd.Series, said: str, parent: str) -> Option:
        also = f"{row['name_native']} {row.name}".strip()
        return {
            **{"value": value, "label": row["name"], "also": also},
            **{"definition": said, "parent": parent},
        }
