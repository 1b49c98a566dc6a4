"""Any measure under several choices at once, as named variants in one frame."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd

from utils.errors import MeasureError


def by_certainty(actions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Give the acts that are most certain, and with them the less certain, in steps.

    The frames are named "confirmed only", "with reported", "with disputed", in the
    order of the codebook: each holds the acts of the one before. A grade that no
    act has is a step all the same, so that the names do not depend on the selection.

    Needs `certainty` as an ordered list of categories; acts without one are left out.

    >>> grades = pd.Categorical(["reported", "confirmed"], ["confirmed", "reported"])
    >>> steps = by_certainty(pd.DataFrame({"certainty": grades}))
    >>> {name: len(acts) for name, acts in steps.items()}
    {'confirmed only': 1, 'with reported': 2}

    Raises
    ------
    MeasureError
        If there is no column `certainty`, or its order is not known.
    """
    grades = getattr(actions.get("certainty"), "cat", None)
    if grades is None:
        raise MeasureError(
            "Steps of certainty need the column certainty with its categories in "
            "order, most certain first, as load gives it."
        )
    return {
        f"with {grade}" if i else f"{grade} only": actions[
            grades.codes.between(0, i).to_numpy()
        ]
        for i, grade in enumerate(grades.categories)
    }


def in_variants(
    frames: Mapping[str, pd.DataFrame],
    measure: Callable[..., Any],
    **options: Any,
) -> pd.DataFrame:
    """Measure each named frame of acts, and put the rows below each other.

    `frames` are what `by_certainty`, `case.left_out` or a hand of one's own gives;
    `options` go to the measure, as in `in_variants(frames, tension,
    half_life_days=10)`. A measure gives a frame, or a result that has a `table` or
    fields of its own, of which each becomes a column. Gives the column `variant`
    first, ordered as the frames are, and the columns of the measure.

    A frame without acts is refused by most measures, and then all is, with the
    variant's name; those that take `since` and `until` may give no rows for it,
    and then the variant is among the categories of the column, without a row.
    Frames that hold the same acts with other weights are variants too.

    >>> acts = pd.DataFrame({"earliest": pd.to_datetime(["2025-01-01", "2025-01-01"]),
    ...     "latest": pd.to_datetime(["2025-01-01", "2025-01-01"])})
    >>> from utils.measures.counts import counts
    >>> halves = {"all acts": acts, "the first": acts[:1]}
    >>> in_variants(halves, counts, per="day", by=[])[["variant", "n"]].values.tolist()
    [['all acts', 2.0], ['the first', 1.0]]

    Raises
    ------
    MeasureError
        If there is no frame, the measure refuses one of them, gives no frame, or
        gives a column `variant` itself.
    """
    if not frames:
        raise MeasureError(
            "There is no variant to measure; give frames by name, as "
            "by_certainty(actions) does."
        )
    measured = {
        name: _measured(name, frame, lambda acts: measure(acts, **options))
        for name, frame in frames.items()
    }
    stacked = pd.concat(measured.values(), ignore_index=True)
    number = [i for i, rows in enumerate(measured.values()) for _ in range(len(rows))]
    names = pd.Categorical.from_codes(number, list(measured), ordered=True)
    stacked.insert(0, "variant", names)
    return stacked


def _measured(
    name: str, frame: pd.DataFrame, measure: Callable[[pd.DataFrame], Any]
) -> pd.DataFrame:
    try:
        rows = _rows(measure(frame))
    except MeasureError as refusal:
        raise MeasureError(f"Variant {name!r}: {refusal}") from refusal
    if "variant" in rows:
        raise MeasureError(
            f"Variant {name!r}: what was measured has a column variant already; "
            "rename it, as in rows.rename(columns={'variant': 'scale'})."
        )
    return rows


def _rows(found: Any) -> pd.DataFrame:
    """Give a frame as it is, a result as its table, or as one row of its fields."""
    table = getattr(found, "table", found)
    if isinstance(table, pd.DataFrame):
        return table
    if is_dataclass(found) and not isinstance(found, type):
        row = {field.name: getattr(found, field.name) for field in fields(found)}
        return pd.DataFrame([row])
    raise MeasureError(
        "A measure of variants gives a frame, or a result with a table; "
        f"this one gave {found!r}."
    )
