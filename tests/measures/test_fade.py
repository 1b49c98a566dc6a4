import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import fade


def naive(amounts, half_life):
    day = np.arange(amounts.shape[-1])
    lag = day[:, None] - day[None, :]
    left = np.where(lag >= 0, np.exp2(-np.maximum(lag, 0) / half_life), 0.0)
    return amounts @ left.T


def test_half_is_left_after_one_half_life():
    assert fade(np.array([8.0, 0, 0, 0, 0, 0, 0]), 3)[[0, 3, 6]].tolist() == [8, 4, 2]


def test_amounts_pile_up():
    assert fade(np.array([4.0, 2, 1]), 1).tolist() == [4, 4, 3]


def test_each_row_fades_alone():
    assert fade(np.array([[4.0, 0], [0, 2]]), 1).tolist() == [[4, 2], [0, 2]]


def test_nothing_stays_nothing():
    assert fade(np.zeros((2, 0)), 1).shape == (2, 0)
    assert fade(np.zeros((0, 3)), 1).shape == (0, 3)


@pytest.mark.parametrize("half_life", [0.01, 0.3, 1, 7.5, 30, 365, 3650, 1e9, 1e300])
def test_it_is_the_naive_double_sum(half_life):
    amounts = np.random.default_rng(5).exponential(size=(2, 1500))
    assert fade(amounts, half_life) == pytest.approx(
        naive(amounts, half_life), rel=1e-12
    )


@given(
    amounts=st.lists(st.floats(0, 1e6, allow_subnormal=False), min_size=1, max_size=40),
    half_life=st.floats(0.05, 1e5),
)
def test_it_is_the_naive_double_sum_whatever_the_amounts(amounts, half_life):
    row = np.array([amounts])
    expected = naive(row, half_life)
    assert fade(row, half_life) == pytest.approx(expected, rel=1e-12, abs=1e-290)


@pytest.mark.parametrize("half_life", [0.001, 1, 2])
def test_thirty_years_do_not_overflow(half_life):
    amounts = np.full(30 * 366, 10.0)
    steady = 10 / -np.expm1(-np.log(2) / half_life)
    levels = fade(amounts, half_life)
    assert levels[-1] == pytest.approx(steady, rel=1e-12)
    assert np.isfinite(levels).all()


def test_the_amounts_given_are_not_changed():
    amounts = np.array([1.0, 2.0])
    fade(amounts, 1)
    assert amounts.tolist() == [1, 2]


@pytest.mark.parametrize("number", [2, 2.0, np.float32(2), np.int64(2)])
def test_any_kind_of_number_is_a_half_life(number):
    assert fade(np.array([4.0, 0, 0]), number)[2] == 2


@pytest.mark.parametrize(
    "half_life", [0, -1, 0.0, np.nan, np.inf, -np.inf, "30", None, True, [30], 1j]
)
def test_what_is_no_half_life_is_refused(half_life):
    with pytest.raises(MeasureError, match="half-life is a number of days above zero"):
        fade(np.ones(3), half_life)
