"""Something to be looked at once more, which is no fault."""

from dataclasses import dataclass

import pandas as pd

from utils.errors import Fault
from utils.tables.reading import Sheet
from utils.tables.schema import KEYS


@dataclass(frozen=True)
class Notice(Fault):
    """A warning: its kind and the key of its row, beside what a fault says.

    >>> notice = Notice("actions.csv", 2, "summary", "regime", "judges", "write it",
    ...     kind="neutrality", key="a1")
    >>> print(notice)
    actions.csv, line 2, summary: 'regime' judges; write it.
    """

    kind: str = ""
    key: str = ""


def keyed(sheet: Sheet, table: str) -> pd.DataFrame:
    """Give the rows with `line`, and with `key`, the id or ids of each as one text."""
    rows = sheet.rows.rename_axis("line").reset_index()
    return rows.assign(key=joined(rows, table))


def joined(rows: pd.DataFrame, table: str) -> pd.Series:
    """Give the id or ids of each row as one text, with a plus between.

    >>> joined(pd.DataFrame({"action_id": ["a"], "source_id": ["s"]}), "evidence")[0]
    'a+s'
    """
    first, *others = KEYS[table]
    key = rows[first]
    for column in others:
        key = key + "+" + rows[column]
    return key
