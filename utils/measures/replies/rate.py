"""The share of acts that the other side answered within some days."""

from collections.abc import Sequence
from numbers import Integral

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.estimate import share
from utils.measures.lanes import lanes
from utils.measures.replies.links import KINDS, Links, links, observed
from utils.measures.replies.waits import waits

_ORDER = "n n_too_late n_answered n_expected n_possibly n_followed_up n_third_party"


def reply_rate(
    actions: pd.DataFrame,
    within_days: int = 7,
    *,
    by: Sequence[str] = ("direction",),
    until: str = "",
) -> pd.DataFrame:
    """Give the share of acts that the other side answered within some days.

    An act counts as answered when at least one answer (see `reply_pairs`) came
    within `within_days` days after it; same-day answers have a delay of 0. Only
    acts with that many days left until the end of observation count in `n`; the
    others are `n_too_late`. Observation ends with `until`, or with the latest act;
    acts after it are left out, and windows are cut there. Acts that have no other
    side, because both ends are in one country or a country is not known, are left
    out. `n_followed_up` and `n_third_party` are acts with a reply of that kind,
    certainly within those days; an act may be in all three.

    Where days are uncertain, `n_answered` acts were certainly answered in time
    and `n_possibly` may have been, these included; `n_expected` lies between, each
    act with its chance (all pairs of days on which no reply comes first are taken
    as equally likely). `share` is `n_expected / n`. `low` is the lower end of the
    exact 95 % interval (Clopper and Pearson 1934, see `estimate.share`) of
    `n_answered` and `high` the upper end of that of `n_possibly`, so that both
    doubts are in it; with known days it is the exact interval itself. It takes
    acts as independent, which acts of one quarrel hardly are: read it as the
    least doubt there is. Where `n` is 0 there is no share (NaN), and the interval
    is 0 to 1.

    Give the acts of both directions and of all types: a selection that leaves
    out the answers makes acts look unanswered. `by` then parts the acts answered,
    as in `by=["direction", "type"]`. Links are filled only where a source makes
    them, so the share is one of recorded answers.

    Needs what `reply_pairs` needs, and the columns of `by`. Gives these columns,
    `within_days`, and the columns named above.

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-03"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b"], "in_response_to": ["", "a"],
    ...     "earliest": day, "latest": day, "direction": ["A>B", "B>A"],
    ...     "actor_country": ["A", "B"], "target_country": ["B", "A"]})
    >>> rate = reply_rate(acts, within_days=2, until="2025-01-31")
    >>> rate[["direction", "n", "n_answered", "share"]].values.tolist()
    [['A>B', 1, 1, 1.0], ['B>A', 1, 0, 0.0]]

    Raises
    ------
    MeasureError
        If `reply_pairs` would, `within_days` is no whole number of days from zero
        on, `until` is no ISO day, or no act has so many days of observation left.
    """
    _check(within_days)
    seen, end = observed(actions, until)
    found = links(seen)
    group, groups = lanes(seen, by)
    facing = two_sided(seen)
    enough_left = found.ends + within_days <= end.astype(np.int64)
    if not (counts := facing & enough_left).any():
        raise MeasureError(
            f"No act between two sides has {within_days} days left until observation "
            f"ends on {end}; take fewer days, or a later until."
        )
    table = _counted(found, within_days).assign(n=1.0)
    table = table[counts].groupby(group[counts]).sum()
    late = np.bincount(group[facing & ~enough_left], minlength=len(groups))
    table = table.reindex(range(len(groups)), fill_value=0).assign(n_too_late=late)
    table = table[(table["n"] + table["n_too_late"]) > 0]
    shares = _shares(table)
    front = groups.loc[table.index].assign(within_days=within_days)
    return front.join(shares).reset_index(drop=True)


def two_sided(actions: pd.DataFrame) -> np.ndarray:
    """Say of each act whether it goes from one country to another."""
    ends = (actions[f"{end}_country"].astype(object) for end in ("actor", "target"))
    side, other = (end.fillna("").to_numpy(dtype=object) for end in ends)
    return np.asarray((side != "") & (other != "") & (side != other))


def _counted(found: Links, within_days: int) -> pd.DataFrame:
    """Say of each act what came within the days, by one or by its chance."""
    answers, follow_ups, others = (waits(found, kind) for kind in range(len(KINDS)))
    n = len(found.begins)
    soon = {
        "n_answered": (answers.act, answers.most <= within_days),
        "n_expected": (answers.act, answers.within(within_days)),
        "n_possibly": (answers.act, answers.least <= within_days),
        "n_followed_up": (follow_ups.act, follow_ups.most <= within_days),
        "n_third_party": (others.act, others.most <= within_days),
    }
    return pd.DataFrame(
        {name: np.bincount(act, hit, n) for name, (act, hit) in soon.items()}
    )


def _shares(table: pd.DataFrame) -> pd.DataFrame:
    whole = [name for name in table if name != "n_expected"]
    table = table.astype(dict.fromkeys(whole, np.int64))
    rows = zip(table["n"], table["n_answered"], table["n_possibly"], strict=True)
    ends = np.array([_ends(*row) for row in rows]).reshape(-1, 2)
    n = table["n"].where(table["n"] > 0)
    return table[_ORDER.split()].assign(
        share=table["n_expected"] / n, low=ends[:, 0], high=ends[:, 1]
    )


def _ends(n: int, certain: int, possible: int) -> tuple[float, float]:
    if not n:
        return 0.0, 1.0
    of = "acts answered"
    return share(certain, n, of=of).low, share(possible, n, of=of).high


def _check(within_days: int) -> None:
    whole = isinstance(within_days, Integral) and not isinstance(within_days, bool)
    if not (whole and within_days >= 0):
        raise MeasureError(
            f"within_days is a whole number of days from 0 on, not {within_days!r}."
        )
