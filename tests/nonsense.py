"""Answers that are none: what a reader, a mistake or a joke may hand to a check."""

import datetime as dt
import decimal
import fractions
import itertools
import math
from collections import UserList

import numpy as np
import pandas as pd
from hypothesis import strategies as st

import utils

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>"


class Silent:
    """An object that cannot say what it is."""

    def __repr__(self):
        raise RuntimeError("no repr")

    def __len__(self):
        raise RuntimeError("no length")

    def __iter__(self):
        raise RuntimeError("no items")

    def __eq__(self, other):
        raise RuntimeError("no comparison")

    def __bool__(self):
        raise RuntimeError("neither true nor false")

    __hash__ = None


class Long:
    """An object that says more than anybody reads."""

    def __repr__(self):
        return MARKUP * 2_000


class Pretending:
    """An object that says it is a number."""

    def item(self):
        return MARKUP


def deep(levels):
    """Give a list in a list in a list."""
    nested = []
    for _ in range(levels):
        nested = [nested, 1]
    return nested


def circular():
    ring = [1]
    ring.append(ring)
    return ring


FIXED = {
    "infinite": math.inf,
    "no number": math.nan,
    "a huge number": 10**5_000,
    "a huge float": 1.7e308,
    "a negative number": -123_456_789.123,
    "a complex number": 1 + 2j,
    "a fraction": fractions.Fraction(1, 3_333),
    "a decimal": decimal.Decimal("1e999"),
    "true": True,
    "false": False,
    "bytes": b"\xff\x00",
    "a long text": "a" * 5_000,
    "many words": "word " * 5_000,
    "markup": MARKUP,
    "no letters": "\x00\u202e\ud800",
    "a template": "{0} %s ${x} {{y}}",
    "a nested list": [[1], [[2]], {"a": [3]}],
    "a deep list": deep(500),
    "a list in itself": circular(),
    "a list of markup": [MARKUP, None, 5],
    "a list of lists": [[], []],
    "a set": {1, "a", None},
    "a dictionary": {"a": 1, None: 2},
    "a dictionary of markup": {MARKUP: MARKUP},
    "a dictionary of odd keys": {(1, 2): Long(), 3.5: 10**5_000},
    "a range": range(10**9),
    "without end": itertools.count(),
    "a generator": (n for n in range(3)),
    "a day": dt.date(1, 1, 1),
    "a moment": pd.Timestamp("1999-12-31T23:59"),
    "no moment": pd.NaT,
    "nothing there": pd.NA,
    "a span of time": dt.timedelta(days=-1),
    "an array": np.arange(6).reshape(2, 3),
    "an array of nothing": np.array(None),
    "a number of numpy": np.float64("nan"),
    "a truth of numpy": np.bool_(True),
    "a column": pd.Series([1, None, "x"], name=MARKUP),
    "a table": pd.DataFrame({"a": [1, 2], MARKUP: [MARKUP, None]}),
    "a table of odd ids": pd.DataFrame({"action_id": [MARKUP, None]}),
    "a table with a column twice": pd.DataFrame(
        [["x", "y"]], columns=["action_id"] * 2
    ),
    "an index": pd.MultiIndex.from_arrays([[1], ["a"]]),
    "a function": len,
    "a method": "x".upper,
    "a class": int,
    "a module": utils,
    "an error": ValueError(MARKUP),
    "a name too much": type(MARKUP, (), {})(),
    "something silent": Silent(),
    "a list of something silent": [Silent()],
    "a dictionary of something silent": {"a": Silent()},
    "something long": Long(),
    "a list of something long": [Long()],
    "something pretending": Pretending(),
    "a list of another make": UserList([MARKUP]),
}
"""Nothing here is right anywhere."""

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.binary(max_size=5)
    | st.dates()
    | st.sampled_from([..., len, MARKUP, np.int64(3), pd.NA])
    | st.builds(Silent)
    | st.builds(Long)
)
ANYTHING = st.recursive(
    LEAVES,
    lambda some: (
        st.lists(some, max_size=4)
        | st.tuples(some, some)
        | st.dictionaries(st.text(max_size=8) | st.integers(), some, max_size=4)
    ),
    max_leaves=8,
)
"""Anything at all, which may be right by chance."""
