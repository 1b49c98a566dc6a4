import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.reaction.windows import two_directions, windows

BOTH = ("A>B", "B>A")


def expected(frame, **period):
    two = windows(frame, BOTH, **period)
    return two.expected(np.ones(len(two.lane))).tolist()


def test_each_direction_has_a_row_and_each_day_a_column(acts):
    two = acts(("2025-01-01", 1, "A>B", -1), ("2025-01-03", 1, "B>A", -1))
    assert expected(two) == [[1, 0, 0], [0, 0, 1]]


def test_acts_in_other_directions_do_not_count(acts):
    three = acts(("2025-01-02", 1, "A>B", -1), ("2025-01-01", 9, "C>A", -1))
    assert expected(three) == [[1], [0]]


def test_an_uncertain_act_counts_in_shares(acts):
    one = acts(("2025-01-01", 4, "B>A", -1))
    assert expected(one) == [[0, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]]


def test_what_may_lie_outside_the_period_is_left_out(acts):
    one = acts(("2025-01-01", 4, "A>B", -1))
    assert expected(one, since="2025-01-02", until="2025-01-03")[0] == [0.25, 0.25]


def test_the_period_may_reach_beyond_the_acts(acts):
    one = acts(("2025-01-02", 1, "A>B", -1))
    assert expected(one, since="2025-01-01", until="2025-01-03")[0] == [0, 1, 0]


def test_draws_put_each_act_on_one_day_of_its_window(acts):
    one = acts(("2025-01-01", 3, "A>B", -1))
    drawn = windows(one, BOTH).drawn(300)
    assert drawn.sum(axis=(1, 2)).tolist() == [1] * 300
    assert drawn.mean(axis=0)[0] == pytest.approx(1 / 3, abs=0.1)


def test_known_days_are_always_drawn_as_they_are(acts):
    two = windows(acts(("2025-01-01", 1, "A>B", 0), ("2025-01-02", 1, "B>A", 0)), BOTH)
    assert two.certain
    assert two.drawn(2).tolist() == [[[1, 0], [0, 1]]] * 2


def test_a_draw_outside_the_period_is_left_out(acts):
    one = acts(("2025-01-01", 10, "A>B", -1))
    drawn = windows(one, BOTH, until="2025-01-05").drawn(400)
    assert drawn.sum(axis=(1, 2)).mean() == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(
    ("there", "given", "named"),
    [
        (["B>A", "A>B"], {}, ("A>B", "B>A")),
        (["A>B", "B>A", "C>A"], {"first": "B>A"}, ("B>A", "A>B")),
        (["A>B"], {"first": "A>B", "second": "A>C"}, ("A>B", "A>C")),
        (["A--B", "A>C"], {"first": "A--B", "second": "A>C"}, ("A--B", "A>C")),
    ],
)
def test_two_directions_are_found_or_taken_as_given(there, given, named):
    assert two_directions(pd.DataFrame({"direction": there}), **given) == named


@pytest.mark.parametrize(
    ("there", "given"),
    [
        (["A>B"], {}),
        (["A>B", "B>A", "C>A"], {}),
        (["A--B"], {"first": "A--B"}),
        (["A>B"], {"first": "A>B", "second": "A>B"}),
    ],
)
def test_what_is_not_two_directions_is_refused(there, given):
    with pytest.raises(MeasureError, match=f"this table has {len(there)}: .* Give fir"):
        two_directions(pd.DataFrame({"direction": there}), **given)


def test_a_table_without_directions_is_refused():
    with pytest.raises(MeasureError, match="the column direction; this table has n"):
        two_directions(pd.DataFrame({"n": [1]}))
