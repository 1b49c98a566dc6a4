"""The rows of a comparison of scales as plain arrays: one for each code."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import ChartError

SIGNS = {
    "circle": "●",
    "diamond-open": "◇",
    "triangle-up": "▲",
    "square-open": "□",
    "x-thin": "✕",
    "triangle-down-open": "▽",
}
"""A mark for each scale, and how the key writes it."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Codes from conflict to cooperation, with a row of numbers for each scale.

    `n`, `opposite` and `differ` have one value for each code. `numbers` has, for
    each scale and code, the acts with a weight, and mean, least and most of these.
    """

    by: str
    codes: list[str]
    n: np.ndarray
    opposite: np.ndarray
    differ: np.ndarray
    scales: list[str]
    units: list[float]
    numbers: np.ndarray

    @property
    def bare(self) -> np.ndarray:
        """Say of each scale and code whether an act of it has no weight."""
        return np.asarray(self.numbers[:, :, 0] < self.n)


def rows_of(table: pd.DataFrame) -> Rows:
    """Sort the codes by their mean weight over the scales, those without any first.

    Raises
    ------
    ChartError
        If there are more scales than marks.
    """
    codes = table.drop_duplicates("code").set_index("code")
    numbers = _numbers(table, len(codes))
    there = np.isfinite(numbers[:, :, 1])
    height = np.where(there, numbers[:, :, 1], 0).sum(axis=0) / there.sum(axis=0).clip(
        1
    )
    by_name = np.unique(codes.index.astype(str), return_inverse=True)[1]
    order = np.lexsort((by_name, height.round(9), there.any(axis=0)))
    shown = codes.iloc[order]
    firsts = table.drop_duplicates("scale")
    return Rows(
        by=str(table["by"].iloc[0]) if len(table) else "form",
        codes=[str(code) for code in shown.index],
        n=shown["n"].to_numpy(),
        opposite=shown["n_opposite"].to_numpy(),
        differ=shown["n_differ"].to_numpy(),
        scales=firsts["label"].astype(str).tolist(),
        units=firsts["unit"].astype(float).tolist(),
        numbers=numbers[:, order],
    )


def _numbers(table: pd.DataFrame, n_codes: int) -> np.ndarray:
    scales = table["scale"].nunique()
    if scales > len(SIGNS):
        raise ChartError(
            f"A comparison shows up to {len(SIGNS)} scales, not {scales}; "
            "give fewer to measures.compare_scales."
        )
    columns = ["n_weighted", "mean", "least", "most"]
    values = table[columns].to_numpy(dtype=float)
    return values.reshape(n_codes, scales, len(columns)).swapaxes(0, 1)
