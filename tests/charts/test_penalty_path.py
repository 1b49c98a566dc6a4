from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import penalty_path
from utils.errors import ChartError


@pytest.fixture
def path():
    """Make a path of 0, 2 and 3 breaks; a penalty of 6 leads to 2."""
    return pd.DataFrame(
        {
            "n_breaks": [0, 2, 3],
            "penalty_from": [8.0, 4.0, 1.0],
            "penalty_to": [np.inf, 8.0, 4.0],
            "chosen": [False, True, False],
            "penalty": 6.0,
        }
    )


@pytest.fixture
def both(path):
    other = path[:1].assign(chosen=True)
    return pd.concat([path.assign(direction="A>B"), other.assign(direction="B>A")])


def test_each_number_is_a_step_over_its_penalties(path, about):
    line = penalty_path(path, about=about).data[0]
    assert list(line.y) == [0, 0, 2, 2, 3, 3]
    assert list(line.x) == [12, 8, 8, 4, 4, 1]


def test_numbers_may_come_in_any_order(path, about):
    line = penalty_path(path[::-1], about=about).data[0]
    assert list(line.y) == [0, 0, 2, 2, 3, 3]


def test_the_penalty_taken_is_marked(path, about):
    mark = penalty_path(path, about=about).data[1]
    assert (list(mark.x), list(mark.y)) == ([6], [2])


def test_penalties_stand_by_even_ratios(path, about):
    axis = penalty_path(path, about=about).layout.xaxis
    assert axis.type == "log"
    assert list(axis.tickvals) == [1, 2, 5, 10]


def test_the_title_tells_how_far_the_number_holds(path, about, head):
    title, _ = head(penalty_path(path, about=about))
    assert title == "2 changes of level are found for any penalty from 4.0 to 8.0"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (0, "0 changes of level are found for any penalty from 8.0"),
        (2, "3 changes of level are found for any penalty from 1.0 to 4.0"),
    ],
)
def test_the_ends_of_the_path_are_said(path, about, row, said, head):
    path["chosen"] = path.index == row
    assert head(penalty_path(path, about=about))[0] == said


def test_each_direction_has_its_number(both, about, head):
    title, said = head(penalty_path(both, about=about))
    assert title == "Changes of level found: 2 from A to B, 0 from B to A"
    assert "A → B: 2 for penalties from 4.0 to 8.0." in said
    assert "B → A: 0 for penalties from 8.0." in said


def test_a_direction_with_too_few_acts_is_said(both, about, head):
    one = both[both["direction"] == "A>B"]
    title, said = head(penalty_path(one, about=about))
    assert title == "Changes of level found: 2 from A to B, none sought from B to A"
    assert "B → A: too few acts to seek changes." in said


def test_traces_are_as_many_whatever_is_drawn(path, both, about):
    frames = (path, both, path[:0], both[:0])
    assert {len(penalty_path(frame, about=about).data) for frame in frames} == {4}


def test_nothing_to_compare_is_said(path, about, head):
    title, _ = head(penalty_path(path[:0], about=about))
    assert title == "No number of changes to compare in this selection"


def test_numbers_of_changes_are_whole(path, about):
    many = path.assign(n_breaks=[0, 20, 31])
    ticks = penalty_path(many, about=about).layout.yaxis.tickvals
    assert list(ticks) == [0, 6, 12, 18, 24, 30]


def test_paths_of_other_groups_are_refused(path, about):
    with pytest.raises(ChartError, match="more than one row for a number"):
        penalty_path(pd.concat([path, path]), about=about)


def test_a_missing_column_is_named(path, about):
    with pytest.raises(ChartError, match="A penalty path needs the column chosen; "):
        penalty_path(path.drop(columns="chosen"), about=about)


def test_without_two_sides_there_are_no_directions(path, about):
    with pytest.raises(ChartError, match="shows two sides"):
        penalty_path(path, about=replace(about, sides=()))


def test_the_frame_given_stays_as_it_was(path, about):
    before = path.copy()
    penalty_path(path, about=about)
    pd.testing.assert_frame_equal(path, before)


def test_a_narrow_chart_has_fewer_ticks(path, about):
    wide = path.assign(penalty_from=[20_000.0, 4, 1], penalty_to=[np.inf, 20_000, 4])
    axes = [
        penalty_path(wide, about=about, width_px=width_px).layout.xaxis
        for width_px in (360, 1400)
    ]
    assert list(axes[0].tickvals) == [1, 10, 100, 1000, 10_000]
    assert list(axes[1].tickvals[:4]) == [1, 2, 5, 10]
