import numpy as np
import pytest

from utils.errors import MeasureError
from utils.measures.reaction import simulate_hawkes
from utils.measures.reaction.intensity import Rates
from utils.measures.reaction.simulation import simulated

NONE = [[0, 0], [0, 0]]


def test_one_row_is_one_act_of_a_known_day():
    acts = simulate_hawkes([1, 1], NONE, n_days=50)
    assert list(acts) == ["earliest", "latest", "direction"]
    assert acts["earliest"].equals(acts["latest"])
    assert acts["earliest"].is_monotonic_increasing


def test_acts_lie_within_the_period():
    acts = simulate_hawkes([3, 3], NONE, n_days=10, since="2025-06-01")
    first, last = acts["earliest"].min(), acts["earliest"].max()
    assert [str(day.date()) for day in (first, last)] == ["2025-06-01", "2025-06-10"]


def test_directions_can_be_named():
    acts = simulate_hawkes([1, 1], NONE, n_days=50, directions=("AZE>RUS", "RUS>AZE"))
    assert set(acts["direction"]) == {"AZE>RUS", "RUS>AZE"}


def test_there_are_as_many_acts_as_the_rates_say_in_the_long_run():
    # Mean = (1 - alpha)^-1 mu: 0.2 / 0.6 = 1/3, and (0.2 + 0.3 / 3) / 0.8 = 3/8.
    rates = Rates(np.array([0.2, 0.2]), np.array([[0.4, 0], [0.3, 0.2]]), 1.0)
    counts = simulated([rates] * 20, 2000, seed=1)
    assert counts.mean(axis=(0, 2)) == pytest.approx([1 / 3, 3 / 8], abs=0.02)


def test_without_acts_by_themselves_nothing_ever_happens():
    assert len(simulate_hawkes([0, 0], [[0.9, 0], [0, 0.9]], n_days=100)) == 0


def test_the_same_seed_gives_the_same_acts():
    one, same, other = (simulate_hawkes([1, 1], NONE, seed=s) for s in (1, 1, 2))
    assert one.equals(same)
    assert not one.equals(other)


def test_rates_without_an_end_are_held():
    rates = Rates(np.array([5.0, 5.0]), np.full((2, 2), 5.0), 0.25)
    assert simulated([rates], 60).max() < 1.1e6


@pytest.mark.parametrize(
    ("mu", "alpha", "more", "said"),
    [
        ([1, 1], [[1, 0], [0, 0]], {}, r"is 1\.00; from one upward"),
        ([-1, 1], NONE, {}, "Rates are numbers of zero or more"),
        ([1, np.nan], NONE, {}, "Rates are numbers of zero or more"),
        ([1], NONE, {}, "needs two numbers mu and two rows"),
        ([1, 1], [[1, 0]], {}, "needs two numbers mu and two rows"),
        ([1, 1], NONE, {"half_life_days": 0}, "a half-life is above zero"),
        ([1, 1], NONE, {"half_life_days": np.inf}, "a half-life is above zero"),
        ([1, 1], NONE, {"n_days": 0}, "n_days is a whole number from 1, not 0"),
    ],
)
def test_what_cannot_be_drawn_is_refused(mu, alpha, more, said):
    with pytest.raises(MeasureError, match=said):
        simulate_hawkes(mu, alpha, **more)


def test_what_follows_an_act_fades_by_half_within_the_half_life():
    rates = Rates(np.array([1.0, 0.0]), np.array([[0, 0], [1.0, 0]]), 3.0)
    first, second = simulated([rates], 100_000, seed=2)[0]
    left = 2 ** (-1 / 3)
    for lag in (1, 2, 4, 7):
        slope = np.cov(first[:-lag], second[lag:])[0, 1] / first.var()
        assert slope == pytest.approx((1 - left) * left ** (lag - 1), abs=0.015)
