"""The acts of two directions, laid out over the days of a period."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.draws import drawn_days
from utils.measures.spread import Spread, spread
from utils.multiplicity import counted

_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, eq=False)
class Windows:
    """The days on which each act of two directions may have begun.

    `lane` is 0 for an act of the first direction and 1 for one of the second.
    `n_days` are the days of the period, the first of which is `before` days after
    the first day of `cells`; what may lie outside the period is not counted.
    """

    actions: pd.DataFrame
    cells: Spread
    lane: np.ndarray
    before: int
    n_days: int

    @property
    def certain(self) -> bool:
        """Whether the day of every act is known."""
        return bool((self.cells.lasts == 1).all())

    def expected(self, amount: np.ndarray) -> np.ndarray:
        """Add up an amount of each act by direction (row) and day (column)."""
        daily = self.cells.total(amount, self.lane, 2)
        return daily[:, self.before : self.before + self.n_days]

    def drawn(self, draws: int, *, seed: int = 0) -> np.ndarray:
        """Draw a day for each act, and count: draws by directions by days.

        See `measures.draw_dates` for how.
        """
        first = self.cells.first + self.before * _DAY
        days = drawn_days(self.actions, draws=draws, seed=seed)
        return np.stack([self._counted(day) for day in (days - first) // _DAY])

    def _counted(self, day: np.ndarray) -> np.ndarray:
        inside = (day >= 0) & (day < self.n_days)
        cell = (self.lane * self.n_days + day)[inside]
        n = self.cells.n
        acts = None if n is None else n[inside]
        counts = counted(cell, 2 * self.n_days, acts)
        return counts.reshape(2, self.n_days).astype(float)


def windows(
    actions: pd.DataFrame,
    directions: tuple[str, str],
    *,
    since: str = "",
    until: str = "",
) -> Windows:
    """Lay out the acts of two directions over the days from `since` to `until`.

    Needs `earliest`, `latest` and `direction`. Without `since` the period begins
    with the first act of the two directions, without `until` it ends with the
    last one.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-30", "2025-07-01"]),
    ...     "latest": pd.to_datetime(["2025-07-01", "2025-07-01"]),
    ...     "direction": ["A>B", "B>A"]})
    >>> two = windows(acts, ("A>B", "B>A"), since="2025-07-01")
    >>> two.expected(np.ones(2)).tolist()
    [[0.5], [1.0]]

    Raises
    ------
    MeasureError
        If an act cannot be placed in time, or there is neither an act nor a
        period.
    """
    name = actions["direction"].astype(str).to_numpy()
    kept = actions[np.isin(name, directions)]
    cells = spread(kept, since=since, until=until)
    lane = (kept["direction"].astype(str).to_numpy() == directions[1]).astype(int)
    first = np.datetime64(since, "D") if since else cells.first
    last = np.datetime64(until, "D") if until else cells.dates[-1]
    before = int((first - cells.first) / _DAY)
    n_days = int((last.astype("datetime64[D]") - first) / _DAY) + 1
    return Windows(kept, cells, lane, before, n_days)


def two_directions(
    actions: pd.DataFrame, first: str = "", second: str = ""
) -> tuple[str, str]:
    """Name the two directions to compare.

    Needs `direction`. Where only `first` is given, `second` is its mirror; where
    none is, the table must hold acts of two directions and no more.

    >>> two_directions(pd.DataFrame({"direction": ["B>A", "A>B"]}))
    ('A>B', 'B>A')
    >>> two_directions(pd.DataFrame({"direction": ["C>A"]}), "A>B")
    ('A>B', 'B>A')

    Raises
    ------
    MeasureError
        If the column is missing, or it is not clear which two are meant.
    """
    if "direction" not in actions:
        raise MeasureError(
            "Action and reaction need the column direction; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    if first and str(first).count(">") == 1:
        second = second or ">".join(reversed(first.split(">")))
    found = sorted(actions["direction"].dropna().astype(str).unique())
    names = (first, second) if first and second else tuple(found)
    if len(set(names)) != 2:
        raise MeasureError(
            f"Two directions are compared; this table has {len(found)}: "
            f'{", ".join(found)}. Give first= and second=, as in first="AZE>RUS".'
        )
    return names[0], names[1]
