import numpy as np
import pandas as pd
import pytest

from utils.charts.sheet.bins import UNITS, ends_of_bins, unit_of
from utils.errors import ChartError


@pytest.mark.parametrize(
    ("unit", "after"),
    [
        ("day", "2025-01-02"),
        ("week", "2025-01-08"),
        ("month", "2025-02-01"),
        ("quarter", "2025-04-01"),
        ("year", "2026-01-01"),
    ],
)
def test_the_last_bin_ends_where_the_next_would_begin(unit, after):
    starts = np.array(["2025-01-01"], dtype="datetime64[D]")
    assert ends_of_bins(starts, unit).astype(str).tolist() == ["2025-01-01", after]


def test_no_bins_have_no_ends():
    assert len(ends_of_bins(np.array([], dtype="datetime64[D]"), UNITS[0])) == 0


def test_a_table_has_one_unit():
    assert unit_of(pd.DataFrame({"per": ["week", "week"]}), "A chart") == "week"
    assert unit_of(pd.DataFrame({"per": []}), "A chart", "day") == "day"


@pytest.mark.parametrize("units", [["week", "month"], ["decade"]])
def test_a_table_of_other_units_is_refused(units):
    with pytest.raises(ChartError, match=r"A chart has bins of one length, per day, "):
        unit_of(pd.DataFrame({"per": units}), "A chart")
