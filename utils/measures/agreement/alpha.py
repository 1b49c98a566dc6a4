"""Krippendorff's alpha of whole samples, and of samples drawn anew from them."""

from collections.abc import Iterator

import numpy as np

from utils.measures.agreement.codings import Values

MOST_CELLS = 5_000_000
"""How many numbers of units drawn are held at a time."""


def alpha(values: Values, level: str) -> float:
    """Give alpha, or NaN where all values are the same and it is not defined."""
    rows, times = _patterns(values, level)
    return float(_alphas(times[None, :].astype(float), rows, level)[0])


def drawn(values: Values, level: str, *, draws: int, seed: int) -> np.ndarray:
    """Give alpha for each of many samples of units, drawn with putting back.

    Units with the same values are drawn together, which changes nothing but the
    time that it takes.
    """
    rows, times = _patterns(values, level)
    samples = _samples(times, draws, np.random.default_rng(seed))
    found = [_alphas(sample, rows, level) for sample in samples]
    return np.concatenate([np.empty(0), *found])


def percent(values: Values) -> float:
    """Give the share of pairs of values of the same unit that are alike."""
    cells = values.unit * (int(values.code.max(initial=0)) + 1) + values.code
    together = np.unique(cells, return_counts=True)[1]
    size = np.bincount(values.unit)
    return float((together * (together - 1)).sum() / (size * (size - 1)).sum())


def _samples(
    times: np.ndarray, draws: int, lots: np.random.Generator
) -> Iterator[np.ndarray]:
    n = int(times.sum())
    step = max(1, MOST_CELLS // len(times))
    for begin in range(0, draws, step):
        size = min(step, draws - begin)
        yield lots.multinomial(n, times / n, size=size).astype(float)


def _patterns(values: Values, level: str) -> tuple[np.ndarray, np.ndarray]:
    """Give what each different unit adds to the sums, and how many are like it."""
    n = values.n_units
    if level == "interval":
        powers = (np.ones(len(values.unit)), values.amount, values.amount**2)
        sums = [np.bincount(values.unit, power, n) for power in powers]
        rows = np.column_stack(sums)
    else:
        n_codes = int(values.code.max(initial=0)) + 1
        cells = np.bincount(values.unit * n_codes + values.code, minlength=n * n_codes)
        rows = cells.reshape(n, n_codes).astype(float)
    return np.unique(rows, axis=0, return_counts=True)


def _alphas(samples: np.ndarray, rows: np.ndarray, level: str) -> np.ndarray:
    """Give one minus the observed over the expected disagreement of each sample.

    `samples` say how often each row is in the sample. Both disagreements are sums
    of squared distances over ordered pairs, so that moments are enough: the sum
    over pairs of (a - b)^2 among m values is 2 (m sum of a^2 - (sum of a)^2).
    """
    parts = {"nominal": _nominal, "ordinal": _ordinal, "interval": _interval}
    within, total, n = parts[level](samples, rows)
    defined = total > 1e-12 * np.maximum(1.0, n)
    ratio = np.divide((n - 1) * within, total, out=np.ones(len(n)), where=defined)
    return np.where(defined, 1 - ratio, np.nan)


Parts = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Disagreement within units and among all values, and the number of values."""


def _nominal(samples: np.ndarray, counts: np.ndarray) -> Parts:
    size = counts.sum(axis=1)
    within = (size**2 - (counts**2).sum(axis=1)) / (size - 1)
    total = samples @ counts
    n = total.sum(axis=1)
    return samples @ within, n**2 - (total**2).sum(axis=1), n


def _interval(samples: np.ndarray, sums: np.ndarray) -> Parts:
    size, first, second = sums.T
    within = 2 * np.maximum(size * second - first**2, 0) / (size - 1)
    n, one, two = (samples @ sums).T
    return samples @ within, 2 * np.maximum(n * two - one**2, 0), n


def _ordinal(samples: np.ndarray, counts: np.ndarray) -> Parts:
    """Let values lie as far apart as their mean ranks do in the sample."""
    total = samples @ counts
    n, size = total.sum(axis=1), counts.sum(axis=1)
    ranks = np.cumsum(total, axis=1) - total / 2 - n[:, None] / 2
    first, second = ranks @ counts.T, ranks**2 @ counts.T
    within = 2 * np.maximum(size * second - first**2, 0) / (size - 1)
    sums = [(total * power).sum(axis=1) for power in (ranks, ranks**2)]
    return (samples * within).sum(axis=1), 2 * (n * sums[1] - sums[0] ** 2), n
