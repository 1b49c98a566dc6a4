import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.reaction import hawkes, simulate_hawkes
from utils.measures.reaction.intensity import Rates

ALPHA = [[0.4, 0.0], [0.3, 0.2]]
MU = [0.25, 0.25]
YEAR = {"since": "2025-01-01", "until": "2025-12-31"}


@pytest.fixture(scope="module")
def drawn():
    return simulate_hawkes(MU, ALPHA, n_days=365, seed=3)


@pytest.fixture(scope="module")
def found(drawn):
    return hawkes(drawn, draws=60, **YEAR)


def widened(acts, days):
    """Let the day of each act be unknown within a window around it."""
    half = pd.Timedelta(days // 2, "D")
    ends = {"earliest": acts["earliest"] - half, "latest": acts["latest"] + half}
    return acts.assign(**ends)


def test_the_acts_and_days_are_counted(found, drawn):
    n = drawn["direction"].value_counts()
    assert (found.n_first, found.n_second, found.n_days) == (n["A>B"], n["B>A"], 365)


def test_each_pair_of_directions_has_a_row(found):
    pairs = found.alpha[["after", "direction"]].to_numpy().tolist()
    names = ["A>B", "B>A"]
    assert pairs == [[after, of] for after in names for of in names]


def test_rows_say_which_act_follows_which():
    acts = simulate_hawkes([0.5, 0.05], [[0, 0], [0.8, 0]], n_days=800, seed=1)
    alpha = hawkes(acts, draws=40).alpha.set_index(["after", "direction"])["acts"]
    assert alpha["A>B", "B>A"] == pytest.approx(0.8, abs=0.2)
    assert alpha["B>A", "A>B"] == pytest.approx(0, abs=0.2)


def test_most_intervals_hold_what_the_acts_were_drawn_from():
    true = Rates(np.array(MU), np.array(ALPHA), 2.0).radius
    held = 0
    for seed in range(6):
        acts = simulate_hawkes(MU, ALPHA, n_days=365, seed=seed)
        radius = hawkes(acts, draws=40, **YEAR).spectral_radius
        held += radius.low <= true <= radius.high
    assert held >= 5


def test_intervals_hold_the_estimates(found):
    for frame, value in ((found.mu, "per_day"), (found.alpha, "acts")):
        assert (frame["low"] <= frame["high"]).all()
        assert (frame[value] >= 0).all()


def test_data_of_the_model_are_not_said_to_vary_more(found):
    assert "Counts vary as much as the model allows" in str(found)


def test_many_acts_on_few_days_vary_more_than_the_model_allows(drawn):
    bursts = drawn.iloc[np.repeat(np.arange(0, len(drawn), 5), 5)]
    said = str(hawkes(bursts, draws=40, **YEAR).dispersion)
    assert "more than the model allows" in said
    assert said.endswith("the true intervals are wider.")


def test_the_sentences_claim_no_cause(found):
    said = str(found)
    assert "is followed by" in said
    assert "Acts of one day are not taken to follow on one another." in said
    assert "No causal claim" in said
    assert not {"caused", "provoked", "led to"} & set(said.split())


def test_the_sentences_say_the_numbers(found):
    said, radius = str(found), found.spectral_radius
    assert f"Spectral radius {radius.value:.2f} (95 % interval {radius.low:.2f}" in said
    assert f"AIC {found.aic:.0f} and {found.aic_steady:.0f}" in said
    assert f"0 of {found.searches} searches did not settle." in said


def test_acts_that_do_not_follow_are_said_to_fit_constant_rates():
    acts = simulate_hawkes([0.4, 0.4], [[0, 0], [0, 0]], n_days=365, seed=2)
    assert "no better than constant rates" in str(hawkes(acts, draws=40))


def test_the_same_seed_gives_the_same(drawn, found):
    again = hawkes(drawn, draws=60, **YEAR)
    assert again.alpha.equals(found.alpha)
    assert again.spectral_radius == found.spectral_radius


def test_uncertain_days_blur_what_follows(drawn, found):
    blurred = hawkes(widened(drawn, 61), draws=40, dates_drawn=5, **YEAR)
    assert blurred.spectral_radius.value < found.spectral_radius.value


def test_known_days_are_fitted_once(found):
    assert found.searches == 61


def test_uncertain_days_are_drawn_as_often_as_asked(drawn):
    some = widened(drawn, 3)
    assert hawkes(some, draws=40, dates_drawn=4, **YEAR).searches == 44


def test_too_few_acts_are_refused_with_their_number(drawn):
    few = pd.concat([drawn[drawn["direction"] == "B>A"], drawn.iloc[:0]])
    with pytest.raises(MeasureError, match=r"with A>B needs at least \d+ acts; there"):
        hawkes(few, first="A>B")


def test_a_short_period_is_refused(drawn):
    many = pd.concat([drawn] * 9)
    with pytest.raises(MeasureError, match=r"at least 300 days; there are \d+ days"):
        hawkes(many, until="2025-03-01")


def test_acts_that_are_all_on_one_day_are_refused(acts):
    both = acts(*[("2025-01-01", 1, "A>B", 0), ("2025-01-01", 1, "B>A", 0)] * 100)
    with pytest.raises(MeasureError, match="at least 300 days; there is one day"):
        hawkes(both)


def test_no_act_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        hawkes(acts(), first="A>B")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"draws": 10}, "draws is a whole number from 40, not 10"),
        ({"draws": True}, "draws is a whole number"),
        ({"dates_drawn": 0}, "dates_drawn is a whole number from 1, not 0"),
        ({"first": "A>B", "second": "A>B"}, "Give first= and second="),
    ],
)
def test_what_cannot_be_asked_for_is_refused(drawn, given, said):
    with pytest.raises(MeasureError, match=said):
        hawkes(drawn, **given)


@pytest.mark.parametrize("column", ["earliest", "latest", "direction"])
def test_a_missing_column_is_named(drawn, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        hawkes(drawn.drop(columns=column))


def test_the_frame_given_is_not_changed(drawn):
    before = drawn.copy()
    hawkes(drawn, draws=40)
    assert drawn.equals(before)
