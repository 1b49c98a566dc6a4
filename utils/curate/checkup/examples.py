"""Example rows of a new case that are still there."""

from collections.abc import Iterator

from utils.curate.checkup.notice import Notice, keyed
from utils.curate.making.rows import EXAMPLE
from utils.tables.loading import Reading

KIND = "example"
COLUMNS = {
    "actions": "summary",
    "sources": "title",
    "evidence": "note",
    "landmarks": "note",
}


def examples(case: Reading) -> Iterator[Notice]:
    """Give a notice for each row that is marked to be deleted."""
    for table, column in COLUMNS.items():
        rows = keyed(case.sheets[table], table)
        left = rows[rows[column].str.startswith(EXAMPLE)]
        for line, key in left[["line", "key"]].itertuples(index=False):
            problem = "is an example"
            remedy = "delete the row, and those that name it"
            place = (f"{table}.csv", line, column, "")
            yield Notice(*place, problem, remedy, kind=KIND, key=key)
