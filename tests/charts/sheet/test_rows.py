"""Rows written as plain data come back as they were."""

import json
from math import inf

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from utils.charts.sheet.rows import columns_of, fields_of, frame_of

NUMBERS = st.floats(allow_nan=True, allow_infinity=True)
DAYS = st.dates().map(pd.Timestamp).map(lambda day: day.as_unit("us")) | st.just(pd.NaT)
ROWS = st.lists(
    st.tuples(NUMBERS, st.integers(-(2**53), 2**53), st.booleans(), st.text(), DAYS)
)


def again(frame):
    kept = json.dumps([fields_of(frame), columns_of(frame)], allow_nan=False)
    return frame_of(*json.loads(kept))


@given(ROWS)
def test_numbers_texts_days_and_gaps_come_back(rows):
    kinds = ["float64", "int64", "bool", "str", "datetime64[us]"]
    columns = zip(*rows, strict=True) if rows else [()] * 5
    frame = pd.DataFrame(
        {
            kind: pd.Series(list(column), dtype=kind)
            for kind, column in zip(kinds, columns, strict=True)
        }
    )
    assert_frame_equal(again(frame), frame)


def test_categories_come_back_in_their_order_with_those_that_no_row_has():
    column = pd.Categorical(["b", None], categories=["c", "b", "a"])
    assert list(again(pd.DataFrame({"x": column}))["x"].cat.categories) == list("cba")


def test_infinite_numbers_are_text_in_json():
    frame = pd.DataFrame({"x": [inf, -inf, np.nan]})
    assert columns_of(frame) == {"x": ["inf", "-inf", None]}


def test_integers_with_gaps_stay_integers():
    frame = pd.DataFrame({"n": pd.array([1, None], dtype="Int64")})
    assert_frame_equal(again(frame), frame)
