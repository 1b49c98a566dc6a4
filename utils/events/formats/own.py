"""The suite's own files of events: each row as `canonical` gives it, as text."""

from dataclasses import replace

import narwhals as nw

from utils.events.formats.expressions import text, whole
from utils.events.formats.format import CODED, EVENT, Format

COLUMNS = ("format", *EVENT, *CODED, "n", "left_out")
"""The columns of an own file, in their order; `n` are figures, all else is text.

`format` names the format that the rows came in, in every row the same.
"""


MARK, MARK_VERSION = "demarche-events", "1"
"""The key under which a Parquet file says that it is finished, and how it is meant."""


def finished_mark(base: Format) -> str:
    """Give what stands under `MARK` in a file that `convert` wrote.

    >>> from utils.events.formats.gdelt import GDELT_2
    >>> finished_mark(GDELT_2)
    '1 gdelt-2'
    """
    return f"{MARK_VERSION} {base.name}"


def as_written(lines: nw.LazyFrame, base: Format) -> nw.LazyFrame:
    """Give what an own file has of lines that `canonical` made; no cell is missing."""
    texts = [text(name).alias(name) for name in (*EVENT, *CODED)]
    return lines.select(
        nw.lit(base.name).alias("format"), *texts, "n", text("left_out")
    )


def own(base: Format, *, parquet: bool, finished: bool = False) -> Format:
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
        finished=finished,
        prepared=(),
        refused={},
        translated={},
        sides=None,
        shapes={},
        needed=COLUMNS,
        optional=(),
        also_called={},
    )
