"""Codings as read: which coder gave which unit which value, as plain arrays."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError, known

LEVELS = ("nominal", "ordinal", "interval")


@dataclass(frozen=True, eq=False)
class Values:
    """The values that may be paired: those of units that two or more coders coded.

    `unit` numbers the units from zero, `code` the values in their order (the
    same number for the same value); `amount` is the value on its scale, where
    the level is interval. `n_units` counts the units with a pair.
    """

    unit: np.ndarray
    code: np.ndarray
    amount: np.ndarray
    n_units: int


def check(codings: pd.DataFrame, *, unit: str, coder: str, columns: list[str]) -> None:
    """Refuse codings that lack a column, name no coder, or code a unit twice.

    Raises
    ------
    MeasureError
        If so, or if there is only one coder.
    """
    wanted = [unit, coder, *columns]
    if missing := [column for column in wanted if column not in codings]:
        raise MeasureError(
            f"Codings need the column {', '.join(map(str, missing))}; "
            f"this table has {', '.join(map(str, codings.columns))}."
        )
    keys = codings[[unit, coder]]
    if empty := int(keys.isna().any(axis=1).sum()):
        raise MeasureError(
            f"{empty} of {len(codings)} rows have no {unit} or no {coder}; "
            "each row is what one coder said about one unit."
        )
    _refuse_twice(keys)
    _refuse_alone(codings[coder])


def check_levels(levels: Mapping[str, str]) -> None:
    """Refuse a level of measurement that there is not.

    Raises
    ------
    MeasureError
        If there is one, or no column at all is named.
    """
    if not levels:
        raise MeasureError(
            "Name the columns to compare with the level of each, as in "
            'columns={"type": "nominal", "rung": "ordinal"}.'
        )
    for column, level in levels.items():
        if level not in LEVELS:
            raise MeasureError(
                f"Column {column} cannot be {level!r}. {known(LEVELS, str(level))}"
            )


def values(codings: pd.DataFrame, column: str, *, unit: str, level: str) -> Values:
    """Read the values of one column; missing ones are left out.

    Raises
    ------
    MeasureError
        If the values have no order, or no distance, and the level needs one.
    """
    there = codings[column].notna().to_numpy()
    given = codings.loc[there, column]
    number = pd.factorize(codings.loc[there, unit])[0]
    pairable = (np.bincount(number)[number] > 1) if len(number) else there[:0]
    given, number = given[pairable], pd.factorize(number[pairable])[0]
    code = _numbered(given, column, level)
    amount = _amounts(given, column) if level == "interval" else code.astype(float)
    return Values(number, code, amount, int(number.max(initial=-1)) + 1)


def _numbered(given: pd.Series, column: str, level: str) -> np.ndarray:
    """Give each value its number in the order that the level needs."""
    if level == "nominal":
        return pd.factorize(given)[0]
    if isinstance(given.dtype, pd.CategoricalDtype):
        if level == "ordinal" and given.cat.ordered:
            return given.cat.remove_unused_categories().cat.codes.to_numpy(np.int64)
        raise _unordered(column, level)
    if not _is_number(given):
        raise _unordered(column, level)
    return np.unique(given.to_numpy(), return_inverse=True)[1]


def _amounts(given: pd.Series, column: str) -> np.ndarray:
    """Give the values as numbers around zero, days as numbers of days."""
    plain = given.to_numpy()
    if plain.dtype.kind == "M":
        plain = (plain - plain.min(initial=plain[0])) / np.timedelta64(1, "D")
    found = plain.astype(float)
    if not np.isfinite(found).all():
        raise MeasureError(f"Column {column} holds infinity; an interval has to end.")
    return found - found.mean() if len(found) else found


def _is_number(given: pd.Series) -> bool:
    return given.dtype.kind in "iufbM"


def _unordered(column: str, level: str) -> MeasureError:
    if level == "interval":
        return MeasureError(
            f"Column {column} holds no numbers, so its values lie no distance apart; "
            "give numbers or days, or call the column nominal or ordinal."
        )
    return MeasureError(
        f"Column {column} holds words without an order; map them to numbers, or give "
        'pd.Categorical(values, ["low", "middle", "high"], ordered=True).'
    )


def _refuse_twice(keys: pd.DataFrame) -> None:
    again = keys.duplicated().to_numpy()
    if again.any():
        unit, coder = keys[again].iloc[0]
        raise MeasureError(
            f"Coder {coder} coded the unit {unit} more than once; keep one row "
            "for each coder and unit."
        )


def _refuse_alone(coders: pd.Series) -> None:
    names = list(coders.unique())
    if len(names) < 2:
        there = f"there is one, {names[0]!r}" if names else "there is none"
        raise MeasureError(f"Agreement needs two coders or more; {there}.")
