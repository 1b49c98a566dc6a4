import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import tension

START = pd.Timestamp("2025-01-01")
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
period = {"since": "2025-01-01", "until": "2026-12-31"}
rows = st.lists(
    st.tuples(
        st.integers(0, 300).map(lambda n: str((START + pd.Timedelta(n, "D")).date())),
        st.sampled_from([1, 2, 31, 366]),
        st.just("A>B"),
        st.floats(-10, 10),
    ),
    min_size=1,
    max_size=8,
)


def levels(frame, direction="A>B"):
    return frame.loc[frame["direction"] == direction, "tension"].tolist()


def summed(frames):
    return sum(frame["tension"].to_numpy() for frame in frames)


def by_hand(frame, half_life, n_days):
    """Go through every day of every window, and give mean and deviation."""
    mean, variance, day = np.zeros(n_days), np.zeros(n_days), np.arange(n_days)
    for act in frame.itertuples():
        first, last = (act.earliest - START).days, (act.latest - START).days
        lag = day - np.arange(first, last + 1)[:, None]
        left = np.where(lag >= 0, np.exp2(-np.maximum(lag, 0) / half_life), 0.0)
        mean += max(0.0, -act.weight) * left.mean(axis=0)
        variance += max(0.0, -act.weight) ** 2 * left.var(axis=0)
    return mean, np.sqrt(variance)


def test_half_the_tension_is_left_after_one_half_life(acts):
    one = acts(("2025-01-01", 1, "A>B", -4))
    found = tension(one, half_life_days=2, until="2025-01-05")
    assert levels(found)[::2] == [4, 2, 1]


def test_acts_pile_up(acts):
    two = acts(("2025-01-01", 1, "A>B", -4), ("2025-01-03", 1, "A>B", -1))
    assert levels(tension(two, half_life_days=1)) == [4, 2, 2]


def test_an_act_may_lie_on_either_day_of_its_window(acts):
    found = tension(acts(("2025-01-01", 2, "A>B", -4)), half_life_days=1)
    assert levels(found) == [2, 3]
    assert found["sd"].tolist() == [2, 1]


def test_doubt_fades_like_the_tension_once_the_window_is_over(acts):
    one = acts(("2025-01-01", 2, "A>B", -4))
    found = tension(one, half_life_days=1, until="2025-01-04")
    assert found["sd"].tolist() == pytest.approx([2, 1, 0.5, 0.25])


def test_known_days_leave_no_doubt(acts):
    one = acts(("2025-01-01", 1, "A>B", -4), ("2025-01-09", 1, "A>B", -4))
    assert set(tension(one)["sd"]) == {0.0}


def test_each_direction_has_a_curve_over_every_day(acts):
    two = acts(("2025-01-01", 1, "A>B", -4), ("2025-01-02", 1, "B>A", -2))
    found = tension(two, half_life_days=1)
    assert found["direction"].tolist() == ["B>A", "B>A", "A>B", "A>B"]
    assert found["tension"].tolist() == [0, 2, 4, 2]


def test_directions_keep_the_order_of_their_categories(acts):
    kept = tension(acts(("2025-01-01", 1, "A>B", -4)))["direction"].cat.categories
    assert kept.tolist() == ["B>A", "A>B", "C>A"]


@pytest.mark.parametrize("kind", ["str", object])
def test_plain_text_columns_serve_like_categoricals(acts, kind):
    two = acts(("2025-01-01", 1, "A>B", -4), ("2025-01-01", 1, "B>A", -2))
    found = tension(two.astype({"direction": kind}))
    assert found[["direction", "tension"]].to_numpy().tolist() == [
        ["A>B", 4],
        ["B>A", 2],
    ]


@pytest.mark.parametrize("weight", [3.0, 0.0, np.nan])
def test_acts_that_are_not_conflictual_add_nothing(acts, weight):
    one = ("2025-01-01", 1, "A>B", -4)
    more = tension(acts(one, ("2025-01-01", 31, "A>B", weight)))
    assert more.equals(tension(acts(one), until="2025-01-31"))


def test_the_curve_starts_from_zero_at_since(acts):
    one = acts(("2025-01-03", 1, "A>B", -4))
    assert levels(tension(one, since="2025-01-01")) == [0, 0, 4]


@law
@given(rows=rows, factor=st.sampled_from([0.5, 2, 3]))
def test_tension_is_linear_in_the_weights(acts, rows, factor):
    one = acts(*rows)
    scaled = tension(one.assign(weight=one["weight"] * factor))
    for column in ("tension", "sd"):
        expected = tension(one)[column].to_numpy() * factor
        assert scaled[column].to_numpy() == pytest.approx(expected, rel=1e-9)


@law
@given(rows=rows, cut=st.integers(0, 8))
def test_tension_adds_up_over_disjoint_sets_of_acts(acts, rows, cut):
    parts = [part for part in (rows[:cut], rows[cut:]) if part]
    whole = tension(acts(*rows), **period)["tension"].to_numpy()
    added = summed(tension(acts(*part), **period) for part in parts)
    assert added == pytest.approx(whole, rel=1e-12, abs=1e-12)


@law
@given(rows=rows, half_life=st.sampled_from([0.3, 1, 30, 3650]))
def test_tension_and_doubt_are_never_below_zero(acts, rows, half_life):
    found = tension(acts(*rows), half_life_days=half_life)
    assert (found[["tension", "sd"]] >= 0).all(axis=None)


@law
@given(rows=rows, half_life=st.sampled_from([0.3, 1, 30, 3650]))
def test_mean_and_doubt_are_those_of_every_day_taken_one_by_one(acts, rows, half_life):
    some = acts(*rows)
    found = tension(some, half_life_days=half_life, **period)
    mean, doubt = by_hand(some, half_life, len(found))
    assert found["tension"].to_numpy() == pytest.approx(mean, rel=1e-9, abs=1e-9)
    assert found["sd"].to_numpy() == pytest.approx(doubt, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("half_life", [0.3, 1, 30, 3650])
@pytest.mark.parametrize("window", [1, 2, 31, 366])
def test_the_closed_form_is_exact_for_any_window(acts, half_life, window):
    three = acts(
        ("2025-01-01", window, "A>B", -4),
        ("2025-01-20", window, "A>B", -10),
        ("2025-03-01", 1, "A>B", -1),
    )
    found = tension(three, half_life_days=half_life, **period)
    mean, doubt = by_hand(three, half_life, len(found))
    assert found["tension"].to_numpy() == pytest.approx(mean, rel=1e-9, abs=1e-300)
    assert found["sd"].to_numpy() == pytest.approx(doubt, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("half_life", [0.3, 3, 30, 3650])
def test_mean_and_doubt_are_those_of_ten_thousand_draws(acts, half_life):
    some = acts(
        ("2025-01-01", 1, "A>B", -4),
        ("2025-01-04", 5, "A>B", -2),
        ("2025-01-06", 31, "A>B", -10),
        ("2025-01-11", 2, "A>B", -5),
    )
    found = tension(some, half_life_days=half_life, until="2025-02-28")
    draws = drawn(some, half_life, len(found))
    error = found["sd"].to_numpy() / np.sqrt(len(draws))
    assert (abs(draws.mean(axis=0) - found["tension"]) <= 5 * error + 1e-9).all()
    squares = (draws - draws.mean(axis=0)) ** 2
    error = squares.std(axis=0) / np.sqrt(len(draws))
    assert (abs(squares.mean(axis=0) - found["sd"] ** 2) <= 5 * error + 1e-9).all()


def drawn(frame, half_life, n_days):
    """Draw each act's day ten thousand times, and add up what is left."""
    dice, day, total = np.random.default_rng(7), np.arange(n_days), 0.0
    for act in frame.itertuples():
        lasts = (act.latest - act.earliest).days + 1
        first = dice.integers(0, lasts, 10_000) + (act.earliest - START).days
        lag = day - first[:, None]
        left = np.where(lag >= 0, np.exp2(-np.maximum(lag, 0) / half_life), 0.0)
        total = total - act.weight * left
    return total


def test_a_short_half_life_over_thirty_years_does_not_overflow(acts):
    ends = acts(("1996-01-01", 31, "A>B", -10), ("2025-12-01", 31, "A>B", -10))
    found = tension(ends, half_life_days=1)
    assert np.isfinite(found[["tension", "sd"]]).all(axis=None)
    assert found["tension"].iloc[-1] == pytest.approx(10 / 31 * 2, rel=1e-6)


@pytest.mark.parametrize("half_life", [0, -1, np.nan, np.inf, "30", None])
def test_what_is_no_half_life_is_refused(acts, half_life):
    for rows in ([("2025-01-01", 9, "A>B", -4)], []):
        with pytest.raises(MeasureError, match="half-life is a number of days above"):
            tension(acts(*rows), half_life_days=half_life, **period)


@pytest.mark.parametrize("column", ["earliest", "latest", "direction", "weight"])
def test_a_missing_column_is_named(acts, column):
    one = acts(("2025-01-01", 1, "A>B", -4))
    with pytest.raises(MeasureError, match=f"column {column}"):
        tension(one.drop(columns=column))


def test_no_act_and_no_period_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        tension(acts())


def test_no_act_over_a_period_is_no_curve(acts):
    found = tension(acts(), **period)
    assert {"date", "direction", "tension", "sd"} <= set(found)
    assert len(found) == 0


def test_days_are_of_the_kind_that_a_case_has(acts):
    found = tension(acts(("2025-01-01", 1, "A>B", -4)))
    assert found["date"].dtype == "datetime64[us]"


def test_the_half_life_stands_beside_the_tension(acts):
    found = tension(acts(("2025-01-01", 3, "A>B", -4)), half_life_days=7)
    assert set(found["half_life_days"]) == {7}


def test_the_frame_given_is_not_changed(acts):
    some = acts(("2025-01-01", 31, "A>B", -4), ("2025-01-01", 1, "B>A", np.nan))
    before = some.copy()
    tension(some)
    assert some.equals(before)
