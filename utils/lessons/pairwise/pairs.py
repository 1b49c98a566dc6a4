"""Which pairs are judged, in which order, and what was made of them."""

import random
from collections.abc import Iterable, Sequence
from itertools import combinations

import pandas as pd

from utils.errors import LessonError, known

Pair = tuple[str, str]
Judgement = tuple[str, str, bool]
FIRST, SECOND, TIE = "first", "second", "tie"


def drawn_pairs(
    wanted: Sequence[str], *, most: int | None = None, seed: int = 0
) -> list[Pair]:
    """Give every pair once, in an order and with sides drawn by lot.

    >>> drawn_pairs(["accuse", "expel"])
    [('expel', 'accuse')]

    Raises
    ------
    LessonError
        If there are fewer than two different forms, or `most` is no whole number
        from 1.
    """
    forms = sorted(set(wanted))
    if len(forms) < 2:
        raise LessonError(f"A pair needs two different forms; there is {len(forms)}.")
    whole = isinstance(most, int) and not isinstance(most, bool)
    if most is not None and not (whole and most >= 1):
        raise LessonError(f"most is {most!r}; give a whole number from 1.")
    lots = random.Random(seed)
    pairs = [
        (a, b) if lots.random() < 0.5 else (b, a) for a, b in combinations(forms, 2)
    ]
    lots.shuffle(pairs)
    return pairs[:most]


def judged(pair: Pair, which: str) -> Judgement:
    """Give the heavier and the lighter of a pair, and whether nobody could say.

    >>> judged(("accuse", "expel"), "second")
    ('expel', 'accuse', False)
    """
    one, other = pair
    return (other, one, False) if which == SECOND else (one, other, which == TIE)


def as_frame(judge: str, judgements: Sequence[Judgement]) -> pd.DataFrame:
    """Give judgements as `measures.bradley_terry` reads them."""
    rows = [(judge, a, b, "yes" if tie else "no") for a, b, tie in judgements]
    return pd.DataFrame(rows, columns=["judge", "heavier", "lighter", "tie"])


def check_forms(wanted: Sequence[str], there: Iterable[str]) -> None:
    """Refuse forms that the codebook lacks.

    Raises
    ------
    LessonError
        If one is wanted.
    """
    names = list(there)
    for form in wanted:
        if form not in names:
            raise LessonError(f"There is no form {form!r}. {known(names, str(form))}")
