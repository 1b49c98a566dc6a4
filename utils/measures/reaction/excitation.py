"""What a Hawkes fit says: its numbers, their doubt, and the sentences for both."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.measures.estimate import LEVEL, Estimate
from utils.measures.reaction.fitting import Fit
from utils.told import Told

_TAILS = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
_CAUTION = (
    "No causal claim: a common cause that is not in the table, such as a burst of "
    "reporting or a busy season, gives the same picture."
)


@dataclass(frozen=True, eq=False)
class Hawkes(Told):
    """A Hawkes process in days that fits the acts of two directions.

    `mu`: `direction`, `per_day` (acts a day that follow on none), `low`, `high`.
    `alpha`: `after` and `direction`; `acts`, how many acts of `direction` follow,
    in all, one act of `after`; `low` and `high`. `half_life_days` and
    `spectral_radius` have their intervals; `dispersion` is how much more counts
    vary than the model allows, with the interval of data that it made itself.
    `aic` is below `aic_steady` where the model is better than constant rates.
    `unsettled` of `searches` for the likeliest rates came to no end. `str` says
    it all in sentences.
    """

    n_first: int
    n_second: int
    n_days: int
    mu: pd.DataFrame
    alpha: pd.DataFrame
    half_life_days: Estimate
    spectral_radius: Estimate
    dispersion: Estimate
    aic: float
    aic_steady: float
    searches: int
    unsettled: int

    def __str__(self) -> str:
        said = [
            self._counted(),
            *self.sentences,
            str(self.spectral_radius),
            str(self.half_life_days),
            self._compared(),
            str(self.dispersion),
            f"{self.unsettled} of {self.searches} searches did not settle.",
            "Acts of one day are not taken to follow on one another.",
            _CAUTION,
        ]
        return " ".join(said)

    @property
    def sentences(self) -> list[str]:
        """One sentence for each pair of directions."""
        return [
            f"One act {row.after} is followed by {row.acts:.2f} acts {row.direction} "
            f"({LEVEL * 100:.0f} % interval {row.low:.2f} to {row.high:.2f})."
            for row in self.alpha.itertuples()
        ]

    def _counted(self) -> str:
        first, second = self.mu["direction"]
        return (
            f"{self.n_first} acts {first} and {self.n_second} acts {second} "
            f"in {self.n_days} days."
        )

    def _compared(self) -> str:
        better = "better" if self.aic < self.aic_steady else "no better"
        return (
            f"The model with acts that follow is {better} than constant rates "
            f"(AIC {self.aic:.0f} and {self.aic_steady:.0f})."
        )


@dataclass(frozen=True, eq=False)
class Numbers:
    """The numbers of fits to the acts, and of fits to series drawn from those."""

    fits: Sequence[Fit]
    again: Sequence[Fit]

    def of(self, part: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Give the median over the fits, and the ends of the middle 95 % again."""
        value = np.median([_part(fit, part) for fit in self.fits], axis=0)
        low, high = np.quantile(
            [_part(fit, part) for fit in self.again], _TAILS, axis=0
        )
        return value, low, high

    def mu(self, names: tuple[str, str]) -> pd.DataFrame:
        """Give the acts a day that follow on none, for each direction."""
        columns = dict(zip(["per_day", "low", "high"], self.of("mu"), strict=True))
        return pd.DataFrame({"direction": names} | columns)

    def alpha(self, names: tuple[str, str]) -> pd.DataFrame:
        """Give the acts that follow one act, for each pair of directions."""
        flat = [numbers.T.ravel() for numbers in self.of("alpha")]
        pairs = {"after": np.repeat(names, 2), "direction": np.tile(names, 2)}
        columns = dict(zip(["acts", "low", "high"], flat, strict=True))
        return pd.DataFrame(pairs | columns)

    def spectral_radius(self, n: int) -> Estimate:
        """Say whether bursts die out."""
        value, low, high = map(float, self.of("radius"))
        end = "die out" if high < 1 else "need not die out"
        said = (
            f"Spectral radius {value:.2f} ({_interval(low, high)}): "
            f"in the model bursts {end}."
        )
        return Estimate(value, low, high, n, said)

    def half_life_days(self, n: int) -> Estimate:
        """Say how soon acts follow."""
        value, low, high = map(float, self.of("half_life_days"))
        next_day = f"{-np.expm1(-np.log(2) / value):.0%}".replace("%", " %")
        said = (
            f"Half-life {value:.1f} days ({_interval(low, high, 1)}): "
            f"{next_day} of what follows does so on the next day."
        )
        return Estimate(value, low, high, n, said)

    def dispersion(self, n: int) -> Estimate:
        """Say whether counts vary as much as the model allows."""
        value, low, high = map(float, self.of("dispersion"))
        more = "more than" if value > high else "as much as"
        said = (
            f"Counts vary {more} the model allows (dispersion {value:.1f}, "
            f"in data of the model {low:.1f} to {high:.1f})"
        )
        wide = "; the true intervals are wider" if value > high else ""
        return Estimate(value, low, high, n, f"{said}{wide}.")


def _part(fit: Fit, part: str) -> np.ndarray:
    return np.asarray(getattr(fit if part == "dispersion" else fit.rates, part))


def _interval(low: float, high: float, digits: int = 2) -> str:
    return f"{LEVEL * 100:.0f} % interval {low:.{digits}f} to {high:.{digits}f}"
