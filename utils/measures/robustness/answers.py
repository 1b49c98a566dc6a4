"""Headlines about answers: which acts are answered more, and with what weight."""

from functools import partial

import pandas as pd

from utils.errors import MeasureError
from utils.measures.replies import proportion, reply_pairs, reply_rate
from utils.measures.robustness.headline import Headline, more, of_direction, way

_HALF = 0.5


def answered_more(
    first: str, second: str, *, within_days: int = 7, until: str = ""
) -> Headline:
    """Say that a larger share of the acts one way is answered than of those the other.

    The share is that of `reply_rate`; `within_days` and `until` go to it. It cannot be
    said where a direction has no act with so many days of observation left. Its
    doubt from chance is no part of this: variants share most of their acts, so that a
    headline may hold in all of them and be what chance gives. Reads acts: what
    `reply_rate` needs.

    >>> print(answered_more("AZE>RUS", "RUS>AZE"))
    acts AZE to RUS are answered within 7 days more often than RUS to AZE
    """
    days = f"{within_days} day{'' if within_days == 1 else 's'}"
    said = f"acts {way(first)} are answered within {days} more often than {way(second)}"
    test = partial(
        _answered_more, ways=(first, second), within_days=within_days, until=until
    )
    return Headline(said, test)


def answers_lower(direction: str) -> Headline:
    """Say that most answers of a direction are less conflictual than their trigger.

    Most are more than half of the answers that have a weight at both ends; see
    `proportion`. It cannot be said where there is none. Reads acts: what `reply_pairs`
    needs, and `weight`.

    >>> print(answers_lower("AZE>RUS"))
    most answers AZE to RUS weigh less than their trigger
    """
    said = f"most answers {way(direction)} weigh less than their trigger"
    return Headline(said, partial(_answers_lower, direction=direction))


def _answered_more(
    acts: pd.DataFrame, *, ways: tuple[str, str], within_days: int, until: str
) -> bool:
    rates = reply_rate(acts, within_days, until=until)
    shares = [_share(rates, direction) for direction in ways]
    return more(*shares)


def _share(rates: pd.DataFrame, direction: str) -> float:
    rate = rates[of_direction(rates, direction)]
    if not rate["n"].any():
        raise MeasureError(f"No act {way(direction)} was watched for so long.")
    return float(rate["share"].iloc[0])


def _answers_lower(acts: pd.DataFrame, *, direction: str) -> bool:
    pairs = reply_pairs(acts)
    mine = pairs[(pairs["reply_direction"].astype(str) == direction).to_numpy()]
    shares = proportion(mine, draws=1).shares
    lower = shares.loc[shares["change"] == "lower", "share"]
    return more(float(lower.iloc[0]), _HALF)
