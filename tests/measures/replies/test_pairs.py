from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quarrels import quarrels, swapped

from utils.errors import MeasureError
from utils.measures.replies import missing_triggers, reply_pairs
from utils.measures.replies.pairs import expected_delay

law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def kinds(frame):
    return reply_pairs(frame)["kind"].tolist()


def test_an_act_back_by_the_target_is_an_answer(acts):
    found = reply_pairs(acts(("a", 1, "A>B"), ("b", 3, "B>A", "a")))
    told = found[["trigger_id", "reply_id", "kind", "delay_days"]].to_numpy().tolist()
    assert told == [["a", "b", "answer", 2.0]]


@pytest.mark.parametrize("way", ["A>B", "A>C", "A>A"])
def test_a_further_act_of_the_same_side_is_a_follow_up(acts, way):
    assert kinds(acts(("a", 1, "A>B"), ("b", 3, way, "a"))) == ["follow-up"]


@pytest.mark.parametrize("way", ["C>A", "C>B", "B>C", "B>B"])
def test_any_other_reply_is_a_third_party(acts, way):
    assert kinds(acts(("a", 1, "A>B"), ("b", 3, way, "a"))) == ["third party"]


def test_an_unknown_country_is_nobodys_own_side(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "A>B", "a"))
    two = two.assign(actor_country=[None, None])
    assert kinds(two) == ["third party"]


def test_several_triggers_make_several_pairs(acts):
    three = acts(("a", 1, "A>B"), ("b", 2, "A>B"), ("c", 4, "B>A", "b; a;b;"))
    found = reply_pairs(three)
    assert found["trigger_id"].tolist() == ["b", "a"]
    assert found["delay_days"].tolist() == [2, 3]


def test_a_trigger_outside_the_table_is_no_pair_but_is_named(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", "a;gone"))
    assert len(reply_pairs(two)) == 1
    assert missing_triggers(two).to_numpy().tolist() == [["b", "gone"]]


def test_delays_of_windows_reach_from_the_nearest_days_to_the_farthest(acts):
    found = reply_pairs(acts(("a", (1, 3), "A>B"), ("b", (5, 9), "B>A", "a"))).iloc[0]
    assert (found.delay_least_days, found.delay_most_days) == (2, 8)
    assert found.delay_days == 5


def test_no_reply_comes_before_its_trigger(acts):
    """Of the nine pairs of days six are possible: 0 three times, 1 twice, 2 once."""
    found = reply_pairs(acts(("a", (1, 3), "A>B"), ("b", (1, 3), "B>A", "a"))).iloc[0]
    assert (found.delay_least_days, found.delay_most_days) == (0, 2)
    assert found.delay_days == pytest.approx(4 / 6)


ends = st.tuples(st.integers(-6, 6), st.integers(0, 8)).map(lambda x: (x[0], sum(x)))


@given(trigger=ends, reply=ends)
def test_the_expected_delay_is_the_mean_over_all_pairs_of_days(trigger, reply):
    days = product(*(range(first, last + 1) for first, last in (trigger, reply)))
    apart = [later - sooner for sooner, later in days if later >= sooner]
    if apart:
        found = expected_delay(np.array(trigger), np.array(reply))
        assert found == pytest.approx(np.mean(apart), abs=1e-12)


def test_what_is_told_of_an_act_is_told_of_both_ends(acts):
    two = acts(
        ("a", 1, "A>B", "", "media", -2), ("b", 3, "B>A", "a", "cultural", -5)
    ).assign(form=["threaten", "expel"])
    found = reply_pairs(two).iloc[0]
    for name in ("direction", "type", "form", "weight", "earliest", "latest"):
        ends = found[f"trigger_{name}"], found[f"reply_{name}"]
        assert ends == tuple(two[name])


def test_what_the_acts_lack_is_not_told(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", "a")).drop(columns="weight")
    assert "reply_weight" not in reply_pairs(two)


def test_categories_stay_in_the_order_of_the_codebook(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", "a"))
    coded = two.assign(type=pd.Categorical(two["type"], ["media", "cultural"]))
    found = reply_pairs(coded)["reply_type"].cat.categories
    assert found.tolist() == ["media", "cultural"]


@pytest.mark.parametrize("n", [0, 1])
def test_without_replies_there_are_no_pairs(acts, n):
    found = reply_pairs(acts(*[("a", 1, "A>B")][:n]))
    assert len(found) == 0
    assert {"trigger_id", "reply_id", "kind", "delay_days"} <= set(found)


def test_empty_cells_name_no_trigger(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", None))
    assert len(reply_pairs(two)) == 0


def test_the_frame_given_is_not_changed(acts):
    two = acts(("a", (1, 3), "A>B"), ("b", 3, "B>A", "a"))
    before = two.copy()
    reply_pairs(two)
    assert two.equals(before)


def test_the_index_of_the_acts_does_not_matter(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", "a"))
    odd = two.set_axis([7, 7], axis=0)
    assert reply_pairs(odd).equals(reply_pairs(two))


def test_an_id_that_is_there_twice_is_named(acts):
    with pytest.raises(MeasureError, match="act a is there more than once"):
        reply_pairs(acts(("a", 1, "A>B"), ("a", 3, "B>A")))


def test_a_reply_to_itself_is_named(acts):
    with pytest.raises(MeasureError, match="act a is listed as a reply to itself"):
        reply_pairs(acts(("a", 1, "A>B", "a")))


def test_a_reply_that_was_over_before_its_trigger_is_named(acts):
    with pytest.raises(MeasureError, match="b was over before a, to which it is"):
        reply_pairs(acts(("a", (3, 4), "A>B"), ("b", (1, 2), "B>A", "a")))


def test_an_act_without_a_day_is_refused(acts):
    two = acts(("a", 1, "A>B"), ("b", 3, "B>A", "a"))
    with pytest.raises(MeasureError, match="1 of 2 acts cannot be placed in time"):
        reply_pairs(two.assign(latest=[pd.NaT, two["latest"].iloc[1]]))


@pytest.mark.parametrize(
    "column", ["action_id", "in_response_to", "earliest", "actor_country", "direction"]
)
def test_a_missing_column_is_named(acts, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        reply_pairs(acts(("a", 1, "A>B")).drop(columns=column))


@law
@given(rows=quarrels())
def test_each_link_is_one_pair_of_one_kind(acts, rows):
    found = reply_pairs(acts(*rows))
    listed = [(t, row[0]) for row in rows for t in row[3].split(";") if t]
    pairs = zip(found["trigger_id"], found["reply_id"], strict=True)
    assert sorted(pairs) == sorted(listed)
    assert found["kind"].notna().all()


@law
@given(rows=quarrels())
def test_a_delay_lies_between_its_least_and_its_most(acts, rows):
    found = reply_pairs(acts(*rows))
    assert (found["delay_least_days"] >= 0).all()
    assert (found["delay_least_days"] <= found["delay_days"]).all()
    assert (found["delay_days"] <= found["delay_most_days"]).all()


@law
@given(rows=quarrels())
def test_swapping_the_sides_leaves_kinds_and_delays(acts, rows):
    one, other = (reply_pairs(acts(*r)) for r in (rows, swapped(rows)))
    for name in ("trigger_id", "reply_id", "kind", "delay_days"):
        assert one[name].tolist() == other[name].tolist()
