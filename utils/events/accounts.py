"""What became of each row of the files, counted by an engine."""

from functools import cached_property
from typing import TYPE_CHECKING

import narwhals as nw
import pandas as pd

from utils.events.canonical import REASONS
from utils.events.choosing import alike
from utils.events.engines.lines import checked
from utils.events.formats.format import Format
from utils.events.once import with_mirrored, without_repeats

if TYPE_CHECKING:
    from utils.events.events import Events

LAGS = {"a year": 365, "a month": 28, "a week": 7}
"""How long before a record was made the day may lie that it names."""

_BY = ("left_out", "code", "form", "tone", "quad", "quad_given")


class Accounts:
    """Counts of rows and events, each asked of the engine once, when needed.

    The selection plays no part: it is the whole of the files that is counted.
    """

    def __init__(self, events: "Events") -> None:
        self._events = events

    @cached_property
    def groups(self) -> pd.DataFrame:
        """Rows that could be read: `rows` and `n` by reason, code and quad class."""
        counts = [nw.len().alias("rows"), nw.col("n").sum()]
        found = self._events.every_line.group_by(*_BY).agg(*counts)
        found = found.with_columns(nw.col("rows", "n").cast(nw.Int64))
        groups = self._events.engine.collected(found).sort_values([*_BY])
        return groups.reset_index(drop=True)

    @cached_property
    def days(self) -> pd.DataFrame:
        """The rows that are kept: `rows`, `until` and `late_days` by day and record.

        `late_days` is missing where the file does not say when a record was made.
        """
        days = ["earliest", "published"]
        lines = self._events.every_line.filter(nw.col("left_out") == "")
        counts = [nw.len().alias("rows"), nw.col("latest").max().alias("until")]
        found = lines.group_by(*days).agg(*counts)
        found = found.with_columns(nw.col("rows").cast(nw.Int64))
        table = self._events.engine.collected(found)
        day, record = (
            table[it].replace("", None).astype("datetime64[us]") for it in days
        )
        return table.assign(late_days=(record - day).dt.days)

    @cached_property
    def kept(self) -> pd.DataFrame:
        """Those of `groups` that are not left out."""
        return self.groups[self.groups["left_out"] == ""]

    @cached_property
    def unparsable(self) -> pd.DataFrame:
        """The `file`, `line` and `problem` of each line that is no row."""
        parts = self._events.parts
        found = [self._events.engine.unparsable(*part) for part in parts]
        return self._named(pd.concat(found, ignore_index=True))

    @cached_property
    def stray_headers(self) -> pd.DataFrame:
        """The `file` and `line` of each header in the middle of a file."""
        parts = self._events.parts if self.left_out["stray header"] else []
        found = [
            (str(file), line.number)
            for files, form in parts
            for file in files
            for line in checked(file, form)
            if line.cells and _is_header(line.cells, form)
        ]
        return self._named(pd.DataFrame(found, columns=["file", "line"]))

    def _named(self, lines: pd.DataFrame) -> pd.DataFrame:
        shown = {str(file.path): file.shown for file in self._events.sources}
        return lines.assign(file=[shown.get(file, file) for file in lines["file"]])

    @cached_property
    def left_out(self) -> dict[str, int]:
        """The number of rows left out for each reason, in the order of `REASONS`."""
        rows = self.groups.groupby("left_out")["rows"].sum()
        return {reason: int(rows.get(reason, 0)) for reason in REASONS}

    @cached_property
    def told(self) -> dict[str, int]:
        """Rows `grouped` with their like, `mirrored` ones, `kept` ones and `n`."""
        form, rows = self._events.format, int(self.kept["rows"].sum())
        if not (form.repeats or form.mirrors or form.mutual):
            n = int(self.kept["n"].sum())
            return {"grouped": 0, "mirrored": 0, "kept": rows, "n": n}
        lines = self._events.every_line.filter(nw.col("left_out") == "")
        each = with_mirrored(alike(without_repeats(lines, form), form, ()), form)
        sums = [nw.col(name).sum() for name in ("n", "n_records")]
        found = self._events.engine.collected(each.group_by("mirrored").agg(*sums))
        by = found.set_index("mirrored").reindex([0, 1]).fillna(0).astype("int64")
        records = int(by["n_records"].sum())
        mirrored = int(by["n_records"].loc[1])
        return {
            "grouped": rows - records,
            "mirrored": mirrored,
            "kept": records - mirrored,
            "n": int(by["n"].loc[0]),
        }

    @cached_property
    def n_shared_ids(self) -> int:
        """The number of ids that several records have which are not the same."""
        lines = self._events.every_line.filter(nw.col("left_out") == "")
        records = without_repeats(lines, self._events.format)
        named = records.filter(nw.col("event_id") != "")
        counted = named.group_by("event_id").agg(nw.len().alias("n_records"))
        several = counted.filter(nw.col("n_records") > 1).select(nw.len().alias("n"))
        return int(self._events.engine.collected(several)["n"].iloc[0])


def _is_header(cells: list[str], form: Format) -> bool:
    name = form.header_column
    return cells[form.columns.index(name)].lower() == name.lower()
