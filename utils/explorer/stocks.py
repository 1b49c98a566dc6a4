"""The acts of a case, weighed by one scale or another."""

from utils.errors import ProjectError, known
from utils.explorer.stock import Stock
from utils.tables import Case


class Stocks:
    """Gives the stock of a case by the name of a scale, each made once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._made: dict[str, Stock] = {}

    def weighed_by(self, scale: str) -> Stock:
        """Give the acts weighed by a scale of the case.

        Raises
        ------
        ProjectError
            If the case has no such scale.
        """
        scales = self._case.scales
        if scale not in scales:
            raise ProjectError(f"There is no scale {scale!r}. {known(scales, scale)}")
        if scale not in self._made:
            self._made[scale] = Stock(self._case, scales[scale])
        return self._made[scale]
