from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import tension
from utils.measures.draws import draw_dates, drawn_days
from utils.measures.tension import fade

DRAWS = 10_000
PERIOD = {"since": "2025-01-01", "until": "2025-02-28"}
DAYS = np.arange("2025-01-01", "2025-03-01", dtype="datetime64[D]")
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
rows = st.lists(
    st.tuples(
        st.dates(date(1500, 1, 1), date(2500, 1, 1)).map(str),
        st.integers(1, 366),
        st.just("A>B"),
        st.just(-1.0),
    ),
    max_size=10,
)


@pytest.fixture
def six(acts):
    """Give windows at both edges, side by side, over each other, and known days."""
    return acts(
        ("2025-01-01", 9, "A>B", -4),
        ("2025-01-06", 31, "A>B", -10),
        ("2025-01-15", 1, "A>B", -5),
        ("2025-01-15", 2, "A>B", -7),
        ("2025-01-20", 14, "A>B", 6),
        ("2025-02-20", 9, "A>B", -8),
    )


def curves(frame, half_life):
    """Simulate: the tension of every draw (row) on every day (column)."""
    days = drawn_days(frame, draws=DRAWS, seed=7)
    cell = (days - DAYS[0]).astype(int) + len(DAYS) * np.arange(DRAWS)[:, None]
    weight = np.tile(np.maximum(0, -frame["weight"].to_numpy()), DRAWS)
    daily = np.bincount(cell.ravel(), weight, DRAWS * len(DAYS))
    return fade(daily.reshape(DRAWS, len(DAYS)), half_life)


# The bounds are five standard errors of the simulation itself: sd / sqrt(draws)
# for a mean, and the same with the squared distances for a variance.
@pytest.mark.parametrize("half_life", [0.3, 3, 30, 3650])
def test_expected_tension_is_the_mean_of_ten_thousand_draws(six, half_life):
    found = tension(six, half_life_days=half_life, **PERIOD)
    simulated = curves(six, half_life)
    error = simulated.std(axis=0) / np.sqrt(DRAWS)
    away = abs(simulated.mean(axis=0) - found["tension"].to_numpy())
    assert (away <= 5 * error + 1e-9).all()


@pytest.mark.parametrize("half_life", [0.3, 3, 30, 3650])
def test_the_doubt_is_the_spread_of_ten_thousand_draws(six, half_life):
    found = tension(six, half_life_days=half_life, **PERIOD)
    simulated = curves(six, half_life)
    squares = (simulated - simulated.mean(axis=0)) ** 2
    error = squares.std(axis=0) / np.sqrt(DRAWS)
    away = abs(squares.mean(axis=0) - found["sd"].to_numpy() ** 2)
    assert (away <= 5 * error + 1e-9).all()


def test_a_wrong_closed_form_would_be_seen(six):
    simulated = curves(six, 30).mean(axis=0)
    at_start = tension(six.assign(latest=six["earliest"]), **PERIOD)["tension"]
    assert (abs(simulated - at_start.to_numpy()) > 1).any()


def test_every_day_of_a_window_is_equally_likely(acts):
    days = drawn_days(acts(("2025-01-30", 4, "A>B", -1)), draws=DRAWS)
    found, n = np.unique(days, return_counts=True)
    assert found.astype(str).tolist() == [
        "2025-01-30",
        "2025-01-31",
        "2025-02-01",
        "2025-02-02",
    ]
    assert (abs(n / DRAWS - 1 / 4) <= 5 * np.sqrt(1 / 4 * 3 / 4 / DRAWS)).all()


def test_acts_of_one_window_are_drawn_apart_from_each_other(acts):
    two = drawn_days(acts(*[("2025-01-01", 2, "A>B", -1)] * 2), draws=DRAWS)
    alike = (two[:, 0] == two[:, 1]).mean()
    assert abs(alike - 1 / 2) <= 5 * np.sqrt(1 / 4 / DRAWS)


@law
@given(rows=rows, seed=st.integers(0, 2**32))
def test_a_drawn_day_lies_in_the_window_and_is_certain(acts, rows, seed):
    some = acts(*rows)
    drawn = draw_dates(some, seed=seed)
    assert (drawn["earliest"] == drawn["latest"]).all()
    assert drawn["earliest"].between(some["earliest"], some["latest"]).all()
    assert drawn["earliest"].dtype == some["earliest"].dtype


def test_one_seed_gives_one_draw(six):
    assert draw_dates(six, seed=5).equals(draw_dates(six, seed=5))
    assert not draw_dates(six, seed=5).equals(draw_dates(six, seed=6))


def test_the_frame_is_the_first_of_many_draws_of_its_seed(six):
    first = drawn_days(six, draws=3, seed=5)[0]
    assert (draw_dates(six, seed=5)["earliest"].to_numpy() == first).all()


def test_an_act_that_lasted_is_drawn_at_its_start(acts):
    lasting = acts(("2025-01-31", 1, "A>B", -1)).assign(lasted_days=60)
    drawn = draw_dates(lasting)
    assert drawn["earliest"].tolist() == [pd.Timestamp("2025-01-31")]
    assert drawn["lasted_days"].tolist() == [60]


def test_no_act_is_no_draw(acts):
    assert len(draw_dates(acts())) == 0
    assert drawn_days(acts(), draws=4).shape == (4, 0)


@pytest.mark.parametrize("draws", [0, -1, 1.5, True, "9", None])
def test_what_is_no_number_of_draws_is_refused(six, draws):
    with pytest.raises(MeasureError, match="draws is a whole number from 1"):
        drawn_days(six, draws=draws)


@pytest.mark.parametrize("seed", [-1, 0.5, False, "9", None])
def test_what_is_no_seed_is_refused(six, seed):
    with pytest.raises(MeasureError, match="seed is a whole number from 0"):
        draw_dates(six, seed=seed)


@pytest.mark.parametrize("column", ["earliest", "latest"])
def test_a_missing_column_is_named(six, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        draw_dates(six.drop(columns=column))


def test_an_act_without_a_day_is_refused(six):
    with pytest.raises(MeasureError, match="1 of 6 acts cannot be placed in time"):
        draw_dates(six.assign(latest=six["latest"].where(six.index != 2)))


def test_the_frame_given_is_not_changed(six):
    before = six.copy()
    draw_dates(six)
    assert six.equals(before)
