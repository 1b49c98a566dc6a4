"""The best fit of strengths to judgements of pairs, by Newton's method."""

import numpy as np

from utils.errors import MeasureError

_STEPS, _CLOSE, _LONGEST_STEP = 200, 1e-10, 2.0


def fit(wins: np.ndarray, prior: float) -> tuple[np.ndarray, np.ndarray]:
    """Give the strengths, of mean zero, and the standard deviation of each.

    `wins` are those of each row over each column; `prior` is how often each item
    is held to have won and lost against one of strength zero.

    Raises
    ------
    MeasureError
        If no fit is found.
    """
    strength = np.zeros(len(wins))
    for _ in range(_STEPS):
        slope, bend = _slope_and_bend(wins, strength, prior)
        step = np.linalg.solve(bend + _level(wins), slope)
        longest = float(np.abs(step).max())
        strength = strength + step * min(1.0, _LONGEST_STEP / max(longest, _CLOSE))
        if longest < _CLOSE:
            return _centred(strength, bend, prior)
    raise MeasureError(
        f"No strengths were found in {_STEPS} steps; give a prior of 0.5 or more."
    )


def _slope_and_bend(
    wins: np.ndarray, strength: np.ndarray, prior: float
) -> tuple[np.ndarray, np.ndarray]:
    """Give the slope of the log-likelihood, and its curvature without the sign."""
    chance = _chance(strength[:, None] - strength[None, :])
    games = wins + wins.T
    spread = games * chance * (1 - chance)
    alone = _chance(strength)
    slope = wins.sum(axis=1) - (games * chance).sum(axis=1) + prior * (1 - 2 * alone)
    own = spread.sum(axis=1) + 2 * prior * alone * (1 - alone)
    return slope, np.diag(own) - spread


def _centred(
    strength: np.ndarray, bend: np.ndarray, prior: float
) -> tuple[np.ndarray, np.ndarray]:
    n = len(strength)
    centre = np.eye(n) - 1 / n
    spread = centre @ np.linalg.inv(bend + _level(bend) * (prior == 0)) @ centre
    return centre @ strength, np.sqrt(np.diag(spread))


def _level(square: np.ndarray) -> np.ndarray:
    """Hold the mean of all, which judgements leave open."""
    return np.full(square.shape, 1 / len(square))


def _chance(apart: np.ndarray) -> np.ndarray:
    return np.asarray(1 / (1 + np.exp(-np.clip(apart, -500, 500))))
