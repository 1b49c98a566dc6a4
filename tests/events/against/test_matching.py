"""Acts and events, matched by the nearest day, each event for one act."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from utils.events.against.matching import matched

FIRST = np.datetime64("2025-01-01")


def acts(*rows):
    """Give acts: an id, a key, and the first and last day, counted from the first."""
    columns = ["action_id", "key", "earliest", "latest"]
    return dated(pd.DataFrame(rows, columns=columns).assign(direction="A>B"))


def cells(*rows):
    """Give events: a key, a day, and how many there are."""
    frame = pd.DataFrame(rows, columns=["key", "earliest", "n"])
    return dated(frame.assign(latest=frame["earliest"], direction="A>B"))


def dated(frame):
    days = {it: FIRST + frame[it].to_numpy("m8[D]") for it in ("earliest", "latest")}
    return frame.assign(**{it: pd.to_datetime(day) for it, day in days.items()})


def test_an_act_takes_the_event_of_the_nearest_day():
    found = matched(acts(("a", "x", 5, 5)), cells(("x", 3, 1), ("x", 6, 1)), 2)
    assert (found.cell.tolist(), found.days_apart.tolist()) == ([1], [1])


def test_an_event_stands_for_one_act_only():
    found = matched(acts(("a", "x", 5, 5), ("b", "x", 5, 5)), cells(("x", 5, 1)), 2)
    assert found.cell.tolist() == [0, -1]
    assert found.n_near.tolist() == [1, 1]


def test_a_row_of_two_events_stands_for_two_acts():
    found = matched(acts(("a", "x", 5, 5), ("b", "x", 5, 5)), cells(("x", 5, 2)), 2)
    assert found.cell.tolist() == [0, 0]
    assert found.n_counted.tolist() == [2]


def test_the_act_with_the_surest_day_chooses_first():
    both = acts(("a", "x", 1, 9), ("b", "x", 5, 5))
    assert matched(both, cells(("x", 5, 1)), 0).cell.tolist() == [-1, 0]


def test_the_days_between_are_counted_from_the_window_of_the_act():
    found = matched(acts(("a", "x", 2, 6)), cells(("x", 8, 1)), 2)
    assert found.days_apart.tolist() == [2]
    assert matched(acts(("a", "x", 2, 6)), cells(("x", 9, 1)), 2).cell.tolist() == [-1]


def test_another_key_is_never_matched():
    found = matched(acts(("a", "x", 5, 5)), cells(("y", 5, 1)), 2)
    assert (found.cell.tolist(), found.in_reach.tolist()) == ([-1], [False])


def test_an_event_of_no_direction_is_matched_with_either():
    both = acts(("a", "x", 5, 5), ("b", "x", 5, 5)).assign(direction=["A>B", "B>A"])
    events = cells(("x", 5, 1), ("x", 5, 2)).assign(direction=["A>B", "A--B"])
    assert matched(both, events, 0).cell.tolist() == [0, 1]
    assert matched(both, events, 0).n_near.tolist() == [3, 2]


def test_without_events_no_act_is_matched():
    found = matched(acts(("a", "x", 5, 5)), cells(), 2)
    assert (found.cell.tolist(), found.n_near.tolist()) == ([-1], [0])


days = st.integers(0, 12)
many_acts = st.lists(st.tuples(st.sampled_from("xy"), days, st.integers(0, 4)))
many_cells = st.lists(st.tuples(st.sampled_from("xy"), days, st.integers(1, 3)))


@given(many_acts, many_cells, st.integers(0, 3), st.randoms())
def test_the_match_obeys_its_rules_whatever_the_order_of_the_rows(
    some, events, window_days, dice
):
    told = [(f"a{i}", key, day, day + more) for i, (key, day, more) in enumerate(some)]
    mine, theirs = acts(*told), cells(*dict.fromkeys(events))
    found = matched(mine, theirs, window_days)
    taken = np.bincount(found.cell[found.cell >= 0], minlength=len(theirs))
    assert taken.tolist() == found.n_counted.tolist()
    assert (taken <= theirs["n"].to_numpy()).all()
    for act, cell in enumerate(found.cell):
        reach = near(mine, act, theirs, window_days)
        left = [row for row in reach if theirs["n"][row] > taken[row]]
        assert cell in reach if cell >= 0 else left == []
    order = [*range(len(told))]
    dice.shuffle(order)
    other = matched(acts(*(told[i] for i in order)), theirs, window_days)
    assert other.cell.tolist() == found.cell[order].tolist()


def near(mine, act, theirs, window_days):
    """Give the rows of events that an act may take, one by one."""
    one, room = mine.iloc[act], pd.Timedelta(days=window_days)
    return [
        row
        for row, cell in enumerate(theirs.itertuples())
        if cell.key == one.key
        and one.earliest - room <= cell.earliest <= one.latest + room
    ]
