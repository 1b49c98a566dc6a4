"""Peaks: the day on which tension is highest."""

import pandas as pd

from utils.errors import MeasureError

_NEEDS = ("date", "direction", "tension", "sd")


def peaks(tension: pd.DataFrame) -> pd.DataFrame:
    """Give the first of the highest days of each direction.

    Needs what `measures.tension` gives. Gives `date`, `direction`, `tension` and
    `sd`, in the unit of the scale, in the order of the directions; a direction
    without tension has no peak. Where there is a column `variant`, as `in_variants`
    gives, it comes first and each variant has peaks of its own. The day is that of
    the expected curve: how far it holds under other choices is a question for
    `robustness`.

    >>> curve = pd.DataFrame({"date": pd.to_datetime(["2025-01-01", "2025-01-02"]),
    ...     "direction": "AZE>RUS", "tension": [4.0, 2.0], "sd": 0.0})
    >>> peaks(curve).values.tolist()
    [[Timestamp('2025-01-01 00:00:00'), 'AZE>RUS', 4.0, 0.0]]

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    if missing := [column for column in _NEEDS if column not in tension]:
        raise MeasureError(
            f"Peaks need the column {', '.join(missing)}, as measures.tension gives; "
            f"this table has {', '.join(map(str, tension.columns))}."
        )
    variant = ["variant"] if "variant" in tension else []
    there = tension[tension["tension"] > 0].reset_index(drop=True)
    lanes = there.groupby([*variant, "direction"], observed=True, sort=True)
    found = there.loc[lanes["tension"].idxmax(), [*variant, *_NEEDS]]
    return found.reset_index(drop=True)
