"""The choices of a multiverse, each under the name that it is told by."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from utils.errors import MeasureError, known
from utils.measures.tension import fade
from utils.measures.variants import by_certainty
from utils.scale import Scale


def steps(
    frames: Mapping[str, pd.DataFrame], certainty: Sequence[str] = ()
) -> dict[tuple[str, str], pd.DataFrame]:
    """Give the acts by sources and step of certainty, of all steps the widest first.

    >>> grades = pd.Categorical(["reported", "confirmed"], ["confirmed", "reported"])
    >>> list(steps({"all sources": pd.DataFrame({"certainty": grades})}))
    [('all sources', 'with reported'), ('all sources', 'confirmed only')]

    Raises
    ------
    MeasureError
        If there is no frame, or a step is unknown or given twice.
    """
    found = {}
    for sources, frame in frames.items():
        there = by_certainty(frame)
        names = once(certainty or reversed(there), "step of certainty")
        for name in names:
            if name not in there:
                raise MeasureError(
                    f"There is no step of certainty {name!r}. {known(there, str(name))}"
                )
            found[sources, str(name)] = there[str(name)]
    return found


def scales_by_label(scales: Mapping[str, Scale] | Iterable[Scale]) -> dict[str, Scale]:
    """Give scales under their labels, or their names where they have none.

    >>> list(scales_by_label([Scale("mine", {}), Scale("b", {}, label="Better")]))
    ['mine', 'Better']

    Raises
    ------
    MeasureError
        If there is none, or two are called alike.
    """
    found = list(scales.values() if isinstance(scales, Mapping) else scales)
    labels = once((scale.label or scale.name for scale in found), "scale")
    return dict(zip(map(str, labels), found, strict=True))


def half_lives(days: Sequence[float]) -> dict[str, float]:
    """Give half-lives under the words for them.

    >>> half_lives([30, 1])
    {'30 days': 30.0, '1 day': 1.0}

    Raises
    ------
    MeasureError
        If there is none, one is given twice, or is not a number above zero.
    """
    if isinstance(days, str) or not isinstance(days, Iterable):
        raise MeasureError(
            f"Half-lives are numbers of days in a list, as in [10, 30], not {days!r}."
        )
    for each in once(days, "half-life"):
        fade(np.zeros(1), each)  # type: ignore[arg-type]
    return {f"{each:g} day{'' if each == 1 else 's'}": float(each) for each in days}


def every_act(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Give each act of any frame once: `action_id`, `earliest` and `latest`.

    Raises
    ------
    MeasureError
        If there is no frame, a column is missing, or a frame holds an act twice.
    """
    columns = ["action_id", "earliest", "latest"]
    for name in once(frames, "frame of acts"):
        frame = frames[str(name)]
        if missing := [column for column in columns if column not in frame]:
            raise MeasureError(
                f"The acts of {name!r} lack the column {', '.join(missing)}."
            )
        if n := int(frame["action_id"].duplicated().sum()):
            raise MeasureError(
                f"The acts of {name!r} repeat {n} of their action_id; in draws of "
                "dates each act is told by it, so give each its own."
            )
    every = pd.concat([frame[columns] for frame in frames.values()])
    return every.drop_duplicates("action_id", ignore_index=True)


def once(choices: Iterable[Hashable], what: str) -> list[Hashable]:
    """Refuse a dimension without a choice, or with one that is given twice.

    >>> once([10, 30], "half-life")
    [10, 30]

    Raises
    ------
    MeasureError
        If there is none, or one comes twice.
    """
    found = list(choices)
    if not found:
        raise MeasureError(f"There is no {what} to choose; give at least one.")
    if twice := [str(each) for each in dict.fromkeys(found) if found.count(each) > 1]:
        raise MeasureError(
            f"There are two of one {what}: {', '.join(twice)}; each counts once."
        )
    return found
