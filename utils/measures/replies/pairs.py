"""Pairs of trigger and reply: who replied, how, and after how many days."""

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.replies.links import KINDS, Links, links

_CARRIED = ("direction", "type", "form", "weight", "summary")


def reply_pairs(actions: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each trigger and reply that the table names.

    A reply is what `in_response_to` says it is: an act that some source presents
    as an answer to the trigger, or that plainly speaks about it. What nobody
    linked is not here, so that few replies may also mean few such sources, and a
    link does not say that the trigger brought the reply about.

    `kind` is "answer" where the trigger's target acts back upon its actor (by
    country), "follow-up" where the trigger's own side acts again, whomever it
    acts upon, and "third party" for all else, such as a word from another
    country, or a reply that the target directs elsewhere. Triggers outside the
    table make no pair; `missing_triggers` names them. A selection by direction or
    actor leaves out the replies of everyone else: take pairs of all acts first,
    and choose among the pairs.

    Dates may be windows. `delay_least_days` and `delay_most_days` are the fewest
    and most days that can lie between the two, never below zero, since no reply
    comes before its trigger. `delay_days` is the expected number: every pair of
    days in the two windows on which the reply does not come first is taken as
    equally likely. It is a closed form, and on known days the plain difference.

    Needs `action_id`, `in_response_to`, `earliest`, `latest`, `actor_country`,
    `target_country` and `direction`. Gives `trigger_id`, `reply_id`, `kind`,
    the three delays and, each for the trigger and the reply (`trigger_direction`,
    `reply_direction`), `earliest`, `latest`, `direction` and, where they are
    there, `type`, `form`, `weight` and `summary`.

    >>> day = pd.to_datetime(["2025-01-01", "2025-01-03"])
    >>> acts = pd.DataFrame({"action_id": ["a", "b"], "in_response_to": ["", "a"],
    ...     "earliest": day, "latest": day, "direction": ["A>B", "B>A"],
    ...     "actor_country": ["A", "B"], "target_country": ["B", "A"]})
    >>> reply_pairs(acts)[["trigger_id", "reply_id", "kind", "delay_days"]].values
    array([['a', 'b', 'answer', 2.0]], dtype=object)

    Raises
    ------
    MeasureError
        If a column is missing, an id is there twice or an act replies to itself,
        an act has no day, or a reply was over before its trigger began.
    """
    if "direction" not in actions:
        raise MeasureError("Pairs of acts need the column direction.")
    found = links(actions)
    least, most, expected = delays_of(found)
    frame = pd.DataFrame(
        {
            "trigger_id": actions["action_id"].to_numpy()[found.trigger],
            "reply_id": actions["action_id"].to_numpy()[found.reply],
            "kind": pd.Categorical.from_codes(found.kind, list(KINDS)),
            "delay_days": expected,
            "delay_least_days": least,
            "delay_most_days": most,
        }
    )
    return frame.assign(**_carried(actions, found))


def delays_of(found: Links) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the fewest, the most and the expected days of delay of each link."""
    begins, ends = found.begins, found.ends
    a, b = begins[found.trigger], ends[found.trigger]
    c, d = begins[found.reply], ends[found.reply]
    return np.maximum(0, c - b), d - a, expected_delay((a, b), (c, d))


def expected_delay(
    trigger: tuple[np.ndarray, np.ndarray], reply: tuple[np.ndarray, np.ndarray]
) -> np.ndarray:
    """Give the mean days from a day in one window to one not before it in another.

    With the trigger's day t before the reply's window [c, d] every day of that
    window counts; with t inside it, those from t on: u = d - t leaves u + 1 days,
    which are u (u + 1) / 2 days away when added up.

    >>> days = np.array([0, 0]), np.array([0, 2])
    >>> expected_delay(days, (np.array([1, 0]), np.array([2, 2]))).round(2).tolist()
    [1.5, 0.67]
    """
    (a, b), (c, d) = trigger, reply
    before = np.minimum(b, c - 1)
    n_before = np.maximum(0, before - a + 1) * (d - c + 1)
    apart = n_before * ((c + d) - (a + before)) / 2
    most = np.maximum(d - np.maximum(a, c), -1)
    least = np.minimum(d - np.minimum(b, d), most + 1)
    n_within = _counts(most) - _counts(least - 1)
    apart_within = _sums(most) - _sums(least - 1)
    return np.asarray((apart + apart_within) / (n_before + n_within))


def _counts(u: np.ndarray) -> np.ndarray:
    return (u + 1) * (u + 2) // 2


def _sums(u: np.ndarray) -> np.ndarray:
    return u * (u + 1) * (u + 2) // 6


def _carried(actions: pd.DataFrame, found: Links) -> dict[str, pd.Series]:
    """Give what is told of both ends of a pair, the columns' order kept."""
    names = ["earliest", "latest", *(name for name in _CARRIED if name in actions)]
    ends = {"trigger": found.trigger, "reply": found.reply}
    return {
        f"{end}_{name}": actions[name].iloc[rows].reset_index(drop=True)
        for name in names
        for end, rows in ends.items()
    }
