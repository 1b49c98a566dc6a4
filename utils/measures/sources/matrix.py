"""The evidence matrix: each act by each group of sources, in order of time."""

import numpy as np
import pandas as pd

from utils.errors import MeasureError, known
from utils.measures.spread import windows
from utils.multiplicity import single_acts

ANSWERS = ("yes", "partly", "contradicts")
_TOLD = [
    "action_id",
    "date",
    "earliest",
    "latest",
    "direction",
    "type",
    "form",
    "certainty",
    "summary",
]


def evidence_matrix(
    actions: pd.DataFrame,
    evidence: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    sides: pd.DataFrame,
    by: str = "group",
) -> pd.DataFrame:
    """Count what the sources of each group say about each act.

    Needs `action_id`, `earliest`, `latest` of the acts; `action_id`, `source_id`,
    `supports` of the evidence; `source_id`, `side` of the sources; and of `sides`
    (as in a codebook) `side`, `label`, `group`, `group_label`. With `by="side"`
    each side is a group of its own. Evidence on other acts is left out.

    Gives a row for each act and each group, acts in order of time, groups in that
    of `sides`: `act` (its number from zero), what the acts have of `action_id`,
    `date`, `earliest`, `latest`, `direction`, `type`, `form`, `certainty` and
    `summary`, then `by`, `group`, `group_label`, the numbers of sources `n_yes`,
    `n_partly`, `n_contradicts`, and `alone`: the act rests on this group alone, as
    no source of another one supports it, in full or in part.

    Sources copy each other, so two are not two witnesses; and a group that is
    silent here may have spoken where nobody looked.

    >>> day = pd.Timestamp("2025-06-29")
    >>> acts = pd.DataFrame({"action_id": ["a"], "earliest": [day], "latest": [day]})
    >>> told = pd.DataFrame({"action_id": ["a"], "source_id": ["s"], "supports": "yes"})
    >>> source = pd.DataFrame({"source_id": ["s"], "side": ["left"]})
    >>> sides = pd.DataFrame({"side": ["left", "right"], "label": ["Left", "Right"]})
    >>> sides = sides.assign(group=sides["side"], group_label=sides["label"])
    >>> found = evidence_matrix(acts, told, source, sides=sides)
    >>> found[["group", "n_yes", "alone"]].values.tolist()
    [['left', 1, True], ['right', 0, False]]

    Raises
    ------
    MeasureError
        If a column is missing, an act has no day, `by` is neither, or a source, a
        side or an answer is unknown.
    """
    _check(actions, evidence, sources, sides=sides)
    groups = groups_of(sides, by)
    acts = actions.sort_values(["earliest", "latest"], kind="stable")
    counts = answers(acts["action_id"], evidence, sources, sides=sides, by=by)
    found = _cells(acts, groups)
    for answer, n in zip(ANSWERS, counts, strict=True):
        found[f"n_{answer}"] = n.ravel()
    supported = counts[0] + counts[1] > 0
    alone = supported & (supported.sum(axis=1) == 1)[:, None]
    return found.assign(alone=alone.ravel(), by=by)


def _cells(acts: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each act and each group, with what is known of both."""
    told = acts[[column for column in _TOLD if column in acts]]
    act = np.repeat(np.arange(len(acts)), len(groups))
    found = told.iloc[act].reset_index(drop=True)
    found.insert(0, "act", act)
    codes = np.tile(np.arange(len(groups)), len(acts))
    for column in groups:
        names = pd.Index(groups[column])
        found[column] = pd.Categorical(names.take(codes), names.unique())
    return found


def groups_of(sides: pd.DataFrame, by: str) -> pd.DataFrame:
    """Give `group` and `group_label` of each group, in the order of `sides`.

    Raises
    ------
    MeasureError
        If `by` is neither "group" nor "side".
    """
    if by not in ("group", "side"):
        raise MeasureError(
            f"Sources cannot be taken by {by!r}. {known(('group', 'side'), str(by))}"
        )
    names = ["group", "group_label"] if by == "group" else ["side", "label"]
    found = sides[names].drop_duplicates(names[0]).reset_index(drop=True)
    return found.set_axis(["group", "group_label"], axis=1)


def placed(
    evidence: pd.DataFrame, sources: pd.DataFrame, *, sides: pd.DataFrame, by: str
) -> pd.Series:
    """Give the group of each row of evidence.

    Raises
    ------
    MeasureError
        If a source or its side is unknown.
    """
    side = sources.drop_duplicates("source_id").set_index("source_id")["side"]
    spoken = evidence["source_id"].map(side.astype(object))
    _known(spoken, evidence["source_id"], "source")
    group = pd.Series(sides[by].astype(object).to_numpy(), index=sides["side"])
    found = spoken.map(group)
    _known(found, spoken, "side")
    return found


def need(frame: pd.DataFrame, columns: str, what: str) -> None:
    """Refuse a table that lacks a column.

    Raises
    ------
    MeasureError
        If one is missing; the message names them all.
    """
    if missing := [column for column in columns.split() if column not in frame]:
        raise MeasureError(
            f"The {what} need the column {', '.join(missing)}; "
            f"this table has {', '.join(map(str, frame.columns))}."
        )


def answers(
    ids: pd.Series,
    evidence: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    sides: pd.DataFrame,
    by: str = "group",
) -> np.ndarray:
    """Count the sources by answer (of `ANSWERS`), act and group.

    Raises
    ------
    MeasureError
        If `by` is neither, or a source, a side or an answer is unknown.
    """
    told = _read(evidence, sources, sides=sides, by=by)
    return _counts(ids, told, groups_of(sides, by))


Read = tuple[pd.Series, np.ndarray, np.ndarray]
"""The act, the answer and the group of each row of evidence."""


def _read(
    evidence: pd.DataFrame, sources: pd.DataFrame, *, sides: pd.DataFrame, by: str
) -> Read:
    answer = pd.Index(ANSWERS).get_indexer(evidence["supports"].astype(object))
    _known(pd.Series(answer).replace(-1, None), evidence["supports"], "answer")
    codes = pd.Index(groups_of(sides, by)["group"])
    group = codes.get_indexer(placed(evidence, sources, sides=sides, by=by))
    return evidence["action_id"], answer, group


def _counts(ids: pd.Series, read: Read, groups: pd.DataFrame) -> np.ndarray:
    """Count by answer, act and group; acts of the same id are told of alike."""
    number, unique = pd.factorize(ids)
    at = pd.Index(unique).get_indexer(read[0])
    here = at >= 0
    shape = len(ANSWERS), len(unique), len(groups)
    if not all(shape):
        return np.zeros((len(ANSWERS), len(ids), len(groups)), np.int64)
    cell = np.ravel_multi_index((read[1][here], at[here], read[2][here]), shape)
    return np.bincount(cell, minlength=np.prod(shape)).reshape(shape)[:, number]


def _check(
    actions: pd.DataFrame,
    evidence: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    sides: pd.DataFrame,
) -> None:
    need(actions, "action_id earliest latest", "acts")
    single_acts(actions, "What each source says")
    need(evidence, "action_id source_id supports", "rows of evidence")
    need(sources, "source_id side", "sources")
    need(sides, "side label group group_label", "sides")
    windows(actions)


def _known(found: pd.Series, given: pd.Series, what: str) -> None:
    strange = given[found.isna().to_numpy()]
    if len(strange):
        raise MeasureError(
            f"{len(strange)} of {len(given)} rows of evidence have an unknown "
            f"{what}, such as {strange.iloc[0]!r}; add it, or leave those rows out."
        )
