import numpy as np
import pytest

from utils.measures.reaction.fitting import _goal, fitted, steady_aic
from utils.measures.reaction.intensity import Rates, intensity
from utils.measures.reaction.simulation import simulated

ALPHA = np.array([[0.4, 0.0], [0.3, 0.2]])
TRUE = Rates(np.array([0.3, 0.2]), ALPHA, 2.0)


@pytest.fixture(scope="module")
def fits():
    return [fitted(counts) for counts in simulated([TRUE] * 20, 1000, seed=4)]


def test_constant_rates_have_the_criterion_worked_out_by_hand():
    # Means of one: each count gives -1, and that of two also - log 2.
    counts = np.array([[1.0, 1.0], [2.0, 0.0]])
    assert steady_aic(counts) == pytest.approx(4 + 2 * (4 + np.log(2)))


def test_what_acts_were_drawn_from_is_found_again(fits):
    close = {"abs": 0.06}
    alpha = np.mean([fit.rates.alpha for fit in fits], axis=0)
    assert alpha == pytest.approx(ALPHA, **close)
    mu = np.mean([fit.rates.mu for fit in fits], axis=0)
    assert mu == pytest.approx(TRUE.mu, **close)
    half_life = np.median([fit.rates.half_life_days for fit in fits])
    assert half_life == pytest.approx(2.0, abs=0.5)


def test_each_spectral_radius_is_near_the_true_one(fits):
    found = [fit.rates.radius for fit in fits]
    assert found == pytest.approx([TRUE.radius] * 20, abs=0.25)


def test_dispersion_is_the_mean_square_in_units_of_poisson_counts():
    (counts,) = simulated([TRUE], 1000, seed=4)
    fit = fitted(counts)
    mean = intensity(counts, fit.rates)
    assert fit.dispersion == pytest.approx(np.mean((counts - mean) ** 2 / mean))


def test_slopes_of_the_search_are_those_of_what_it_makes_small():
    (counts,) = simulated([TRUE], 200, seed=4)
    mean = counts.mean(axis=1)
    point = np.array([0.6, 0.5, 0.2, 0.1, 0.3, 0.2, np.log(3)])
    slopes = [
        (_goal(point + step, counts, mean)[0] - _goal(point - step, counts, mean)[0])
        / 2e-6
        for step in 1e-6 * np.eye(7)
    ]
    assert _goal(point, counts, mean)[1] == pytest.approx(slopes, rel=1e-5, abs=1e-7)


def test_data_of_the_model_vary_as_the_model_allows(fits):
    assert np.mean([fit.dispersion for fit in fits]) == pytest.approx(1, abs=0.05)


def test_every_search_settles(fits):
    assert all(fit.settled for fit in fits)


def test_the_model_is_better_than_constant_rates_where_acts_follow(fits):
    every = simulated([TRUE] * 20, 1000, seed=4)
    better = [f.aic < steady_aic(c) for f, c in zip(fits, every, strict=True)]
    assert sum(better) >= 19


def test_no_better_model_is_found_where_none_follow():
    none = Rates(np.array([0.4, 0.4]), np.zeros((2, 2)), 1.0)
    every = simulated([none] * 20, 400, seed=5)
    assert sum(fitted(c).aic < steady_aic(c) for c in every) <= 4


def test_any_start_leads_to_the_same_peak():
    (counts,) = simulated([TRUE], 1000, seed=6)
    peaks = [fitted(counts, [days]).loglik for days in (0.5, 2.0, 8.0, 32.0)]
    assert peaks == pytest.approx([peaks[0]] * 4, abs=1e-3)


def test_changing_sides_changes_the_sides_of_the_rates():
    (counts,) = simulated([TRUE], 1000, seed=7)
    one, other = fitted(counts).rates, fitted(counts[::-1]).rates
    assert one.alpha == pytest.approx(other.alpha[::-1, ::-1], abs=1e-2)
    assert one.mu == pytest.approx(other.mu[::-1], abs=1e-2)


@pytest.mark.parametrize("day", [0, 50, 99])
def test_acts_that_are_all_on_one_day_have_finite_rates(day):
    counts = np.zeros((2, 100))
    counts[:, day] = 60
    rates = fitted(counts).rates
    assert np.isfinite([*rates.mu, *rates.alpha.ravel(), rates.half_life_days]).all()


def test_the_same_count_every_day_is_a_constant_rate():
    fit = fitted(np.ones((2, 200)))
    assert fit.rates.mu == pytest.approx([1, 1], abs=0.05)
    assert fit.dispersion < 0.05
