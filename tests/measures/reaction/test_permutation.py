import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.measures.reaction.permutation import binned, lagged, reordered, standard

series = st.lists(st.integers(0, 9), min_size=6, max_size=20).map(
    lambda numbers: np.array(numbers, float)
)
pairs = series.flatmap(
    lambda one: st.tuples(st.just(one), st.permutations(one.tolist()).map(np.array))
)


def test_days_that_fill_no_bin_are_left_out():
    assert binned(np.arange(8.0), 7).tolist() == [21]


def test_a_bin_of_one_day_is_the_day():
    assert binned(np.array([[1.0, 2.0], [3.0, 4.0]]), 1).tolist() == [[1, 2], [3, 4]]


def test_a_constant_series_has_no_distance_from_its_mean():
    assert standard(np.full(3, 0.1)).tolist() == [0, 0, 0]


def test_correlations_are_those_worked_out_by_hand():
    # Centred, x is 9/4, -3/4, -3/4, -3/4, its square 27/4, and y is x a day later.
    x, y = np.array([[3.0, 0, 0, 0], [0, 3.0, 0, 0]])
    by_hand = [-9 / 16 / (27 / 4), -9 / 4 / (27 / 4), 99 / 16 / (27 / 4)]
    assert lagged(x, y[None], 1)[0] == pytest.approx(by_hand)


@given(pairs)
def test_no_correlation_is_beyond_one(pair):
    assert (np.abs(lagged(pair[0], pair[1][None], 2)) <= 1 + 1e-9).all()


@given(pairs)
def test_changing_sides_turns_the_lags_round(pair):
    one, other = pair
    turned = lagged(other, one[None], 2)[0][::-1]
    assert lagged(one, other[None], 2)[0] == pytest.approx(turned, abs=1e-9)


@given(series, st.floats(0.1, 100), st.floats(0, 100))
def test_units_do_not_matter(one, factor, more):
    other = np.roll(one, 1)[None]
    scaled = lagged(one, other * factor + more, 2)
    assert scaled == pytest.approx(lagged(one, other, 2), abs=1e-6)


@given(series, st.integers(1, 30), st.integers(0, 5))
def test_shuffled_rows_have_each_day_once(one, block_days, seed):
    (rows,) = reordered(one, block_days, 5, seed=seed)
    assert (np.sort(rows, axis=1) == np.sort(one)).all()


def test_days_stay_beside_their_neighbours_but_where_blocks_meet():
    (rows,) = reordered(np.arange(12.0), 4, 200)
    steps = np.diff(rows, axis=1) % 12
    assert (steps == 1).sum(axis=1).min() >= 12 - 3


def test_a_block_as_long_as_the_period_only_turns_it():
    (rows,) = reordered(np.arange(5.0), 5, 50)
    assert {tuple(np.diff(row) % 5) for row in rows} == {(1, 1, 1, 1)}


def test_blocks_of_one_day_come_in_any_order():
    (rows,) = reordered(np.arange(3.0), 1, 300)
    assert len({tuple(row) for row in rows}) == 6


def test_long_series_are_shuffled_in_batches():
    batches = list(reordered(np.zeros(300_000), 1000, 30))
    assert [len(batch) for batch in batches] == [13, 13, 4]
