from math import log

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import bradley_terry

# Agresti, Categorical Data Analysis, 2nd edition, 2002, tables 10.10 and 10.11: the
# games of the eastern division of the American League in 1987, wins of each row.
TEAMS = ["Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland"]
TEAMS += ["Baltimore"]
WINS = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
]
PUBLISHED = [1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0.0]
pairs = st.lists(
    st.tuples(*[st.sampled_from("abcd")] * 2).filter(lambda it: it[0] != it[1]),
    min_size=1,
    max_size=20,
)


def judged(*pairs, **more):
    frame = pd.DataFrame(list(pairs), columns=["heavier", "lighter"])
    return frame.assign(**more)


def season():
    return judged(
        *[
            (TEAMS[row], TEAMS[column])
            for row, wins in enumerate(WINS)
            for column, n in enumerate(wins)
            for _ in range(n)
        ]
    )


def by_item(found, column="strength"):
    return found.set_index("item")[column].to_dict()


def joined(pairs):
    """Let every item meet "a" once each way, so that nothing is apart."""
    more = [(x, y) for it in "bcd" for x, y in (("a", it), (it, "a"))]
    return judged(*pairs, *more)


def test_it_gives_the_printed_strengths_of_a_season():
    found = by_item(bradley_terry(season(), prior=0))
    apart = [round(found[team] - found["Baltimore"], 2) for team in TEAMS]
    assert apart == PUBLISHED


def test_it_agrees_with_a_regression_of_statsmodels():
    games = season()
    names = sorted(TEAMS)
    design = (games["heavier"].to_numpy()[:, None] == names).astype(float)
    design -= games["lighter"].to_numpy()[:, None] == names
    # Every other game is told from its loser, since a regression needs both outcomes.
    sign = np.where(np.arange(len(games)) % 2, -1, 1)
    model = sm.GLM(
        (sign > 0).astype(float), design * sign[:, None], sm.families.Binomial()
    )
    fitted = model.fit_constrained(np.ones((1, len(names))))
    found = bradley_terry(games, prior=0).set_index("item").loc[names]
    assert found["strength"].to_numpy() == pytest.approx(fitted.params, abs=1e-5)
    half = (found["high"] - found["low"]) / 2
    assert half.to_numpy() == pytest.approx(1.959964 * fitted.bse, abs=1e-4)


def test_two_items_lie_the_log_of_their_odds_apart():
    found = by_item(
        bradley_terry(judged(*[("a", "b")] * 6, *[("b", "a")] * 2), prior=0)
    )
    assert found["a"] - found["b"] == pytest.approx(log(6 / 2))


def test_the_interval_of_two_items_is_that_of_log_odds():
    found = bradley_terry(judged(*[("a", "b")] * 6, *[("b", "a")] * 2), prior=0)
    half = (found["high"] - found["low"]).iloc[0] / 2
    # Log-odds of 6 to 2 have the variance 1/6 + 1/2; a strength is half of them.
    assert half == pytest.approx(1.959964 * (1 / 6 + 1 / 2) ** 0.5 / 2, abs=1e-6)


def test_a_tie_is_half_a_judgement_for_either():
    tied = judged(("a", "b"), ("a", "b"), tie=["yes", ""])
    assert by_item(bradley_terry(tied, prior=0))["a"] == pytest.approx(
        log(1.5 / 0.5) / 2
    )
    assert by_item(bradley_terry(tied), "n_heavier") == {"a": 1.5, "b": 0.5}


def test_the_side_on_which_a_tie_is_written_makes_no_difference():
    one = judged(("a", "b"), ("b", "c"), tie=[True, False])
    other = judged(("b", "a"), ("b", "c"), tie=[True, False])
    assert bradley_terry(one).equals(bradley_terry(other))


def test_what_always_wins_gets_a_finite_strength_and_a_note():
    found = bradley_terry(judged(("a", "b"), ("b", "c"), ("a", "c")))
    assert np.isfinite(found[["strength", "low", "high"]].to_numpy()).all()
    notes = {"a": "never judged lighter", "b": "", "c": "never judged heavier"}
    assert by_item(found, "note") == notes


def test_the_prior_is_half_a_win_and_half_a_loss_against_the_middle():
    # Two items, one judgement: s solves 1 - p(2s) = 0.5 (2 p(s) - 1), p the logistic.
    strength = by_item(bradley_terry(judged(("a", "b"))))["a"]
    chance = 1 / (1 + np.exp(-2 * strength)), 1 / (1 + np.exp(-strength))
    assert 1 - chance[0] == pytest.approx(0.5 * (2 * chance[1] - 1))


def test_without_a_prior_what_always_wins_is_refused():
    with pytest.raises(MeasureError, match=r"others, a came out on the same side"):
        bradley_terry(judged(("a", "b"), ("b", "c"), ("c", "b")), prior=0)


def test_items_that_no_judgement_joins_are_refused():
    with pytest.raises(MeasureError, match=r"Nobody weighed d, e against the others"):
        bradley_terry(judged(("a", "b"), ("b", "c"), ("d", "e")))


def test_judgements_are_counted_by_item():
    found = bradley_terry(judged(("a", "b"), ("a", "c"), ("c", "b")))
    assert by_item(found, "n_judgements") == {"a": 2, "b": 2, "c": 2}


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (judged(), "at least one judgement"),
        (judged(("a", "a")), "a is set against itself"),
        (judged(("a", None)), "1 of 1 judgements have no lighter item"),
        (judged(("a", "b"))[["heavier"]], "need the column lighter"),
        (judged(("a", "b"), tie=["maybe"]), "A tie is 'maybe'"),
    ],
)
def test_what_is_no_judgement_is_refused(frame, said):
    with pytest.raises(MeasureError, match=said):
        bradley_terry(frame)


@settings(max_examples=40)
@given(pairs)
def test_heavier_and_lighter_swapped_turn_every_sign(pairs):
    there = by_item(bradley_terry(joined(pairs)))
    back = by_item(bradley_terry(joined([(y, x) for x, y in pairs])))
    assert {it: -value for it, value in back.items()} == pytest.approx(there, abs=1e-7)


@settings(max_examples=40)
@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_judgements_makes_no_difference(pairs, lots):
    mixed = lots.sample(pairs, len(pairs))
    one, other = (by_item(bradley_terry(joined(it))) for it in (pairs, mixed))
    assert one == pytest.approx(other, abs=1e-8)


@settings(max_examples=40)
@given(pairs)
def test_strengths_have_the_mean_zero_and_lie_in_their_interval(pairs):
    found = bradley_terry(joined(pairs))
    assert found["strength"].mean() == pytest.approx(0, abs=1e-9)
    assert (
        (found["low"] < found["strength"]) & (found["strength"] < found["high"])
    ).all()
