from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruptures.detection import Dynp, Pelt
from scipy.stats import poisson

from utils.measures.phases.cost import PoissonCost
from utils.measures.phases.search import cuts

counts = st.lists(st.integers(0, 30), min_size=2, max_size=12).map(np.array)
fractions = st.lists(st.floats(0, 30), min_size=4, max_size=10).map(np.array)


def total(n, breaks):
    return PoissonCost().fit(n).sum_of_costs([*breaks, len(n)])


def test_the_cost_of_one_level_is_minus_twice_its_log_likelihood():
    # Two bins with 1 and 3 acts: S = 4, E = 2, -2 * 4 * ln 2.
    assert PoissonCost().fit(np.array([1, 3])).error(0, 2) == pytest.approx(-8 * log(2))


def test_nothing_costs_nothing():
    assert PoissonCost().fit(np.zeros(3)).error(0, 3) == 0


def test_a_stretch_ends_before_its_end():
    cost = PoissonCost().fit(np.array([5.0, 2.0, 7.0]))
    assert cost.error(1, 2) == pytest.approx(-4 * log(2))


def test_bins_may_have_lengths():
    # Six acts in 2 + 1 days: S / E = 2.
    cost = PoissonCost().fit(np.array([[4.0, 2.0], [2.0, 1.0]]))
    assert cost.error(0, 2) == pytest.approx(-12 * log(2))


@given(n=counts, cut=st.integers(1, 11))
def test_splitting_never_raises_the_total_cost(n, cut):
    cut = min(cut, len(n) - 1)
    assert total(n, [cut]) <= total(n, []) + 1e-9


@given(n=counts, cut=st.integers(1, 11))
def test_costs_differ_as_the_poisson_log_likelihoods_of_scipy(n, cut):
    cut = min(cut, len(n) - 1)
    parts = np.split(n, [cut])
    apart = sum(poisson.logpmf(part, part.mean()).sum() for part in parts)
    together = poisson.logpmf(n, n.mean()).sum()
    assert total(n, [cut]) - total(n, []) == pytest.approx(2 * (together - apart))


@given(n=fractions, min_bins=st.integers(1, 2), many=st.integers(0, 1))
def test_our_search_costs_as_little_as_that_of_ruptures(n, min_bins, many):
    found = cuts(n[None, :], np.ones(len(n)), min_bins=min_bins, most=many)
    search = Dynp(custom_cost=PoissonCost(), min_size=min_bins, jump=1).fit(n)
    theirs = PoissonCost().fit(n).sum_of_costs(search.predict(many))
    assert found.costs[0, many] == pytest.approx(theirs, abs=1e-6)
    assert total(n, found.breaks(many)[0]) == pytest.approx(theirs, abs=1e-6)


@given(n=fractions, penalty=st.floats(0.5, 20))
def test_our_best_total_is_that_of_pelt(n, penalty):
    breaks = Pelt(custom_cost=PoissonCost(), min_size=1, jump=1).fit(n).predict(penalty)
    theirs = total(n, breaks[:-1]) + penalty * (len(breaks) - 1)
    found = cuts(n[None, :], np.ones(len(n)), min_bins=1, most=len(n) - 1)
    ours = (found.costs[0] + penalty * np.arange(len(n))).min()
    assert ours == pytest.approx(theirs, abs=1e-6)
