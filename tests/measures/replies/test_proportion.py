import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from quarrels import quarrels, swapped

from utils.errors import MeasureError
from utils.measures.replies import proportion, reply_pairs

law = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def pairs_of(*weights, kind="answer", direction="B>A"):
    """Make pairs from (weight of the trigger, weight of the reply)."""
    frame = pd.DataFrame(list(weights), columns=["trigger_weight", "reply_weight"])
    ids = [f"act{i}" for i in range(len(frame))]
    return frame.astype(float).assign(
        kind=kind, reply_direction=direction, trigger_id=ids
    )


@pytest.mark.parametrize(
    ("trigger", "reply", "delta"),
    [(-2, -5, 3), (-5, -2, -3), (-5, -5, 0), (-5, 4, -5), (4, -5, 5), (4, 7, 0)],
)
def test_delta_is_the_difference_of_conflictual_weights(trigger, reply, delta):
    assert proportion(pairs_of((trigger, reply))).pairs["delta"].tolist() == [delta]


def test_the_distribution_is_told_by_direction_of_the_answer():
    one = pairs_of((-1, -1), (-1, -2), (-1, -3), (-1, -4), (-1, -10))
    other = pairs_of((-1, 0), direction="A>B")
    found = proportion(pd.concat([one, other])).table.set_index("reply_direction")
    told = found.loc["B>A", ["n", "mean", "median", "least", "quarter", "most"]]
    assert told.tolist() == [5, 3, 2, 0, 1, 9]
    assert found.loc["A>B", "mean"] == -1


def test_shares_that_go_higher_stay_and_go_lower_are_counted():
    found = proportion(pairs_of((-1, -2), (-1, -1), (-2, -2), (-2, -1))).shares
    assert found["n"].tolist() == [1, 2, 1]
    assert found["share"].tolist() == [0.25, 0.5, 0.25]


def test_more_that_go_lower_are_not_taken_for_higher():
    shares = proportion(pairs_of((-2, -1), (-3, -1), (-1, -2))).shares
    assert shares.set_index("change")["n"].to_dict() == {
        "higher": 1,
        "same": 0,
        "lower": 2,
    }


@pytest.mark.parametrize("n", [5, 6])
def test_the_intervals_are_those_of_all_samples_there_are(n):
    delta = np.array([0, 1, 2, 4, 7, 10])[:n]
    found = proportion(pairs_of(*[(-1, -1 - d) for d in delta]), draws=20_000)
    samples = delta[np.indices([n] * n).reshape(n, -1)]
    for name, centre in (("mean", np.mean), ("median", np.median)):
        ends = [found.table[f"{name}_{end}"].iloc[0] for end in ("low", "high")]
        exact = np.quantile(centre(samples, axis=0), [0.025, 0.975])
        assert ends == pytest.approx(exact.tolist(), abs=0.21)


def test_the_interval_of_a_share_is_the_exact_one():
    found = proportion(pairs_of((-1, -1))).shares.set_index("change").loc["same"]
    assert (found["low"], found["high"]) == (pytest.approx(0.025), 1)


def test_answers_without_a_weight_are_counted_apart():
    found = proportion(pairs_of((-1, -2), (np.nan, -1), (-1, np.nan)))
    assert found.table[["n", "n_without_weight"]].to_numpy().tolist() == [[1, 2]]


def test_only_answers_count():
    more = pd.concat([pairs_of((-1, -2)), pairs_of((-1, -9), kind="follow-up")])
    assert proportion(more).table["n"].tolist() == [1]


def test_few_answers_have_no_interval():
    found = proportion(pairs_of((-1, -2), (-1, -2)))
    assert found.table["mean_low"].tolist() == [-np.inf]
    assert "too few for an interval" in str(found)


def test_answers_that_are_all_alike_leave_the_bootstrap_no_doubt():
    found = proportion(pairs_of(*[(-1, -3)] * 6)).table.iloc[0]
    ends = [f"{name}_{end}" for name in ("mean", "median") for end in ("low", "high")]
    assert found[ends].tolist() == [2, 2, 2, 2]


def test_answers_to_one_act_are_drawn_together():
    """Two triggers with three answers each: a sample has one, the other, or both."""
    six = pairs_of(*[(0, 0)] * 3, *[(0, -1)] * 3).assign(trigger_id=[*"aaabbb"])
    found = proportion(six).table.iloc[0]
    assert (found["mean_low"], found["mean_high"]) == (0, 1)


def test_the_bootstrap_is_that_of_the_normal_law_for_many_answers():
    """Half 0 and half 2: the mean of n has a standard error of 1 / sqrt(n)."""
    found = proportion(pairs_of(*[(-1, -1), (-1, -3)] * 200)).table.iloc[0]
    reach = 1.96 / np.sqrt(400)
    assert found["mean_high"] - found["mean"] == pytest.approx(reach, rel=0.1)
    assert found["mean"] - found["mean_low"] == pytest.approx(reach, rel=0.1)


def test_the_median_of_a_sample_is_the_one_that_numpy_gives():
    """Each of 0, 1, 4, 9, 16 once: drawn samples have one of these as median."""
    five = pairs_of((0, 0), (0, -1), (0, -4), (0, -9), (0, -16))
    found = proportion(five, draws=1, seed=3).table.iloc[0]
    lots = np.random.default_rng(3).integers(0, 5, 5)
    assert found["median_low"] == np.median(np.array([0, 1, 4, 9, 16])[lots])


def test_the_same_seed_gives_the_same_interval():
    pairs = pairs_of(*[(-1, -k) for k in range(9)])
    one, same, other = (proportion(pairs, seed=s).table for s in (0, 0, 1))
    assert one.equals(same)
    assert not one.equals(other)


def test_without_any_weight_there_is_no_proportion():
    with pytest.raises(MeasureError, match="of 1 answers none has"):
        proportion(pairs_of((np.nan, -1)))


def test_without_pairs_there_is_no_proportion():
    with pytest.raises(MeasureError, match="of 0 answers none has"):
        proportion(pairs_of())


def test_pairs_of_acts_that_were_not_weighed_are_refused(acts):
    pairs = reply_pairs(acts(("a", 1, "A>B")).drop(columns="weight"))
    with pytest.raises(MeasureError, match=r"columns trigger_weight, reply_weight"):
        proportion(pairs)


def test_no_draws_are_refused():
    with pytest.raises(MeasureError, match="draws is a whole number from 1, not 0"):
        proportion(pairs_of((-1, -1)), draws=0)


@law
@given(rows=quarrels())
def test_swapping_the_sides_swaps_the_rows(acts, rows):
    rows = [*rows, ("a", 1, "A>B"), ("b", 1, "B>A", "a"), ("c", 1, "A>B", "b")]
    one, other = (
        proportion(reply_pairs(acts(*r)), draws=20).table.set_index("reply_direction")
        for r in (rows, swapped(rows))
    )
    turn = str.maketrans("AB", "BA")
    for name in ("n", "mean", "median", "most"):
        turned = other[name].rename(lambda way: way.translate(turn))
        assert one[name].to_dict() == turned.to_dict()
