"""Agreement between coders, by column, with its doubt; and where they differ."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.agreement.alpha import alpha, drawn, percent
from utils.measures.agreement.codings import Values, check, check_levels, values
from utils.measures.asked import whole
from utils.measures.estimate import LEVEL

FEW_UNITS = 30
_LEAST_DEFINED = 0.9


def agreement(
    codings: pd.DataFrame,
    *,
    unit: str = "unit",
    coder: str = "coder",
    columns: Mapping[str, str],
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    """Measure how far coders agree beyond chance, by column.

    Needs a row for each unit and coder, with the columns named by `unit`, `coder`
    and `columns`; these give the level of each column: "nominal" (any values),
    "ordinal" (numbers, or ordered categories) or "interval" (numbers or days).
    NaN and None are values not given; an empty text is a value.

    Gives a row for each column: `column`, `level`, `alpha`, `low`, `high`,
    `percent` (the share of pairs of values of a unit that are alike), `n` (units
    that two or more coders coded), `n_units`, `n_coders`, `n_values` (different
    ones), `n_draws` (drawn samples that count) and `said`. Where alpha is not
    defined, it is missing and `said` tells why.

    Alpha is one minus observed over expected disagreement: Krippendorff,
    "Computing Krippendorff's Alpha-Reliability", 2011. The interval takes the
    middle 95 % of `draws` samples of whole units, drawn with putting back; it is
    not the bootstrap of Hayes and Krippendorff, "Answering the Call for a Standard
    Reliability Measure for Coding Data", Communication Methods and Measures 1(1),
    2007, which draws pairs and leaves the expected disagreement as it is. Of
    fewer than 30 units it is rough. Alpha says nothing about who is right, and
    of coders who all erred alike it is one. 0.8 is a usual bound for sound
    conclusions, 0.667 for tentative ones.

    >>> rows = [("a", "Ann", 1), ("a", "Bo", 1), ("b", "Ann", 2), ("b", "Bo", 2)]
    >>> codings = pd.DataFrame(rows, columns=["unit", "coder", "rung"])
    >>> agreement(codings, columns={"rung": "ordinal"})["alpha"].tolist()
    [1.0]

    Raises
    ------
    MeasureError
        If a column is missing, a level is unknown or does not suit the values,
        a coder coded a unit twice, there is but one coder, or no draw is asked for.
    """
    check_levels(columns)
    check(codings, unit=unit, coder=coder, columns=list(columns))
    whole("draws", draws, 1)
    whole("seed", seed, 0)
    counted = {"n_units": codings[unit].nunique(), "n_coders": codings[coder].nunique()}
    read = {c: values(codings, c, unit=unit, level=columns[c]) for c in columns}
    found = [
        {"column": column, "level": level, **counted}
        | _row(read[column], level, draws=draws, seed=seed)
        for column, level in columns.items()
    ]
    numbers = dict.fromkeys(["alpha", "low", "high", "percent"], "Float64")
    return pd.DataFrame(found).astype(numbers)[_COLUMNS]


_COLUMNS = ["column", "level", "alpha", "low", "high", "percent", "n", "n_units"]
_COLUMNS += ["n_coders", "n_values", "n_draws", "said"]


def disagreements(
    codings: pd.DataFrame,
    *,
    unit: str = "unit",
    coder: str = "coder",
    columns: Sequence[str] | Mapping[str, str],
) -> pd.DataFrame:
    """List the units that coders gave different values, column by column.

    Needs what `agreement` needs. Gives `unit`, `column` and a column for each
    coder, in the order of the codings, with the value given; None where a coder
    gave none. A value that is missing is no disagreement.

    >>> rows = [("a", "Ann", 1), ("a", "Bo", 1), ("b", "Ann", 2), ("b", "Bo", 3)]
    >>> codings = pd.DataFrame(rows, columns=["unit", "coder", "rung"])
    >>> disagreements(codings, columns=["rung"]).values.tolist()
    [['b', 'rung', 2, 3]]

    Raises
    ------
    MeasureError
        If no column is named or one is missing, a level is unknown, a coder coded a
        unit twice, there is but one coder, or a coder is called "unit" or "column".
    """
    named = (
        columns if isinstance(columns, Mapping) else dict.fromkeys(columns, "nominal")
    )
    check_levels(named)
    check(codings, unit=unit, coder=coder, columns=list(columns))
    coders = list(codings[coder].unique())
    if taken := {"unit", "column"} & set(coders):
        raise MeasureError(f"A coder cannot be called {taken.pop()!r} here; rename it.")
    keys = {"unit": unit, "coder": coder}
    found = [_differing(codings, column, **keys) for column in columns]
    return pd.concat(found, ignore_index=True)[["unit", "column", *coders]]


def _differing(
    codings: pd.DataFrame, column: str, *, unit: str, coder: str
) -> pd.DataFrame:
    coders = list(codings[coder].unique())
    keyed = codings.astype({unit: object, coder: object, column: object})
    wide = keyed.pivot(index=unit, columns=coder, values=column)
    wide = wide.reindex(index=keyed[unit].unique(), columns=coders)
    found = wide[wide.nunique(axis=1) > 1]
    found = found.where(found.notna(), None).rename_axis(index="unit", columns=None)
    return found.reset_index().assign(column=column)


def _row(found: Values, level: str, *, draws: int, seed: int) -> dict[str, Any]:
    """Give the numbers of one column and the sentence that says them."""
    row: dict[str, Any] = dict.fromkeys(("alpha", "low", "high", "percent"))
    row |= {"n": found.n_units, "n_values": len(np.unique(found.code)), "n_draws": 0}
    if not found.n_units:
        return row | {
            "said": "Alpha is not defined: no unit has two values to compare."
        }
    row["percent"] = percent(found)
    if row["n_values"] == 1:
        return row | {"said": _one_value(found.n_units)}
    row["alpha"] = alpha(found, level)
    many = drawn(found, level, draws=draws, seed=seed)
    many = many[np.isfinite(many)]
    row["n_draws"] = len(many)
    if len(many) >= _LEAST_DEFINED * draws:
        tail = (1 - LEVEL) / 2
        row["low"], row["high"] = np.quantile(many, [tail, 1 - tail])
    return row | {"said": _said(row, level)}


def _one_value(n: int) -> str:
    return (
        "Alpha is not defined: all values are the same, in "
        f"{n} unit{'' if n == 1 else 's'}, so chance would agree as well."
    )


def _said(row: Mapping[str, Any], level: str) -> str:
    n, units = row["n"], f"{row['n']} unit{'' if row['n'] == 1 else 's'}"
    alike = f"{100 * row['percent']:.0f} % of pairs alike"
    said = f"Alpha ({level}) {row['alpha']:.3f} of {units}, {alike}"
    if row["low"] is None:
        return f"{said}; too many samples lack any variation to give an interval."
    said += f" ({LEVEL:.0%}".replace("%", " %")
    said += f" interval {row['low']:.3f} to {row['high']:.3f})"
    if row["percent"] == 1:
        return f"{said}; no disagreement was seen, so the interval cannot show any."
    rough = f"; of fewer than {FEW_UNITS} units the interval is rough"
    return f"{said}{rough * (n < FEW_UNITS)}."
