"""What has changed from one version of a case to another, row by row."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pandas as pd

from utils.curate.comparison.versions import KEYED, Version, read_version
from utils.told import Told

UNITS = {
    "actions": ("act", "acts"),
    "actors": ("actor", "actors"),
    "sources": ("source", "sources"),
    "evidence": ("evidence row", "evidence rows"),
    "landmarks": ("landmark", "landmarks"),
    "claims": ("claim", "claims"),
}
"""What one row of a table is called, and several."""


@dataclass(frozen=True)
class Cell:
    """One cell that changed: its column, what it said and what it says."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Changes:
    """The keys of rows that were added or withdrawn, and the cells that changed."""

    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    changed: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.withdrawn or self.changed)


@dataclass(frozen=True)
class Difference(Told):
    """Two versions apart: numbers, and the changes of each table.

    It says itself in sentences; `changelog` gives the entry for `CHANGELOG.md`,
    `record` plain data. Claims have no key, so that theirs are only counted.
    """

    old: str
    new: str
    old_version: str
    new_version: str
    tables: Mapping[str, Changes]
    n_claims_added: int = 0
    n_claims_withdrawn: int = 0

    def __bool__(self) -> bool:
        claims = self.n_claims_added or self.n_claims_withdrawn
        return bool(claims or any(self.tables.values()))

    def __str__(self) -> str:
        from utils.curate.comparison.told import told

        return told(self)

    def changelog(self, *, day: str = "") -> str:
        """Give the entry for `CHANGELOG.md`, dated today unless a day is given."""
        from utils.curate.comparison.changelog import entry

        return entry(self, day)

    def record(self) -> dict[str, object]:
        """Give all as plain data, ready for JSON; the shape stays as it is.

        `old` and `new` have `folder` and `version`. `tables` has, for each table,
        `added` and `withdrawn` (keys; two ids have a plus between) and `changed`:
        by key, a list of `column`, `old` and `new`. `claims` has two numbers.
        """
        return {
            "old": {"folder": self.old, "version": self.old_version},
            "new": {"folder": self.new, "version": self.new_version},
            "tables": {name: asdict(changes) for name, changes in self.tables.items()},
            "claims": {
                "added": self.n_claims_added,
                "withdrawn": self.n_claims_withdrawn,
            },
        }


def diff(
    old: str | Path, new: str | Path, *, tell: Callable[[str], object] | None = None
) -> Difference:
    """Say what has changed from one version of a case to another.

    `old` and `new` are folders, or names of cases of the project. Rows are told
    apart by their keys, so that their order and that of the columns do not matter.
    `tell` is given a word before each step.

    >>> print(diff("azerbaijan-russia", "azerbaijan-russia"))
    Nothing has changed from azerbaijan-russia (1.0.0) to azerbaijan-russia (1.0.0).

    Raises
    ------
    CurateError
        If there is no such folder.
    CaseError
        If a table cannot be read, lacks a column, or has a row without a key of
        its own.
    """
    say = tell or (lambda step: None)
    say("reading the old version")
    before = read_version(old)
    say("reading the new version")
    after = read_version(new)
    say("comparing")
    lost, gained = _claims(before, after)
    return Difference(
        *(before.folder, after.folder, before.number, after.number),
        tables={it: changes(before.tables[it], after.tables[it]) for it in KEYED},
        n_claims_added=gained,
        n_claims_withdrawn=lost,
    )


def changes(old: pd.DataFrame, new: pd.DataFrame) -> Changes:
    """Compare two tables of text whose index is the key.

    >>> old = pd.DataFrame({"date": ["2025", "2025"]}, index=["a", "b"])
    >>> new = pd.DataFrame({"date": ["2026", "2025"]}, index=["b", "c"])
    >>> found = changes(old, new)
    >>> found.added, found.withdrawn, found.changed["b"][0].new
    (('c',), ('a',), '2026')
    """
    both = old.index.intersection(new.index, sort=False)
    return Changes(
        added=tuple(new.index.difference(old.index, sort=False)),
        withdrawn=tuple(old.index.difference(new.index, sort=False)),
        changed=dict(_changed(old.loc[both], new.loc[both, old.columns])),
    )


def _changed(
    old: pd.DataFrame, new: pd.DataFrame
) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    differs = (old != new).any(axis=1)
    pairs = zip(
        old.index[differs],
        old[differs].itertuples(index=False),
        new[differs].itertuples(index=False),
        strict=True,
    )
    for key, before, after in pairs:
        cells = zip(old.columns, before, after, strict=True)
        yield key, tuple(Cell(*cell) for cell in cells if cell[1] != cell[2])


def _claims(old: Version, new: Version) -> tuple[int, int]:
    """Count the claims that are gone and those that came, by their whole rows."""
    before, after = (
        Counter(version.claims.itertuples(index=False, name=None))
        for version in (old, new)
    )
    return (before - after).total(), (after - before).total()
