"""What correlations chance alone gives: blocks of one series put in another order."""

from collections.abc import Iterator

import numpy as np

_CELLS_AT_ONCE = 4_000_000


def binned(daily: np.ndarray, days: int) -> np.ndarray:
    """Add up daily amounts (last axis) by bins of so many days, from the first day.

    Days that fill no whole bin at the end are left out: a shorter bin would be
    low in both series, and so make them look alike.

    >>> binned(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), 2).tolist()
    [3.0, 7.0]
    """
    n_bins = daily.shape[-1] // days
    whole = daily[..., : n_bins * days]
    return whole.reshape(*daily.shape[:-1], n_bins, days).sum(axis=-1)


def standard(series: np.ndarray) -> np.ndarray:
    """Give distance from the mean in standard deviations; zeros for a constant.

    >>> standard(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    centred = series - series.mean(axis=-1, keepdims=True)
    sd = np.sqrt((centred**2).mean(axis=-1, keepdims=True))
    varies = sd > 1e-9 * np.abs(series).max(axis=-1, keepdims=True, initial=0)
    return np.where(varies, centred / np.where(varies, sd, 1.0), 0.0)


def lagged(first: np.ndarray, rows: np.ndarray, most: int) -> np.ndarray:
    """Correlate one series with each row, `-most` to `most` bins later.

    r_k = sum_t x_t y_(t+k) / T, over the t for which both exist, with x and y in
    standard form and T bins in all (Box and Jenkins, "Time Series Analysis").
    Gives one row for each row and one column for each lag.

    >>> first, second = np.array([[3.0, 0, 0, 0], [0, 3.0, 0, 0]])
    >>> lagged(first, second[None], 1).round(3).tolist()
    [[-0.083, -0.333, 0.917]]
    """
    x, y = standard(first), standard(rows)
    n_bins = len(x)
    shifted = np.zeros((n_bins, 2 * most + 1))
    for column, lag in enumerate(range(-most, most + 1)):
        begin, end = max(0, lag), n_bins + min(0, lag)
        shifted[begin:end, column] = x[begin - lag : end - lag]
    return np.asarray(y @ shifted / n_bins)


def reordered(
    daily: np.ndarray, block_days: int, draws: int, *, seed: int = 0
) -> Iterator[np.ndarray]:
    """Turn a daily series by a random number of days and shuffle its blocks.

    Gives batches of rows, each of which has every day once. Within a block days
    keep their order, and so what depends on the days just before it.

    >>> (rows,) = reordered(np.arange(6.0), 3, 2)
    >>> np.sort(rows).tolist()
    [[0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]]
    """
    dice = np.random.default_rng(seed)
    size = max(1, _CELLS_AT_ONCE // len(daily))
    for done in range(0, draws, size):
        yield _batch(daily, block_days, (dice, min(size, draws - done)))


def _batch(
    daily: np.ndarray, block_days: int, drawn: tuple[np.random.Generator, int]
) -> np.ndarray:
    dice, draws = drawn
    day = np.arange(len(daily))
    block, within = np.divmod(day, block_days)
    lengths = np.bincount(block)
    place = np.tile(np.arange(len(lengths)), (draws, 1))
    order = dice.permuted(place, axis=1)
    ends = np.cumsum(lengths[order], axis=1)
    begins = np.empty_like(ends)
    np.put_along_axis(begins, order, ends - lengths[order], axis=1)
    turned = (day + dice.integers(0, len(daily), (draws, 1))) % len(daily)
    rows = np.empty((draws, len(daily)))
    np.put_along_axis(rows, begins[:, block] + within, daily[turned], axis=1)
    return rows
