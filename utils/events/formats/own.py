"""The suite's own files of events: each row as `canonical` gives it, as text."""

from dataclasses import replace

import narwhals as nw

from utils.events.formats.expressions import text, whole
from utils.events.formats.format import CODED, EVENT, Format

COLUMNS = ("format", *EVENT, *CODED, "n", "left_out")
"""The columns of an own file, in their order; `n` are figures, all else is text.

`format` names the format that the rows came in, in every row the same.
"""


def as_written(lines: nw.LazyFrame, base: Format) -> nw.LazyFrame:
    """Give what an own file has of lines that `canonical` made."""
    return lines.select(nw.lit(base.name).alias("format"), *COLUMNS[1:])


def own(base: Format, *, parquet: bool) -> Format:
    """Give the format of own files, CSV or Parquet, of rows that came in another.

    The rows are as they were read: told twice, repeated and left out, with the
    reason, so that they count as those of the first file did.
    """
    return replace(
        base,
        title=f"{base.title}, converted",
        columns=COLUMNS,
        event={name: text(name) for name in (*EVENT, *CODED, "left_out")},
        n=whole("n"),
        separator=",",
        header=True,
        quoted=True,
        parquet=parquet,
        prepared=(),
        refused={},
        translated={},
        sides=None,
        shapes={},
        needed=COLUMNS,
        optional=(),
        also_called={},
    )
