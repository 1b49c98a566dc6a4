from itertools import combinations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.charts.sheet.span import axis
from utils.charts.timeline.acts import acts_of
from utils.charts.timeline.marks import place, sizes

PLOT_PX = 400
YEAR = (np.datetime64("2025-01-01"), np.datetime64("2025-12-31"))
START = YEAR[0]
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
some = st.lists(
    st.tuples(
        st.integers(0, 300),
        st.sampled_from([0, 0, 0, 3, 30]),
        st.sampled_from(["A>B", "B>A", "C>A"]),
        st.sampled_from(["media", "military"]),
        st.sampled_from([-10.0, -1.0, np.nan]),
    ),
    min_size=1,
    max_size=12,
)


@pytest.fixture
def arrays(acts, about):
    """Make acts from (day of the year, days unsure, direction, type, weight)."""

    def make(rows):
        made = [
            (str(START + day), str(START + day + unsure), way, kind, "confirmed")
            for day, unsure, way, kind, _ in rows
        ]
        return acts_of(acts(*made, weight=[row[-1] for row in rows]), about)

    return make


def across(found):
    """Give the pixels that each mark and its bar take along the time axis."""
    left, right = axis(YEAR)
    ends = [
        (end - left) / (right - left) * PLOT_PX for end in (found.begins, found.ends)
    ]
    middle = (ends[0] + ends[1]) / 2
    half = sizes(found) / 3**0.5
    return np.minimum(ends[0], middle - half), np.maximum(ends[1], middle + half)


@law
@given(rows=some)
def test_no_two_marks_of_a_type_on_one_row_are_closer_than_their_width(arrays, rows):
    found = arrays(rows)
    y = place(found, YEAR, PLOT_PX).y
    left, right = across(found)
    for i, j in combinations(range(len(found)), 2):
        if y[i] == y[j]:
            assert left[j] >= right[i] - 1 or left[i] >= right[j] - 1


@law
@given(rows=some)
def test_every_mark_lies_in_the_lane_of_its_type(arrays, rows):
    found = arrays(rows)
    marks = place(found, YEAR, PLOT_PX)
    tops = np.append(0, marks.bottoms[:-1])
    assert (marks.y < tops[found.lane]).all()
    assert (marks.y > marks.bottoms[found.lane]).all()


@law
@given(rows=some)
def test_directions_keep_to_their_side_of_the_middle(arrays, rows):
    found = arrays(rows)
    marks = place(found, YEAR, PLOT_PX)
    above = marks.y > marks.centres[found.lane]
    assert (above == (found.side == 0)).all()


@law
@given(rows=some)
def test_swapping_the_sides_turns_each_lane_over(arrays, rows):
    turn = {"A>B": "B>A", "B>A": "A>B"}
    rows = [row for row in rows if row[2] in turn]
    other = [(*row[:2], turn[row[2]], *row[3:]) for row in rows]
    one, two = (arrays(r) for r in (rows, other))
    first, second = (place(x, YEAR, PLOT_PX) for x in (one, two))
    if rows:
        up = (first.y - first.centres[one.lane])[np.argsort(one.index)]
        down = (second.centres[two.lane] - second.y)[np.argsort(two.index)]
        assert np.allclose(up, down)


def test_a_lane_without_an_act_has_room_for_its_label(arrays):
    marks = place(arrays([]), YEAR, PLOT_PX)
    assert (-np.diff(marks.bottoms, prepend=0) >= 2).all()


def test_a_mark_grows_with_the_weight_whatever_its_sign(arrays):
    rows = [(0, 0, "A>B", "media", w) for w in (-10.0, 10.0, 0.0, np.nan)]
    assert sizes(arrays(rows)).tolist() == [12, 12, 7, 8]


def test_a_circle_is_smaller_than_a_triangle_of_the_same_weight(arrays):
    rows = [(0, 0, way, "media", 0.0) for way in ("A>B", "C>A")]
    assert sizes(arrays(rows)).tolist() == [7, 5.25]
