"""Where rows are, and which rows name which others."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from utils.editor.record import Record
from utils.editor.table import Table
from utils.errors import EditError
from utils.tables.links import LINKS, Link
from utils.tables.schema import KEYS

Tables = Mapping[str, Table]
GOES_ALONG = ("actions", "evidence")
"""Evidence means nothing without its act, and goes with it."""


class Place(NamedTuple):
    """A row: its table, and the number that it bears in the editor."""

    table: str
    number: int


class Naming(NamedTuple):
    """A row that names the id of another one, and in which column."""

    place: Place
    column: str
    key: str

    def __str__(self) -> str:
        return f"{self.place.table}.csv, {self.key} ({self.column})"


def row_at(tables: Tables, place: Place) -> dict[str, str]:
    """Give a row by the names of its columns."""
    table = tables[place.table]
    return table.row(table.record(place.number))


def key_at(tables: Tables, place: Place) -> str:
    """Give the id of a row; a row of evidence bears that of its act."""
    return row_at(tables, place)[KEYS[place.table][0]]


def with_key(table: Table, key: str) -> list[Record]:
    """Give the rows that bear an id; more than one is a fault."""
    column = KEYS[table.name][0]
    return table.holding(lambda it: bool(key) and table.cell(it, column) == key)


def keys_of(table: Table) -> list[str]:
    """Give the ids of all rows, in the order of the file."""
    return [table.cell(it, KEYS[table.name][0]) for it in table.filled()]


def found(tables: Tables, name: str, key: str) -> Place:
    """Give the first row of a table that bears an id.

    Raises
    ------
    EditError
        If no row does.
    """
    if rows := with_key(tables[name], key):
        return Place(name, rows[0].number)
    raise EditError(f"{name}.csv has no row {key!r}.")


def naming(tables: Tables, place: Place) -> list[Naming]:
    """Give every row that names this one, in the order of the tables."""
    key = key_at(tables, place)
    links = [it for it in LINKS if it.target == place.table and it.table in tables]
    return [it for link in links for it in _naming(tables[link.table], link, key)]


def holding_up(tables: Tables, place: Place) -> list[Naming]:
    """Give the rows that name this one and would not go with it."""
    return [
        it
        for it in naming(tables, place)
        if it.place != place and (place.table, it.place.table) != GOES_ALONG
    ]


def _naming(table: Table, link: Link, key: str) -> Iterator[Naming]:
    for record in table.filled() if key else ():
        cell = table.cell(record, link.column)
        # Most cells are told apart without being split.
        if key in cell and key in (cell.split(";") if link.many else [cell]):
            place = Place(table.name, record.number)
            own = table.cell(record, KEYS[table.name][0]) if KEYS[table.name] else cell
            yield Naming(place, link.column, own)
