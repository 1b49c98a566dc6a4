"""A scale of weights out of strengths."""

import pandas as pd

from utils.errors import MeasureError
from utils.measures.asked import is_number
from utils.scale import Scale


def scale_from(
    strengths: pd.DataFrame,
    *,
    lightest: float = -1.0,
    heaviest: float = -10.0,
    name: str = "ours",
    column: str = "form",
) -> Scale:
    """Make a scale of strengths: the weakest gets `lightest`, the strongest `heaviest`.

    Needs `item` and `strength`, as `bradley_terry` gives them; the items are
    values of the `column` of the acts. In between, equal steps of strength are
    equal steps of weight. That, and both ends, are choices: judgements of pairs say
    neither where zero lies nor how long a step is.

    >>> told = pd.DataFrame({"item": ["accuse", "expel"], "strength": [-0.5, 0.5]})
    >>> dict(scale_from(told, heaviest=-5).weights)
    {'accuse': -1.0, 'expel': -5.0}

    Raises
    ------
    MeasureError
        If a column is missing, an item stands twice, a strength or an end is no
        finite number, both ends are the same, all strengths are, or `name` or
        `column` is no word.
    """
    _check_ends(lightest, heaviest)
    _check_words(name=name, column=column)
    strength = _strength_of(strengths)
    low, high = strength.min(), strength.max()
    if not low < high:
        raise MeasureError(
            "All strengths are the same, so that no scale can tell the items apart."
        )
    weights = lightest + (strength - low) / (high - low) * (heaviest - lightest)
    return Scale(
        name,
        {str(item): float(weight) for item, weight in weights.round(9).items()},
        column=column,
        origin="strengths out of judgements of pairs",
    )


def _check_ends(lightest: object, heaviest: object) -> None:
    for end, value in {"lightest": lightest, "heaviest": heaviest}.items():
        if not is_number(value):
            raise MeasureError(f"The {end} weight is {value!r}; give a finite number.")
    if lightest == heaviest:
        raise MeasureError(f"Both ends are {lightest!r}; give two different ones.")


def _check_words(**words: object) -> None:
    for what, word in words.items():
        if not (isinstance(word, str) and word.strip()):
            raise MeasureError(f"The {what} is {word!r}; give a word or two in quotes.")


def _strength_of(strengths: pd.DataFrame) -> pd.Series:
    if missing := [it for it in ("item", "strength") if it not in strengths]:
        raise MeasureError(
            f"A scale needs the column {missing[0]}; "
            "measures.bradley_terry(judgements) gives it."
        )
    found = strengths.set_index("item")["strength"]
    if twice := found.index[found.index.duplicated()].tolist():
        raise MeasureError(f"{twice[0]} stands twice; give each item one strength.")
    if odd := [value for value in found if not is_number(value)]:
        raise MeasureError(f"A strength is {odd[0]!r}; give finite numbers.")
    return found.astype(float)
