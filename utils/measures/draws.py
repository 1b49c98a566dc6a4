"""Days drawn by lot for acts of uncertain date, to see what hangs on them."""

import numpy as np
import pandas as pd

from utils.measures.asked import dice, whole
from utils.measures.spread import windows
from utils.multiplicity import single_acts


def draw_dates(actions: pd.DataFrame, *, seed: int = 0) -> pd.DataFrame:
    """Give the acts with one day drawn for each: what the record may hide.

    Every day of an act's window, from `earliest` to `latest`, is equally likely
    and acts are drawn apart from each other, as `tension` and `counts` take them.
    The window is that of the first day of an act that lasted, so `lasted_days` stays.
    The same seed gives the same days for the same acts; another selection of
    acts gets other days, so draw first and select afterwards where they shall
    stay. Acts that are known to follow each other may come out the other way round.

    Needs `earliest` and `latest`, and gives the frame with both set to the day drawn.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-01", "2025-06-29"]),
    ...     "latest": pd.to_datetime(["2025-06-30", "2025-06-29"])})
    >>> drawn = draw_dates(acts, seed=1)
    >>> (drawn["earliest"] == drawn["latest"]).all(), str(drawn["latest"][1].date())
    (np.True_, '2025-06-29')

    Raises
    ------
    MeasureError
        If a column is missing, an act has no day, the seed is no whole number from
        zero, or a row of uncertain date stands for several acts.
    """
    days = drawn_days(actions, draws=1, seed=seed)[0].astype("datetime64[us]")
    return actions.assign(earliest=days, latest=days)


def drawn_days(
    actions: pd.DataFrame, *, draws: int = 1000, seed: int = 0
) -> np.ndarray:
    """Draw a day for each act, `draws` times over: an array of draws by acts.

    The days are `datetime64[D]`; see `draw_dates`, which gives the first draw.
    Needs `earliest` and `latest`.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-06-29"]),
    ...     "latest": pd.to_datetime(["2025-06-30"])})
    >>> days = drawn_days(acts, draws=1000, seed=3)
    >>> days.shape, 450 < (days == np.datetime64("2025-06-30")).sum() < 550
    ((1000, 1), np.True_)

    Raises
    ------
    MeasureError
        If a column is missing, an act has no day, the number of draws is no
        whole number above zero, the seed none from zero, or a row of uncertain date
        stands for several acts.
    """
    whole("draws", draws, 1)
    lots = dice(seed)
    begins, ends = windows(actions)
    open_ = np.flatnonzero(begins < ends)
    # One day for several acts would make of them what happened together.
    single_acts(actions.iloc[open_], "A day drawn by lot")
    lasts = (ends - begins).astype(np.int64)[open_] + 1
    later = lots.integers(0, lasts, (draws, len(lasts)))
    days = np.tile(begins, (draws, 1))
    days[:, open_] += later.astype("timedelta64[D]")
    return days
