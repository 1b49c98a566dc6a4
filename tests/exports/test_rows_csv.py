"""Rows as CSV: read back as they were, or safe in a spreadsheet."""

import csv
import io
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.exports.rows_csv import csv_for_spreadsheets, exact_csv

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SIGNS = st.text("=+-@＝＋－＠\t\r\n;,|\"' \u200bab", max_size=8)
RUNS = re.compile(r'[\s"\u200b]*[=+\-@＝＋－＠]|[\t\r\n]')
DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "  =1",
    '"=1',
    "\u200b=1",
    "\N{NO-BREAK SPACE}=1",
    '=HYPERLINK("http://example.org";"x")',
    "x;=1",
    "x\t=1",
    "x\n=1",
    'x;"=1',
    "+994 12 000",
]


def cells(content: bytes, delimiter: str = ",") -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_an_exact_file_is_utf8_without_a_mark_and_with_plain_line_ends():
    frame = pd.DataFrame({"title": ["Əliyev, Москва"], "n": [1]})
    assert exact_csv(frame) == 'title,n\n"Əliyev, Москва",1\n'.encode()


def test_days_numbers_truths_and_gaps_are_written_one_way():
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime(["2025-06-29", None]),
            "x": [1234567.891234, np.nan],
            "n": pd.array([3, None], "Int64"),
            "sure": [True, False],
            "type": pd.Categorical(["media", None]),
        }
    )
    assert exact_csv(frame).decode().splitlines() == [
        "day,x,n,sure,type",
        "2025-06-29,1234567.89,3,true,media",
        ",,,false,",
    ]


def test_a_zero_has_no_minus():
    assert exact_csv(pd.DataFrame({"x": [-0.0]})) == b"x\n0\n"


def test_an_empty_frame_is_its_heading():
    assert exact_csv(pd.DataFrame({"n": [], "day": []})) == b"n,day\n"


def test_a_row_that_holds_nothing_is_still_a_row():
    frame = pd.DataFrame({"x": [1.0, np.nan, 2.0]})
    assert len(cells(exact_csv(frame))) == 4


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1))
def test_any_text_is_read_back_as_it_was(rows):
    frame = pd.DataFrame(rows, columns=["a", "b"], dtype=object)
    assert cells(exact_csv(frame)) == [["a", "b"], *map(list, rows)]


@given(
    st.lists(
        st.tuples(
            st.floats(allow_nan=True, allow_infinity=False),
            st.integers(-(2**53), 2**53),
            st.dates(pd.Timestamp("1000-01-01").date()),
        ),
        min_size=1,
    )
)
def test_numbers_and_days_are_read_back_to_nine_digits(rows):
    frame = pd.DataFrame(rows, columns=["x", "n", "day"]).astype({"x": float})
    frame["day"] = pd.to_datetime(frame["day"])
    again = pd.read_csv(io.BytesIO(exact_csv(frame)))
    np.testing.assert_allclose(again["x"].astype(float), frame["x"], rtol=5e-9)
    assert again["n"].tolist() == frame["n"].tolist()
    assert pd.to_datetime(again["day"]).tolist() == frame["day"].tolist()


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_cell_that_a_spreadsheet_would_run_is_defused(text):
    frame = pd.DataFrame({text: [text], "n": [-1]})
    for delimiter in ",;\t":
        found = [
            cell
            for row in cells(csv_for_spreadsheets(frame), delimiter)
            for cell in row
        ]
        assert not [cell for cell in found if RUNS.match(cell) and cell != "-1"]


@given(st.lists(SIGNS, min_size=1))
def test_no_text_begins_with_a_sign_that_runs(texts):
    content = csv_for_spreadsheets(pd.DataFrame({"x": texts}, dtype=object))
    assert not [cell for row in cells(content) for cell in row if RUNS.match(cell)]


@given(st.lists(SIGNS, min_size=1))
def test_only_apostrophes_are_added(texts):
    content = csv_for_spreadsheets(pd.DataFrame({"x": texts}, dtype=object))
    found = [cell.replace("'", "") for [cell] in cells(content)[1:]]
    assert found == [text.replace("'", "") for text in texts]


def test_harmless_text_and_numbers_stay_as_they_are():
    frame = pd.DataFrame({"act": ["AZE>RUS", "5 - 3 = 2"], "n": [-2.5, 1e-9]})
    found = cells(csv_for_spreadsheets(frame))
    assert found == [["act", "n"], ["AZE>RUS", "-2.5"], ["5 - 3 = 2", "1e-09"]]


def test_a_file_for_spreadsheets_begins_with_the_mark_of_utf8():
    assert csv_for_spreadsheets(pd.DataFrame({"n": [1]})).startswith(b"\xef\xbb\xbf")
