"""Which act replies to which, and how: the links that a table of acts holds."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.spread import windows
from utils.multiplicity import single_acts

KINDS = ("answer", "follow-up", "third party")
_NEEDS = "action_id in_response_to earliest latest actor_country target_country"


@dataclass(frozen=True, eq=False)
class Links:
    """One entry for each trigger and reply, as positions in the table of acts.

    `kind` is the position in `KINDS`. `begins` and `ends` are the first and last
    day on which each act of the table may lie, counted from 1970, and `side` the
    country that acts. `missing` are pairs of reply and trigger where the trigger
    is not in the table.
    """

    trigger: np.ndarray
    reply: np.ndarray
    kind: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    side: np.ndarray
    missing: tuple[tuple[str, str], ...] = ()


def links(actions: pd.DataFrame) -> Links:
    """Read the links of a table of acts, in the order of the replies.

    Raises
    ------
    MeasureError
        If a column is missing, an id is there twice or an act replies to itself,
        an act has no day, or a reply was over before its trigger began.
    """
    _check_columns(actions)
    ids = pd.Index(actions["action_id"].astype(str))
    _check_ids(ids)
    listed = _listed(actions)
    trigger, reply = ids.get_indexer(listed), listed.index.to_numpy()
    there = trigger >= 0
    missing = zip(ids[reply[~there]], listed[~there], strict=True)
    trigger, reply = trigger[there], reply[there]
    begins, ends = _days(actions)
    side, other = (_countries(actions[f"{end}_country"]) for end in ("actor", "target"))
    _check_pairs(ids, (trigger, reply), (begins, ends))
    kind = _kinds(trigger, reply, side=side, other=other)
    return Links(trigger, reply, kind, begins, ends, side, tuple(missing))


def missing_triggers(actions: pd.DataFrame) -> pd.DataFrame:
    """Name the replies whose trigger is not in the table, as a selection may cut it.

    Needs what `reply_pairs` needs; gives `reply_id` and `trigger_id`, one row
    for each such pair.

    >>> day = pd.to_datetime(["2025-01-02"])
    >>> acts = pd.DataFrame({"action_id": ["b"], "in_response_to": ["a"],
    ...     "earliest": day, "latest": day,
    ...     "actor_country": "B", "target_country": "A"})
    >>> missing_triggers(acts).values.tolist()
    [['b', 'a']]

    Raises
    ------
    MeasureError
        If `reply_pairs` would.
    """
    return pd.DataFrame(
        list(links(actions).missing), columns=["reply_id", "trigger_id"], dtype=str
    )


def observed(actions: pd.DataFrame, until: str) -> tuple[pd.DataFrame, np.datetime64]:
    """Keep what was seen by the end of observation, and give that day.

    Acts that began later are left out; one that may have begun later is taken to
    have begun by then. Without `until`, observation ends with the latest act.

    Raises
    ------
    MeasureError
        If a column is missing, there is no act, or `until` is no ISO day.
    """
    _check_columns(actions)
    begins, ends = windows(actions)
    if not len(actions):
        raise MeasureError(
            "There is no act to wait for a reply to; widen the selection."
        )
    end = _end(until) if until else ends.max()
    seen = actions[begins <= end]
    if not len(seen):
        raise MeasureError(f"No act began by {until}, when observation ends.")
    latest = np.minimum(ends[begins <= end], end).astype("datetime64[us]")
    return seen.assign(latest=latest), end


def _end(until: str) -> np.datetime64:
    try:
        return np.datetime64(date.fromisoformat(until), "D")
    except (TypeError, ValueError):
        raise MeasureError(f"{until!r} is not an ISO day; write 2025-06-29.") from None


def _check_columns(actions: pd.DataFrame) -> None:
    single_acts(actions, "Which act answers which")
    if missing := [name for name in _NEEDS.split() if name not in actions]:
        raise MeasureError(
            f"Replies need the column{'s' * (len(missing) > 1)} {', '.join(missing)}; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )


def _check_ids(ids: pd.Index) -> None:
    if len(twice := ids[ids.duplicated()]):
        raise MeasureError(
            f"The act {twice[0]} is there more than once, so that no reply to it can "
            "be told; drop the copies."
        )


def _listed(actions: pd.DataFrame) -> pd.Series:
    """Give the ids that each act names as its triggers, by position of the act."""
    text = actions["in_response_to"].reset_index(drop=True).astype(object).fillna("")
    named = text[(text != "").to_numpy()].astype(str).str.split(";").explode()
    named = named.str.strip()
    pairs = pd.DataFrame({"reply": named.index, "trigger": named.to_numpy()})
    pairs = pairs[pairs["trigger"] != ""].drop_duplicates()
    return pairs.set_index("reply")["trigger"]


def _days(actions: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    begins, ends = windows(actions)
    return begins.astype(np.int64), ends.astype(np.int64)


def _countries(column: pd.Series) -> np.ndarray:
    return column.astype(object).fillna("").to_numpy(dtype=object)


def _check_pairs(
    ids: pd.Index,
    pairs: tuple[np.ndarray, np.ndarray],
    days: tuple[np.ndarray, np.ndarray],
) -> None:
    (trigger, reply), (begins, ends) = pairs, days
    if (itself := trigger == reply).any():
        raise MeasureError(
            f"The act {ids[reply[itself.argmax()]]} is listed as a reply to itself; "
            "name the act that it replies to."
        )
    if (early := ends[reply] < begins[trigger]).any():
        one, other = ids[reply[early.argmax()]], ids[trigger[early.argmax()]]
        raise MeasureError(
            f"{one} was over before {other}, to which it is a reply, can have begun "
            f"({int(early.sum())} such pairs in all); mend the dates."
        )


def _kinds(
    trigger: np.ndarray, reply: np.ndarray, *, side: np.ndarray, other: np.ndarray
) -> np.ndarray:
    """Tell answers (0) and follow-ups (1) from replies of any other sort (2)."""
    known = side[reply] != ""
    own = known & (side[reply] == side[trigger])
    back = known & (side[reply] == other[trigger]) & (other[reply] == side[trigger])
    return np.where(own, 1, np.where(back, 0, 2)).astype(np.int64)
