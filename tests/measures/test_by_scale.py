import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.by_scale import by_scale
from utils.measures.peaks import peaks
from utils.measures.tension import tension
from utils.measures.variants import in_variants
from utils.scale import Scale

STERN = Scale("stern", {"accuse": -8, "expel": -2}, column="form")
MILD = Scale("mild", {"expel": -1}, column="form", label="A mild one")


@pytest.fixture
def coded(acts):
    days = ("2025-01-01", 1, "A>B", 0), ("2025-01-02", 1, "A>B", 0)
    return acts(*days).drop(columns="weight").assign(form=["accuse", "expel"])


def test_each_scale_weighs_the_same_acts(coded):
    found = by_scale(coded, [STERN, MILD])
    assert found["stern"]["weight"].tolist() == [-8.0, -2.0]
    assert [len(frame) for frame in found.values()] == [2, 2]


def test_a_code_that_a_scale_lacks_has_no_weight_on_it(coded):
    weight = by_scale(coded, [MILD])["A mild one"]["weight"]
    assert np.isnan(weight[0])
    assert weight[1] == -1.0


def test_frames_are_called_as_the_scales_are_and_come_in_their_order(coded):
    assert list(by_scale(coded, {"x": MILD, "y": STERN})) == ["A mild one", "stern"]


def test_the_acts_given_stay_as_they_are(coded):
    before = coded.copy()
    by_scale(coded, [STERN, MILD])
    pd.testing.assert_frame_equal(coded, before)


def test_no_act_is_weighed_by_no_weight(coded):
    assert by_scale(coded[:0], [STERN])["stern"]["weight"].tolist() == []


def test_the_peak_of_each_scale_is_given(coded):
    frames = by_scale(coded, [STERN, MILD])
    found = peaks(in_variants(frames, tension, half_life_days=1))
    assert found["variant"].tolist() == ["stern", "A mild one"]
    assert found["date"].dt.day.tolist() == [1, 2]
    assert found["tension"].tolist() == [8.0, 1.0]


@pytest.mark.parametrize(
    ("scales", "said"),
    [([], "There is no scale to choose"), ([STERN, STERN], "two of one scale: stern")],
)
def test_no_scale_and_one_twice_are_refused(coded, scales, said):
    with pytest.raises(MeasureError, match=said):
        by_scale(coded, scales)


def test_a_missing_column_is_named(coded):
    with pytest.raises(MeasureError, match="stern needs the column form"):
        by_scale(coded.drop(columns="form"), [STERN])
