from math import log

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures.phases.penalty import (
    chosen,
    dispersion,
    dispersion_of,
    path,
    penalty_of,
)
from utils.measures.phases.search import Cuts

costs = st.lists(st.floats(0, 20), min_size=0, max_size=8).map(
    lambda gains: np.append(0.0, -np.cumsum(gains))
)


def rows(cost, noise=1.0, least=0.0):
    return path(Cuts(np.asarray(cost, float)[None, :], np.empty(0)), noise, least=least)


def test_the_path_goes_by_the_corners_of_the_hull():
    # From none to two breaks 10 are won, 5 a break; the first alone wins only 2.
    found = rows([0, -2, -10, -11])
    assert found["n_breaks"].tolist() == [0, 2, 3]
    assert found["penalty_from"].tolist() == [5, 1, 0]
    assert found["penalty_to"].tolist() == [np.inf, 5, 1]


def test_twice_the_dispersion_halves_the_penalties():
    assert rows([0, -2, -10], noise=2)["penalty_from"].tolist() == [2.5, 0]


def test_a_path_ends_where_breaks_earn_too_little():
    assert rows([0, -10, -11], least=2)["n_breaks"].tolist() == [0, 1]


def test_series_that_fit_no_break_have_a_path_of_one_row():
    assert rows([0, np.inf])["n_breaks"].tolist() == [0]


@given(cost=costs, penalty=st.floats(0.01, 30))
def test_the_row_chosen_is_the_cheapest_for_its_penalty(cost, penalty):
    found = rows(cost)
    many = found.loc[chosen(found, penalty), "n_breaks"].tolist()
    assert len(many) == 1
    total = cost + penalty * np.arange(len(cost))
    assert total[many[0]] == pytest.approx(total.min(), abs=1e-6)


@given(cost=costs)
def test_ranges_of_penalties_follow_each_other(cost):
    found = rows(cost)
    assert found["penalty_from"].tolist()[:-1] == found["penalty_to"].tolist()[1:]
    assert found["n_breaks"].is_monotonic_increasing


def test_named_penalties_grow_with_the_logarithm_of_the_bins():
    assert penalty_of("bic", 54) == pytest.approx(2 * log(54))
    assert penalty_of("modified_bic", 54) == pytest.approx(3 * log(54))


@pytest.mark.parametrize("given", [0, -1, np.nan, np.inf, True, None])
def test_a_penalty_that_is_no_number_above_zero_is_refused(given):
    with pytest.raises(MeasureError, match=r"a number above zero, not .*\.$"):
        penalty_of(given, 54)


def test_an_unknown_penalty_is_answered_with_those_there_are():
    with pytest.raises(MeasureError, match="Known: bic, modified_bic"):
        penalty_of("aicc", 54)


@pytest.mark.parametrize("given", [0.5, 0, -1, np.nan, np.inf, True, None, "guess"])
def test_a_dispersion_below_one_is_refused(given):
    with pytest.raises(MeasureError, match='"estimated" or a number from one'):
        dispersion_of(given, np.ones(3), np.ones(3))


def test_dispersion_is_the_mean_over_neighbours():
    # (1 - 9)^2 / 10 = 6.4, (9 - 6)^2 / 15 = 0.6.
    assert dispersion(np.array([1.0, 9, 6]), np.ones(3)) == pytest.approx(3.5)


def test_neighbours_of_unlike_length_are_compared_by_day():
    # (7 x 1 - 3 x 7)^2 / (7 x 1 x 10) = 2.8.
    assert dispersion(np.array([7.0, 3]), np.array([7.0, 1])) == pytest.approx(2.8)


def test_neighbours_without_any_act_are_left_out_of_the_dispersion():
    # As above, and then (6 - 0)^2 / 6 = 6; the last two bins have no act.
    quiet = np.array([1.0, 9, 6, 0, 0])
    assert dispersion(quiet, np.ones(5)) == pytest.approx(13 / 3)


def test_dispersion_is_never_below_one():
    assert dispersion(np.array([5.0, 5, 5]), np.ones(3)) == 1
    assert dispersion(np.zeros(3), np.ones(3)) == 1


def test_a_short_bin_with_few_acts_adds_no_dispersion():
    assert dispersion(np.array([70.0, 10, 70]), np.array([7.0, 1, 7])) == 1


def test_the_dispersion_of_poisson_counts_is_about_one():
    n = np.random.default_rng(0).poisson(5, 5000).astype(float)
    assert dispersion(n, np.ones(5000)) == pytest.approx(1, abs=0.05)


def test_of_equal_rows_the_one_of_fewer_breaks_is_chosen():
    found = rows([0, -5])
    assert isinstance(found, pd.DataFrame)
    assert found.loc[chosen(found, 5.0), "n_breaks"].tolist() == [0]
