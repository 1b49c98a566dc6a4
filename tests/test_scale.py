from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from utils.errors import MeasureError
from utils.scale import Scale


def test_weights_are_numbers_by_code():
    mine = Scale("mine", {"accuse": -2, 111: 0.5})
    assert dict(mine.weights) == {"accuse": -2.0, "111": 0.5}
    assert all(type(weight) is float for weight in mine.weights.values())


@pytest.mark.parametrize("number", [np.float64(1.5), 1.5])
def test_a_number_of_numpy_is_a_weight(number):
    assert Scale("mine", {"accuse": number}).weights["accuse"] == 1.5


@pytest.mark.parametrize("weight", [np.nan, np.inf, -np.inf, "3", None, 1j])
def test_what_is_no_finite_number_is_no_weight(weight):
    with pytest.raises(
        MeasureError, match=r"mine has weights that are not finite.*bad"
    ):
        Scale("mine", {"good": 1, "bad": weight})


def test_only_the_odd_weights_are_named():
    with pytest.raises(MeasureError) as caught:
        Scale("mine", {"good": 1, "bad": "three"})
    assert "good" not in str(caught.value)


def test_a_scale_cannot_be_changed():
    mine = Scale("mine", {"accuse": -2})
    with pytest.raises(FrozenInstanceError):
        mine.name = "yours"
    with pytest.raises(TypeError):
        mine.weights["accuse"] = 3


def test_a_later_change_of_the_weights_given_does_not_reach_the_scale():
    weights = {"accuse": -2}
    mine = Scale("mine", weights)
    weights["accuse"] = 3
    assert mine.weights["accuse"] == -2


def test_scales_are_equal_by_value_and_may_be_keys():
    one, same = Scale("mine", {"a": 1}), Scale("mine", {"a": 1.0})
    assert one == same
    assert len({one, same}) == 1
    assert one != Scale("mine", {"a": 2})


def test_a_scale_says_its_label_and_version():
    assert str(Scale("mine", {}, version="3")) == "mine 3"
    assert str(Scale("mine", {}, version="3", label="My own")) == "My own 3"


@pytest.fixture
def mine():
    return Scale("mine", {"accuse": -2, "expel": -5, "meet": 1}, column="form")


def test_a_scale_with_a_weight_changed_keeps_the_others(mine):
    stern = mine.but({"accuse": mine.weights["expel"]})
    assert dict(stern.weights) == {"accuse": -5, "expel": -5, "meet": 1}
    assert stern.column == "form"
    assert mine.weights["accuse"] == -2


def test_a_changed_scale_says_what_changed(mine):
    stern = mine.but({"accuse": -5, "meet": None})
    assert str(stern) == "mine 1, but accuse = -5, meet without a weight"
    assert stern.name == "mine, but accuse = -5, meet without a weight"


def test_many_changes_are_counted(mine):
    four = mine.but({str(code): 1 for code in range(4)})
    assert str(four) == "mine 1, but 4 codes weighed otherwise"


def test_a_changed_scale_may_have_a_name_of_its_own(mine):
    stern = mine.but({"accuse": -5}, name="stern")
    assert str(stern) == "stern 1"
    assert stern.origin == "mine 1, but accuse = -5"


@pytest.mark.parametrize("code", ["114", 114])
def test_a_code_that_is_given_none_loses_its_weight(code):
    assert dict(Scale("mine", {"114": -2, "010": 0}).but({code: None}).weights) == {
        "010": 0
    }


def test_a_code_may_be_added(mine):
    assert mine.but({"yield": 4}).weights["yield"] == 4


def test_no_change_is_refused(mine):
    with pytest.raises(MeasureError, match="mine but for what"):
        mine.but({})


@pytest.mark.parametrize("weight", [np.nan, "-5"])
def test_a_changed_weight_is_a_finite_number(mine, weight):
    with pytest.raises(MeasureError, match="not finite numbers"):
        mine.but({"accuse": weight})
