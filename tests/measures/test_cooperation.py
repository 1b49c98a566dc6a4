import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import cooperation

START = pd.Timestamp("2025-01-01")
SUMS = ["n", "n_weighted", "n_without_weight", "cooperative", "conflictual", "net"]
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
period = {"since": "2025-01-01", "until": "2025-12-31"}
rows = st.lists(
    st.tuples(
        st.integers(0, 300).map(lambda n: str((START + pd.Timedelta(n, "D")).date())),
        st.sampled_from([1, 2, 31]),
        st.sampled_from(["A>B", "B>A"]),
        st.sampled_from([-10, -2.5, 0, 1, 8, np.nan]),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture
def june(acts):
    """Give two conflictual acts, one cooperative, one neutral and one unweighed."""
    weights = (-4, -1, 3, 0, np.nan)
    return acts(*(("2025-06-02", 1, "A>B", weight) for weight in weights))


def test_net_is_cooperation_minus_conflict(june):
    (row,) = cooperation(june).to_dict("records")
    assert (row["cooperative"], row["conflictual"], row["net"]) == (3, 5, -2)


def test_the_share_is_of_conflict_in_all_that_weighs(june):
    assert cooperation(june)["conflict_share"].tolist() == [5 / 8]


def test_acts_without_a_weight_are_counted_apart(june):
    (row,) = cooperation(june).to_dict("records")
    assert (row["n"], row["n_weighted"], row["n_without_weight"]) == (5, 4, 1)


@pytest.mark.parametrize("weight", [0, np.nan])
def test_where_nothing_weighs_the_share_is_missing_and_not_zero(acts, weight):
    found = cooperation(acts(("2025-06-02", 1, "A>B", weight)))
    assert found["conflict_share"].tolist() == [pd.NA]
    assert found["net"].tolist() == [0]


def test_an_act_of_uncertain_date_lies_in_two_months_by_shares(acts):
    one = acts(("2025-06-30", 4, "A>B", -4))
    assert cooperation(one)["conflictual"].tolist() == [1, 3]


def test_months_without_an_act_are_there(acts):
    two = acts(("2025-01-05", 1, "A>B", -4), ("2025-03-05", 1, "A>B", 2))
    found = cooperation(two)
    assert found["net"].tolist() == [-4, 0, 2]
    assert found["conflict_share"].tolist() == [1, pd.NA, 0]


def test_each_direction_has_its_own_row(acts):
    two = acts(("2025-01-05", 1, "A>B", -4), ("2025-01-05", 1, "B>A", 2))
    found = cooperation(two)
    assert dict(zip(found["direction"], found["net"], strict=True)) == {
        "A>B": -4,
        "B>A": 2,
    }


def test_all_directions_may_be_taken_together(acts):
    two = acts(("2025-01-05", 1, "A>B", -4), ("2025-01-05", 1, "B>A", 2))
    assert cooperation(two, "year", by=[])["net"].tolist() == [-2]


@law
@given(rows=rows)
def test_swapping_the_tones_turns_the_sign_of_the_net(acts, rows):
    one = acts(*rows)
    other = cooperation(one.assign(weight=-one["weight"]), **period)
    assert other["net"].to_numpy() == pytest.approx(-cooperation(one, **period)["net"])


@law
@given(rows=rows)
def test_swapping_the_tones_leaves_the_rest_of_the_share(acts, rows):
    one = acts(*rows)
    shares = cooperation(one, **period)["conflict_share"]
    other = cooperation(one.assign(weight=-one["weight"]), **period)["conflict_share"]
    assert (shares + other).dropna().to_numpy(float) == pytest.approx(1)
    assert shares.isna().tolist() == other.isna().tolist()


@law
@given(rows=rows, per=st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_bins_add_up_to_the_sums_of_the_acts(acts, rows, per):
    one = acts(*rows)
    found = cooperation(one, per, **period)
    assert found["n"].sum() == pytest.approx(len(one))
    assert found["n_without_weight"].sum() == pytest.approx(one["weight"].isna().sum())
    assert found["net"].sum() == pytest.approx(one["weight"].sum(), abs=1e-9)


@law
@given(rows=rows)
def test_no_number_is_ever_missing_but_the_share(acts, rows):
    found = cooperation(acts(*rows))
    assert np.isfinite(found[SUMS].to_numpy(float)).all()
    assert found["conflict_share"].dropna().between(0, 1).all()


def test_no_act_over_a_period_gives_the_columns_and_no_row(acts):
    found = cooperation(acts(), **period)
    assert {"date", "direction", "per", "conflict_share", *SUMS} <= set(found)
    assert len(found) == 0


def test_no_act_and_no_period_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        cooperation(acts())


@pytest.mark.parametrize("column", ["earliest", "latest", "direction", "weight"])
def test_a_missing_column_is_named(june, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        cooperation(june.drop(columns=column))


def test_an_infinite_weight_is_refused(acts):
    with pytest.raises(MeasureError, match="1 of 1 acts weigh infinitely much"):
        cooperation(acts(("2025-06-02", 1, "A>B", np.inf)))


def test_an_unknown_bin_is_refused(june):
    with pytest.raises(MeasureError, match="no bin 'fortnight'"):
        cooperation(june, "fortnight")


def test_the_frame_given_is_not_changed(june):
    before = june.copy()
    cooperation(june)
    assert june.equals(before)
