from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.measures.robustness.tally import tally

FOUR = [
    {"scale": scale, "half-life": half_life}
    for scale, half_life in product(["steep", "flat"], ["30 days", "10 days"])
]
verdicts = st.lists(st.sampled_from([True, False, None]), min_size=12, max_size=12)
TWELVE = [
    {"scale": scale, "half-life": half_life, "dates": dates}
    for scale, half_life, dates in product("abc", "de", "fg")
]


def rows(table, *columns):
    return table.set_index("choice")[list(columns)].to_numpy().tolist()


def test_a_headline_that_is_true_in_three_of_four():
    table = tally(FOUR, [True, True, True, False])
    assert rows(table, "n", "n_holds", "share") == [
        [4, 3, 0.75],
        [2, 2, 1],
        [2, 1, 0.5],
        [2, 2, 1],
        [2, 1, 0.5],
    ]
    assert table["dimension"].tolist() == [
        *("all", "scale", "scale", "half-life", "half-life")
    ]
    assert table["choice"].tolist() == [
        *("all variants", "steep", "flat", "30 days", "10 days")
    ]


def test_a_choice_flips_it_if_changed_alone_from_the_first():
    table = tally(FOUR, [True, True, False, True])
    assert rows(table, "n_alone", "n_flips") == [[2, 1], [0, 0], [1, 1], [0, 0], [1, 0]]


def test_what_two_choices_together_turn_is_no_flip():
    assert tally(FOUR, [True, True, True, False])["n_flips"].sum() == 0


def test_false_may_be_turned_into_true():
    flips = tally(FOUR, [False, True, False, False]).set_index("choice")["n_flips"]
    assert flips[flips > 0].to_dict() == {"all variants": 1, "10 days": 1}


def test_what_cannot_be_said_counts_apart_and_flips_nothing():
    table = tally(FOUR, [True, None, False, None])
    assert rows(table, "n", "n_holds", "n_unsaid", "n_flips")[0] == [4, 1, 2, 1]
    assert table["share"].tolist()[:4] == [0.5, 1, 0, 0.5]
    assert table["n_unsaid"].tolist()[-1] == 2
    assert np.isnan(table["share"].iloc[-1])


def test_a_reference_that_cannot_be_said_is_turned_by_nothing():
    assert tally(FOUR, [None, True, True, False])["n_flips"].sum() == 0


def test_choices_that_are_made_more_than_once_tell_how_often_they_flip():
    draws = [{"dates": "spread"}, *[{"dates": "drawn"}] * 5]
    table = tally(draws, [True, True, False, False, None, True])
    assert rows(table, "n_alone", "n_flips")[2] == [5, 2]


def test_the_first_choice_of_each_dimension_is_the_reference():
    table = tally(FOUR, [True] * 4)
    assert table.loc[table["reference"], "choice"].tolist() == ["steep", "30 days"]


@given(verdicts)
def test_every_dimension_counts_every_variant_once(found):
    table = tally(TWELVE, found)
    for column in ("n", "n_holds", "n_unsaid", "n_alone", "n_flips"):
        sums = table.groupby("dimension")[column].sum()
        if column in ("n_alone", "n_flips"):
            assert sums.drop("all").sum() == sums["all"]
        else:
            assert set(sums) == {sums["all"]}


@given(verdicts)
def test_shares_lie_between_none_and_all(found):
    shares = tally(TWELVE, found)["share"].dropna()
    assert shares.between(0, 1).all()


@given(verdicts, st.permutations(range(1, 12)))
def test_the_order_of_the_variants_changes_no_number(found, order):
    order = [0, *order]
    other = tally([TWELVE[i] for i in order], [found[i] for i in order])
    keys = ["dimension", "choice"]
    pd.testing.assert_frame_equal(
        tally(TWELVE, found).sort_values(keys, ignore_index=True),
        other.sort_values(keys, ignore_index=True),
    )


@given(verdicts, st.permutations(["scale", "half-life", "dates"]))
def test_the_order_of_the_dimensions_changes_no_number(found, names):
    turned = [{name: chosen[name] for name in names} for chosen in TWELVE]
    keys = ["dimension", "choice"]
    one, other = (
        tally(chosen, found).sort_values(keys, ignore_index=True)
        for chosen in (TWELVE, turned)
    )
    pd.testing.assert_frame_equal(one, other)


@pytest.mark.parametrize("verdict", [True, False])
def test_what_always_or_never_holds_has_a_share_of_one_or_none(verdict):
    assert set(tally(TWELVE, [verdict] * 12)["share"]) == {float(verdict)}
