from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.measures.phases.cost import PoissonCost
from utils.measures.phases.search import cuts, rates

rows = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 7)), min_size=4, max_size=8
).map(lambda pairs: np.array(pairs, dtype=float))


def every_way(signal, many, least):
    """Cost every segmentation there is, one by one."""
    cost, n = PoissonCost().fit(signal), len(signal)
    ways = (
        [0, *inner, n]
        for inner in combinations(range(1, n), many)
        if min(np.diff([0, *inner, n])) >= least
    )
    return min((cost.sum_of_costs(way[1:]) for way in ways), default=np.inf)


@given(signal=rows, many=st.integers(0, 3), least=st.integers(1, 3))
def test_no_other_way_to_cut_costs_less(signal, many, least):
    n, days = signal.T
    found = cuts(n[None, :], days, min_bins=least, most=many)
    assert found.costs[0, many] == pytest.approx(every_way(signal, many, least))


def test_two_breaks_fall_where_the_levels_change():
    n = np.array([[1.0, 1, 1, 8, 8, 8, 2, 2, 2]])
    assert cuts(n, np.ones(9), min_bins=2, most=2).breaks(2).tolist() == [[3, 6]]


def test_no_phase_is_shorter_than_the_shortest_allowed():
    n = np.array([[1.0, 1, 1, 90, 1, 1, 1, 1]])
    found = cuts(n, np.ones(8), min_bins=3, most=1).breaks(1)[0, 0]
    assert 3 <= found <= 5


def test_series_are_cut_apart_from_each_other():
    n = np.array([[9.0, 9, 1, 1, 1], [1, 1, 1, 9, 9]])
    assert cuts(n, np.ones(5), min_bins=1, most=1).breaks(1).tolist() == [[2], [3]]


def test_a_short_bin_is_no_change_of_level():
    found = cuts(np.array([[6.0, 2, 6]]), np.array([3.0, 1, 3]), min_bins=1, most=2)
    assert found.costs[0] == pytest.approx([found.costs[0, 0]] * 3)


def test_a_level_is_acts_by_days():
    found = rates(np.array([[4.0, 2, 9]]), np.array([2.0, 4, 3]), np.array([[2]]))
    assert found.tolist() == [[1, 1, 3]]


def test_each_series_has_rates_of_its_own():
    n, breaks = np.array([[1.0, 3, 9], [2, 6, 8]]), np.array([[2], [1]])
    assert rates(n, np.ones(3), breaks).tolist() == [[2, 2, 9], [2, 7, 7]]
