"""Who towards whom: acts from each actor, or kind of actor, to each target."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.spread import windows
from utils.multiplicity import numbers

_TONES = ("conflictual", "neutral", "cooperative")


def who_towards_whom(actions: pd.DataFrame, by: str = "country") -> pd.DataFrame:
    """Count the acts from each group of actors to each group of targets.

    `by` is what the groups are made of: "country", "role", "name", "id" or
    whatever else has a column for actors and one for targets.

    Needs `actor_<by>`, `target_<by>`, `tone`, `earliest` and `latest`. Gives
    `by`, `actor`, `target`, and as whole numbers `n`, `n_conflictual`,
    `n_neutral`, `n_cooperative` and `n_uncertain` (acts whose date is a window).
    The grid is complete and square: every group that occurs as actor or as
    target is there as both, in the order of the column's categories, with zeros
    where nothing was recorded. Zero says that no act was recorded, not that there
    was none: a record made to follow two sides has few acts of others. Acts that lie
    between two countries (`A--B` in `direction`, where it is there) are counted in no
    cell, since nobody knows who acted.

    >>> day = pd.to_datetime(["2025-06-01", "2025-06-02"])
    >>> acts = pd.DataFrame({"actor_country": ["AZE", "AZE"],
    ...     "target_country": ["RUS", "RUS"], "tone": ["conflictual", "neutral"],
    ...     "earliest": day, "latest": day})
    >>> who_towards_whom(acts)[["actor", "target", "n"]].values.tolist()[:2]
    [['AZE', 'AZE', 0], ['AZE', 'RUS', 2]]

    Raises
    ------
    MeasureError
        If a column is missing, or an act has no actor, no target or no day.
    """
    ends = [f"actor_{by}", f"target_{by}"]
    _check(actions, ends)
    actions = _directed(actions)
    groups = _groups(actions, ends)
    actor, target = (groups.get_indexer(actions[end].astype(str)) for end in ends)
    cell = actor * len(groups) + target
    tone = actions["tone"].astype(str)
    kinds = {"n": np.ones(len(actions))}
    kinds |= {f"n_{name}": (tone == name).to_numpy() for name in _TONES}
    kinds["n_uncertain"] = np.less(*windows(actions))
    n, size = numbers(actions), len(groups) ** 2
    found = {
        name: np.bincount(cell, kind * n, size).astype(int)
        for name, kind in kinds.items()
    }
    names = groups.to_numpy(dtype=object)
    pair = {"actor": names.repeat(len(groups)), "target": np.tile(names, len(groups))}
    return pd.DataFrame({"by": by, **pair, **found})


def _directed(actions: pd.DataFrame) -> pd.DataFrame:
    """Leave out acts of which it is unknown who acts towards whom."""
    if "direction" not in actions:
        return actions
    between = actions["direction"].astype("category")
    unknown = [name for name in between.cat.categories if "--" in str(name)]
    return actions[~between.isin(unknown)] if unknown else actions


def _groups(actions: pd.DataFrame, ends: Sequence[str]) -> pd.Index:
    """Give the groups that occur, by their categories or by the alphabet."""
    there = {str(name) for end in ends for name in actions[end].unique()}
    ordered = [
        str(name)
        for end in ends
        if isinstance(actions[end].dtype, pd.CategoricalDtype)
        for name in actions[end].cat.categories
    ]
    known = [name for name in dict.fromkeys(ordered) if name in there]
    return pd.Index([*known, *sorted(there - set(known))], dtype=object)


def _check(actions: pd.DataFrame, ends: Sequence[str]) -> None:
    needed = [*ends, "tone", "earliest", "latest"]
    if missing := [name for name in needed if name not in actions]:
        raise MeasureError(
            f"Who acts towards whom needs the column {', '.join(missing)}; "
            f"this table has {', '.join(map(str, actions.columns))}."
        )
    if bare := int(actions[list(ends)].isna().any(axis=1).sum()):
        raise MeasureError(
            f"{bare} of {len(actions)} acts have no {' or no '.join(ends)}; "
            "leave them out, or fill the column."
        )
