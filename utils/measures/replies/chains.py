"""Chains: acts that hang together through replies, and who acted last."""

from collections import deque

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
    never the first. `last_word` is the country that all of `last_ids` have in
    common, and "undetermined" where they have none. It is the last word of the
    record: observation may have ended before the next, and a chain need not be
    over. Triggers outside the table cut a chain; `missing_triggers` names them.

    Needs `action_id`, `in_response_to`, `earliest`, `latest`, `actor_country` and
    `target_country`. Gives `n_acts`, `longest_path`, `side_changes`, `began` and
    `ended` (the earliest and the latest day that any of its acts may lie on),
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
        If `reply_pairs` would, or acts reply to one another in a circle.
    """
    found = links(actions)
    ids = actions["action_id"].astype(str).to_numpy(dtype=object)
    length, changes = _paths(found, ids)
    members = np.unique(np.append(found.trigger, found.reply))
    members = members[np.lexsort((found.ends[members], found.begins[members]))]
    number = _numbers(found, members)
    table = pd.DataFrame({"number": number, "n_acts": 1})
    table["longest_path"] = length[members]
    table["side_changes"] = changes[members]
    table = table.assign(
        began=found.begins[members], ended=found.ends[members], action_ids=ids[members]
    )
    return table
