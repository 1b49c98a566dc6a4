"""Pairs of things to weigh against each other, for a class or alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from utils.tables import Case

if TYPE_CHECKING:
    from utils.lessons.pairwise.showing import Judging

__all__ = ["judging"]


def judging(
    case: Case,
    wanted: Iterable[str],
    *,
    judge: str = "me",
    most: int | None = None,
    seed: int = 0,
) -> "Judging":
    """Show pairs of forms of act, one after another, and ask which weighs more.

    `wanted` names forms of the codebook of the case, whose labels and definitions
    are shown. Each pair comes once, in an order and with sides drawn by lot from the
    `seed`; `most` shows only so many of them. The keys 1 and 2 weigh, and 0 means
    "cannot say". What comes back is a widget; its `judgements` is a frame with
    `judge`, `heavier`, `lighter` and `tie` ("yes" where the judge could not say),
    as `measures.bradley_terry` reads it.

    Raises
    ------
    LessonError
        If fewer than two forms are wanted or one is unknown, or `most` is no whole
        number from 1.
    """
    from utils.lessons.pairwise.showing import Judging

    return Judging(case.codebook.forms, list(wanted), judge=judge, most=most, seed=seed)
