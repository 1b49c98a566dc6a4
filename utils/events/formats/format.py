"""What a file of events looks like, and what each event's columns are read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import narwhals as nw

EVENT = (
    *("event_id", "earliest", "latest", "actor", "actor_name", "actor_country"),
    *("target", "target_name", "target_country", "code", "quad_given", "place"),
    *("place_country", "published", "story", "source", "summary"),
)
"""The columns that every format gives, as text; what a file lacks is empty.

`published` is the ISO day on which the record was made, `story` what was told in
one breath (a report, an article), `source` where it was found.
"""

CODED = ("type", "form", "tone", "quad")
"""The columns that follow from the code of an event, or stand in the file."""


@dataclass(frozen=True)
class Sides:
    """Whose rows stand for one incident, so that each acts towards the other side.

    `incident`, `side` and `party` are columns of the file. For the format's
    expressions there are then two more columns: `across`, the party on the other
    side, and `n_across`, how many parties stand there.
    """

    incident: str
    side: str
    party: str


@dataclass(frozen=True, eq=False)
class Format:
    """A declaration: the columns of a file, and each column of an event from them.

    `event` has an expression over the file's columns, all text, for columns of
    `EVENT`, and for those of `CODED` where the file itself says them; `prepared` are
    steps before, each with columns that the next may read. `n` says how
    many events a row stands for (without it, one). `refused` gives, for a reason,
    an expression that is true for a row left out because of it. `translated`
    names, for columns of `EVENT`, the list of countries that turns what stands in
    the file (a country's name, a FIPS code) into the code used here. `ontology`
    names the folder with the codes.

    `mirrors` are pairs of codes by which one act is told once from each side, and
    `mutual` codes that say the same from both sides. With `repeats`, the same
    record may come several times. Without `directed` it is unknown who acts
    towards whom, and an event lies between two countries.

    A file is known by its columns: all of them where there is no header, and
    those in `shapes` look as the pattern says; with a header, it names at least
    the `needed` ones. `optional` columns may be lacking. `also_called` gives
    another name of a column. A header astray is known by the name in `header_cell`,
    the first column unless told; one that is read anyway costs nothing.

    Where a file is `finished`, its columns are those of an event already, each row
    with the reason why it is left out, so that nothing is looked at once more.
    """

    name: str
    title: str
    columns: tuple[str, ...]
    ontology: str
    event: Mapping[str, nw.Expr]
    prepared: Sequence[Mapping[str, nw.Expr]] = ()
    separator: str = "\t"
    header: bool = False
    quoted: bool = False
    parquet: bool = False
    finished: bool = False
    directed: bool = True
    n: nw.Expr | None = None
    refused: Mapping[str, nw.Expr] = field(default_factory=dict)
    translated: Mapping[str, str] = field(default_factory=dict)
    sides: Sides | None = None
    mirrors: tuple[tuple[str, str], ...] = ()
    mutual: tuple[str, ...] = ()
    repeats: bool = False
    shapes: Mapping[str, str] = field(default_factory=dict)
    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    also_called: Mapping[str, str] = field(default_factory=dict)
    header_cell: str = ""
    scale: str = ""
    version: str = ""
    citation: str = ""
    licence: str = ""

    @property
    def header_column(self) -> str:
        """The column whose name, in a cell of its own, tells a header astray."""
        return self.header_cell or self.columns[0]
