"""What was read of files of events, what was not, and why."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from utils.errors import EventsError
from utils.events.accounts import LAGS, Accounts
from utils.events.canonical import REASONS
from utils.events.daily import key_of
from utils.events.ontology import shelf
from utils.scale import Scale
from utils.told import Told

if TYPE_CHECKING:
    from utils.events.events import Events

FIRST = 5
"""So many lines, files and codes are named in the sentences; the frames have all."""
WHOLE_BYTES = 1 << 30
"""Of a larger file, only the beginning is hashed, and the report says so."""


@dataclass(frozen=True, eq=False, repr=False)
class Report(Told):
    """What became of every row of the files; counted when it is first asked for.

    `frame()` has the rows by what became of them, which add up; `unparsable` the
    lines that are no rows, `files` where it all came from, `coverage()` which codes
    a scale weighs.
    """

    events: "Events"

    def __str__(self) -> str:
        from utils.events.report_said import sentences

        return "\n".join(sentences(self))

    def __repr__(self) -> str:
        return str(self)

    @cached_property
    def accounts(self) -> Accounts:
        """The counts."""
        return Accounts(self.events)

    def frame(self) -> pd.DataFrame:
        """Give `what`, `why` and `rows`: what became of the rows, which add up.

        The first row is the sum of all others.
        """
        told, lines = self.accounts.told, len(self.unparsable)
        parts = [
            ("kept", "an event, or several where the format says so", told["kept"]),
            ("grouped", "the same record stands there again", told["grouped"]),
            ("mirrored", "told from the other side as well", told["mirrored"]),
            *(
                ("left out", f"{reason}: {REASONS[reason]}", rows)
                for reason, rows in self.accounts.left_out.items()
            ),
            ("unparsable", "the line is no row", lines),
        ]
        rows = sum(number for _, _, number in parts)
        whole = [("read", "every line but the headers and blank ones", rows), *parts]
        return pd.DataFrame(whole, columns=["what", "why", "rows"])

    @property
    def unparsable(self) -> pd.DataFrame:
        """The `file`, `line` and `problem` of each line that is no row."""
        return self.accounts.unparsable

    @property
    def stray_headers(self) -> pd.DataFrame:
        """The `file` and `line` of each header in the middle of a file."""
        return self.accounts.stray_headers

    @property
    def n_events(self) -> int:
        """The number of events that are kept, each counted once."""
        return self.accounts.told["n"]

    @property
    def period(self) -> tuple[str, str]:
        """The first and the last day of the rows that are kept, or two empty texts."""
        days = self.accounts.days
        return ("", "") if days.empty else (days["earliest"].min(), days["until"].max())

    @property
    def late(self) -> dict[str, int]:
        """How many kept rows name a day so long, or longer, before their record."""
        days = self.accounts.days
        return {
            lag: int(days.loc[days["late_days"] >= least, "rows"].sum())
            for lag, least in LAGS.items()
        }

    @property
    def quads(self) -> pd.DataFrame:
        """Rows by `quad`, which follows from the code, and `quad_given` in the file."""
        kept = self.accounts.kept
        kept = kept[kept["quad_given"] != ""]
        return kept.groupby(["quad", "quad_given"], as_index=False)["rows"].sum()

    def coverage(self, scale: Scale | None = None) -> pd.DataFrame:
        """Give `code`, `n` and `weight` by a scale; without one, the format's own.

        A weight is missing where the scale has none. Events told twice are counted
        each time.

        Raises
        ------
        EventsError
            If no scale is given and the format has none.
        """
        scale = scale or self.scale
        if scale is None:
            raise EventsError(f"{self.events.format.title} has no scale; give one.")
        keys = ["code"] if key_of(scale) == "code" else ["code", key_of(scale)]
        found = self.accounts.kept.groupby(keys, as_index=False)["n"].sum()
        weight = found[key_of(scale)].map(dict(scale.weights)).astype("float64")
        return found.assign(weight=weight)

    @cached_property
    def scale(self) -> Scale | None:
        """The scale that belongs to the format, if there is one."""
        form = self.events.format
        return shelf(form.ontology).scales().get(form.scale) if form.scale else None

    @cached_property
    def files(self) -> pd.DataFrame:
        """The files given: `file`, `bytes`, `sha256`, and `hashed_bytes` of them."""
        names = ["file", "bytes", "sha256", "hashed_bytes"]
        given = dict.fromkeys(source.origin for source in self.events.sources)
        rows = []
        for path in given or dict.fromkeys(self.events.files):
            size = path.stat().st_size
            hashed = size if size <= WHOLE_BYTES else 1 << 20
            rows.append((str(path), size, _sha256(path, hashed), hashed))
        return pd.DataFrame(rows, columns=names)


def _sha256(path: Path, n_bytes: int) -> str:
    whole = sha256()
    with path.open("rb") as file:
        while chunk := file.read(min(n_bytes, 1 << 20)):
            whole.update(chunk)
            n_bytes -= len(chunk)
    return whole.hexdigest()
