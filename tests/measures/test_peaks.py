import numpy as np
import pandas as pd
import pytest

from utils import measures
from utils.errors import MeasureError
from utils.measures.peaks import peaks
from utils.measures.variants import in_variants


@pytest.fixture
def curve(acts):
    return measures.tension(
        acts(
            ("2025-01-01", 1, "A>B", -4),
            ("2025-01-03", 1, "A>B", -4),
            ("2025-01-02", 1, "B>A", -1),
            ("2025-01-02", 1, "C>A", 3),
        ),
        half_life_days=1,
    )


def test_each_direction_has_its_highest_day(curve):
    found = peaks(curve)
    assert found["direction"].tolist() == ["B>A", "A>B"]
    assert found["date"].dt.day.tolist() == [2, 3]
    assert found["tension"].tolist() == [1.0, 5.0]


def test_a_direction_without_tension_has_no_peak(curve):
    assert "C>A" in set(curve["direction"])
    assert "C>A" not in set(peaks(curve)["direction"])


def test_the_first_of_equal_days_is_the_peak():
    days = pd.date_range("2025-01-01", periods=3)
    level = {"direction": "A>B", "tension": [1.0, 2.0, 2.0], "sd": 0.0}
    assert peaks(pd.DataFrame({"date": days, **level}))["date"][0].day == 2


def test_a_curve_of_no_act_has_no_peak(acts):
    year = {"since": "2025-01-01", "until": "2025-12-31"}
    assert len(peaks(measures.tension(acts(), **year))) == 0


def test_the_doubt_of_the_day_is_given(acts):
    curve = measures.tension(acts(("2025-01-01", 2, "A>B", -2)), half_life_days=1)
    assert peaks(curve)["tension"][0] == pytest.approx(1.5)
    assert peaks(curve)["sd"][0] == pytest.approx(np.std([1, 2]))


def test_each_variant_has_peaks_of_its_own_in_its_order(curve):
    later = curve.assign(date=curve["date"] + pd.Timedelta(days=10))
    found = peaks(in_variants({"z": curve, "a": later}, lambda frame: frame))
    assert found["variant"].tolist() == ["z", "z", "a", "a"]
    assert found["direction"].tolist() == ["B>A", "A>B"] * 2
    assert found["date"].dt.day.tolist() == [2, 3, 12, 13]


def test_rows_that_share_their_index_are_told_apart(curve):
    twice = curve.set_axis([7] * len(curve))
    pd.testing.assert_frame_equal(peaks(twice), peaks(curve))


def test_a_frame_that_is_no_curve_is_refused(acts):
    with pytest.raises(MeasureError, match=r"need the column date, tension, sd"):
        peaks(acts())
