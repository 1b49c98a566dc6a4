import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.robustness import (
    answered_more,
    answers_lower,
    multiverse,
    robustness,
)
from utils.scale import Scale

END = {"until": "2025-01-31"}


@pytest.fixture
def acts():
    """Make acts from (id, day of January, direction, trigger, weight)."""

    def make(*rows):
        columns = ["action_id", "day", "direction", "in_response_to", "weight"]
        frame = pd.DataFrame(list(rows), columns=columns)
        day = pd.to_datetime("2025-01-" + frame.pop("day").astype(str).str.zfill(2))
        return frame.assign(
            earliest=day.astype("datetime64[us]"),
            latest=day.astype("datetime64[us]"),
            actor_country=frame["direction"].str[0],
            target_country=frame["direction"].str[-1],
        )

    return make


def one_of_two_and_none_of_two(acts):
    return acts(
        ("a1", 1, "A>B", "", -1.0),
        ("a2", 2, "A>B", "", -1.0),
        ("b1", 5, "B>A", "a1", -1.0),
        ("b2", 6, "B>A", "", -1.0),
    )


def test_one_of_two_answered_is_more_than_none_of_two(acts):
    found = one_of_two_and_none_of_two(acts)
    assert answered_more("A>B", "B>A", **END)(found)
    assert not answered_more("B>A", "A>B", **END)(found)


def test_an_answer_that_comes_later_does_not_count(acts):
    found = one_of_two_and_none_of_two(acts)
    assert answered_more("A>B", "B>A", within_days=4, **END)(found)
    assert not answered_more("A>B", "B>A", within_days=3, **END)(found)


def test_a_larger_share_is_more_though_it_is_of_fewer_acts(acts):
    found = acts(
        ("a1", 1, "A>B", "", -1.0),
        *((f"a{i}", 2, "A>B", "", -1.0) for i in range(2, 6)),
        ("b1", 5, "B>A", "a1", -1.0),
        ("b2", 5, "B>A", "a2", -1.0),
        ("a9", 6, "A>B", "b1", -1.0),
    )
    # Of six acts A>B two are answered, of two acts B>A one.
    assert answered_more("B>A", "A>B", **END)(found)


def test_equal_shares_are_neither_more(acts):
    found = acts(("a", 1, "A>B", "", -1.0), ("b", 1, "B>A", "", -1.0))
    assert not answered_more("A>B", "B>A", **END)(found)
    assert not answered_more("B>A", "A>B", **END)(found)


@pytest.mark.parametrize("day", [1, 30])
def test_a_direction_without_acts_watched_for_so_long_cannot_be_compared(acts, day):
    found = acts(("a", 1, "A>B", "", -1.0), ("b", day, "B>A", "", -1.0))
    found = found[found["direction"].eq("A>B") | (day == 30)]
    with pytest.raises(MeasureError, match="No act B to A was watched for so long"):
        answered_more("A>B", "B>A", **END)(found)


def answers_of(acts, *weights):
    """Give acts of B that weigh 3, each answered by one of A of the weights."""
    rows = [(f"b{i}", 1, "B>A", "", -3.0) for i in range(len(weights))]
    rows += [(f"a{i}", 2, "A>B", f"b{i}", w) for i, w in enumerate(weights)]
    return acts(*rows)


@pytest.mark.parametrize(
    ("weights", "most"),
    [
        ((-1.0, -2.0, -5.0), True),
        ((-1.0, -5.0), False),
        ((-3.0, -3.0, -1.0), False),
        ((2.0,), True),
        ((-1.0, np.nan), True),
    ],
)
def test_most_answers_weigh_less_if_more_than_half_do(acts, weights, most):
    assert answers_lower("A>B")(answers_of(acts, *weights)) is most


def test_a_further_act_of_the_same_side_is_no_answer(acts):
    found = answers_of(acts, -5.0)
    follow_ups = acts(
        ("a8", 3, "A>B", "a0", -1.0),
        ("a9", 3, "A>B", "a0", -1.0),
    )
    assert not answers_lower("A>B")(pd.concat([found, follow_ups], ignore_index=True))


@pytest.mark.parametrize(("direction", "weight"), [("B>A", -1.0), ("A>B", np.nan)])
def test_without_an_answer_that_has_a_weight_it_cannot_be_said(acts, direction, weight):
    with pytest.raises(MeasureError, match="needs answers with a weight"):
        answers_lower(direction)(answers_of(acts, weight))


def test_a_card_tells_the_scale_that_turns_it(acts):
    grades = pd.Categorical(["confirmed", "confirmed"], ["confirmed"])
    found = answers_of(acts, -1.0).assign(cameo=["2", "1"], certainty=grades)
    scales = [Scale("steep", {"1": -1, "2": -3}), Scale("flat", {"1": -1, "2": -1})]
    ways = multiverse({"all": found}, scales=scales, half_lives_days=[30], draws=0)
    assert robustness(ways, answers_lower("A>B")).flips == (("scale", "flat"),)
