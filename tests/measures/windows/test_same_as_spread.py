"""What is added up by windows is what `measures` add up cell by cell."""

from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import spread, windows
from utils.measures.counts import in_bins
from utils.measures.counts import reach as reach_of_cells
from utils.measures.tension import Conflict, conflictual
from utils.measures.tension import deviation as deviation_of_cells
from utils.measures.tension import expected as expected_of_cells

NAMES = ["A>B", "B>A", "C>A"]
rows = st.lists(
    st.tuples(
        st.dates(date(2024, 1, 1), date(2025, 12, 31)).map(str),
        st.sampled_from([1, 2, 31, 366]),
        st.sampled_from(NAMES),
        st.sampled_from([-10.0, -2.5, -0.1, 0.0, 3.0]),
    ),
    min_size=1,
    max_size=20,
)
some = st.lists(st.booleans(), min_size=20, max_size=20)
bounds = st.sampled_from(["", "2023-12-01", "2025-01-15"]), st.just("2026-03-01")
PERIOD = {"since": "2024-03-05", "until": "2025-02-28"}
calm = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def both(frame, keep, since="", until=""):
    """Lay the acts that are kept out both ways."""
    cells = spread(frame).part(keep, since=since, until=until)
    return cells, laid(frame).part(keep, np.flatnonzero(keep), since=since, until=until)


def laid(frame):
    return windows.windowed(frame, lanes(frame), 3)


def lanes(frame):
    return frame["direction"].cat.codes.to_numpy().astype(np.int64)


@calm
@given(rows, some, *bounds)
def test_they_reach_over_the_same_days(acts, told, kept, since, until):
    keep = np.array(kept[: len(told)])
    cells, ours = both(acts(*told), keep, since or until, until)
    np.testing.assert_array_equal(ours.dates, cells.dates)


@calm
@given(rows, some)
def test_amounts_are_spread_alike(acts, told, kept):
    frame = acts(*told)
    cells, ours = both(frame, np.array(kept[: len(told)]), **PERIOD)
    weight, lane = conflictual(frame), lanes(frame)
    np.testing.assert_allclose(
        ours.total(weight), cells.total(weight, lane, 3), atol=1e-12
    )


@calm
@given(rows, some, st.sampled_from([1, 7, 30, 365, windows.LONGEST_DAYS]))
def test_tension_and_its_doubt_are_alike(acts, told, kept, half_life):
    frame = acts(*told)
    cells, ours = both(frame, np.array(kept[: len(told)]), **PERIOD)
    weight, lane = conflictual(frame), lanes(frame)
    conflict = Conflict(cells, weight, lane, 3)
    np.testing.assert_allclose(
        windows.expected(ours, weight, half_life),
        expected_of_cells(conflict, half_life),
        atol=1e-9,
    )
    np.testing.assert_allclose(
        windows.deviation(ours, weight, half_life) ** 2,
        deviation_of_cells(conflict, half_life) ** 2,
        atol=1e-7,
    )


@calm
@given(rows, some, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_bins_and_their_reach_are_alike(acts, told, kept, per):
    frame = acts(*told)
    cells, ours = both(frame, np.array(kept[: len(told)]), **PERIOD)
    lane = lanes(frame)
    n, least, most, starts = windows.reach(ours, per)
    daily = cells.total(np.ones(len(frame)), lane, 3)
    wanted, first_days = in_bins(daily, cells.dates, per)
    np.testing.assert_allclose(n, wanted, atol=1e-9)
    np.testing.assert_array_equal(starts, first_days)
    np.testing.assert_array_equal(least, reach_of_cells(cells, lane, 3, per=per)[0])
    np.testing.assert_array_equal(most, reach_of_cells(cells, lane, 3, per=per)[1])


def test_a_day_without_an_act_has_exactly_nothing(acts):
    frame = acts(("2025-01-01", 3, "A>B", -1), ("2025-01-02", 7, "A>B", -1 / 3))
    # Thirds and sevenths leave a rest in binary numbers.
    _, ours = both(frame, np.ones(2, dtype=bool), until="2025-02-01")
    assert (ours.total(conflictual(frame))[:, 9:] == 0).all()


def test_acts_that_are_left_out_add_nothing(acts):
    frame = acts(("2025-01-01", 3, "A>B", -1), ("2025-01-03", 1, "B>A", -2))
    _, ours = both(frame, np.array([False, True]))
    assert ours.total(conflictual(frame)).tolist() == [[2.0], [0.0], [0.0]]


def test_a_period_without_an_act_is_laid_out_and_empty(acts):
    frame, none = acts(("2025-01-01", 3, "A>B", -1)), np.array([], dtype=np.int64)
    ours = laid(frame).part(
        np.array([False]), none, since="2026-01-01", until="2026-01-05"
    )
    weight = conflictual(frame)
    assert ours.total(weight).tolist() == [[0.0] * 5] * 3
    assert windows.deviation(ours, weight, 30).tolist() == [[0.0] * 5] * 3


def test_too_long_a_period_is_refused(acts):
    frame = acts(("2025-01-01", 3, "A>B", -1))
    with pytest.raises(MeasureError, match="more than"):
        laid(frame).part(np.array([True]), np.array([0]), until="9999-01-01")
