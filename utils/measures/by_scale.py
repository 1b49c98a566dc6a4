"""The same acts weighed by several scales, as named frames."""

from collections.abc import Iterable, Mapping

import pandas as pd

from utils.measures.robustness.choices import scales_by_label
from utils.measures.weights import weigh
from utils.scale import Scale


def by_scale(
    actions: pd.DataFrame, scales: Mapping[str, Scale] | Iterable[Scale]
) -> dict[str, pd.DataFrame]:
    """Give the acts weighed by each scale in turn, under the label of the scale.

    The frames go to `in_variants`, so that any measure of weighed acts can be taken
    on each scale. Weights stay in the unit of their scale: compare days, signs and
    orders across scales, not amounts.

    Needs the columns that the scales are keyed on. A code that a scale lacks gets
    NaN on that scale, never zero.

    >>> acts = pd.DataFrame({"cameo": ["111"]})
    >>> scales = [Scale("mine", {"111": -2}), Scale("b", {"111": -1}, label="Yours")]
    >>> {name: rows["weight"].sum().item() for name, rows in
    ...     by_scale(acts, scales).items()}
    {'mine': -2.0, 'Yours': -1.0}

    Raises
    ------
    MeasureError
        If there is no scale, two are called alike, or a column is missing.
    """
    named = scales_by_label(scales)
    return {name: weigh(actions, scale) for name, scale in named.items()}
