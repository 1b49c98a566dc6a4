import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import breadth, entropy
from utils.measures.breadth import _corrected

TYPES = ["cultural", "judicial", "media", "military"]
numbers = st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(
    lambda n: sum(n) >= 20
)


def typed(numbers, *, day="2025-06-02", lasts=1, categories=TYPES):
    """Give so many acts of each type, all of one day or window."""
    names = np.repeat(TYPES, numbers)
    begins = pd.Timestamp(day).as_unit("us")
    return pd.DataFrame(
        {
            "earliest": pd.DatetimeIndex([begins] * len(names)),
            "latest": pd.DatetimeIndex([begins + pd.Timedelta(lasts - 1, "D")]).repeat(
                len(names)
            ),
            "direction": "A>B",
            "type": pd.Categorical(names, categories),
        }
    )


def test_millers_correction_is_added_to_the_plain_entropy():
    # The counts of the example in the manual of the R package entropy, whose n is 19
    # and K is 8, worked out by hand: H = ln 19 - (8 ln 4 + 3 ln 3 + 6 ln 2) / 19.
    counts = np.array([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1.0])
    plain = np.log(19) - (8 * np.log(4) + 3 * np.log(3) + 6 * np.log(2)) / 19
    assert plain == pytest.approx(1.96838, abs=1e-5)
    assert _corrected(counts) == pytest.approx(plain + 7 / 38)


def test_entropy_is_that_of_the_shares_and_the_correction():
    # Shares 3/4 and 1/4: H = ln 4 - (3/4) ln 3 = 0.56234; correction 1/80.
    found = entropy(typed([30, 10, 0, 0]))
    assert found.value == pytest.approx(np.log(4) - 0.75 * np.log(3) + 1 / 80)


def test_even_types_have_the_logarithm_of_their_number_and_no_more():
    found = entropy(typed([10, 10, 10, 10]))
    assert found.value == pytest.approx(np.log(4)) == found.high


def test_types_that_were_not_seen_are_known_from_the_categories():
    # Two even types of four: ln 2 + 1/40, above the ln 2 that two could have.
    assert entropy(typed([10, 10, 0, 0])).value == pytest.approx(np.log(2) + 1 / 40)
    plain = typed([10, 10, 0, 0]).astype({"type": str})
    assert entropy(plain).value == pytest.approx(np.log(2))


def test_one_type_alone_is_no_breadth_but_may_have_others_unseen():
    # All of 20 are of one type in 2.5 of 100 samples where its share is 0.8316.
    found = entropy(typed([20, 0, 0, 0]))
    share = 0.025 ** (1 / 20)
    others = (1 - share) / 3
    high = -share * np.log(share) - 3 * others * np.log(others)
    assert (found.value, found.low) == (0, 0)
    assert found.high == pytest.approx(high)


@given(numbers=numbers)
def test_entropy_lies_in_its_interval_between_zero_and_the_logarithm(numbers):
    found = entropy(typed(numbers), draws=50)
    assert 0 <= found.low <= found.value <= found.high <= np.log(4) + 1e-12


@given(numbers=numbers)
def test_the_order_of_types_does_not_matter(numbers):
    one, other = (entropy(typed(n), draws=1).value for n in (numbers, numbers[::-1]))
    assert one == pytest.approx(other)


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    dice, shares = np.random.default_rng(5), np.array([0.5, 0.25, 0.15, 0.1])
    truth = -(shares * np.log(shares)).sum()
    found = [entropy(typed(n), draws=300) for n in dice.multinomial(40, shares, 200)]
    assert np.mean([it.low <= truth <= it.high for it in found]) >= 0.9


def test_the_sentence_says_number_interval_and_acts():
    said = str(entropy(typed([10, 10, 10, 10])))
    assert said.startswith("Entropy over 4 types: 1.39 (95 % interval ")
    assert said.endswith(" to 1.39), as of 4.0 even types; 40 acts.")


def test_fewer_than_twenty_acts_have_no_entropy():
    with pytest.raises(MeasureError, match="at least 20 acts; there are 19"):
        entropy(typed([19, 0, 0, 0]))


def test_bins_with_few_acts_have_numbers_and_no_entropy():
    found = breadth(typed([12, 7, 0, 0]))
    (row,) = found.to_dict("records")
    assert (row["n"], row["least_types"], row["most_types"]) == (19, 2, 2)
    assert found[["entropy", "low", "high", "effective_types"]].isna().all(axis=None)


def test_each_bin_and_direction_has_its_own_entropy():
    two = pd.concat([typed([20, 0, 0, 0]), typed([0, 10, 10, 0], day="2025-07-02")])
    found = breadth(two, "month")
    assert found["entropy"].tolist() == pytest.approx([0, np.log(2) + 1 / 40])
    assert found["effective_types"].tolist() == pytest.approx([1, 2 * np.exp(1 / 40)])


def test_an_uncertain_act_makes_its_type_certain_in_no_bin():
    known, unknown = (
        typed([20, 0, 0, 0]),
        typed([0, 1, 0, 0], day="2025-06-30", lasts=2),
    )
    found = breadth(pd.concat([known, unknown]), "month")
    assert found["n"].tolist() == [20.5, 0.5]
    assert found["least_types"].tolist() == [1, 0]
    assert found["most_types"].tolist() == [2, 1]


def test_half_an_act_adds_half_a_type_to_the_correction():
    known, unknown = (
        typed([20, 0, 0, 0]),
        typed([0, 1, 0, 0], day="2025-06-30", lasts=2),
    )
    found = breadth(pd.concat([known, unknown]), "month")
    one, other = 20 / 20.5, 0.5 / 20.5
    plain = -one * np.log(one) - other * np.log(other)
    assert found["entropy"].iloc[0] == pytest.approx(plain + 0.5 / 41)


def test_a_bin_of_the_whole_period_is_as_broad_as_the_acts():
    some = typed([20, 8, 2, 1])
    assert breadth(some, "year")["entropy"].iloc[0] == entropy(some).value


def test_the_same_seed_gives_the_same_interval():
    some = typed([20, 8, 2, 1])
    assert entropy(some, seed=3) == entropy(some, seed=3)
    assert entropy(some, seed=3) != entropy(some, seed=4)
    assert breadth(some, seed=3).equals(breadth(some, seed=3))


def test_no_act_over_a_period_gives_the_columns_and_no_row():
    found = breadth(typed([0, 0, 0, 0]), since="2025-01-01", until="2025-06-30")
    assert {"date", "n", "entropy", "low", "high"} <= set(found)
    assert len(found) == 0


@pytest.mark.parametrize("measure", [breadth, entropy])
def test_what_cannot_be_measured_is_refused(measure):
    with pytest.raises(MeasureError, match="column type"):
        measure(typed([20, 8, 2, 1]).drop(columns="type"))
    with pytest.raises(MeasureError, match="draws is a whole number from 1, not 0"):
        measure(typed([20, 8, 2, 1]), draws=0)
    with pytest.raises(MeasureError, match=r"no act"):
        measure(typed([0, 0, 0, 0]))
