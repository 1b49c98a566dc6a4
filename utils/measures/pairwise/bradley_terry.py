"""How heavy things are, out of many judgements which of two is heavier."""

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import is_number
from utils.measures.pairwise.contests import Contests, contests
from utils.measures.pairwise.fitting import fit

Z_95 = 1.959963984540054
_NOTES = {(True, False): "never judged lighter", (False, True): "never judged heavier"}


def bradley_terry(judgements: pd.DataFrame, *, prior: float = 0.5) -> pd.DataFrame:
    """Give each item a strength, from judgements which of two weighs more.

    Needs a row for each judgement with the columns `heavier` and `lighter`, and
    takes `tie` where it is there: true or "yes" where the judge could not say.
    A tie counts as half a judgement for either item. Other columns, such as
    `judge`, are let be.

    Gives a row for each item, the strongest first: `item`, `strength` (a log-odds;
    the mean of all is zero), `low` and `high` (95 % interval), `n_judgements`,
    `n_heavier` (a tie is half a one) and `note`. Of two items whose strengths
    differ by d, the stronger is judged heavier with odds of exp(d) to 1.

    The model is that of Bradley and Terry, "Rank Analysis of Incomplete Block
    Designs: The Method of Paired Comparisons", Biometrika 39, 1952. Items that are
    always or never judged heavier have no finite strength in it (Hunter, "MM
    Algorithms for Generalized Bradley-Terry Models", Annals of Statistics 32(1),
    2004, assumption 1). So each item is also judged `prior` times heavier and
    `prior` times lighter than a made-up item of strength zero: it pulls
    strengths a little towards the middle, keeps them finite, and `note` names the
    items that rest on it. With a `prior` of 0 nothing is added, and such judgements
    are refused. The interval is that of large samples (from the curvature at the
    best fit), takes judgements as independent, though those of one judge are not,
    and is rough for few judgements. Strengths say what these judges held to be
    heavier, not what is.

    >>> pairs = [("expel", "accuse")] * 3 + [("accuse", "expel")]
    >>> judged = pd.DataFrame(pairs, columns=["heavier", "lighter"])
    >>> found = bradley_terry(judged, prior=0)
    >>> found["item"].tolist(), found["strength"].round(3).tolist()
    (['expel', 'accuse'], [0.549, -0.549])

    Raises
    ------
    MeasureError
        If a column is missing or a cell empty, an item is set against itself, a
        tie is neither true nor false, there is no judgement, some items were never
        weighed against the others, `prior` is no number from 0 to 100, or it is 0 and
        an item or a group of them was always or never judged heavier.
    """
    if not is_number(prior) or not 0 <= prior <= 100:
        raise MeasureError(f"prior is {prior!r}; give a number from 0 to 100.")
    found = contests(judgements)
    _refuse_parted(found)
    if prior == 0:
        _refuse_one_sided(found)
    strength, deviation = fit(found.wins, prior)
    table = _table(found, strength, deviation)
    order = ["strength", "item"]
    return table.sort_values(order, ascending=[False, True], ignore_index=True)


def _table(
    found: Contests, strength: np.ndarray, deviation: np.ndarray
) -> pd.DataFrame:
    won, lost = found.wins.sum(axis=1), found.wins.sum(axis=0)
    ends = zip(lost == 0, won == 0, strict=True)
    return pd.DataFrame(
        {
            "item": found.items,
            "strength": strength,
            "low": strength - Z_95 * deviation,
            "high": strength + Z_95 * deviation,
            "n_judgements": (won + lost).round().astype(int),
            "n_heavier": won,
            "note": [_NOTES.get((bool(top), bool(end)), "") for top, end in ends],
        }
    )


def _refuse_parted(found: Contests) -> None:
    """Refuse groups that no judgement joins: nothing tells how they compare."""
    groups = found.groups(directed=False)
    if len(groups) > 1:
        least = min(groups, key=lambda group: (len(group), group))
        raise MeasureError(
            f"Nobody weighed {_listed(least)} against the others, so that nothing "
            "tells how they compare; let somebody judge a pair that joins them."
        )


def _refuse_one_sided(found: Contests) -> None:
    groups = found.groups(directed=True)
    if len(groups) > 1:
        least = min(groups, key=lambda group: (len(group), group))
        raise MeasureError(
            f"Against all others, {_listed(least)} came out on the same side every "
            "time, so that no finite strength fits; give a prior above 0, such as 0.5."
        )


def _listed(items: list[str], most: int = 5) -> str:
    more = f" and {len(items) - most} more" if len(items) > most else ""
    return f"{', '.join(items[:most])}{more}"
