"""Numbers: whole, rounded, bounded, and what is none."""

from fractions import Fraction

import numpy as np
import pandas as pd
import pytest

from utils.lessons.kinds import Number, Unfitting

COUNT = Number("acts", least=0)
SHARE = Number("share", decimals=2, least=0, most=1)


@pytest.mark.parametrize(
    "answer", [12, 12.0, np.int64(12), np.float32(12), np.array([12]), pd.Series([12])]
)
def test_one_number_fits_whatever_holds_it(answer):
    assert COUNT.fitted(answer) == 12


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("12", "without quotes"),
        ((2, 6), "with a point for a comma"),
        (True, "this is True or False"),
        ([12], "this is a list"),
        (pd.Series([1, 2]), "this is a column of values"),
        (Fraction(1, 2), "this is a Fraction"),
        (12.5, "has a fraction"),
        (-1, "cannot be one"),
        (float("nan"), "cannot be|counted with"),
        (10**400, "too large"),
    ],
)
def test_what_is_no_such_number_is_told_why(answer, said):
    with pytest.raises(Unfitting, match=said):
        COUNT.fitted(answer)


def test_a_share_beyond_one_cannot_be():
    with pytest.raises(Unfitting, match=r"45 cannot be one"):
        SHARE.fitted(45)


@pytest.mark.parametrize(
    ("answer", "alike"), [(0.33, True), (0.333, True), (0.3, False)]
)
def test_a_number_may_be_rounded_to_the_places_asked_for(answer, alike):
    assert SHARE.alike(answer, 1 / 3) == alike


def test_a_number_rounded_half_up_is_as_good_as_half_to_even():
    assert SHARE.alike(0.13, 0.125)
    assert SHARE.alike(0.12, 0.125)


def test_whole_numbers_differ_by_one():
    assert not COUNT.alike(12, 13)


def test_it_says_how_many_places_are_asked_for():
    assert COUNT.wanted == "a whole number (acts)"
    assert Number(decimals=1).wanted == "a number, to one decimal place"
    assert SHARE.wanted == "a number (share), to 2 decimal places"
