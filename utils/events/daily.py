"""The one expression that every engine carries out: events added up by day."""

from collections.abc import Iterator, Sequence

import narwhals as nw
import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.events.canonical import PARTIES, direction_of
from utils.scale import Scale

BY = ("direction", "type", "tone")
_SUMS = ("n", "n_weighted", "weight_units")


def added_up(
    events: nw.LazyFrame,
    weights: nw.LazyFrame | None,
    by: Sequence[str],
    *,
    by_parties: bool = False,
) -> nw.LazyFrame:
    """Count events by day and group, and add up whole weights where there are any.

    Needs `n`, the number of events that a row stands for. Gives `date`, the columns
    of `by`, `n`, and with weights `n_weighted` and `weight_units`. All sums are of
    whole numbers, so that every engine gives the same. With `by_parties`, where every
    direction is that from the actor's country to the target's, it is put together
    for each sum and not for each event.
    """
    names, sums = ["date", *by], [nw.col("n")]
    keys = [*dict.fromkeys(_keys(by, by_parties))]
    if weights is not None:
        events, weighed = _weighed(events, weights)
        sums += weighed
    key = [nw.col("earliest").alias("date"), *map(nw.col, keys), *sums]
    counted = [nw.col(name).sum() for name in _SUMS[: len(sums)]]
    grouped = events.select(*key).group_by(["date", *keys]).agg(*counted)
    # An engine may add up into wider numbers than it is given.
    whole = [nw.col(name).cast(nw.Int64) for name in _SUMS[: len(sums)]]
    if "direction" in {*by} - {*keys}:
        grouped = grouped.with_columns(direction=direction_of(directed=True))
    return grouped.select(*names, *whole).sort(names)


def _keys(by: Sequence[str], by_parties: bool) -> Iterator[str]:
    for name in by:
        yield from PARTIES if by_parties and name == "direction" else (name,)


def _weighed(
    events: nw.LazyFrame, weights: nw.LazyFrame
) -> tuple[nw.LazyFrame, list[nw.Expr]]:
    """Put the weights beside the events, and say what of them is added up."""
    (weighed_by,) = {*weights.collect_schema().names()} - {"units"}
    n, units = nw.col("n"), nw.col("units")
    weighed = nw.when(~units.is_null())
    sums = [
        weighed.then(n).otherwise(0).alias("n_weighted"),
        weighed.then(n * units).otherwise(0).alias("weight_units"),
    ]
    return events.join(weights, on=weighed_by, how="left"), sums


def whole_weights(scale: Scale) -> tuple[pd.DataFrame, int]:
    """Give each weight as a whole number, and how many of these make one.

    The weights stand beside the column that the scale is keyed on: `code`, `form`
    or `tone`.

    >>> whole_weights(Scale("mine", {"042": 1.9, "112": -2}))[0]["units"].tolist()
    [19, -20]

    Raises
    ------
    MeasureError
        If the scale has a weight of more than six decimals.
    """
    keyed_on = key_of(scale)
    weights = np.array(list(scale.weights.values()))
    for decimals in range(7):
        one = 10**decimals
        if np.allclose(weights * one, np.round(weights * one), atol=1e-9):
            units = np.round(weights * one).astype(np.int64)
            return pd.DataFrame({keyed_on: list(scale.weights), "units": units}), one
    raise MeasureError(f"{scale} has weights with more than six decimals; round them.")


def key_of(scale: Scale) -> str:
    """Name the column of events that a scale is keyed on."""
    return "code" if scale.column == "cameo" else scale.column


def as_daily(found: pd.DataFrame, one: int | None) -> pd.DataFrame:
    """Give the frame that curves and bars draw from, with days and true weights."""
    daily = found.assign(date=pd.to_datetime(found["date"]))
    if one is not None:
        daily = daily.assign(weight=daily.pop("weight_units") / one)
    return daily
