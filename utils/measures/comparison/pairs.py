"""Each two scales: how alike they order the acts, and where their signs differ."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from utils.measures.comparison.cells import DIFFER, OPPOSITE, Cells, apart


def pairs(cells: Cells) -> pd.DataFrame:
    """Give a row for each two scales, with their agreement on the acts they share."""
    return pd.DataFrame([_pair(cells, *two) for two in _twos(cells)])


def disagreements(cells: Cells, by: str) -> pd.DataFrame:
    """List the kinds of acts whose signs differ: opposite ones and most acts first."""
    keys = [name for name in cells.groups if name != "direction" or by == name]
    found = pd.concat([_differing(cells, *two) for two in _twos(cells)])
    told = ["one", "other", *keys, "weight_one", "weight_other", "opposite"]
    summed = found.groupby(told, sort=False, dropna=False)["n"].sum().reset_index()
    order = ["opposite", "n"]
    return summed.sort_values(order, ascending=False, kind="stable", ignore_index=True)


def spearman(weights: np.ndarray, n: np.ndarray) -> tuple[float, str]:
    """Correlate the mean ranks of two rows of weights, and say it in words.

    Each column stands for `n` acts. Where the correlation is undefined the number
    is missing, and the words say why.

    >>> spearman(np.array([[1.0, 2.0, 3.0], [1.0, 3.0, 2.0]]), np.array([1, 1, 1]))
    (0.5, '0.50')
    """
    if n.sum() < 2:
        return np.nan, "undefined with fewer than two acts"
    if (weights.max(axis=1) == weights.min(axis=1)).any():
        return np.nan, "undefined, as a scale weighs all of them alike"
    one, other = (_centred_ranks(row, n) for row in weights)
    rho = (one * n @ other) / np.sqrt((one * n @ one) * (other * n @ other))
    return float(rho), f"{rho:.2f}"


def _twos(cells: Cells) -> Iterator[tuple[int, int]]:
    return combinations(range(len(cells.scales)), 2)


def _pair(cells: Cells, one: int, other: int) -> dict[str, object]:
    names = [cells.scales[i].name for i in (one, other)]
    both = np.isfinite(cells.weights[[one, other]]).all(axis=0)
    weights, n = cells.weights[[one, other]][:, both], cells.n[both]
    opposite, differ = (int(n[apart(weights, by)].sum()) for by in (OPPOSITE, DIFFER))
    rho, told = spearman(weights, n)
    acts = f"{n.sum()} act{'' if n.sum() == 1 else 's'}"
    return {
        "one": names[0],
        "other": names[1],
        "n": int(n.sum()),
        "n_opposite": opposite,
        "n_differ": differ,
        "opposite_share": opposite / n.sum() if n.sum() else np.nan,
        "spearman": rho,
        "said": f"{' and '.join(names)} share {acts}: signs opposite on {opposite}, "
        f"rank correlation {told}.",
    }


def _centred_ranks(weights: np.ndarray, n: np.ndarray) -> np.ndarray:
    _, place = np.unique(weights, return_inverse=True)
    tied = np.bincount(place, n)
    return (np.cumsum(tied) - tied / 2)[place] - n.sum() / 2


def _differing(cells: Cells, one: int, other: int) -> pd.DataFrame:
    own = cells.own[[one, other]]
    found = cells.groups.astype(object).assign(
        one=cells.scales[one].name,
        other=cells.scales[other].name,
        weight_one=own[0],
        weight_other=own[1],
        opposite=apart(own, OPPOSITE),
        n=cells.n,
    )
    return found[apart(own, DIFFER)]
