from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.measures.replies.links import Links
from utils.measures.replies.waits import waits

ends = st.tuples(st.integers(-4, 4), st.integers(0, 4)).map(lambda x: (x[0], sum(x)))


def linked(trigger, *replies):
    """Give the links of one trigger, the first act, and its replies."""
    n = len(replies)
    begins, last = np.array([trigger, *replies]).T
    zeros = np.zeros(n, dtype=np.int64)
    return Links(zeros, np.arange(1, n + 1), zeros, begins, last, np.array(["A"] * 9))


def by_hand(trigger, *replies):
    """Go through every combination of days in which no reply comes first."""
    found = []
    for day in range(trigger[0], trigger[1] + 1):
        open_ = [range(max(first, day), last + 1) for first, last in replies]
        found += [min(days) - day for days in product(*open_)]
    return {k: found.count(k) / len(found) for k in sorted(set(found))}


def test_of_two_days_each_has_half_the_chance():
    found = waits(linked((0, 0), (2, 3)), 0)
    assert found.days.tolist() == [2, 3]
    assert found.chance.tolist() == pytest.approx([0.5, 0.5])


def test_the_first_of_several_replies_counts():
    found = waits(linked((0, 0), (9, 9), (2, 2)), 0)
    assert (found.least.tolist(), found.most.tolist()) == ([2], [2])


def test_known_days_have_a_chance_of_exactly_one():
    assert waits(linked((0, 0), (2, 2)), 0).chance.tolist() == [1.0]


def test_replies_of_another_kind_do_not_count():
    assert len(waits(linked((0, 0), (2, 3)), 1).act) == 0


@given(trigger=ends, replies=st.lists(ends, min_size=1, max_size=3))
def test_chances_are_those_of_every_combination_of_days(trigger, replies):
    if min(last for _, last in replies) < trigger[0]:
        return
    found = waits(linked(trigger, *replies), 0)
    chances = dict(zip(found.days.tolist(), found.chance.tolist(), strict=True))
    assert chances == pytest.approx(by_hand(trigger, *replies), abs=1e-12)
    assert found.least[0] == min(chances)
    assert found.most[0] == max(chances)
