from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import counts
from utils.measures.counts import BINS
from utils.measures.draws import draw_dates

windows = st.lists(
    st.tuples(
        st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(str),
        st.integers(1, 800),
        st.sampled_from(["A>B", "B>A", None]),
        st.just(-1.0),
    ),
    min_size=1,
    max_size=15,
)


def read(found):
    return [
        (str(day.date()), n) for day, n in zip(found["date"], found["n"], strict=True)
    ]


@pytest.mark.parametrize(
    ("per", "bins"),
    [
        ("day", [("2025-06-30", 1.5), ("2025-07-01", 1.5)]),
        ("week", [("2025-06-30", 3.0)]),
        ("month", [("2025-06-01", 1.5), ("2025-07-01", 1.5)]),
        ("quarter", [("2025-04-01", 1.5), ("2025-07-01", 1.5)]),
        ("year", [("2025-01-01", 3.0)]),
    ],
)
def test_an_uncertain_act_counts_in_parts(acts, per, bins):
    three = acts(
        ("2025-06-30", 1, "A>B", -1),
        ("2025-06-30", 2, "A>B", -1),
        ("2025-07-01", 1, "A>B", -1),
    )
    assert read(counts(three, per, by=[])) == bins


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=windows, per=st.sampled_from(list(BINS)))
def test_counts_add_up_to_the_number_of_acts(acts, rows, per):
    assert counts(acts(*rows), per)["n"].sum() == pytest.approx(len(rows), rel=1e-12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=windows, per=st.sampled_from(list(BINS)))
def test_counts_add_up_within_each_direction(acts, rows, per):
    found = counts(acts(*rows), per)
    sums = found.groupby("direction", observed=True, dropna=False)["n"].sum()
    occur = acts(*rows)["direction"].value_counts(dropna=False, sort=False)
    assert sorted(sums) == pytest.approx(sorted(occur[occur > 0]), rel=1e-12)


def bounds(found):
    return found[["least", "most"]].to_numpy().tolist()


def test_an_act_is_certain_in_a_bin_that_holds_its_whole_window(acts):
    some = acts(
        ("2025-06-10", 1, "A>B", -1),
        ("2025-06-01", 30, "A>B", -1),
        ("2025-06-30", 2, "A>B", -1),
        ("2025-06-15", 60, "A>B", -1),
    )
    assert bounds(counts(some, by=[])) == [[2, 4], [0, 2], [0, 1]]
    assert bounds(counts(some, "quarter", by=[])) == [[2, 4], [0, 2]]
    assert bounds(counts(some, "year", by=[])) == [[4, 4]]


def test_each_group_has_its_own_bounds(acts):
    two = acts(("2025-06-30", 2, "A>B", -1), ("2025-07-01", 1, "B>A", -1))
    found = counts(two)
    assert found["direction"].tolist() == ["B>A", "A>B"] * 2
    assert bounds(found) == [[0, 0], [0, 1], [1, 1], [0, 1]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=windows, per=st.sampled_from(list(BINS)))
def test_the_expected_number_lies_between_the_least_and_the_most(acts, rows, per):
    found = counts(acts(*rows), per)
    assert (found["least"] <= found["n"] + 1e-9).all()
    assert (found["n"] <= found["most"] + 1e-9).all()
    assert found["least"].sum() <= len(rows) <= found["most"].sum()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=windows, per=st.sampled_from(list(BINS)))
def test_certain_dates_leave_nothing_between(acts, rows, per):
    days = [(day, 1, direction, weight) for day, _, direction, weight in rows]
    found = counts(acts(*days), per)
    assert (found["least"] == found["most"]).all()
    assert (found["least"] == found["n"]).all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=windows, per=st.sampled_from(list(BINS)), seed=st.integers(0, 99))
def test_no_draw_of_the_dates_leaves_the_bounds(acts, rows, per, seed):
    some = acts(*rows)
    ends = some["earliest"].min(), some["latest"].max()
    period = dict(zip(("since", "until"), (str(e.date()) for e in ends), strict=True))
    found, drawn = counts(some, per), counts(draw_dates(some, seed=seed), per, **period)
    assert (found["least"] <= drawn["n"]).all()
    assert (drawn["n"] <= found["most"]).all()


def test_weeks_begin_on_monday(acts):
    sunday_and_monday = acts(("2025-06-29", 1, "A>B", -1), ("2025-06-30", 1, "A>B", -1))
    found = counts(sunday_and_monday, "week", by=[])
    assert read(found) == [("2025-06-23", 1.0), ("2025-06-30", 1.0)]
    assert found["date"].dt.day_name().tolist() == ["Monday", "Monday"]


def test_bins_without_an_act_are_there_with_zero(acts):
    two = acts(("2025-01-31", 1, "A>B", -1), ("2025-04-01", 1, "A>B", -1))
    assert counts(two)["n"].tolist() == [1, 0, 0, 1]


def test_bins_reach_to_since_and_until(acts):
    one = acts(("2025-02-10", 1, "A>B", -1))
    found = counts(one, since="2025-01-01", until="2025-03-31")
    assert found["n"].tolist() == [0, 1, 0]


def test_an_act_that_lasts_counts_once_at_its_start(acts):
    lasting = acts(("2025-01-31", 1, "A>B", -1)).assign(lasted_days=60)
    assert read(counts(lasting)) == [("2025-01-01", 1.0)]


def test_directions_keep_the_order_of_their_categories(acts):
    found = counts(acts(("2025-01-01", 1, "A>B", -1), ("2025-01-01", 1, "B>A", -1)))
    assert found["direction"].tolist() == ["B>A", "A>B"]
    assert found["direction"].cat.categories.tolist() == ["B>A", "A>B", "C>A"]


def test_acts_without_a_direction_are_counted_last(acts):
    found = counts(acts(("2025-01-01", 1, None, -1), ("2025-01-01", 2, "B>A", -1)))
    assert found["direction"].isna().tolist() == [False, True]
    assert found["n"].tolist() == [1, 1]


@pytest.mark.parametrize("kind", ["str", object])
def test_plain_text_columns_serve_like_categoricals(acts, kind):
    two = acts(("2025-01-01", 1, "B>A", -1), ("2025-01-01", 1, "A>B", -1))
    plain = counts(two.astype({"direction": kind}))
    assert plain["direction"].tolist() == ["A>B", "B>A"]
    assert plain["n"].tolist() == [1, 1]


def test_a_single_text_stands_for_a_list_of_one(acts):
    one = acts(("2025-01-01", 1, "A>B", -1))
    assert counts(one, by="direction").equals(counts(one, by=["direction"]))


def test_old_days_count_too(acts):
    found = counts(acts(("1514-08-23", 1, "A>B", -1)), "quarter", by=[])
    assert found["date"].astype(str).tolist() == ["1514-07-01"]


def test_days_are_of_the_kind_that_a_case_has(acts):
    found = counts(acts(("2025-01-01", 1, "A>B", -1)))
    assert found["date"].dtype == "datetime64[us]"


def test_no_act_over_a_period_counts_zero(acts):
    period = {"since": "2025-01-01", "until": "2025-02-28"}
    assert counts(acts(), by=[], **period)["n"].tolist() == [0, 0]
    assert counts(acts(), **period).columns.tolist() == [
        "date",
        "direction",
        "n",
        "least",
        "most",
        "per",
    ]


def test_no_act_and_no_period_is_refused(acts):
    with pytest.raises(MeasureError, match="no act to measure"):
        counts(acts())


@pytest.mark.parametrize("per", ["fortnight", "Month", "", None])
def test_an_unknown_bin_is_refused(acts, per):
    with pytest.raises(MeasureError, match="choose day, week, month, quarter, year"):
        counts(acts(("2025-01-01", 1, "A>B", -1)), per)


def test_the_frame_given_is_not_changed(acts):
    some = acts(("2025-01-01", 31, "A>B", -1))
    before = some.copy()
    counts(some)
    assert some.equals(before)
