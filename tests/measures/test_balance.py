import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import balance


@pytest.fixture
def quarrel(acts):
    """Let A act 12 times against B, and B 8 times against A and 4 times for A."""
    day = "2025-06-02"
    some = [(day, 1, "A>B", -2)] * 12
    some += [(day, 1, "B>A", -7)] * 8 + [(day, 1, "B>A", 5)] * 4
    return acts(*some)


def row(frame, of, direction):
    mask = (frame["of"] == of) & (frame["direction"] == direction)
    return frame[mask].to_dict("records")[0]


def test_shares_are_of_acts_and_of_weight(quarrel):
    found = balance(quarrel)
    assert row(found, "acts", "A>B")["share"] == 0.5
    assert row(found, "conflictual weight", "A>B")["share"] == 24 / 80
    assert row(found, "cooperative weight", "B>A")["share"] == 1


def test_amounts_and_numbers_stand_beside_the_shares(quarrel):
    found = row(balance(quarrel), "conflictual weight", "B>A")
    assert (found["amount"], found["n"]) == (56, 8)


def test_the_share_of_acts_has_the_exact_interval(acts):
    # Clopper and Pearson's ends for none of ten: 0 and 1 - 0.025 ** (1 / 10).
    ten = acts(*[("2025-06-02", 1, "A>B", -1)] * 10, ("2025-06-02", 1, "B>A", -1))
    found = row(balance(ten), "acts", "B>A")
    assert found["low"] == pytest.approx(1 - 0.975 ** (1 / 11))
    assert found["low"] < 1 / 11 < found["high"]


def test_weights_that_are_all_alike_leave_the_doubt_of_a_share(acts):
    # Half of 100 like acts: the deviation of the share is 0.05.
    day = "2025-06-02"
    even = acts(*[(day, 1, "A>B", -2)] * 50, *[(day, 1, "B>A", -2)] * 50)
    found = row(balance(even, draws=20_000), "conflictual weight", "A>B")
    assert found["low"] == pytest.approx(0.5 - 1.96 * 0.05, abs=0.012)
    assert found["high"] == pytest.approx(0.5 + 1.96 * 0.05, abs=0.012)


def test_acts_that_weigh_more_count_for_more_in_each_draw(acts):
    # Of 100 acts drawn, 40 to 60 are of the light half in 95 of 100 draws: k acts of
    # weight 1 and 100 - k of weight 9 make a share of k / (900 - 8 k).
    day = "2025-06-02"
    uneven = acts(*[(day, 1, "A>B", -1)] * 50, *[(day, 1, "B>A", -9)] * 50)
    found = row(balance(uneven, draws=20_000), "conflictual weight", "A>B")
    assert found["share"] == pytest.approx(0.1)
    assert found["low"] == pytest.approx(40 / 580, abs=0.004)
    assert found["high"] == pytest.approx(60 / 420, abs=0.004)


def test_ten_acts_are_enough_for_a_bootstrap(acts):
    day = "2025-06-02"
    ten = acts(*[(day, 1, "A>B", -2)] * 5, *[(day, 1, "B>A", -2)] * 5)
    assert 0 < row(balance(ten), "conflictual weight", "B>A")["low"] < 0.5


def test_weight_of_one_side_alone_has_no_bootstrap(acts):
    day = "2025-06-02"
    some = [(day, 1, "A>B", -2)] * 12 + [(day, 1, "B>A", 5)] * 12
    found = row(balance(acts(*some)), "conflictual weight", "A>B")
    assert (found["share"], found["low"], found["high"]) == (1, None, None)


def test_the_two_sides_mirror_each_other(quarrel):
    found = balance(quarrel)
    one, other = (row(found, "conflictual weight", way) for way in ("A>B", "B>A"))
    assert one["low"] == pytest.approx(1 - other["high"])


@pytest.mark.parametrize("n", [1, 9])
def test_few_acts_have_a_share_and_no_bootstrap(acts, n):
    day = "2025-06-02"
    few = acts(*[(day, 1, "A>B", -2)] * (n - 1), (day, 1, "B>A", -2))
    found = row(balance(few), "conflictual weight", "B>A")
    assert found["share"] == pytest.approx(1 / n)
    assert (found["low"], found["high"]) == (None, None)


def test_one_side_alone_has_no_bootstrap(quarrel):
    found = row(balance(quarrel[quarrel["direction"] == "A>B"]), "acts", "A>B")
    assert (found["share"], found["high"]) == (1, 1)
    assert found["low"] < 1


def test_where_nothing_weighs_the_share_is_missing(acts):
    found = balance(acts(("2025-06-02", 1, "A>B", np.nan)))
    assert found["share"].tolist() == [1, pd.NA, pd.NA]


def test_the_same_seed_gives_the_same_interval(quarrel):
    one, again, other = (balance(quarrel, draws=50, seed=n) for n in (3, 3, 4))
    assert one.equals(again)
    assert not one.equals(other)


def test_no_act_is_refused(acts):
    with pytest.raises(MeasureError, match="A balance needs at least 1 act; there is"):
        balance(acts())


def test_no_draw_is_refused(quarrel):
    with pytest.raises(MeasureError, match="draws is a whole number from 1, not 0"):
        balance(quarrel, draws=0)


@pytest.mark.parametrize("column", ["direction", "weight"])
def test_a_missing_column_is_named(quarrel, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        balance(quarrel.drop(columns=column))
