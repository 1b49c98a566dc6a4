"""What a file of events looks like, and what each event's columns are read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import narwhals as nw

EVENT = (
    *("event_id", "earliest", "latest", "actor", "actor_name", "actor_country"),
    *("target", "target_name", "target_country", "code", "quad_given", "place"),
    *("place_country", "source", "summary"),
)
"""The columns that every format gives, as text; what a file lacks is empty."""


@dataclass(frozen=True, eq=False)
class Format:
    """A declaration: the columns of a file, and each column of an event from them.

    `event` has an expression over the file's columns, all text, for columns of
    `EVENT`. `translated` names, for columns of `EVENT`, the list that turns what
    stands in the file (a country's name, a FIPS code) into the code used here.
    `ontology` names the folder with the codes. `mirrors` are pairs of codes by
    which one act is told once from each side. Without `directed` it is unknown
    who acts towards whom, and an event lies between two countries.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    ontology: str
    event: Mapping[str, nw.Expr]
    separator: str = "\t"
    header: bool = False
    quoted: bool = False
    directed: bool = True
    translated: Mapping[str, str] = field(default_factory=dict)
    mirrors: tuple[tuple[str, str], ...] = ()
    scale: str = ""
    citation: str = ""
    licence: str = ""
