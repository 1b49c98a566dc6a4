"""Each scale by itself: what it adds up to by direction, and by code."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from utils.measures.comparison.cells import DIFFER, OPPOSITE, Cells, apart, texts
from utils.measures.lanes import lanes

ALL = "all"
_SUMS = ["scale", "direction", "acts", "n", "sum", "mean"]
_SUMS += ["conflict", "n_not_zero", "conflict_share"]


def sums(cells: Cells) -> pd.DataFrame:
    """Give a row for each scale, direction and set of acts that has any."""
    return pd.DataFrame(list(_rows(cells)), columns=_SUMS)


def table(cells: Cells, by: str) -> pd.DataFrame:
    """Give a row for each code in the column `by`, and each scale."""
    number, codes = lanes(cells.groups, [by])
    among = {
        "n": cells.n,
        "n_opposite": cells.n * apart(cells.weights, OPPOSITE),
        "n_differ": cells.n * apart(cells.weights, DIFFER),
    }
    counted = {
        name: np.bincount(number, n, len(codes)).astype(np.int64)
        for name, n in among.items()
    }
    whole = pd.DataFrame({"by": by, "code": texts(codes), **counted})
    parts = [
        whole.assign(
            scale=scale.name,
            label=str(scale),
            unit=unit,
            **_by_code(weights, cells.n, number, len(codes)),
        )
        for scale, unit, weights in zip(
            cells.scales, cells.units, cells.weights, strict=True
        )
    ]
    return pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)


def _rows(cells: Cells) -> Iterator[dict[str, object]]:
    number, names = lanes(cells.groups, ["direction"])
    ways = [(name, number == i) for i, name in enumerate(texts(names))]
    for scale, weights in zip(cells.scales, cells.weights, strict=True):
        sets = {"shared": cells.shared, "covered": np.isfinite(weights)}
        for name, there in [*ways, (ALL, number >= 0)]:
            for acts, among in sets.items():
                if (kept := there & among).any():
                    row = {"scale": scale.name, "direction": name, "acts": acts}
                    yield row | _sum(weights[kept], cells.n[kept])


def _sum(weights: np.ndarray, n: np.ndarray) -> dict[str, object]:
    conflict, size = (part @ n for part in (np.maximum(-weights, 0), abs(weights)))
    return {
        "n": int(n.sum()),
        "sum": float(weights @ n),
        "mean": float(weights @ n / n.sum()),
        "conflict": float(conflict),
        "n_not_zero": int(n[weights != 0].sum()),
        "conflict_share": float(conflict / size) if size else np.nan,
    }


def _by_code(
    weights: np.ndarray, n: np.ndarray, number: np.ndarray, size: int
) -> dict[str, np.ndarray]:
    """Count the acts with a weight of each code, and give mean, least and most."""
    has = np.isfinite(weights)
    weight, code = weights[has], number[has]
    n_weighted = np.bincount(code, n[has], size)
    least, most = np.full((2, size), np.nan)
    np.fmin.at(least, code, weight)
    np.fmax.at(most, code, weight)
    summed = np.bincount(code, weight * n[has], size)
    mean = np.divide(
        summed, n_weighted, out=np.full(size, np.nan), where=n_weighted > 0
    )
    return {
        "n_weighted": n_weighted.astype(np.int64),
        "mean": mean,
        "least": least,
        "most": most,
    }
