"""How long acts wait for their first answer, with unanswered ones as censored."""

from dataclasses import dataclass
from numbers import Integral

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.estimate import Estimate
from utils.measures.lanes import lanes
from utils.measures.replies.kaplan_meier import kaplan_meier, median
from utils.measures.replies.links import links, observed
from utils.measures.replies.rate import two_sided
from utils.measures.replies.waits import ragged, waits
from utils.told import Told

MOST_DAYS = 36_600


@dataclass(frozen=True, eq=False)
class Delays(Told):
    """The share of acts answered by day, and the median delay of each group.

    `table` has one row for each group and day; `medians` has an `Estimate` for
    each group, infinite where fewer than half of the acts are answered.
    """

    table: pd.DataFrame
    medians: dict[str, Estimate]

    def __str__(self) -> str:
        return " ".join(map(str, self.medians.values()))


def delays(
    actions: pd.DataFrame,
    *,
    by: str = "direction",
    until: str = "",
    horizon_days: int = 90,
) -> Delays:
    """Give the share of acts answered so many days after the act.

    The curve is one minus the estimate of Kaplan and Meier ("Nonparametric
    Estimation from Incomplete Observations", Journal of the American Statistical
    Association 53, 1958): an act without an answer (see `reply_pairs`) is watched
    until observation ends and then drops out; it does not count as never
    answered. Most acts are never answered, so the curve levels off below one, and
    its median is often not reached. An answer of the same day is at day 0.

    `low` and `high` bound the 95 % interval at that one day (not of the whole
    curve): Greenwood's variance on the scale of log(-log S), as in Kalbfleisch and
    Prentice, "The Statistical Analysis of Failure Time Data", 1980. Before the
    first answer, where this has no width, `high` is the exact bound at the number
    at risk; once all are answered, `high` is 1 and `low` the larger of the exact
    bound and the last `low`. The median is the first day by which half are
    answered, and its interval holds the days on which the interval of the curve
    holds one half (Brookmeyer and Crowley, Biometrics 38, 1982). Acts are taken as
    independent, and watched acts as like those no longer watched.

    An uncertain delay counts on each day that is possible with its chance, and so
    does the end of the watch over an act of uncertain date: `n_at_risk` and
    `n_answered` are then expected numbers. `share_shortest` and `share_longest`
    are the curves if each of them were as short, or as long, as it can be; they
    need not enclose the curve.

    Needs what `reply_pairs` needs, and the column `by`. Acts after `until` (by
    default the latest act) and acts without another side are left out, and
    windows are cut at `until`. `table` has the column `by`, `day` (from 0 to
    `horizon_days`, or to the last day on which an act is still watched),
    `share_answered`, `low`, `high`, `share_shortest`, `share_longest`, `n_acts`,
    `n_at_risk` (just before the answers of that day), `n_answered` and
    `n_censored` (on that day).

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-03"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b"], "in_response_to": ["", "a"],
    ...     "earliest": day, "latest": day, "direction": ["A>B", "B>A"],
    ...     "actor_country": ["A", "B"], "target_country": ["B", "A"]})
    >>> delays(acts, until="2025-01-31").table.query("direction == 'A>B'")[
    ...     ["day", "share_answered"]].values.tolist()
    [[0.0, 0.0], [1.0, 0.0], [2.0, 1.0]]

    Raises
    ------
    MeasureError
        If `reply_pairs` would, `until` is no ISO day, the horizon is no number of
        days from one to 36,600, or no act goes from one country to another.
    """
    _check(horizon_days)
    seen, end = observed(actions, until)
    if not (facing := two_sided(seen)).any():
        raise MeasureError(
            "No act goes from one country to another; widen the selection."
        )
    watched = _watched(seen, int(end.astype(np.int64)))
    group, groups = lanes(seen, [by])
    parts, medians = [], {}
    for number in np.unique(group[facing]):
        name = str(groups[by].iloc[number])
        curve = _curve(watched, facing & (group == number))
        parts.append(curve.head(horizon_days + 1).assign(**{by: number}))
        medians[name] = median(curve, name)
    table = pd.concat(parts, ignore_index=True)
    table[by] = groups[by].iloc[table[by]].reset_index(drop=True)
    return Delays(table[[by, *(c for c in table if c != by)]], medians)


@dataclass(frozen=True, eq=False)
class _Watched:
    """Days to the first answer, or of watching; a value for each act, and cells."""

    answered: np.ndarray
    least: np.ndarray
    most: np.ndarray
    row: np.ndarray
    days: np.ndarray
    chance: np.ndarray


def _watched(seen: pd.DataFrame, end: int) -> _Watched:
    found = links(seen)
    first = waits(found, 0)
    answered = np.zeros(len(seen), dtype=bool)
    answered[first.act] = True
    least, most = end - found.ends, end - found.begins
    least[first.act], most[first.act] = first.least, first.most
    alone = np.flatnonzero(~answered)
    lasts = (most - least + 1)[alone]
    row, days = ragged(least[alone], lasts)
    return _Watched(
        answered=answered,
        least=least,
        most=most,
        row=np.concatenate([first.act[first.row], alone[row]]),
        days=np.concatenate([first.days, days]),
        chance=np.concatenate([first.chance, (1 / lasts)[row]]),
    )


def _curve(watched: _Watched, chosen: np.ndarray) -> pd.DataFrame:
    """Give the curve of some acts, for each day until none is watched any more."""
    cells = chosen[watched.row]
    days, chance = watched.days[cells], watched.chance[cells]
    answered = watched.answered[watched.row[cells]]
    table = kaplan_meier(days, answered, chance).assign(n_acts=int(chosen.sum()))
    for name, ends in (("shortest", watched.least), ("longest", watched.most)):
        other = kaplan_meier(
            ends[chosen], watched.answered[chosen], np.ones(int(chosen.sum()))
        )["share_answered"]
        table[f"share_{name}"] = other.reindex(table.index).ffill()
    order = "day share_answered low high share_shortest share_longest n_acts"
    return table[[*order.split(), "n_at_risk", "n_answered", "n_censored"]]


def _check(horizon_days: int) -> None:
    whole = isinstance(horizon_days, Integral) and not isinstance(horizon_days, bool)
    if not (whole and 1 <= horizon_days <= MOST_DAYS):
        raise MeasureError(
            f"horizon_days is a whole number of days from 1 to {MOST_DAYS:,}, "
            f"not {horizon_days!r}."
        )
