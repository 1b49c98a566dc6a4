import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils import measures
from utils.errors import LessonError
from utils.lessons.lots import deal

PAIRS = pd.DataFrame(
    {
        "kind": ["answer", "answer", "answer", "answer", "follow-up"],
        "reply_direction": ["B>A", "B>A", "A>B", "A>B", "A>B"],
        "trigger_type": ["media", "military", "media", "judicial", "media"],
        "reply_type": ["media", "cultural", "judicial", "judicial", "media"],
    }
)


@given(st.integers(0, 1_000_000))
def test_each_side_keeps_its_answers_and_each_trigger_its_place(number):
    dealt = deal(PAIRS, number)
    assert dealt["trigger_type"].tolist() == ["media", "military", "media", "judicial"]
    assert sorted(dealt["dealt_type"][:2]) == ["cultural", "media"]
    assert dealt["dealt_type"][2:].tolist() == ["judicial", "judicial"]
    alike = dealt["trigger_type"] == dealt["dealt_type"]
    assert dealt["same_type"].tolist() == alike.tolist()


def test_the_same_number_deals_the_same_lot():
    assert deal(PAIRS, 8).equals(deal(PAIRS, np.int64(8)))


def test_many_lots_give_what_is_expected_by_the_measure():
    found = [deal(PAIRS, number)["same_type"].sum() for number in range(400)]
    expected = measures.in_kind(PAIRS)["expected"].iloc[0] * 4
    assert expected == pytest.approx(1.5)
    assert np.mean(found) == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize("number", [-1, 1_000_001, 2.5, "7", True, None])
def test_a_number_that_no_lot_has_is_refused(number):
    with pytest.raises(LessonError, match=r"7|from 0 to 1,000,000"):
        deal(PAIRS, number)
