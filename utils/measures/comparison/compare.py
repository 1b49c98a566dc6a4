"""The comparison of scales, as one result with its tables and a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from utils.measures.comparison.cells import OPPOSITE, apart, cells_of
from utils.measures.comparison.pairs import disagreements, pairs
from utils.measures.comparison.sums import sums, table
from utils.measures.weights import Coverage, coverage
from utils.scale import Scale
from utils.told import Told


@dataclass(frozen=True, eq=False)
class ScaleComparison(Told):
    """What several scales make of the same acts, and a sentence (`str`).

    `coverage` says how many acts each scale weighs, and which codes it lacks.
    `sums` has a row for each scale, direction (and "all") and set of `acts`
    ("shared": those that every scale weighs; "covered": those that this one
    does) that has any: `n`, `sum` and `mean` of the weights, `conflict` (the sum
    of those below zero, without their sign), `n_not_zero`, and `conflict_share`,
    the part of `conflict` in the sum of all weights without their sign (missing
    where `n_not_zero` is 0). Weights are parts of the scale's largest.
    `pairs` has for each two scales, `one` and `other`, the `n` acts that both
    weigh, `n_opposite`, `n_differ`, `opposite_share` (missing where `n` is 0),
    `spearman` (missing where it is undefined) and a sentence, `said`.
    `disagreements` has the kinds of acts on which two scales differ in sign, opposite
    ones first: `one`, `other`, the columns that kinds are told apart by, `weight_one`
    and `weight_other` in units of their own, `opposite` (true or false) and `n`.
    `table` is what the chart draws: for each `code` of the column that `by` names
    `n`, `n_opposite` and `n_differ` between any two scales, and for each `scale`
    its `label`, its `unit` (the largest weight), `n_weighted`, and `mean`, `least`
    and `most` of the weights as parts of it (missing where `n_weighted` is 0).
    """

    coverage: tuple[Coverage, ...]
    sums: pd.DataFrame
    pairs: pd.DataFrame
    disagreements: pd.DataFrame
    table: pd.DataFrame
    said: str

    def __str__(self) -> str:
        return self.said


def compare_scales(
    actions: pd.DataFrame,
    scales: Mapping[str, Scale] | Sequence[Scale],
    *,
    by: str = "form",
) -> ScaleComparison:
    """Set two or more scales side by side on the same acts.

    Scales have units of their own, so each weight w becomes w / max|w|, with the
    largest weight that the scale gives to any code, whether an act has it or not:
    1 is the most cooperative or conflictual that this scale can say. Zero stays
    zero. Signs need no unit: two scales are `opposite` on an act where one weighs
    it below and the other above zero, and `differ` where one of them may also be
    zero. Their order is compared by the rank correlation of C. Spearman, "The
    Proof and Measurement of Association between Two Things", American Journal
    of Psychology 15, 1904, with mean ranks for ties. It describes the acts
    given and has no interval: acts of one code always share their weight, so they
    are no sample of independent cases. An act without a weight is left out of
    what it lacks, and never taken for zero.

    Needs `direction`, the column `by` that the rows of the table stand for, and
    the columns that the scales are keyed on.

    >>> acts = pd.DataFrame({"form": ["accuse", "demand", "demand", "meet"],
    ...     "direction": "AZE>RUS"})
    >>> one = Scale("one", {"accuse": -2, "demand": -4, "meet": 1}, column="form")
    >>> other = Scale("other", {"accuse": -1, "demand": 0.5}, column="form")
    >>> found = compare_scales(acts, [one, other])
    >>> print(found)
    2 scales weigh 3 of 4 acts together; two of them have opposite signs on 2.
    >>> print(found.pairs["said"][0])
    one and other share 3 acts: signs opposite on 2, rank correlation -1.00.

    Raises
    ------
    MeasureError
        If there are fewer than two scales, two of one name, a scale that weighs
        nothing but zero, or a column is missing.
    """
    cells = cells_of(actions, scales, by)
    opposite = int(cells.n[apart(cells.weights, OPPOSITE)].sum())
    shared = int(cells.n[cells.shared].sum())
    return ScaleComparison(
        coverage=tuple(coverage(actions, scale) for scale in cells.scales),
        sums=sums(cells),
        pairs=pairs(cells),
        disagreements=disagreements(cells, by),
        table=table(cells, by),
        said=(
            f"{len(cells.scales)} scales weigh {shared} of {cells.n.sum()} acts "
            f"together; two of them have opposite signs on {opposite}."
        ),
    )
