import numpy as np
import pandas as pd
import pytest

from utils.measures.phases import change_points
from utils.measures.phases.doubt import Lane, _noisy, bounds, redrawn_breaks
from utils.measures.phases.series import series


@pytest.fixture
def vague(weekly):
    """Give two acts of known week, and one that lies in any of three weeks."""
    acts = weekly([1, 1, 0, 1])
    acts.loc[0, "latest"] = pd.Timestamp("2024-01-21")
    return series(acts, "week", until="2024-01-28")


def test_each_draw_gives_every_act_one_day(vague):
    drawn = vague.redrawn(0, 50, lots=np.random.default_rng(0))
    assert set(drawn.sum(axis=1)) == {3}
    assert {tuple(row) for row in drawn.tolist()} == {
        (1, 1, 0, 1),
        (0, 2, 0, 1),
        (0, 1, 1, 1),
    }


def test_draws_have_the_expected_counts_on_average(vague):
    drawn = vague.redrawn(0, 6000, lots=np.random.default_rng(0))
    assert drawn.mean(axis=0) == pytest.approx(vague.n[0], abs=0.03)


def test_days_drawn_outside_the_period_leave_it(weekly):
    acts = weekly([1, 1])
    acts.loc[0, "latest"] = pd.Timestamp("2024-01-14")
    late = series(acts, "week", since="2024-01-08")
    drawn = late.redrawn(0, 100, lots=np.random.default_rng(0))
    assert set(drawn.ravel()) == {1, 2}


def test_only_the_acts_of_its_lane_are_drawn(weekly):
    acts = pd.concat([weekly([2], way="a"), weekly([5], way="b")])
    both = series(acts, "week", by=["way"])
    drawn = [both.redrawn(i, 1, lots=np.random.default_rng(0)) for i in (0, 1)]
    assert [n.tolist() for n in drawn] == [[[2]], [[5]]]


def test_a_plain_break_is_found_again_in_every_draw(weekly):
    plain = Lane(series(weekly([2] * 8 + [60] * 8), "week"), 0, 2, 1.0)
    assert set(redrawn_breaks(plain, 1, draws=50, seed=0).ravel()) == {8}


def test_more_noise_scatters_the_breaks(weekly):
    steps = series(weekly([4] * 10 + [8] * 10), "week")
    spreads = [
        redrawn_breaks(Lane(steps, 0, 2, noise), 1, draws=300, seed=0).std()
        for noise in (1.0, 4.0)
    ]
    assert spreads[0] < spreads[1]


def test_unknown_days_scatter_the_break(weekly, weeks):
    # The nine acts of the first full week may lie in any of the five weeks before it.
    sure = weekly([0] * 10 + [9] * 10)
    loose = sure.assign(earliest=sure["earliest"].where(sure.index >= 9))
    loose["earliest"] = loose["earliest"].fillna(pd.Timestamp("2024-02-05"))
    widths = []
    for acts in (sure, loose):
        row = change_points(acts, **weeks(20), dispersion=1).breaks.iloc[0]
        widths.append(row["high"] - row["low"])
    assert widths[0] < widths[1]


def test_bounds_are_percentiles_and_the_share_counts_neighbours():
    drawn = np.array([[3, 8], [4, 9], [5, 9], [9, 12]])
    low, high, share = bounds(drawn, np.array([4, 9]), 0.5).T
    assert low.tolist() == [3, 8]
    assert high.tolist() == [9, 12]
    # Each of the first three draws has a break within one bin of the fourth; all
    # four have one within one bin of the ninth.
    assert share.tolist() == [0.75, 1.0]


@pytest.mark.parametrize("chunk", [1, 10**9])
def test_how_many_are_drawn_at_once_leaves_their_number(weekly, monkeypatch, chunk):
    monkeypatch.setattr("utils.measures.phases.doubt._AT_ONCE", chunk)
    lane = Lane(series(weekly([1] * 8 + [9] * 8), "week"), 0, 2, 1.0)
    assert redrawn_breaks(lane, 1, draws=7, seed=0).shape == (7, 1)


@pytest.mark.parametrize("noise", [1.0, 1.5, 4.0])
def test_counts_drawn_anew_have_the_mean_and_the_noise_asked_for(noise):
    drawn = _noisy(np.full(200_000, 3.0), noise, np.random.default_rng(0))
    assert drawn.mean() == pytest.approx(3, rel=0.02)
    assert drawn.var() == pytest.approx(3 * noise, rel=0.03)


def test_a_break_two_bins_away_is_not_near():
    (row,) = bounds(np.array([[2], [3], [5], [6]]), np.array([4]), 0.5)
    assert row[2] == 0.5


def test_draws_made_in_parts_are_as_many_as_asked_for(weekly, monkeypatch):
    monkeypatch.setattr("utils.measures.phases.doubt._AT_ONCE", 100)
    plain = Lane(series(weekly([2] * 8 + [60] * 8), "week"), 0, 2, 1.0)
    assert redrawn_breaks(plain, 1, draws=20, seed=0).shape == (20, 1)
