"""What vanishes from the record where some of its sources are left out."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from utils.errors import MeasureError
from utils.measures.estimate import share
from utils.measures.lanes import lanes
from utils.measures.sources.matrix import need
from utils.multiplicity import numbers

Frames = Mapping[str, pd.DataFrame]
_TOLD = [
    "action_id",
    "n",
    "date",
    "earliest",
    "direction",
    "type",
    "form",
    "certainty",
    "summary",
]


def vanished(frames: Frames, by: Sequence[str] = ("direction",)) -> pd.DataFrame:
    """Count the acts that are gone from each variant of the same record.

    `frames` are acts by name, the first all of them, each other one what is left
    where sources are left out, as `case.without` tells. Needs `action_id` and the
    columns of `by`, and takes `n`, how many acts a row stands for, where it is there.
    Gives a row for each other frame and each value of `by`: `without` (its name), the
    columns of `by`, `n_before`, `n_after`, `n_gone`, `share_gone`, `low`, `high`
    (exact interval of Clopper and Pearson, 1934) and `said`. An act is gone where none
    of its sources is left; without those pages others might have been looked for, so
    this is the most that hangs on them.

    >>> whole = pd.DataFrame({"action_id": ["a", "b"], "direction": ["A>B", "B>A"]})
    >>> found = vanished({"all sources": whole, "without Left": whole[:1]})
    >>> found[["direction", "n_before", "n_after"]].values.tolist()
    [['A>B', 1, 1], ['B>A', 1, 0]]

    Raises
    ------
    MeasureError
        If there are no two frames, no act, a column is missing, or a frame has an
        act that the first one lacks.
    """
    whole, others = _read(frames)
    number, values = lanes(whole, by)
    n = numbers(whole)
    if not len(whole):
        raise MeasureError("What vanishes needs acts, and there is none.")
    rows = []
    for name, left in others.items():
        gone = ~whole["action_id"].isin(left["action_id"]).to_numpy()
        for i, value in enumerate(values.itertuples(index=False)):
            named = dict(zip(values.columns, value, strict=True))
            mine = number == i
            told = _count(int(n[mine].sum()), int(n[mine & gone].sum()), name)
            rows.append({"without": name, **named, **told})
    typed = {column: values[column].dtype for column in values}
    return pd.DataFrame(rows).astype(typed)


def vanished_acts(frames: Frames) -> pd.DataFrame:
    """List the acts that are gone from each variant of the same record.

    Needs what `vanished` needs. Gives `without`, and what the acts have of
    `action_id`, `date`, `earliest`, `direction`, `type`, `form`, `certainty` and
    `summary`.

    >>> whole = pd.DataFrame({"action_id": ["a", "b"]})
    >>> found = vanished_acts({"all sources": whole, "without Left": whole[:1]})
    >>> found.values.tolist()
    [['without Left', 'b']]

    Raises
    ------
    MeasureError
        As `vanished` does, but an empty record is allowed.
    """
    whole, others = _read(frames)
    told = whole[[column for column in _TOLD if column in whole]]
    parts = list(_gone(told, others))
    return pd.concat(parts, ignore_index=True)


def _gone(told: pd.DataFrame, others: Frames) -> Iterator[pd.DataFrame]:
    for name, left in others.items():
        gone = told[~told["action_id"].isin(left["action_id"])].copy()
        gone.insert(0, "without", pd.Series(name, index=gone.index, dtype="str"))
        yield gone


def _count(n: int, k: int, name: str) -> dict[str, object]:
    it = share(k, n, of=f"acts are gone {name}")
    numbers = {"n_before": n, "n_after": n - k, "n_gone": k}
    interval = {"share_gone": it.value, "low": it.low, "high": it.high}
    return {**numbers, **interval, "said": str(it)}


def _read(frames: Frames) -> tuple[pd.DataFrame, Frames]:
    (_, whole), *others = [*frames.items()] or [("", pd.DataFrame())]
    if not others:
        raise MeasureError(
            "What vanishes needs two frames or more: all acts first, then what is "
            f"left of them; {len(frames)} given."
        )
    for name, frame in frames.items():
        need(frame, "action_id", "acts")
        if strange := set(frame["action_id"]) - set(whole["action_id"]):
            raise MeasureError(
                f"{name} has {len(strange)} acts that the first frame lacks, such as "
                f"{min(strange)!r}; the first one is to hold all."
            )
    return whole, dict(others)
