from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import compare_counts, compare_tension, counts, tension
from utils.measures.draws import draw_dates

LAWS = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
ROWS = st.lists(
    st.tuples(
        st.dates(date(2024, 1, 1), date(2025, 12, 31)).map(str),
        st.integers(1, 90),
        st.sampled_from(["A>B", "B>A"]),
        st.sampled_from([-4.0, -1.5, 0.0, 2.0]),
    ),
    min_size=1,
    max_size=12,
)
LOTS = st.lists(st.sampled_from(["both", "first", "second"]), min_size=12, max_size=12)
MEASURES = pytest.mark.parametrize("measure", [compare_counts, compare_tension])


@pytest.fixture
def named(acts):
    """Make acts, each with an id."""

    def make(*rows):
        found = acts(*rows)
        return found.assign(action_id=[f"a{i}" for i in range(len(found))])

    return make


@pytest.fixture
def split(named):
    """Make acts, and give those of the first and those of the second set."""

    def make(rows, lots):
        whole, part = named(*rows), np.array(lots[: len(rows)])
        return whole[part != "second"], whole[part != "first"]

    return make


def numbers(found, *columns):
    return found[list(columns)].values.tolist()


def test_each_set_is_counted_beside_the_other(named):
    five = named(
        ("2025-06-02", 1, "A>B", -1),
        ("2025-06-03", 1, "A>B", -1),
        ("2025-06-30", 2, "A>B", -1),
        ("2025-07-04", 1, "A>B", -1),
        ("2025-07-04", 1, "B>A", -1),
    )
    found = compare_counts(five[:3], five[2:])
    assert numbers(found, "direction", "first", "second", "difference") == [
        ["B>A", 0.0, 0.0, 0.0],
        ["A>B", 2.5, 0.5, 2.0],
        ["B>A", 0.0, 1.0, -1.0],
        ["A>B", 0.5, 1.5, -1.0],
    ]


def test_an_act_of_both_sets_leaves_no_doubt_in_the_difference(named):
    window = named(("2025-06-30", 2, "A>B", -1))
    found = compare_counts(window, window)
    assert numbers(found, "first", "least", "most") == [[0.5, 0.0, 0.0]] * 2


def test_the_difference_is_bounded_by_what_the_dates_allow(named):
    three = named(
        ("2025-06-30", 2, "A>B", -1),
        ("2025-06-01", 1, "A>B", -1),
        ("2025-06-30", 2, "A>B", -1),
    )
    found = compare_counts(three[:2], three[2:])
    # In June the first has one act or two, the second none or one.
    assert numbers(found, "difference", "least", "most") == [[1, 0, 2], [0, -1, 1]]


def test_both_sets_are_counted_over_the_days_of_both(named):
    two = named(("2025-01-05", 1, "A>B", -1), ("2025-03-05", 1, "A>B", -1))
    found = compare_counts(two[:1], two[1:])
    assert numbers(found, "first", "second") == [[1, 0], [0, 0], [0, 1]]


@MEASURES
def test_the_days_reach_over_the_period_that_is_asked_for(named, measure):
    one = named(("2025-02-05", 1, "A>B", -1))
    found = measure(one, one, since="2025-01-01", until="2025-03-31")
    assert str(found["date"].min().date()) == "2025-01-01"
    assert found["date"].max() >= pd.Timestamp("2025-03-01")


def test_tension_fades_in_both_sets(named):
    three = named(
        ("2025-06-01", 1, "A>B", -4),
        ("2025-06-02", 1, "A>B", -2),
        ("2025-06-03", 1, "A>B", 5),
    )
    found = compare_tension(three[:1], three[1:], half_life_days=1)
    assert numbers(found, "first", "second", "difference", "sd") == [
        [4, 0, 4, 0],
        [2, 2, 0, 0],
        [1, 1, 0, 0],
    ]


def test_an_act_of_both_sets_brings_no_doubt_into_the_difference(named):
    two = named(("2025-06-01", 9, "A>B", -4), ("2025-06-04", 1, "A>B", -1))
    found = compare_tension(two, two[:1])
    assert (found["sd"] == 0).all()
    assert (tension(two)["sd"] > 0).any()


def test_the_doubt_of_the_difference_is_that_of_dates_drawn_by_lot(named):
    three = named(
        ("2025-06-01", 10, "A>B", -4),
        ("2025-06-03", 6, "A>B", -2),
        ("2025-06-02", 8, "A>B", -3),
    )
    found = compare_tension(three[:2], three[1:], half_life_days=5)
    days = {"since": "2025-06-01", "until": "2025-06-10"}
    drawn = [
        compare_tension(lot[:2], lot[1:], half_life_days=5, **days)["difference"]
        for lot in (draw_dates(three, seed=seed) for seed in range(600))
    ]
    assert np.allclose(np.std(drawn, axis=0), found["sd"], atol=0.12)
    assert np.allclose(np.mean(drawn, axis=0), found["difference"], atol=0.2)


def test_acts_without_a_weight_add_nothing(named):
    two = named(("2025-06-01", 1, "A>B", None), ("2025-06-01", 1, "A>B", -1))
    assert numbers(compare_tension(two, two[1:]), "first", "difference") == [[1, 0]]


@LAWS
@given(rows=ROWS, lots=LOTS)
@MEASURES
def test_swapping_the_sets_turns_the_difference(split, measure, rows, lots):
    first, second = split(rows, lots)
    one, other = measure(first, second), measure(second, first)
    assert np.allclose(one["difference"], -other["difference"])
    assert one["first"].tolist() == pytest.approx(other["second"].tolist())
    if "least" in one:
        assert one["least"].tolist() == (-other["most"]).tolist()


@LAWS
@given(rows=ROWS)
@MEASURES
def test_a_set_differs_nowhere_from_itself(named, measure, rows):
    whole = named(*rows)
    found = measure(whole, whole[::-1])
    assert (found["difference"] == 0).all()
    assert (found["first"] == found["second"]).all()


@LAWS
@given(rows=ROWS, lots=LOTS)
def test_each_set_has_the_numbers_that_counts_gives(split, rows, lots):
    first, second = split(rows, lots)
    found = compare_counts(first, second, "week")
    for name, acts in (("first", first), ("second", second)):
        if len(acts):
            alone = counts(acts, "week").set_index(["date", "direction"])["n"]
            beside = found.set_index(["date", "direction"])[name]
            assert np.allclose(beside.reindex(alone.index), alone)
        assert found[name].sum() == pytest.approx(len(acts))


@LAWS
@given(rows=ROWS, lots=LOTS)
def test_the_difference_lies_between_its_bounds(split, rows, lots):
    found = compare_counts(*split(rows, lots))
    assert (found["least"] <= found["difference"] + 1e-9).all()
    assert (found["difference"] <= found["most"] + 1e-9).all()
    assert np.allclose(found["first"] - found["second"], found["difference"])


@LAWS
@given(rows=ROWS, lots=LOTS)
def test_each_set_has_the_curve_that_tension_gives(split, rows, lots):
    first, second = split(rows, lots)
    days = {"since": "2024-01-01", "until": "2026-04-30"}
    found = compare_tension(first, second, **days).set_index(["date", "direction"])
    for name, acts in (("first", first), ("second", second)):
        alone = tension(acts, **days).set_index(["date", "direction"])["tension"]
        assert np.allclose(found[name].reindex(alone.index), alone)


def test_one_set_may_be_empty(named):
    one = named(("2025-06-01", 1, "A>B", -1))
    assert numbers(compare_counts(one, one[:0]), "first", "second") == [[1, 0]]
    assert numbers(compare_tension(one[:0], one), "first", "second") == [[0, 1]]


@MEASURES
def test_two_empty_sets_without_a_period_are_refused(named, measure):
    none = named(("2025-06-01", 1, "A>B", -1))[:0]
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        measure(none, none)


@MEASURES
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"action_id": ["a0", "a0"]}, "second set has the act a0 twice"),
        ({"earliest": pd.Timestamp("2025-05-01")}, "differs in its dates"),
        ({"direction": "B>A"}, "differs in its direction"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(named, measure, change, said):
    two = named(("2025-06-01", 1, "A>B", -1), ("2025-06-02", 1, "A>B", -1))
    with pytest.raises(MeasureError, match=said):
        measure(two, two.assign(**change))


def test_weights_of_two_scales_are_not_subtracted(named):
    one = named(("2025-06-01", 1, "A>B", -1))
    with pytest.raises(MeasureError, match=r"its weight in the second; .* one scale"):
        compare_tension(one, one.assign(weight=-2.0))


@MEASURES
def test_acts_without_an_id_are_refused(acts, measure):
    one = acts(("2025-06-01", 1, "A>B", -1))
    with pytest.raises(MeasureError, match="needs the column action_id in both"):
        measure(one, one)
