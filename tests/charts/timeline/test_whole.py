import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.charts.timeline.acts import Acts
from utils.charts.timeline.whole import Tally, whole_of

DAYS = ["2025-06-01", "2025-06-28", "2025-07-01", "2025-07-02", "2025-08-09"]
UNTIL = ["2025-06-01", "2025-07-03", "2025-07-01", "2025-07-09", "2025-08-09"]
LASTED = ["2025-06-01", "2025-06-28", "2025-09-30", "2025-07-02", "2025-08-09"]


@pytest.fixture
def acts():
    """Five acts; nobody knows whether the second was in June or in July."""
    return Acts(
        index=np.arange(5),
        begins=np.array(DAYS, "datetime64[D]"),
        ends=np.array(UNTIL, "datetime64[D]"),
        lasted_until=np.array(LASTED, "datetime64[D]"),
        side=np.array([0, 1, 1, 2, 1]),
        lane=np.array([1, 0, 0, 1, 1]),
        lanes=("media", "judicial"),
        certainty=np.zeros(5, dtype=int),
        certainties=("confirmed",),
        weight=np.array([-3.0, np.nan, 2.0, -3.0, 5.0]),
    )


def test_all_acts_are_counted(acts):
    whole = whole_of(acts)
    assert (whole.n, whole.kind, whole.n_kind) == (5, "judicial", 3)
    assert (whole.busiest, whole.n_ways) == ("Jul 2025", (1, 3, 1))
    assert whole.ends == ("2025-06-01", "2025-09-30")


def test_a_part_is_counted_alone(acts):
    whole = Tally(acts).whole(np.array([1, 4]))
    assert (whole.n, whole.kind, whole.n_kind) == (2, "judicial", 1)
    assert (whole.busiest, whole.n_ways) == ("Aug 2025", (0, 2, 0))
    assert whole.ends == ("2025-06-28", "2025-08-09")
    assert whole.weighed


def test_an_act_without_a_weight_or_a_month_gives_neither(acts):
    whole = Tally(acts).whole(np.array([1]))
    assert (whole.busiest, whole.weighed) == ("", False)


def test_no_act_counts_nothing(acts):
    whole = whole_of(acts.take(np.array([], dtype=int)))
    assert (whole.n, whole.n_kind, whole.ends, whole.weighed) == (0, 0, (), False)


def test_of_equal_weight_the_first_are_the_heaviest(acts):
    tally, every = Tally(acts), np.arange(5)
    assert tally.heaviest(every, 1).tolist() == [4]
    assert tally.heaviest(every, 2).tolist() == [0, 4]
    assert tally.heaviest(every, 5).tolist() == [0, 1, 2, 3, 4]


@given(st.lists(st.sampled_from([0.0, 1.0, -2.0, 2.0, np.nan]), max_size=30))
def test_the_heaviest_are_those_a_stable_sort_puts_first(weights):
    days = np.array(["2025-06-01"] * len(weights), "datetime64[D]")
    none = np.zeros(len(weights), dtype=int)
    weight = np.array(weights, dtype=float)
    acts = Acts(none, days, days, days, none, none, ("a",), none, ("b",), weight)
    order = np.argsort(-np.abs(np.nan_to_num(weight)), kind="stable")
    found = Tally(acts).heaviest(np.arange(len(weights)), 7)
    assert found.tolist() == sorted(order[:7].tolist())
