"""An answer that is one number."""

from dataclasses import dataclass
from math import isclose, isfinite
from typing import Any

from utils.lessons.kinds.kind import Unfitting, named, shown


@dataclass(frozen=True)
class Number:
    """One number, of `unit`; with `decimals` it may be rounded to so many places.

    >>> share = Number("share", decimals=2, least=0, most=1)
    >>> share.fitted(0.3333), share.alike(0.33, 1 / 3)
    (0.3333, True)
    """

    unit: str = ""
    decimals: int = 0
    least: float = float("-inf")
    most: float = float("inf")

    @property
    def wanted(self) -> str:
        """Say what is asked for."""
        kind = "a whole number" if self.decimals == 0 else "a number"
        places = {0: "", 1: ", to one decimal place"}
        unit = f" ({self.unit})" if self.unit else ""
        return f"{kind}{unit}" + places.get(
            self.decimals, f", to {self.decimals} decimal places"
        )

    def fitted(self, answer: Any) -> float:
        """Give the number.

        Raises
        ------
        Unfitting
            If it is no number, or beyond what such a number can be.
        """
        number = self._number(answer)
        if not isfinite(number):
            raise Unfitting(f"{shown(answer)} is no number that can be counted with.")
        if self.decimals == 0 and not number.is_integer():
            raise Unfitting(f"Give {self.wanted}; {shown(answer)} has a fraction.")
        if not self.least <= number <= self.most:
            raise Unfitting(f"Give {self.wanted}; {shown(answer)} cannot be one.")
        return number

    def alike(self, answer: float, other: float) -> bool:
        """Say whether two numbers agree to the places that are asked for."""
        within = 0.5 * 10**-self.decimals if self.decimals else 0.25
        return isclose(answer, other, rel_tol=1e-9, abs_tol=within * 1.001)

    def _number(self, answer: Any) -> float:
        item = getattr(answer, "item", None)
        try:
            plain = item() if callable(item) else answer
        except Exception:  # arrays and columns refuse in many ways
            plain = answer
        if isinstance(plain, bool) or not isinstance(plain, int | float):
            by_type = {"str": ", without quotes", "tuple": ", with a point for a comma"}
            hint = by_type.get(type(plain).__name__, "")
            raise Unfitting(f"Give {self.wanted}{hint}; this is {named(answer)}.")
        try:
            return float(plain)
        except OverflowError:
            raise Unfitting(f"Give {self.wanted}; this one is too large.") from None
