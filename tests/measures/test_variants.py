from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import counts, tension
from utils.measures.estimate import Estimate
from utils.measures.variants import by_certainty, in_variants

law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
GRADES = ["confirmed", "reported", "disputed"]


@pytest.fixture
def graded(acts):
    """Make acts of one day each, of weight -4, from their certainty."""

    def make(*certainty, grades=GRADES):
        frame = acts(*[("2025-01-01", 1, "A>B", -4)] * len(certainty))
        return frame.assign(certainty=pd.Categorical(certainty, grades))

    return make


@pytest.fixture
def two(acts):
    """Give two frames by name: two acts, and the first of them alone."""
    both = acts(("2025-01-01", 1, "A>B", -4), ("2025-01-02", 1, "A>B", -1))
    return {"both": both, "the first": both[:1]}


def sizes(steps):
    return {name: len(frame) for name, frame in steps.items()}


def test_each_step_holds_the_more_certain_acts_too(graded):
    some = graded("disputed", "confirmed", "reported", "confirmed")
    assert sizes(by_certainty(some)) == {
        "confirmed only": 2,
        "with reported": 3,
        "with disputed": 4,
    }


def test_acts_keep_their_order_and_their_index(graded):
    steps = by_certainty(graded("reported", "disputed", "confirmed"))
    assert steps["with reported"].index.tolist() == [0, 2]


@pytest.mark.parametrize(
    ("grades", "names"),
    [
        (["sure"], ["sure only"]),
        (["a", "b", "c", "d"], ["a only", "with b", "with c", "with d"]),
    ],
)
def test_any_number_of_grades_will_do(graded, grades, names):
    assert list(by_certainty(graded(grades[0], grades=grades))) == names


def test_a_grade_that_no_act_has_is_a_step_all_the_same(graded):
    assert sizes(by_certainty(graded("reported"))) == {
        "confirmed only": 0,
        "with reported": 1,
        "with disputed": 1,
    }


def test_an_act_without_a_grade_is_in_no_step(graded):
    assert sizes(by_certainty(graded(None, "confirmed")))["with disputed"] == 1


@law
@given(st.lists(st.sampled_from(GRADES), max_size=9))
def test_steps_grow_up_to_all_acts(graded, grades):
    found = list(sizes(by_certainty(graded(*grades))).values())
    assert found == sorted(found)
    assert found[-1] == len(grades)


@pytest.mark.parametrize("change", ["drop", "text"])
def test_without_an_order_of_grades_there_are_no_steps(graded, change):
    some = graded("confirmed")
    odd = some.drop(columns="certainty") if change == "drop" else some.astype(str)
    with pytest.raises(MeasureError, match="column certainty with its categories"):
        by_certainty(odd)


def test_each_variant_has_the_rows_that_the_measure_gives_it(two):
    found = in_variants(two, tension, half_life_days=1, until="2025-01-02")
    assert found.columns[0] == "variant"
    assert found["variant"].tolist() == ["both", "both", "the first", "the first"]
    assert found["tension"].tolist() == [4, 3, 4, 2]


def test_options_may_be_bound_beforehand(two):
    bound = partial(tension, half_life_days=1)
    assert in_variants(two, bound).equals(in_variants(two, tension, half_life_days=1))


def test_variants_are_ordered_as_they_were_given(two):
    turned = dict(reversed(two.items()))
    names = in_variants(turned, tension)["variant"].cat
    assert names.ordered
    assert names.categories.tolist() == ["the first", "both"]


def test_directions_keep_the_order_of_their_categories(two):
    directions = in_variants(two, tension)["direction"].cat.categories
    assert directions.tolist() == ["B>A", "A>B", "C>A"]


def test_a_result_gives_a_row_of_its_fields():
    one = Estimate(0.5, 0.1, 0.9, 4, "Half of 4.")
    found = in_variants({"all": pd.DataFrame()}, lambda _: one)
    assert found.drop(columns="level").to_numpy().tolist() == [
        ["all", 0.5, 0.1, 0.9, 4, "Half of 4."]
    ]


def test_a_result_with_a_table_gives_its_table():
    class Found:
        table = pd.DataFrame({"n": [1, 2]})

    found = in_variants({"all": pd.DataFrame()}, lambda _: Found())
    assert found.to_numpy().tolist() == [["all", 1], ["all", 2]]


def test_a_variant_that_cannot_be_measured_is_named(two):
    nothing = {**two, "none of them": two["both"][:0]}
    with pytest.raises(MeasureError, match="'none of them': There is no act to"):
        in_variants(nothing, tension)


def test_over_a_period_a_variant_without_acts_has_no_rows_but_a_name(two):
    nothing = {**two, "none of them": two["both"][:0]}
    found = in_variants(nothing, tension, since="2025-01-01", until="2025-01-02")
    assert found["variant"].cat.categories.tolist() == [*two, "none of them"]
    assert set(found["variant"]) == set(two)


@pytest.mark.parametrize("found", [None, 3.5, np.array([1]), Estimate])
def test_what_is_no_frame_is_refused(two, found):
    with pytest.raises(MeasureError, match="'both': A measure of variants gives"):
        in_variants(two, lambda _: found)


def test_a_column_of_that_name_is_not_written_over(two):
    with pytest.raises(MeasureError, match="has a column variant already"):
        in_variants(two, lambda acts: acts.assign(variant="mine"))


def test_without_a_frame_there_is_nothing_to_compare():
    with pytest.raises(MeasureError, match="no variant to measure"):
        in_variants({}, counts)


def test_the_frames_given_stay_as_they_were(two):
    before = {name: frame.copy() for name, frame in two.items()}
    in_variants(two, lambda acts: acts)
    assert all(two[name].equals(before[name]) for name in two)
