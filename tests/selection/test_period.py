from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from utils.errors import SelectionError
from utils.selection.period import first_day, last_day


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        (2025, "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-02", "2025-02-01", "2025-02-28"),
        ("2025-06-29", "2025-06-29", "2025-06-29"),
        (date(2025, 6, 29), "2025-06-29", "2025-06-29"),
        (datetime(2025, 6, 29, 23, 59), "2025-06-29", "2025-06-29"),
        (pd.Timestamp("2025-06-29"), "2025-06-29", "2025-06-29"),
        (np.datetime64("2025-06"), "2025-06-01", "2025-06-30"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("", "", ""),
        (None, "", ""),
    ],
    ids=repr,
)
def test_a_bound_is_the_first_or_the_last_day_of_what_is_given(given, first, last):
    assert (first_day(given), last_day(given)) == (first, last)


@pytest.mark.parametrize(
    "given",
    [
        *("0000", "2025-13", "2025-00", "2025-02-29", "2025-06-31", "29.6.2025"),
        *(" 2025", "2025\n", "٢٠٢٥", "2025-6", "20250629", "2025-06-29T00:00"),
        *(pd.NaT, 20250629, 1.5, True, b"2025", ["2025"], np.array([""])),
    ],
    ids=repr,
)
@pytest.mark.parametrize("bound", [first_day, last_day])
def test_what_is_no_date_is_refused(bound, given):
    with pytest.raises(SelectionError, match="is not a date; write 2025-06-29"):
        bound(given)
