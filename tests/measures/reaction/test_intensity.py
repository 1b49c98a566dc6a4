import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.measures.reaction.intensity import (
    Rates,
    before,
    intensity,
    radius,
    unlikelihood,
)

COUNTS = np.array([[1.0, 2.0, 0.0], [4.0, 0.0, 0.0]])
RATES = Rates(np.array([1.0, 2.0]), np.array([[0.0, 0.5], [0.0, 0.0]]), 1)
numbers = st.floats(0, 2)
rates = st.builds(
    lambda mu, alpha, days: Rates(np.array(mu), np.reshape(alpha, (2, 2)), days),
    st.lists(st.floats(0.1, 2), min_size=2, max_size=2),
    st.lists(numbers, min_size=4, max_size=4),
    st.floats(0.25, 30),
)
counts = st.lists(st.integers(0, 5), min_size=24, max_size=24).map(
    lambda drawn: np.reshape(drawn, (2, 12)).astype(float)
)


def one_by_one(counts, rates):
    """Go through every act before every day, and give the intensity."""
    left = 2 ** (-1 / rates.half_life_days)
    found = np.repeat(rates.mu[:, None], counts.shape[1], axis=1)
    for day in range(counts.shape[1]):
        for earlier in range(day):
            share = (1 - left) * left ** (day - earlier - 1)
            found[:, day] += rates.alpha @ counts[:, earlier] * share
    return found


def test_half_of_what_follows_comes_on_each_next_day_at_a_half_life_of_one():
    assert before(np.array([0.0, 8.0, 0.0, 0.0, 0.0]), 1)[0].tolist() == [0, 0, 4, 2, 1]


def test_acts_of_one_day_do_not_excite_each_other():
    assert intensity(COUNTS, RATES)[:, 0].tolist() == RATES.mu.tolist()


def test_the_intensity_is_that_worked_out_by_hand():
    # Four acts of the second direction on the first day: half of 4 x 0.5 = 2 acts
    # of the first direction are due on the second day, a quarter on the third.
    assert intensity(COUNTS, RATES).tolist() == [[1, 2, 1.5], [2, 2, 2]]


def test_the_likelihood_is_that_worked_out_by_hand():
    # Means add up to 10.5; six counts have the logarithm of two, one that of one.
    assert unlikelihood(COUNTS, RATES)[0] == pytest.approx(10.5 - 6 * np.log(2))


@given(counts, rates)
def test_the_intensity_is_that_of_every_act_taken_one_by_one(counts, rates):
    assert intensity(counts, rates) == pytest.approx(one_by_one(counts, rates))


@given(st.floats(0.25, 10))
def test_the_weights_of_an_act_add_up_to_one(half_life):
    act = np.append(1.0, np.zeros(400))
    assert before(act, half_life)[0].sum() == pytest.approx(1)


@given(counts, rates)
def test_slopes_are_those_of_small_steps(counts, rates):
    _, mu, alpha, half_life = unlikelihood(counts, rates)
    step = 1e-6

    def slope(mu=(0, 0), alpha=((0, 0), (0, 0)), half_life=0.0):
        ends = [
            Rates(
                rates.mu + sign * np.array(mu),
                rates.alpha + sign * np.array(alpha),
                rates.half_life_days * np.exp(sign * half_life),
            )
            for sign in (1, -1)
        ]
        high, low = (unlikelihood(counts, end)[0] for end in ends)
        return (high - low) / (2 * step)

    close = {"rel": 1e-3, "abs": 1e-3}
    assert mu[1] == pytest.approx(slope(mu=(0, step)), **close)
    assert alpha[0, 1] == pytest.approx(slope(alpha=((0, step), (0, 0))), **close)
    assert half_life == pytest.approx(slope(half_life=step), **close)


@given(st.lists(numbers, min_size=4, max_size=4))
def test_the_radius_is_the_largest_eigenvalue(alpha):
    matrix = np.reshape(alpha, (2, 2))
    largest = np.abs(np.linalg.eigvals(matrix)).max()
    assert radius(matrix) == pytest.approx(largest, abs=1e-6)
