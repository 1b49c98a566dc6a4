"""The curve of Kaplan and Meier by whole days, with intervals and a median."""

from math import inf

import numpy as np
import pandas as pd

from utils.measures.estimate import LEVEL, Estimate

_NOTHING = 1e-9
"""Shares below this are what is left of zero after adding parts of acts."""


def kaplan_meier(
    days: np.ndarray, answered: np.ndarray, chance: np.ndarray
) -> pd.DataFrame:
    """Give the share answered and the numbers behind it, for day 0 and each after.

    An entry of the arrays is an act, or a part of one with its `chance`: the days
    to its answer or, where it was not answered, those it was watched. On one day
    answers come before what drops out.

    >>> ones = np.ones(3)
    >>> kaplan_meier(np.array([0, 1, 1]), np.array([True, True, False]), ones)[
    ...     ["share_answered", "n_at_risk"]].round(3).values.tolist()
    [[0.333, 3.0], [0.667, 2.0]]
    """
    events, dropped = (
        np.bincount(days[part], chance[part], days.max() + 1)
        for part in (answered, ~answered)
    )
    at_risk = np.cumsum((events + dropped)[::-1])[::-1]
    low, left, high = _surviving(events, dropped, at_risk)
    table = {"day": np.arange(len(events)), "share_answered": 1 - left}
    table |= {"low": 1 - high, "high": 1 - low, "n_at_risk": at_risk}
    return pd.DataFrame(table | {"n_answered": events, "n_censored": dropped})


def median(curve: pd.DataFrame, of: str) -> Estimate:
    """Give the first day by which half are answered, infinite where there is none.

    The interval reaches from the first day on which half lies in the interval of
    the curve to the first day on which it no longer does. `n` is the number of
    acts at risk on day 0.

    >>> curve = pd.DataFrame({"day": [0, 1], "share_answered": [0.2, 0.6],
    ...     "low": [0.0, 0.1], "high": [0.5, 0.9], "n_at_risk": [9.0, 7.0]})
    >>> print(median(curve, "A>B"))  # doctest: +NORMALIZE_WHITESPACE
    A>B: half of 9 acts answered within 1 day (Kaplan-Meier estimate, 95 % interval
    0 days to no end).
    """
    found = [_first(curve, name) for name in ("share_answered", "high", "low")]
    value, low, high = found
    n = round(float(curve["n_at_risk"].iloc[0]))
    acts, watched = f"{n} act{'' if n == 1 else 's'}", int(curve["day"].iloc[-1])
    said = f"half of {acts} answered within {_days(value)}"
    if value == inf:
        said = f"fewer than half of {acts} answered in up to {_days(watched)}"
    ends = f"{_days(low)} to {_days(high)}" if low < inf else "not reached either"
    interval = f"Kaplan-Meier estimate, {LEVEL:.0%} interval {ends}"
    said = f"{of}: {said} ({interval.replace('%', ' %')})."
    return Estimate(value, low, high, n, said)


def _surviving(
    events: np.ndarray, dropped: np.ndarray, at_risk: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Give the share left by day, between the ends of its interval."""
    from statsmodels.duration.survfunc import SurvfuncRight

    day = np.arange(len(events))
    steps = SurvfuncRight(
        np.tile(day, 2),
        np.repeat([1, 0], len(day)),
        freq_weights=np.concatenate([events, dropped]),
    )
    left = np.append(1.0, steps.surv_prob)
    left[left < _NOTHING] = 0.0
    ends = _log_log(left, steps.n_risk, steps.n_events)
    step = np.searchsorted(steps.surv_times, day, side="right")
    low, high = (end[step] for end in ends)
    # Before the first answer there is no variance, though there is doubt.
    exact = ((1 - LEVEL) / 2) ** (1 / np.maximum(at_risk, _NOTHING))
    low = np.where(step == 0, exact, low)
    return low, left[step], high


def _log_log(
    left: np.ndarray, at_risk: np.ndarray, events: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the interval of each step; `left` has one more, before the first.

    The errors that statsmodels gives are for weights of another kind, so that
    Greenwood's sum is made here.
    """
    from scipy.stats import norm

    some = left[1:] > 0
    n, d = at_risk[some], events[some]
    log = np.log(left[1:][some])
    wide = norm.ppf((1 + LEVEL) / 2) * np.sqrt(np.cumsum(d / (n * (n - d)))) / -log
    low, high = (np.ones(len(left)) for _ in range(2))
    low[1:][some] = np.exp(log * np.exp(wide))
    high[1:][some] = np.exp(log * np.exp(-wide))
    if not some.all():
        last = int(some.sum())
        exact = 1 - ((1 - LEVEL) / 2) ** (1 / at_risk[last])
        low[last + 1 :], high[last + 1 :] = 0.0, min(high[last], exact)
    return low, high


def _first(curve: pd.DataFrame, column: str) -> float:
    """Give the first day on which a column reaches one half."""
    reached = (curve[column] >= 0.5 - _NOTHING).to_numpy()
    return float(curve["day"].iloc[reached.argmax()]) if reached.any() else inf


def _days(days: float) -> str:
    if days == inf:
        return "no end"
    return f"{days:g} day{'' if days == 1 else 's'}"
