import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quarrels import quarrels, swapped

from utils.errors import MeasureError
from utils.measures.estimate import share
from utils.measures.replies import reply_rate

law = settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
COUNTS = "n n_too_late n_answered n_expected n_possibly n_followed_up n_third_party"
END = "2025-12-31"


def row(frame, within_days=7, until=END, **where):
    found = reply_rate(frame, within_days, until=until)
    (one,) = (
        found.to_dict("records")
        if len(found) == 1
        else [r for r in found.to_dict("records") if r["direction"] == "A>B"]
    )
    return one


def test_an_act_is_answered_within_the_days_of_its_delay(acts):
    two = acts(("a", 1, "A>B"), ("b", 8, "B>A", "a"))
    assert [row(two, k)["n_answered"] for k in (6, 7, 8)] == [0, 1, 1]


def test_two_answers_to_one_act_are_one_act_answered(acts):
    three = acts(("a", 1, "A>B"), ("b", 2, "B>A", "a"), ("c", 3, "B>A", "a"))
    assert row(three)["n_answered"] == row(three)["n"] == 1


def test_one_answer_to_two_acts_answers_both(acts):
    three = acts(("a", 1, "A>B"), ("b", 2, "A>B"), ("c", 3, "B>A", "a;b"))
    assert row(three)["n_answered"] == 2


def test_with_known_days_the_interval_is_the_exact_one(acts):
    found = row(acts(("a", 1, "A>B"), ("b", 2, "A>B"), ("c", 3, "B>A", "b")))
    exact = share(1, 2, of="acts")
    assert [found[k] for k in ("share", "low", "high")] == [0.5, exact.low, exact.high]


def test_follow_ups_and_third_parties_are_no_answers(acts):
    found = row(acts(("a", 1, "A>B"), ("b", 2, "A>C", "a"), ("c", 3, "C>A", "a")))
    assert (found["n_answered"], found["share"]) == (0, 0)
    assert (found["n_followed_up"], found["n_third_party"]) == (1, 1)


def test_all_replies_count_up_to_the_last_of_the_days(acts):
    three = acts(
        ("a", 1, "A>B"),
        ("b", (8, 9), "B>A", "a"),
        ("c", 8, "A>C", "a"),
        ("d", 8, "C>A", "a"),
    )
    names = ["n_possibly", "n_followed_up", "n_third_party"]
    assert [row(three, 7)[name] for name in names] == [1, 1, 1]
    assert [row(three, 6)[name] for name in names] == [0, 0, 0]


def test_seven_days_are_meant_where_none_are_named(acts):
    two = acts(("a", 1, "A>B"), ("b", 8, "B>A", "a"))
    found = reply_rate(two, until=END)
    assert found["within_days"].tolist() == [7, 7]
    assert found["n_answered"].sum() == 1


def test_acts_too_near_the_end_are_counted_apart(acts):
    three = acts(("a", 1, "A>B"), ("b", 25, "A>B"), ("c", 26, "B>A", "b"))
    found = row(three, 7, until="2025-01-31")
    assert (found["n"], found["n_too_late"], found["n_answered"]) == (1, 1, 0)


def test_observation_ends_with_the_latest_act_by_default(acts):
    three = acts(("a", 1, "A>B"), ("b", 8, "B>A", "a"), ("c", 2, "A>B"))
    found = row(three, 7, until="")
    assert (found["n"], found["n_too_late"]) == (1, 1)


def test_answers_after_the_end_are_not_seen(acts):
    two = acts(("a", 1, "A>B"), ("b", 20, "B>A", "a"))
    assert row(two, 5, until="2025-01-10")["n_possibly"] == 0


def test_an_uncertain_answer_counts_with_its_chance(acts):
    """Of the days 6 to 9 the first two are within seven days of the first."""
    found = row(acts(("a", 1, "A>B"), ("b", (7, 10), "B>A", "a")))
    assert (found["n_answered"], found["n_possibly"]) == (0, 1)
    assert found["n_expected"] == found["share"] == pytest.approx(0.5)
    assert (found["low"], found["high"]) == (0.0, 1.0)


def test_the_rate_can_be_told_by_direction_and_type(acts):
    three = acts(
        ("a", 1, "A>B", "", "media"),
        ("b", 2, "A>B", "", "cultural"),
        ("c", 3, "B>A", "a", "media"),
    )
    found = reply_rate(three, by=["direction", "type"], until=END)
    told = found[["direction", "type", "n_answered"]].to_numpy().tolist()
    assert ["A>B", "media", 1] in told
    assert ["A>B", "cultural", 0] in told


def test_a_group_that_is_all_too_late_says_so(acts):
    found = reply_rate(acts(("a", 1, "A>B"), ("b", 10, "B>A", "a")), until="2025-01-10")
    late = found[found["direction"] == "B>A"].iloc[0]
    assert (late["n"], late["n_too_late"]) == (0, 1)
    assert np.isnan(late["share"])
    assert (late["low"], late["high"]) == (0, 1)


@pytest.mark.parametrize("inward", [("A", "A"), (None, "B"), ("A", None)])
def test_acts_without_another_side_are_left_out(acts, inward):
    two = acts(("a", 1, "A>B"), ("b", 2, "A>A")).astype({"direction": object})
    for end, country in zip(("actor", "target"), inward, strict=True):
        two.loc[1, f"{end}_country"] = country
    assert reply_rate(two, until=END)["n"].tolist() == [1]


def test_more_days_than_were_watched_are_refused(acts):
    two = acts(("a", 1, "A>B"), ("b", 8, "B>A", "a"))
    with pytest.raises(MeasureError, match="has 400 days left until observation ends"):
        reply_rate(two, 400)


@pytest.mark.parametrize("days", [-1, 2.5, "7", None, np.nan, True])
def test_what_is_no_number_of_days_is_refused(acts, days):
    with pytest.raises(MeasureError, match="whole number of days from 0 on"):
        reply_rate(acts(("a", 1, "A>B")), days)


def test_without_acts_there_is_no_rate(acts):
    with pytest.raises(MeasureError, match="There is no act to wait for"):
        reply_rate(acts())


def test_an_end_before_the_first_act_is_refused(acts):
    with pytest.raises(MeasureError, match="No act began by 2024-01-01"):
        reply_rate(acts(("a", 1, "A>B")), until="2024-01-01")


@pytest.mark.parametrize("until", ["soon", "NaT", "2025-13-01"])
def test_an_end_that_is_no_day_is_refused(acts, until):
    with pytest.raises(MeasureError, match="is not an ISO day"):
        reply_rate(acts(("a", 1, "A>B")), until=until)


def test_all_on_one_day_gives_a_rate_within_no_days(acts):
    two = acts(("a", 1, "A>B"), ("b", 1, "B>A", "a"))
    assert row(two, 0, until="")["n_answered"] == 1


@law
@given(rows=quarrels(), k=st.integers(0, 12))
def test_the_number_answered_grows_with_the_days(acts, rows, k):
    one, other = (
        reply_rate(acts(*rows, ("end", 1, "A>B")), days, until=END)
        for days in (k, k + 1)
    )
    for name in ("n_answered", "n_expected", "n_possibly", "n_followed_up"):
        assert (other[name] - one[name] >= -1e-9).all()


@law
@given(rows=quarrels(), k=st.integers(0, 12))
def test_the_expected_number_lies_between_the_certain_and_the_possible(acts, rows, k):
    found = reply_rate(acts(*rows, ("end", 1, "A>B")), k, until=END)
    assert (found["n_answered"] <= found["n_expected"] + 1e-9).all()
    assert (found["n_expected"] <= found["n_possibly"] + 1e-9).all()
    assert (found["low"] <= found["share"] + 1e-9).all()
    assert (found["share"] <= found["high"] + 1e-9).all()


@law
@given(rows=quarrels())
def test_swapping_the_sides_mirrors_the_table(acts, rows):
    rows = [*rows, ("end", 1, "A>B")]
    one, other = (reply_rate(acts(*r), until=END) for r in (rows, swapped(rows)))
    turn = str.maketrans("AB", "BA")
    other["direction"] = [way.translate(turn) for way in other["direction"]]
    pd.testing.assert_frame_equal(
        one.sort_values("direction", ignore_index=True),
        other.sort_values("direction", ignore_index=True),
    )
