"""An estimate with its doubt, and the refusal to make one from too little."""

from dataclasses import dataclass

from utils.errors import MeasureError
from utils.told import Told

LEVEL = 0.95


@dataclass(frozen=True)
class Estimate(Told):
    """A number with its interval, how many acts it rests on, and a sentence.

    `low` and `high` bound the interval of confidence `level`; `n` is the number
    of observations. `str` gives the sentence.
    """

    value: float
    low: float
    high: float
    n: int
    said: str
    level: float = LEVEL

    def __str__(self) -> str:
        return self.said


def share(k: int, n: int, *, of: str) -> Estimate:
    """Give the share of `k` in `n`, with its exact interval.

    `of` names what is counted, as in "acts answered within 7 days". The interval
    is that of Clopper and Pearson, "The Use of Confidence or Fiducial Limits
    Illustrated in the Case of the Binomial", Biometrika 26, 1934; it takes the
    acts as independent.

    >>> print(share(1, 2, of="acts answered"))
    1 of 2 acts answered: 50 % (95 % interval 1 to 99 %).

    Raises
    ------
    MeasureError
        If there is nothing to take a share of.
    """
    enough(n, 1, f"A share of {of}")
    from scipy.stats import beta

    tail = (1 - LEVEL) / 2
    low = float(beta.ppf(tail, k, n - k + 1)) if k else 0.0
    high = float(beta.ppf(1 - tail, k + 1, n - k)) if k < n else 1.0
    said = (
        f"{k} of {n} {of}: {k / n:.0%} "
        f"({LEVEL:.0%} interval {100 * low:.0f} to {high:.0%})."
    ).replace("%", " %")
    return Estimate(k / n, low, high, n, said)


def enough(n: int, least: int, what: str, unit: str = "act") -> None:
    """Refuse what would be made from too little.

    Raises
    ------
    MeasureError
        If `n` is below `least`; the message says both.
    """
    if n < least:
        units = f"{unit}s" if least != 1 else unit
        raise MeasureError(
            f"{what} needs at least {least} {units}; there {_is(n, unit)}. "
            "Widen the selection."
        )


def _is(n: int, unit: str) -> str:
    said = {0: f"is no {unit}", 1: f"is one {unit}"}
    return said.get(n, f"are {n} {unit}s")
