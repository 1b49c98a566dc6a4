"""Charts that PowerPoint draws by itself, and that can be edited there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from utils.about import About
from utils.exports.slides.native.butterfly import butterfly
from utils.exports.slides.native.sheet import FIRST_DAY
from utils.exports.slides.native.space import Native
from utils.exports.slides.native.tension import tension

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Native", "native"]

_MOST_ROWS = 32_000
"""PowerPoint draws no more points in a line."""
_MADE: "dict[str, Callable[[pd.DataFrame, About, int], Native]]" = {
    "tension_curve": tension,
    "butterfly": butterfly,
}


def native(
    record: Mapping[str, Any], frame: pd.DataFrame, plot_px: int
) -> Native | None:
    """Give the native chart of a record and its rows, or None if there can be none.

    There is none for other charts than curve and butterfly, for charts without
    rows, and for days or numbers of rows that a spreadsheet does not know.
    """
    make = _MADE.get(record["chart"])
    if not make or not 0 < frame["date"].nunique() <= _MOST_ROWS:
        return None
    if frame["date"].min() < pd.Timestamp(FIRST_DAY):
        return None
    about = {name: _tuples(value) for name, value in record["about"].items()}
    return make(frame, About(**about), plot_px)


def _tuples(value: Any) -> Any:
    """Turn lists, which a record has, into the tuples that `About` holds."""
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value
