"""What the machines saw of curated acts, and what they saw beside."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from utils.errors import EventsError, known
from utils.events.against.kinds import KINDS, kinds_of_acts, kinds_of_events
from utils.events.against.matching import Matched, dyad, matched
from utils.events.against.said import sentences
from utils.measures.estimate import Estimate, share
from utils.told import Told

WINDOWS = (0, 1, 2, 7)
MOVES = 50
_ACT = ["action_id", "date", "direction", "type", "form", "tone", "cameo", "summary"]
OF = "recorded acts have a coded event of their own"


@dataclass(frozen=True, eq=False)
class Seen(Told):
    """What a file has of curated acts; see `Events.against`.

    `since` and `until` bound the days compared, `n_outside` counts the acts that do
    not certainly lie there, `n_without_kind` those whose code tells no kind.
    """

    title: str
    since: str
    until: str
    window_days: int
    kind: str
    n_outside: int
    n_without_kind: int
    compared: pd.DataFrame
    cells: pd.DataFrame

    def __str__(self) -> str:
        return "\n".join(sentences(self))

    @cached_property
    def acts(self) -> pd.DataFrame:
        """Each act compared, whether it is seen, on which day, and how many are near.

        Gives the columns of the act and `kind`, `n_near` (events of its direction and
        kind within the window), `seen`, `seen_on` and `days_apart`.
        """
        found = self._found
        seen = found.cell >= 0
        days = self.cells["earliest"].reindex(found.cell)
        apart = pd.Series(found.days_apart, self.compared.index, dtype="Int64")
        return self.compared[_ACT].assign(
            kind=kinds_of_acts(self.compared, self.kind),
            n_near=found.n_near,
            seen=seen,
            seen_on=days.to_numpy(),
            days_apart=apart.where(seen),
        )

    @cached_property
    def recall(self) -> Estimate:
        """The share of the acts that are seen, with its exact 95 % interval.

        The interval takes acts as drawn by lot and independent, which acts of one
        quarrel hardly are: it is the least doubt there is.
        """
        return share(int(self.acts["seen"].sum()), len(self.acts), of=OF)

    def by(self, column: str) -> pd.DataFrame:
        """Give the recall for each direction, type, form, tone or kind.

        Gives the column, `n_acts`, `n_seen`, `share`, `low`, `high`.

        Raises
        ------
        EventsError
            If acts have no such column.
        """
        columns = ("direction", "type", "form", "tone", "kind")
        if column not in columns:
            raise EventsError(f"There is no {column!r} here. {known(columns, column)}")
        groups = self.acts.groupby(column, observed=True)["seen"]
        rows = [_row(name, seen) for name, seen in groups]
        return pd.DataFrame(rows, columns=[column, *_ROW])

    @cached_property
    def beside(self) -> pd.DataFrame:
        """Count the coded events of each direction and type, within the days compared.

        `n_counted` stand for an act, `n_alike` are near an act and like it, but it
        has its event already, and `n_beside` are like no act that is near.
        """
        within = self.cells["earliest"].between(self.since, self.until).to_numpy()
        left = self.cells["n"].to_numpy() - self._found.n_counted
        near = self._found.in_reach
        counts = self.cells[["direction", "type", "tone"]].assign(
            n_counted=self._found.n_counted,
            n_alike=np.where(near & within, left, 0),
            n_beside=np.where(~near & within, left, 0),
        )
        sums = counts.groupby(["direction", "type", "tone"], observed=True).sum()
        sums = sums[(sums > 0).any(axis=1)].reset_index()
        order = sums.sort_values("n_beside", ascending=False, kind="stable")
        return order.reset_index(drop=True)

    @cached_property
    def by_chance(self) -> pd.DataFrame:
        """Give the recall that comes about where the acts are moved to other days.

        All acts are moved together by so many days, round the end of the period, for
        up to 50 numbers of days that are more than two windows away from none. Gives
        `moved_days` and `share`; no row where the period is too short.
        """
        days = (pd.Timestamp(self.until) - pd.Timestamp(self.since)).days + 1
        apart = 2 * self.window_days + 1
        moves = np.unique(np.linspace(apart, days - apart, MOVES).astype(int))
        moves = moves if days > 2 * apart else moves[:0]
        shares = [(self._moved(int(by), days).cell >= 0).mean() for by in moves]
        return pd.DataFrame({"moved_days": moves, "share": shares})

    def under_other_choices(self) -> pd.DataFrame:
        """Give the recall for each kind, and for windows of 0, 1, 2 and 7 days.

        A row for each kind, a column for each window, in days.
        """
        kinds = [kind for kind in KINDS if self._comparable(kind)]
        shares = {
            days: [self._share(kind, days) for kind in kinds]
            for days in sorted({*WINDOWS, self.window_days})
        }
        return pd.DataFrame(shares, index=pd.Index(kinds, name="kind"))

    @cached_property
    def _found(self) -> Matched:
        return self._matched(self.compared, self.kind, self.window_days)

    def _matched(self, acts: pd.DataFrame, kind: str, days: int) -> Matched:
        return matched(
            acts.assign(key=_key(acts, kinds_of_acts(acts, kind))),
            self.cells.assign(key=_key(self.cells, kinds_of_events(self.cells, kind))),
            days,
        )

    def _moved(self, by: int, days: int) -> Matched:
        acts, first = self.compared, pd.Timestamp(self.since)
        offset = ((acts["earliest"] - first).dt.days + by) % days
        moved = first + pd.to_timedelta(offset, unit="D")
        shift = moved - acts["earliest"]
        acts = acts.assign(earliest=moved, latest=acts["latest"] + shift)
        return self._matched(acts, self.kind, self.window_days)

    def _share(self, kind: str, days: int) -> float:
        return float((self._matched(self.compared, kind, days).cell >= 0).mean())

    def _comparable(self, kind: str) -> bool:
        return bool(kinds_of_acts(self.compared, kind).ne("").all())


_ROW = ["n_acts", "n_seen", "share", "low", "high"]


def _row(name: Any, seen: pd.Series) -> list[Any]:
    k, n = int(seen.sum()), len(seen)
    it = share(k, n, of=OF)
    return [name, n, k, it.value, it.low, it.high]


def _key(frame: pd.DataFrame, kinds: pd.Series) -> pd.Series:
    return frame["direction"].map(dyad) + " " + kinds.astype("str")
