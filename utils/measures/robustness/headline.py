"""A headline: a sentence about a frame that is true or false."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.errors import MeasureError
from utils.told import Told

READS = ("acts", "tension")


@dataclass(frozen=True)
class Headline(Told):
    """A sentence, and the function from a frame to true or false that tests it.

    `reads` names the frame: "acts", weighed and dated (the columns of the record
    and `weight`), or "tension", what `measures.tension` gives of them with the
    half-life of the variant. `directions` are those whose curves are needed, all
    if it is empty. The function raises MeasureError where the frame holds too little
    to say either; that counts apart, never as false.

    >>> calm = Headline("no act is conflictual", lambda acts: (acts.weight >= 0).all())
    >>> print(calm, calm(pd.DataFrame({"weight": [1.0, -2.0]})))
    no act is conflictual False

    Raises
    ------
    MeasureError
        If `reads` is neither; when called, if the answer is not true or false.
    """

    said: str
    test: Callable[[pd.DataFrame], object]
    reads: str = "acts"
    directions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.reads not in READS:
            raise MeasureError(f"A headline reads acts or tension, not {self.reads!r}.")

    def __call__(self, frame: pd.DataFrame) -> bool:
        """Say whether the headline holds in a frame."""
        return self.truth(self.test(frame))

    def truth(self, answer: object) -> bool:
        """Take an answer of the test for true or false.

        Raises
        ------
        MeasureError
            If it is neither.
        """
        if not isinstance(answer, bool | np.bool_):
            raise MeasureError(
                f"A headline is true or false; {self.said!r} came out as {answer!r}."
            )
        return bool(answer)

    def __str__(self) -> str:
        return self.said


def headline_of(function: Callable[[pd.DataFrame], object]) -> Headline:
    """Take any function for a headline about acts; it is said by its docstring.

    >>> print(headline_of(len))
    Return the number of items in a container.
    """
    if isinstance(function, Headline):
        return function
    name = getattr(function, "__name__", str(function)).replace("_", " ")
    lines = (getattr(function, "__doc__", None) or name).strip().splitlines()
    return Headline(lines[0], function)


def of_direction(frame: pd.DataFrame, direction: str) -> np.ndarray:
    """Say of each row whether it is of a direction.

    >>> of_direction(pd.DataFrame({"direction": ["A>B", "B>A"]}), "B>A").tolist()
    [False, True]

    Raises
    ------
    MeasureError
        If there is no column `direction`.
    """
    if "direction" not in frame:
        raise MeasureError(
            "A headline about a direction needs the column direction; "
            f"this table has {', '.join(map(str, frame.columns))}."
        )
    return frame["direction"].eq(direction).to_numpy(dtype=bool)


def way(direction: str) -> str:
    """Write a direction as a sentence does.

    >>> way("AZE>RUS")
    'AZE to RUS'
    """
    return direction.replace(">", " to ")


def more(one: float, other: float) -> bool:
    """Say whether one amount is above another by more than rounding.

    >>> more(0.1 + 0.2, 0.3), more(0.31, 0.3)
    (False, True)
    """
    return bool(one - other > 1e-9 * max(abs(one), abs(other)))
