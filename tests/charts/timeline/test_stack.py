import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from utils.charts.timeline.stack import stack

spans = st.tuples(st.integers(0, 60), st.integers(1, 9), st.integers(0, 2))
marks = st.lists(spans, max_size=40).map(sorted)


def rows_of(*spans, deepest=99):
    begins, ends = (np.array(ends, float) for ends in zip(*spans, strict=True))
    band = np.zeros(len(spans), int)
    return stack(begins, ends, band, deepest=deepest).tolist()


def test_marks_apart_share_the_innermost_row():
    assert rows_of((0, 2), (2, 4), (9, 11)) == [0, 0, 0]


def test_a_mark_that_would_lie_on_another_goes_further_out():
    assert rows_of((0, 4), (1, 5), (2, 6)) == [0, 1, 2]


def test_a_row_that_has_become_free_is_used_again():
    assert rows_of((0, 9), (1, 3), (4, 6), (10, 12)) == [0, 1, 1, 0]


def test_where_all_rows_are_full_a_mark_goes_where_it_covers_least():
    assert rows_of((0, 9), (1, 5), (4, 6), deepest=2) == [0, 1, 1]


def test_a_long_bar_keeps_its_row_though_a_short_mark_lies_on_it():
    assert rows_of((0, 90), (1, 99), (2, 3), (50, 51), deepest=2) == [0, 1, 0, 0]


def test_bands_do_not_crowd_each_other():
    at = np.zeros(2)
    assert stack(at, at + 1, np.array([0, 1]), deepest=9).tolist() == [0, 0]


def test_nothing_is_stacked_into_nothing():
    none = np.zeros(0)
    assert stack(none, none, none.astype(int), deepest=9).tolist() == []


@given(marks)
def test_while_rows_are_free_no_two_marks_of_a_band_meet_on_a_row(marks):
    begins, lengths, bands = np.array(marks, int).reshape(-1, 3).T
    rows = stack(begins, begins + lengths, bands, deepest=len(marks) + 1)
    places = [*zip(bands, rows, begins, begins + lengths, strict=True)]
    for i, (band, row, begin, end) in enumerate(places):
        on_row = [p for p in places[:i] if p[:2] == (band, row)]
        assert all(end <= other[2] or begin >= other[3] for other in on_row)


@given(marks, st.integers(1, 4))
def test_no_row_lies_beyond_the_deepest_and_none_is_left_out(marks, deepest):
    begins, lengths, bands = np.array(marks, int).reshape(-1, 3).T
    rows = stack(begins, begins + lengths, bands, deepest=deepest)
    for band in set(bands):
        there = set(rows[bands == band])
        assert there == set(range(len(there)))
        assert len(there) <= deepest
