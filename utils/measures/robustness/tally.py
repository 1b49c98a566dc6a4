"""Verdicts of variants, counted by each choice."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd


def tally(
    choices: Sequence[Mapping[str, str]], verdicts: Sequence[bool | None]
) -> pd.DataFrame:
    """Count in how many variants of each choice a headline holds.

    The first variant is the reference; None is a verdict that cannot be given. Gives
    a row for all and one for each choice, in the order in which they first come:
    `dimension`, `choice`, `n`, `n_holds`, `n_unsaid`, `share`, `reference`,
    `n_alone` and `n_flips`; see `Robustness`.

    >>> two = [{"scale": "mine"}, {"scale": "yours"}]
    >>> tally(two, [True, False])[["choice", "n", "n_holds", "n_flips"]].values.tolist()
    [['all variants', 2, 1, 1], ['mine', 1, 1, 0], ['yours', 1, 0, 1]]
    """
    made = pd.DataFrame(list(choices))
    verdict = np.array([np.nan if v is None else v for v in verdicts], dtype=float)
    apart = made.ne(made.iloc[0])
    alone = (apart.sum(axis=1) == 1).to_numpy()
    whole = _row(verdict, np.ones(len(made), dtype=bool), alone)
    rows = [{"dimension": "all", "choice": "all variants", **whole}]
    for dimension, chosen in made.items():
        changed = alone & apart[dimension].to_numpy()
        for choice in chosen.unique():
            counted = _row(verdict, chosen.eq(choice).to_numpy(), changed)
            rows.append({"dimension": str(dimension), "choice": choice, **counted})
    table = pd.DataFrame(rows)
    firsts = ~table["dimension"].duplicated() & table["dimension"].ne("all")
    table.insert(6, "reference", firsts)
    return table


def _row(
    verdict: np.ndarray, there: np.ndarray, alone: np.ndarray
) -> dict[str, int | float]:
    """Count the variants that are there, and those changed alone among them."""
    mine = verdict[there]
    n_holds, n_unsaid = int((mine == 1).sum()), int(np.isnan(mine).sum())
    said = len(mine) - n_unsaid
    turned = verdict[there & alone] == 1 - verdict[0]
    return {
        "n": len(mine),
        "n_holds": n_holds,
        "n_unsaid": n_unsaid,
        "share": n_holds / said if said else np.nan,
        "n_alone": len(turned),
        "n_flips": int(turned.sum()),
    }
