import numpy as np
import pytest

from utils.errors import MeasureError
from utils.measures.reaction.correlogram import Plan, correlogram
from utils.measures.reaction.permutation import reordered

DAYS = {"day": 1, "week": 7}
MOST = {"day": 3, "week": 2}
LAGS = [(unit, k) for unit, most in MOST.items() for k in range(-most, most + 1)]


def related(x, y, unit, lag):
    """Correlate logarithms of one more, the sum over all bins left undivided."""
    n = len(x) // DAYS[unit]
    x, y = (np.log1p(s[: n * DAYS[unit]].reshape(n, -1).sum(axis=1)) for s in (x, y))
    x, y = ((s - s.mean()) / s.std() for s in (x, y))
    pairs = [(t, t + lag) for t in range(n) if 0 <= t + lag < n]
    return sum(x[t] * y[u] for t, u in pairs) / n


@pytest.fixture(scope="module")
def daily():
    """Draw 140 days of two directions, one of which follows the other a day later."""
    first = np.random.default_rng(0).poisson(0.4, 141).astype(float)
    other = np.random.default_rng(1).poisson(0.3, 140)
    return np.array([first[1:], 0.5 * first[:-1] + other])


@pytest.fixture(scope="module")
def table(daily):
    return correlogram(daily, Plan(MOST, block_days=7, draws=399, seed=5))


@pytest.fixture(scope="module")
def chance(daily):
    """Correlate each pair of shuffled and unshuffled days, one by one."""
    parts = [list(reordered(side, 7, 200, seed=5)) for side in daily]
    one, other = (np.concatenate(rows) for rows in parts)
    pairs = [(x, daily[1]) for x in one] + [(daily[0], y) for y in other]
    return np.array([[related(x, y, *lag) for lag in LAGS] for x, y in pairs])


def test_correlations_are_those_taken_one_by_one(daily, table):
    assert list(zip(table["unit"], table["lag_bins"], strict=True)) == LAGS
    r = [related(*daily, *lag) for lag in LAGS]
    assert table["r"].tolist() == pytest.approx(r)


def test_limits_of_a_lag_are_the_middle_of_chance_there(table, chance):
    low, high = np.quantile(chance, [0.025, 0.975], axis=0)
    assert table["low_null"].tolist() == pytest.approx(low.tolist())
    assert table["high_null"].tolist() == pytest.approx(high.tolist())
    assert set(table["draws"]) == {400}


def test_p_counts_the_draws_as_far_out_on_either_side_and_the_observed_one(
    table, chance
):
    r = table["r"].to_numpy()
    above, below = (chance >= r - 1e-9).sum(axis=0), (chance <= r + 1e-9).sum(axis=0)
    p = np.minimum(1, 2 * (1 + np.minimum(above, below)) / 401)
    assert table["p"].tolist() == pytest.approx(p.tolist())
    assert p.min() < 0.05


@pytest.mark.parametrize("unit", ["day", "week"])
def test_limits_of_all_lags_share_the_level_between_two_units(table, chance, unit):
    mine = (table["unit"] == unit).to_numpy()
    own, r = chance[:, mine], table["r"].to_numpy()[mine]
    mean, sd = own.mean(axis=0), own.std(axis=0)
    far = np.sort(((own - mean) / sd).max(axis=1))
    near = np.sort(((own - mean) / sd).min(axis=1))
    # Of 400 draws and the observed one, 0.025 / 2 are five whole ones.
    assert table["high_all"][mine].tolist() == pytest.approx(mean + far[-5] * sd)
    assert table["low_all"][mine].tolist() == pytest.approx(mean + near[4] * sd)
    z = ((r - mean) / sd)[:, None]
    tails = np.minimum((far >= z - 1e-9).sum(axis=1), (near <= z + 1e-9).sum(axis=1))
    assert table["p_all"][mine].tolist() == pytest.approx(
        np.minimum(1, 4 * (1 + tails) / 401)
    )


def test_a_lag_is_at_most_a_quarter_of_the_bins(daily):
    plan = Plan({"day": 2, "week": 9}, block_days=7, draws=199)
    found = correlogram(daily, plan)
    assert found.groupby("unit")["lag_bins"].max().to_dict() == {"day": 2, "week": 5}


def test_bins_that_are_not_whole_do_not_count_as_enough(daily):
    plan = Plan({"week": 1}, block_days=7, draws=199)
    assert correlogram(daily[:, :56], plan)["n_bins"].tolist() == [8, 8, 8]
    with pytest.raises(MeasureError, match="at least 8 bins; there are 7 bins"):
        correlogram(daily[:, :55], plan)
