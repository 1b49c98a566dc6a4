"""Acts that rest on one group of sources, are contradicted, or have few sources."""

from collections.abc import Iterator, Sequence

import pandas as pd

from utils.errors import MeasureError
from utils.measures.estimate import share
from utils.measures.lanes import lanes
from utils.measures.sources.matrix import need

ANY_ONE = "any one"
_NEEDS = "act group group_label n_yes n_partly n_contradicts alone"


def alone(matrix: pd.DataFrame) -> pd.DataFrame:
    """List the acts that sources of one group alone support, in order of time.

    Needs what `evidence_matrix` gives. Gives its rows of those acts and groups,
    with `n_sources`, the number of sources that support the act.

    >>> matrix = pd.DataFrame({"act": 0, "group": pd.Categorical(["n", "s"]),
    ...     "group_label": ["North", "South"], "n_yes": [2, 0], "n_partly": 0,
    ...     "n_contradicts": [0, 1], "alone": [True, False]})
    >>> alone(matrix)[["group", "n_sources"]].values.tolist()
    [['n', 2]]

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    need(matrix, _NEEDS, "evidence matrices")
    found = matrix[matrix["alone"]].drop(columns=["act", "alone", "n_contradicts"])
    n_sources = found["n_yes"] + found["n_partly"]
    return found.assign(n_sources=n_sources).reset_index(drop=True)


def alone_share(matrix: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Give the share of acts that rest on one group of sources alone.

    Needs what `evidence_matrix` gives and the columns of `by`, such as direction.
    Gives a row for each value of `by` and each group, and one for `any one` group:
    the columns of `by`, `group`, `group_label`, `n_alone`, `n_acts`, `share`, `low`,
    `high` (the exact interval of Clopper and Pearson, 1934) and `said`.

    The acts are no random sample of anything, so the interval tells what the
    number of acts alone leaves open, not what a wider search would find.

    >>> matrix = pd.DataFrame({"act": 0, "group": pd.Categorical(["n", "s"]),
    ...     "group_label": ["North", "South"], "n_yes": [2, 0], "n_partly": 0,
    ...     "n_contradicts": [0, 1], "alone": [True, False]})
    >>> alone_share(matrix)[["group", "n_alone", "n_acts"]].values.tolist()
    [['n', 1, 1], ['s', 0, 1], ['any one', 1, 1]]

    Raises
    ------
    MeasureError
        If a column is missing, or there is no act.
    """
    need(matrix, _NEEDS, "evidence matrices")
    number, values = lanes(matrix, by)
    if not len(matrix):
        raise MeasureError("A share of acts needs an act; widen the selection.")
    parts = (matrix[number == i] for i in range(len(values)))
    rows = [
        {**dict(zip(values.columns, value, strict=True)), **row}
        for value, part in zip(values.itertuples(index=False), parts, strict=True)
        for row in _shares(part)
    ]
    found = pd.DataFrame(rows)
    order = [*matrix["group"].cat.categories, ANY_ONE]
    typed = {"group": pd.CategoricalDtype(order)}
    typed |= {column: values[column].dtype for column in values}
    return found.astype(typed)


def contradictions(matrix: pd.DataFrame) -> pd.DataFrame:
    """List the acts that a source contradicts, with the groups for and against.

    Needs what `evidence_matrix` gives. Gives a row for each act and group that
    contradicts it: its columns without `alone`, and `supported_by`, the labels of
    the groups that support the act. What is contradicted may be the act, its
    author or a detail; the notes of the evidence tell which.

    >>> matrix = pd.DataFrame({"act": 0, "group": pd.Categorical(["n", "s"]),
    ...     "group_label": ["North", "South"], "n_yes": [2, 0], "n_partly": 0,
    ...     "n_contradicts": [0, 1], "alone": [True, False]})
    >>> contradictions(matrix)[["group", "supported_by"]].values.tolist()
    [['s', 'North']]

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    need(matrix, _NEEDS, "evidence matrices")
    against = matrix[matrix["n_contradicts"] > 0]
    backing = matrix[matrix["n_yes"] + matrix["n_partly"] > 0]
    backing = backing[backing["act"].isin(against["act"])]
    labels = backing["group_label"].astype(str).groupby(backing["act"]).agg("; ".join)
    supported_by = against["act"].map(labels).fillna("").astype(str)
    found = against.assign(supported_by=supported_by)
    return found.drop(columns=["act", "alone"]).reset_index(drop=True)


def source_numbers(matrix: pd.DataFrame) -> pd.DataFrame:
    """Count the acts by the number of sources that support them.

    Needs what `evidence_matrix` gives. Gives `n_sources`, `n_acts` and `share`,
    for each number from the lowest to the highest that occur.

    >>> matrix = pd.DataFrame({"act": 0, "group": pd.Categorical(["n", "s"]),
    ...     "group_label": ["North", "South"], "n_yes": [2, 0], "n_partly": 0,
    ...     "n_contradicts": [0, 1], "alone": [True, False]})
    >>> source_numbers(matrix).values.tolist()
    [[2.0, 1.0, 1.0]]

    Raises
    ------
    MeasureError
        If a column is missing, or there is no act.
    """
    need(matrix, _NEEDS, "evidence matrices")
    if not len(matrix):
        raise MeasureError("A share of acts needs an act; widen the selection.")
    n = (matrix["n_yes"] + matrix["n_partly"]).groupby(matrix["act"]).sum()
    numbers = range(n.min(), n.max() + 1)
    acts = n.value_counts().reindex(numbers, fill_value=0)
    return pd.DataFrame(
        {"n_sources": acts.index, "n_acts": acts.to_numpy(), "share": acts / len(n)}
    ).reset_index(drop=True)


def _shares(part: pd.DataFrame) -> Iterator[dict[str, object]]:
    n = part["act"].nunique()
    groups = part.drop_duplicates("group")[["group", "group_label"]]
    lone = part.loc[part["alone"], "group"].value_counts()
    counts = [(code, label, int(lone[code])) for code, label in groups.to_numpy()]
    for code, label, k in [*counts, (ANY_ONE, "any one group", int(lone.sum()))]:
        it = share(k, n, of=f"acts rest on sources of {_one(code, label)} alone")
        row = {"group": code, "group_label": label, "n_alone": k, "n_acts": n}
        interval = {"share": it.value, "low": it.low, "high": it.high}
        yield {**row, **interval, "said": str(it)}


def _one(code: str, label: str) -> str:
    return label if code == ANY_ONE else f"the group {label}"
