"""The ladder: the highest rung that either direction reached, and for how long."""

from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Integral

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.measures.lanes import lanes
from utils.measures.spread import Spread, spread
from utils.multiplicity import all_and_some, counted_by, several
from utils.told import Told

_REACHES = ("least", "most")


@dataclass(frozen=True)
class Unranked(Told):
    """How many acts stand on the ladder, and the forms of those that do not.

    `forms` are pairs of form and number of acts.
    """

    n: int
    n_ranked: int
    forms: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        said = f"{self.n_ranked} of {self.n} acts stand on a rung of the ladder"
        named = ", ".join(f"{form} ({n})" for form, n in self.forms)
        return f"{said}; left out: {named}." if named else f"{said}."


def ladder(
    actions: pd.DataFrame,
    forms: pd.DataFrame,
    rungs: pd.DataFrame,
    *,
    window_days: int = 30,
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """Give the highest rung of each direction in the days up to each day.

    L(t) is the highest rung among the acts of the last `window_days` days, day t
    included. `least` is the rung that was certainly reached, `most` the one that
    may have been: an act whose date is a window counts for `least` while it lies
    in the last days wherever in its window it happened, and for `most` while it
    may lie there; an act that is disputed counts for `most` alone. Rungs are an
    order, not amounts: they are never added up or averaged (after Kahn, "On
    Escalation", 1965, whose ladder is another one). An act that lasted counts at
    its first day. What came before the first act given does not count; a window
    longer than the period gives the highest rung so far.

    Needs `earliest`, `latest`, `direction` and `form`, and takes disputed acts from
    `certainty` where it is there; of `forms` the columns
    `form` and `rung`, of `rungs` the columns `rung` and `label`, both as in the
    codebook. Gives, for every day and each direction, `date`, `direction`,
    `least`, `most` (missing where no act stands on a rung), `least_label`,
    `most_label` (empty there) and `window_days`. Acts of forms without a rung are
    left out; `unranked` names them.

    >>> days = pd.to_datetime(["2025-06-01", "2025-06-02"])
    >>> acts = pd.DataFrame({"earliest": days, "latest": days,
    ...     "direction": "AZE>RUS", "form": ["expel", "accuse"]})
    >>> forms = pd.DataFrame({"form": ["accuse", "expel"], "rung": [2, 7]})
    >>> rungs = pd.DataFrame({"rung": [2, 7], "label": ["Blame", "Removal"]})
    >>> found = ladder(acts, forms, rungs, window_days=2, until="2025-06-03")
    >>> found["least"].tolist(), found["least_label"].tolist()
    ([7, 7, 2], ['Removal', 'Removal', 'Blame'])

    Raises
    ------
    MeasureError
        If the window is no whole number of days above zero, a column is missing,
        a form is unknown, an act cannot be placed in time, or there is neither
        an act nor a period.
    """
    _check_window(window_days)
    labels = _labels(rungs)
    rungs_of = ranks(actions, forms)
    lane, groups = lanes(actions, ["direction"])
    cells = spread(actions, since=since, until=until)
    direction = groups["direction"].repeat(cells.n_days).reset_index(drop=True)
    found = {"date": np.tile(cells.dates, len(groups)), "direction": direction}
    shape = (len(groups), cells.n_days)
    days = reaches(cells, int(window_days))
    for name, rung, ends in zip(_REACHES, rungs_of, days, strict=True):
        level = highest(rung, lane, ends, shape).ravel()
        found[name] = pd.array(level, dtype="Int64")
        found[name][level == 0] = pd.NA
        found[f"{name}_label"] = [labels.get(it, "") for it in level.tolist()]
    order = ["date", "direction", *_REACHES, *(f"{name}_label" for name in _REACHES)]
    return pd.DataFrame(found)[order].assign(window_days=int(window_days))


def time_at_rungs(levels: pd.DataFrame) -> pd.DataFrame:
    """Count the days that each rung was the highest, by direction.

    Needs what `ladder` gives. Gives, for each direction and each rung that was
    ever the highest, `direction`, `rung`, `label`, `days` (as `least`) and
    `days_possible` (as `most`). Days without an
    act on a rung have a row of their own, its rung missing, so that both columns
    add up to the days of the period. A day counts for the rung reached in the
    whole window before it: one act on a high rung holds it for `window_days`.

    >>> levels = pd.DataFrame({"direction": "AZE>RUS", "least": [None, 7, 7],
    ...     "most": [7, 7, 7], "least_label": ["", "Removal", "Removal"],
    ...     "most_label": "Removal"}).astype({"least": "Int64"})
    >>> time_at_rungs(levels)[["rung", "days", "days_possible"]].values.tolist()
    [[7, 2, 3], [<NA>, 1, 0]]

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    _need(levels, ["direction", *_REACHES, "least_label", "most_label"], "levels")
    counted = [
        levels.rename(columns={name: "rung", f"{name}_label": "label"})
        .groupby(["direction", "rung", "label"], observed=True, dropna=False)
        .size()
        .rename(days)
        for name, days in zip(_REACHES, ("days", "days_possible"), strict=True)
    ]
    found = pd.concat(counted, axis=1).fillna(0).astype(int).reset_index()
    found = found.astype({"rung": "Int64"})
    return found.sort_values(["direction", "rung"], ignore_index=True)


def unranked(actions: pd.DataFrame, forms: pd.DataFrame) -> Unranked:
    """Say how many acts stand on the ladder, and which forms are left out.

    Needs `form`; of `forms` the columns `form` and `rung`, as in the codebook.

    >>> forms = pd.DataFrame({"form": ["expel", "praise"], "rung": [7, None]})
    >>> print(unranked(pd.DataFrame({"form": ["expel", "praise"]}), forms))
    1 of 2 acts stand on a rung of the ladder; left out: praise (1).

    Raises
    ------
    MeasureError
        If a column is missing or a form is unknown.
    """
    bare, n = _rungs(actions, forms) == 0, several(actions)
    left = actions["form"][bare].astype(str)
    named = counted_by(left, None if n is None else n[bare])
    return Unranked(*all_and_some(~bare, n), named)


def ranks(actions: pd.DataFrame, forms: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Give the rung of each act, as `least` and as `most` take it; zero for none.

    Raises
    ------
    MeasureError
        If a column is missing or a form is unknown.
    """
    rung = _rungs(actions, forms)
    return np.where(_disputed(actions), 0, rung), rung


def _rungs(actions: pd.DataFrame, forms: pd.DataFrame) -> np.ndarray:
    """Give the rung of each act, zero where its form has none."""
    _need(actions, ["form"], "acts")
    _need(forms, ["form", "rung"], "forms")
    rung = pd.to_numeric(forms["rung"]).fillna(0).astype(int)
    ranks: Mapping[str, int] = dict(zip(forms["form"].astype(str), rung, strict=True))
    form = actions["form"].astype("category")
    used = form.cat.remove_unused_categories().cat.categories
    if odd := [str(name) for name in used if str(name) not in ranks]:
        raise MeasureError(
            f"The forms {', '.join(odd)} are not in the table of forms; give the "
            "table of the codebook that the acts were coded by."
        )
    known = [ranks.get(str(name), 0) for name in form.cat.categories]
    return np.array([*known, 0])[form.cat.codes.to_numpy()]


def _disputed(actions: pd.DataFrame) -> np.ndarray:
    if "certainty" not in actions:
        return np.zeros(len(actions), dtype=bool)
    return (actions["certainty"] == "disputed").to_numpy()


def _labels(rungs: pd.DataFrame) -> dict[int, str]:
    _need(rungs, ["rung", "label"], "rungs")
    number = pd.to_numeric(rungs["rung"]).astype(int)
    return dict(zip(number.tolist(), rungs["label"].astype(str), strict=True))


def reaches(
    cells: Spread, window_days: int
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Give first and last day on which each act counts, certainly and possibly."""
    first = cells.nth == 1
    begins = cells.day[first]
    ends = begins + cells.lasts[cells.row[first]] - 1
    return (ends, begins + window_days - 1), (begins, ends + window_days - 1)


def highest(
    rung: np.ndarray,
    lane: np.ndarray,
    ends: tuple[np.ndarray, np.ndarray],
    shape: tuple[int, int],
) -> np.ndarray:
    """Give the highest rung of each lane (row) on each day (column), or zero."""
    n_lanes, n_days = shape
    level = np.zeros(shape, dtype=np.int64)
    first, last = ends[0], np.minimum(ends[1], n_days - 1)
    for step in np.unique(rung[rung > 0]):
        some = (rung == step) & (first <= last)
        row = lane[some] * (n_days + 1)
        size = n_lanes * (n_days + 1)
        begun = np.bincount(row + first[some], minlength=size)
        over = np.bincount(row + last[some] + 1, minlength=size)
        there = (begun - over).reshape(n_lanes, n_days + 1).cumsum(axis=1) > 0
        level[there[:, :-1]] = step
    return level


def _check_window(window_days: int) -> None:
    number = isinstance(window_days, Integral) and not isinstance(window_days, bool)
    if not (number and window_days > 0):
        raise MeasureError(
            f"A window is a whole number of days above zero, not {window_days!r}."
        )


def _need(table: pd.DataFrame, columns: list[str], what: str) -> None:
    if missing := [name for name in columns if name not in table]:
        raise MeasureError(
            f"A ladder needs the column {', '.join(missing)} of the {what}; "
            f"this table has {', '.join(map(str, table.columns))}."
        )
