import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.tables.dates import read_dates
from utils.tables.problems import date_problems, explain

MONTH = "write 2025-02 if February 2025 is meant"


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("29/06/2025", "does not begin with the year", "write 2025-06-29"),
        ("6/29/2025", "does not begin with the year", "write 2025-06-29"),
        ("29.06.2025", "does not begin with the year", "write 2025-06-29"),
        ("05/06/2025", "ambiguous", "write 2025-05-06 or 2025-06-05"),
        ("31/31/2025", "no day of the calendar", "2025-06-29"),
        ("2025-13-01", "has a month 13", "from 01 to 12"),
        ("2025-00", "has a month 00", "from 01 to 12"),
        ("2025-06-31", "June 2025 has 30 days", "in the source"),
        ("2025-06-28/2025-06-31", "June 2025 has 30 days", "in the source"),
        ("0000-01-01", "year 0000", "from 0001"),
        ("2025-06-30/2025-06-28", "ends before it begins", "2025-06-28/2025-06-30"),
        ("[2025-06-30..2025-06-24]", "ends before", "[2025-06-24..2025-06-30]"),
        ("Feb-25", "a spreadsheet makes of a month", MONTH),
        ("25-Feb", "a spreadsheet makes of a month", MONTH),
        ("Feb 2025", "a spreadsheet makes of a month", MONTH),
        ("february 2025", "a spreadsheet makes of a month", MONTH),
        ("45689", "a spreadsheet keeps 2025-02-01", "2025-02 if that month"),
        ("2025-06-29 00:00:00", "time of day", "the day alone"),
        ("2025/6/9", "other signs than YYYY-MM-DD", "write 2025-06-09"),
        ("20250629", "other signs than YYYY-MM-DD", "write 2025-06-29"),
        ("29 June 2025", "spells the month", "in figures"),
        ("2025-06?", "marks doubt", "[2025-06-24..2025-06-30]"),
        ("2025-06~", "marks doubt", "[2025-06-24..2025-06-30]"),
        ("../2025", "open end", "both days"),
        ("2025-21", "season", "[2025-03-01..2025-05-31]"),
        ("2025-02/2025-03", "interval of months", "2025-02-01/2025-03-31"),
        ("2025-XX", "figures open", "write 2025-06 for a month"),
        ("{2025-01-01..2025-02-01}", "no window of two days", "[2025-06-24.."),
        (" 2025", "blanks", "take them away"),
        ("", "is missing", "write a day"),
        ("soon", "none of the five forms", "write a day 2025-06-29"),
    ],
)
def test_what_is_wrong_and_what_would_do(text, problem, remedy):
    said = explain(text)
    assert problem in said[0]
    assert remedy in said[1]


def test_only_unreadable_texts_are_listed_with_their_index():
    wrong = date_problems(pd.Series(["2025", "soon", None], index=[5, 6, 7]))
    assert wrong["value"].to_dict() == {6: "soon", 7: ""}


@given(st.text(alphabet="0123456789-/[]. FebXT:?", max_size=26))
def test_every_unreadable_text_is_explained(text):
    texts = pd.Series([text])
    unreadable = read_dates(texts)["form"].eq("").tolist()
    assert [len(date_problems(texts)) == 1] == unreadable
