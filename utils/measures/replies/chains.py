"""Chains: acts that hang together through replies, and who acted last."""

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.replies.links import Links, links

UNDETERMINED = "undetermined"


def chains(actions: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each chain: acts that replies connect, directly or not.

    Since an act may reply to several and be replied to by several, a chain is a
    graph, not a line. `n_acts` counts all its acts. `longest_path` counts the acts
    on its longest path from a trigger to a reply, to a reply to that, and so on:
    two for a pair. `side_changes` counts the steps of that path from one acting
    country to another; of several longest paths it is the one with most changes.
    All kinds of replies (see `reply_pairs`) connect.

    `first_ids` are the acts that may be the earliest, `last_ids` those that may be
    the latest: with uncertain dates, or several acts on one day, more than one.
    An act with a reply in the chain is never the last, one with a trigger in it
    never the first, and windows are narrowed to the days that fit all replies.
    `last_word` is the country that all of `last_ids` have in common, and
    "undetermined" where they have none. It is the last word of the record:
    observation may have ended before the next, and a chain need not be over.
    Triggers outside the table cut a chain; `missing_triggers` names them.

    Needs `action_id`, `in_response_to`, `earliest`, `latest`, `actor_country` and
    `target_country`. Gives `n_acts`, `longest_path`, `side_changes`, `began` and
    `ended` (the earliest and the latest day that any of its acts may lie on, where
    an act comes neither before its triggers nor after its replies),
    `first_ids`, `last_ids` and `action_ids` (by date, joined by semicolons) and
    `last_word`; longest first. Acts without any reply are in no chain.

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-03", "2025-01-04"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b", "c"], "earliest": day,
    ...     "latest": day, "in_response_to": ["", "a", "b"],
    ...     "actor_country": ["A", "B", "A"], "target_country": ["B", "A", "B"]})
    >>> chains(acts)[["longest_path", "side_changes", "last_word"]].values.tolist()
    [[3, 2, 'A']]

    Raises
    ------
    MeasureError
        If `reply_pairs` would, acts reply to one another in a circle, or their dates
        leave no day on which each comes after its triggers.
    """
    found = links(actions)
    ids = actions["action_id"].astype(str).to_numpy(dtype=object)
    order = _in_order(found, ids)
    length, changes = _paths(found, order)
    begins, ends = _narrowed(found, order, ids)
    members = np.unique(np.append(found.trigger, found.reply))
    members = members[np.lexsort((ends[members], begins[members]))]
    columns = {
        "chain": _numbers(found, len(ids)),
        "act_id": ids,
        "side": found.side,
        "length": length,
        "changes": changes,
        "begins": begins,
        "ends": ends,
    }
    acts = pd.DataFrame({name: all_[members] for name, all_ in columns.items()})
    acts["has_trigger"] = np.isin(members, found.reply)
    acts["has_reply"] = np.isin(members, found.trigger)
    return _sorted(_told(acts))


def _told(acts: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each chain."""
    by_chain = acts.groupby("chain")
    longest = acts.sort_values(["length", "changes"]).groupby("chain").last()
    firsts = acts["begins"] <= by_chain["ends"].transform("min")
    lasts = acts["ends"] >= by_chain["begins"].transform("max")
    last = acts[lasts & ~acts["has_reply"]]
    sides = last.groupby("chain")["side"].agg(["nunique", "first"])
    known = (sides["nunique"] == 1) & (sides["first"] != "")
    return pd.DataFrame(
        {
            "n_acts": by_chain.size(),
            "longest_path": longest["length"],
            "side_changes": longest["changes"],
            "began": by_chain["begins"].min().to_numpy().astype("datetime64[D]"),
            "ended": by_chain["ends"].max().to_numpy().astype("datetime64[D]"),
            "first_ids": _joined(acts[firsts & ~acts["has_trigger"]]),
            "last_ids": _joined(last),
            "last_word": sides["first"].where(known, UNDETERMINED),
            "action_ids": _joined(acts),
        }
    )


def _joined(acts: pd.DataFrame) -> pd.Series:
    """Join the ids of each chain, in the order of the rows."""
    ordered = acts.sort_values("chain", kind="stable")
    ids = ordered["act_id"].tolist()
    chain, starts = np.unique(ordered["chain"].to_numpy(), return_index=True)
    ends = np.append(starts, len(ids))[1:]
    parts = zip(starts.tolist(), ends.tolist(), strict=True)
    return pd.Series([";".join(ids[i:j]) for i, j in parts], index=chain, dtype=str)


def _sorted(told: pd.DataFrame) -> pd.DataFrame:
    days = {name: told[name].astype("datetime64[us]") for name in ("began", "ended")}
    order = ["longest_path", "n_acts", "side_changes", "began"]
    return told.assign(**days).sort_values(
        order, ascending=[False, False, False, True], ignore_index=True
    )


def _numbers(found: Links, n: int) -> np.ndarray:
    """Give each act the number of its chain."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(found.reply), dtype=np.int8)
    net = coo_array((ones, (found.trigger, found.reply)), shape=(n, n))
    return np.asarray(connected_components(net, directed=False)[1])


def _in_order(found: Links, ids: np.ndarray) -> np.ndarray:
    """Put the links in an order in which each act's triggers come before it.

    An act is taken once all its triggers are; in a circle none ever is.
    """
    onward: dict[int, list[int]] = {}
    for link, trigger in enumerate(found.trigger.tolist()):
        onward.setdefault(trigger, []).append(link)
    replies = found.reply.tolist()
    open_ = np.bincount(found.reply, minlength=len(ids)).tolist()
    ready = [act for act in onward if not open_[act]]
    order = []
    while ready:
        for link in onward.get(ready.pop(), []):
            order.append(link)
            reply = replies[link]
            open_[reply] -= 1
            if not open_[reply]:
                ready.append(reply)
    _refuse_circles(found, ids, np.array(open_) > 0)
    return np.array(order, dtype=np.int64)


def _paths(found: Links, order: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the acts, and the changes of side, on the longest path up to each act."""
    trigger, reply = found.trigger[order], found.reply[order]
    turns = (found.side[trigger] != found.side[reply]).tolist()
    best = [(1, 0)] * len(found.begins)
    for one, other, turn in zip(trigger.tolist(), reply.tolist(), turns, strict=True):
        length, changes = best[one]
        best[other] = max(best[other], (length + 1, changes + turn))
    lengths, turned = np.array(best, dtype=np.int64).reshape(-1, 2).T
    return lengths, turned


def _narrowed(
    found: Links, order: np.ndarray, ids: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Narrow each window to the days on which no reply comes before its trigger."""
    begins, ends = found.begins.tolist(), found.ends.tolist()
    trigger, reply = found.trigger[order].tolist(), found.reply[order].tolist()
    for one, other in zip(trigger, reply, strict=True):
        begins[other] = max(begins[other], begins[one])
    for one, other in zip(reversed(trigger), reversed(reply), strict=True):
        ends[one] = min(ends[one], ends[other])
    first, last = (np.array(days, dtype=np.int64) for days in (begins, ends))
    if (odd := first > last).any():
        raise MeasureError(
            f"No day is left for {ids[odd.argmax()]} on which it comes neither before "
            "its triggers nor after its replies; mend the dates."
        )
    return first, last


def _refuse_circles(found: Links, ids: np.ndarray, stuck: np.ndarray) -> None:
    """Name a circle where there is one; each stuck act has a stuck trigger."""
    if not stuck.any():
        return
    inside = stuck[found.trigger] & stuck[found.reply]
    pairs = zip(found.reply[inside], found.trigger[inside], strict=True)
    before = {int(reply): int(trigger) for reply, trigger in pairs}
    walked: dict[int, None] = {}
    act = int(stuck.argmax())
    while act not in walked:
        walked[act] = None
        act = before[act]
    path = [*walked]
    circle = [*path[path.index(act) :], act]
    raise MeasureError(
        f"Acts reply to one another in a circle: {' → '.join(ids[circle])}, each "
        "named as a reply to the next; take out one of these links."
    )
