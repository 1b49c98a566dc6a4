from datetime import date
from time import struct_time

import edtf
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.tables.dates import read_dates

days = st.dates(date(1, 1, 1), date(9999, 12, 31))
spans = st.tuples(days, days).map(sorted)
forms = st.one_of(
    days.map(str),
    days.map(lambda day: str(day)[:7]),
    days.map(lambda day: str(day)[:4]),
    spans.map(lambda span: f"{span[0]}/{span[1]}"),
    spans.map(lambda span: f"[{span[0]}..{span[1]}]"),
)


def read(*texts):
    dates = read_dates(pd.Series(texts))
    for column in ("earliest", "latest"):
        dates[column] = ["" if pd.isna(d) else str(d.date()) for d in dates[column]]
    return [tuple(row) for row in dates.itertuples(index=False)]


def day(moment: struct_time):
    return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}"


def test_the_five_forms_in_one_go():
    assert read(
        "2025-06-29",
        "2025-06-28/2025-06-30",
        "2024-02",
        "2025",
        "[2025-06-24..2025-06-30]",
    ) == [
        ("2025-06-29", "2025-06-29", 1, "day"),
        ("2025-06-28", "2025-06-28", 3, "interval"),
        ("2024-02-01", "2024-02-29", 1, "month"),
        ("2025-01-01", "2025-12-31", 1, "year"),
        ("2025-06-24", "2025-06-30", 1, "window"),
    ]


def test_columns_are_typed_whatever_is_read():
    for texts in (["2025-06-29"], ["no date"], []):
        dates = read_dates(pd.Series(texts, dtype="str"))
        assert dates.dtypes.astype(str).to_dict() == {
            "earliest": "datetime64[us]",
            "latest": "datetime64[us]",
            "lasted_days": "int64",
            "form": "str",
        }


def test_the_index_of_the_texts_is_kept():
    assert read_dates(pd.Series(["2025"], index=["x"])).index.tolist() == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        *("", " 2025", "2025 ", "2025\n", "٢٠٢٥", "0000", "0000-01-01", "2025-13"),
        *("2025-06-31", "2025-02-29", "2025-06-30/2025-06-28", "20250629"),
        *("[2025-06-30..2025-06-24]", "2025-06?", "../2025", "2025-02/2025-03"),
        *("2025-06-28/2025-06-31", "[2025-06-24..2025-06-31]", "2025-21"),
    ],
)
def test_nothing_is_guessed(text):
    assert read(text) == [("", "", 0, "")]


def test_a_missing_text_is_unreadable():
    assert read(None, "2025")[0] == ("", "", 0, "")


@given(forms)
def test_days_agree_with_the_edtf_library(text):
    oracle = edtf.parse_edtf(text)
    first, last = day(oracle.lower_strict()), day(oracle.upper_strict())
    lasts = "/" in text
    lasted = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    expected = (first, first, lasted) if lasts else (first, last, 1)
    assert read(text)[0][:3] == expected


@given(st.text(alphabet="0123456789-/[].? ", max_size=24))
def test_what_is_read_is_edtf(text):
    if read(text)[0][3]:
        assert edtf.parse_edtf(text)


@given(spans)
def test_a_reversed_pair_is_unreadable(span):
    first, last = span
    if first < last:
        turned = read(f"{last}/{first}", f"[{last}..{first}]")
        assert turned == [("", "", 0, "")] * 2
