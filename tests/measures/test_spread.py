from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import spread

rows = st.lists(
    st.tuples(
        st.dates(date(2024, 1, 1), date(2025, 12, 31)).map(str),
        st.sampled_from([1, 2, 31, 366]),
        st.sampled_from(["A>B", "B>A"]),
        st.just(-1.0),
    ),
    min_size=1,
    max_size=20,
)


def test_an_act_of_one_day_has_one_whole_cell(acts):
    cells = spread(acts(("2025-06-29", 1, "A>B", -1)))
    assert cells.dates.astype(str).tolist() == ["2025-06-29T00:00:00.000000"]
    assert (cells.row.tolist(), cells.day.tolist(), cells.share.tolist()) == (
        [0],
        [0],
        [1.0],
    )


def test_a_window_has_an_equal_share_on_each_of_its_days(acts):
    cells = spread(acts(("2025-06-01", 1, "A>B", -1), ("2025-06-03", 4, "A>B", -1)))
    assert cells.row.tolist() == [0, 1, 1, 1, 1]
    assert cells.day.tolist() == [0, 2, 3, 4, 5]
    assert cells.nth.tolist() == [1, 1, 2, 3, 4]
    assert cells.share.tolist() == [1.0, 0.25, 0.25, 0.25, 0.25]


def test_the_days_reach_over_whole_windows(acts):
    cells = spread(acts(("2025-06-10", 31, "A>B", -1), ("2025-06-05", 1, "A>B", -1)))
    assert str(cells.first) == "2025-06-05"
    assert cells.n_days == 36


def test_the_days_reach_to_bounds_that_lie_outside(acts):
    one = acts(("2025-06-10", 1, "A>B", -1))
    assert spread(one, since="2025-06-09", until="2025-06-12").n_days == 4
    assert spread(one, since="2025-06-11", until="2025-06-12").n_days == 3
    assert spread(one, since="2025-06-01", until="2025-06-05").n_days == 10


def test_the_time_of_day_makes_no_difference():
    moment = pd.to_datetime(["1969-06-29 23:59"])
    cells = spread(pd.DataFrame({"earliest": moment, "latest": moment}))
    assert str(cells.first) == "1969-06-29"


def test_amounts_add_up_by_lane_and_day(acts):
    cells = spread(acts(("2025-06-01", 2, "A>B", -1), ("2025-06-02", 1, "A>B", -1)))
    total = cells.total(np.array([4.0, 1.0]), np.array([1, 0]), 2)
    assert total.tolist() == [[0.0, 1.0], [2.0, 2.0]]


def test_a_lane_below_zero_leaves_an_act_out(acts):
    cells = spread(acts(("2025-06-01", 2, "A>B", -1), ("2025-06-02", 1, "A>B", -1)))
    total = cells.total(np.array([4.0, 1.0]), np.array([-1, 0]), 1)
    assert total.tolist() == [[0.0, 1.0]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows)
def test_the_shares_of_each_act_make_one(acts, rows):
    cells = spread(acts(*rows))
    whole = np.bincount(cells.row, cells.share)
    assert whole == pytest.approx(np.ones(len(rows)), abs=1e-12)


def test_no_act_over_a_period_is_a_spread_of_no_cells(acts):
    cells = spread(acts(), since="2025-06-01", until="2025-06-03")
    assert cells.total(np.ones(0), np.ones(0, int), 1).tolist() == [[0.0, 0.0, 0.0]]


@pytest.mark.parametrize("period", [{}, {"since": "2025"}, {"until": "2025-01-01"}])
def test_neither_an_act_nor_a_whole_period_is_refused(acts, period):
    with pytest.raises(MeasureError, match=r"no act to measure|not an ISO day"):
        spread(acts(), **period)


@pytest.mark.parametrize("rows", [[], [("2025-06-01", 1, "A>B", -1)]])
def test_a_period_that_ends_before_it_begins_is_refused(acts, rows):
    with pytest.raises(MeasureError, match="ends on 2025-01-01, before it begins on"):
        spread(acts(*rows), since="2025-06-01", until="2025-01-01")


@pytest.mark.parametrize("bound", ["2025", "2025-06", "soon", 3, date(2025, 1, 1)])
def test_a_bound_that_is_no_iso_day_is_refused(acts, bound):
    with pytest.raises(MeasureError, match="not an ISO day; write 2025-06-29"):
        spread(acts(("2025-06-01", 1, "A>B", -1)), until=bound)


@pytest.mark.parametrize("column", ["earliest", "latest"])
def test_a_missing_column_is_named(acts, column):
    one = acts(("2025-06-01", 1, "A>B", -1))
    with pytest.raises(MeasureError, match=f"needs the column {column}; .*direction"):
        spread(one.drop(columns=column))


@pytest.mark.parametrize("latest", [pd.NaT, pd.Timestamp("2025-05-31")])
def test_an_act_that_has_no_place_in_time_is_refused(acts, latest):
    two = acts(("2025-06-01", 1, "A>B", -1), ("2025-06-02", 1, "A>B", -1))
    two.loc[0, "latest"] = latest
    with pytest.raises(MeasureError, match="1 of 2 acts cannot be placed in time"):
        spread(two)


def test_more_than_a_million_days_are_refused_with_what_to_do(acts):
    one = acts(("2025-06-29", 1, "A>B", -1))
    with pytest.raises(MeasureError, match="leave since or until open"):
        spread(one, until="9999-12-31")
    with pytest.raises(MeasureError, match="leave since or until open"):
        spread(one).part(np.array([True]), until="9999-12-31")


@given(rows, st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_is_the_spread_of_the_acts_that_stay(acts, rows, data):
    keep = np.array(data.draw(st.lists(st.booleans(), min_size=20))[: len(rows)])
    keep[0] = True
    part = spread(acts(*rows)).part(keep, since="2024-06-01")
    alone = spread(acts(*rows)[keep], since="2024-06-01")
    amount, lane = np.arange(1.0, len(rows) + 1), np.zeros(len(rows), int)
    assert (part.first, part.n_days) == (alone.first, alone.n_days)
    assert np.allclose(
        part.total(amount, lane, 1), alone.total(amount[keep], lane[keep], 1)
    )


def test_uncertain_cells_leave_out_acts_of_one_known_day(acts):
    cells = spread(acts(("2025-01-01", 1, "A>B", -1), ("2025-01-03", 2, "A>B", -1)))
    doubtful = cells.uncertain()
    assert (doubtful.row.tolist(), doubtful.day.tolist()) == ([1, 1], [2, 3])
    assert doubtful.n_days == cells.n_days
