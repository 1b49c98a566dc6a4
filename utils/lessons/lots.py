"""Dealing by lot: one deal of the types of answers, to be repeated by a class."""

import numpy as np
import pandas as pd

from utils.errors import LessonError

HIGHEST = 1_000_000


def deal(pairs: pd.DataFrame, number: int) -> pd.DataFrame:
    """Deal the types of the answers out anew by lot; `number` says which lot.

    The types of the answers stay the same, but go to other pairs of their direction,
    as in `measures.in_kind`, which does this many times. The same number always gives
    the same lot.

    Needs what `measures.reply_pairs` gives of acts with `type`. Gives a row for each
    answer: `trigger_type`, `dealt_type` and `same_type`, which is True where both are
    alike.

    >>> pairs = pd.DataFrame({"kind": "answer", "reply_direction": "B>A",
    ...     "trigger_type": ["media", "media"], "reply_type": ["media", "cultural"]})
    >>> int(deal(pairs, 5)["same_type"].sum())
    1

    Raises
    ------
    LessonError
        If the number is none from 0 to 1,000,000.
    """
    if isinstance(number, bool) or not isinstance(number, int | np.integer):
        raise LessonError(f"A lot has a whole number, such as 7, not {number!r}.")
    if not 0 <= number <= HIGHEST:
        raise LessonError(f"Give a number from 0 to {HIGHEST:,}, not {number}.")
    answers = pairs[(pairs["kind"] == "answer").to_numpy()]
    types = answers["reply_type"].astype(object).to_numpy().copy()
    side = answers["reply_direction"].astype(object).to_numpy()
    lots = np.random.default_rng(number)
    for one in sorted(set(side)):
        types[side == one] = lots.permutation(types[side == one])
    trigger = answers["trigger_type"].astype(object).to_numpy()
    same = trigger == types
    columns = {"trigger_type": trigger, "dealt_type": types, "same_type": same}
    return pd.DataFrame(columns)
