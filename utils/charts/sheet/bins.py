"""Bins of time: their lengths, their ends, and the one unit of a table."""

import numpy as np
import pandas as pd

from utils.errors import ChartError

_LENGTHS: dict[str, np.timedelta64] = {
    "day": np.timedelta64(1, "D"),
    "week": np.timedelta64(7, "D"),
    "month": np.timedelta64(1, "M"),
    "quarter": np.timedelta64(3, "M"),
    "year": np.timedelta64(12, "M"),
}
UNITS = tuple(_LENGTHS)


def days_after(starts: np.ndarray, unit: str) -> np.ndarray:
    """Give the day after each bin, from its first day.

    >>> june = np.array(["2025-06-01"], dtype="datetime64[D]")
    >>> days_after(june, "month").astype(str).tolist()
    ['2025-07-01']
    """
    length = _LENGTHS[unit]
    counted = starts.astype(f"datetime64[{np.datetime_data(length.dtype)[0]}]")
    return (counted + length).astype("datetime64[D]")


def ends_of_bins(starts: np.ndarray, unit: str) -> np.ndarray:
    """Give the first day of each bin, and the day after the last bin.

    >>> june = np.array(["2025-06-01"], dtype="datetime64[D]")
    >>> ends_of_bins(june, "month").astype(str).tolist()
    ['2025-06-01', '2025-07-01']
    """
    return np.append(starts, days_after(starts[-1:], unit))


def unit_of(table: pd.DataFrame, chart: str, otherwise: str = "month") -> str:
    """Give the unit of the bins of a table with the column `per`.

    Raises
    ------
    ChartError
        If there is more than one, or none that is known.
    """
    units = [str(unit) for unit in table["per"].unique()] or [otherwise]
    if len(units) > 1 or units[0] not in UNITS:
        raise ChartError(
            f"{chart} has bins of one length, per {', '.join(UNITS)}; "
            f"this table has {', '.join(units)}."
        )
    return units[0]
