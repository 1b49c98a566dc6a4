"""Tension from windows: the closed forms of `measures.tension`, added up in time."""

from dataclasses import replace

import numpy as np

from utils.measures.tension import fade
from utils.measures.windows.windows import Windows

LONGEST_DAYS = 1000
"""The longest half-life for `deviation`: beyond, its differences lose their digits."""


def expected(acts: Windows, weight: np.ndarray, half_life_days: float) -> np.ndarray:
    """Give the expected tension of each lane (row) on each day (column).

    `weight` is the conflictual weight of every act of the table.
    """
    return fade(acts.total(weight), half_life_days)


def deviation(acts: Windows, weight: np.ndarray, half_life_days: float) -> np.ndarray:
    """Give the standard deviation of the tension that uncertain days bring.

    On day k of a window of n days the variance of what is left of an act of weight
    one is s(2r) - s(r)^2, with s(r) = (1 - 2^(-rk)) / (n (1 - 2^-r)) and r one over
    the half-life: a constant, a part that fades with r and one that fades with 2r.
    Once the window is over, the variance fades with 2r.
    """
    wide = acts.wide
    square, rate = acts.of_all(weight**2)[wide.rows], 1 / half_life_days
    days = np.arange(wide.lasts.max(initial=1) + 1)
    last = square * _on_last(days, rate)[wide.lasts]
    over = acts.cut(acts.pile(wide.last, last))
    parts = [(square * start[wide.lasts], fades) for start, fades in _parts(days, rate)]
    running = replace(acts, wide=wide.shorter()).running(parts)
    return np.sqrt(np.maximum(running, 0.0) + fade(over, half_life_days / 2))


def _on_last(days: np.ndarray, rate: float) -> np.ndarray:
    """Give the variance on the last day of windows of so many days."""
    n = np.maximum(days, 1)

    def mean(speed: float) -> np.ndarray:
        return _gone(speed * n) / (n * _gone(speed))

    return np.maximum(mean(2 * rate) - mean(rate) ** 2, 0.0)


def _parts(days: np.ndarray, rate: float) -> list[tuple[np.ndarray, float]]:
    """Give the parts of the variance: what each is on the first day, how it fades."""
    n = np.maximum(days, 1)
    once, twice = np.exp2(-rate), np.exp2(-2 * rate)
    mean, square = 1 / (n * _gone(2 * rate)), 1 / (n * _gone(rate)) ** 2
    return [
        (mean - square, 0.0),
        (2 * square * once, rate),
        (-(mean + square) * twice, 2 * rate),
    ]


def _gone(power: float | np.ndarray) -> np.ndarray:
    return -np.expm1(-np.log(2) * np.asarray(power))
