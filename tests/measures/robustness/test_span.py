import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.robustness.span import Span


def window(first, last):
    days = {"earliest": [first], "latest": [last]}
    return pd.DataFrame({end: pd.to_datetime(day) for end, day in days.items()})


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("", "", ""),
        ("2025-07-01", "", "since 1 July 2025"),
        ("", "2025-07-01", "until 1 July 2025"),
        ("2025-07-01", "2025-07-01", "on 1 July 2025"),
        ("2025-07-01", "2025-07-31", "in July 2025"),
        ("2024-02-01", "2024-02-29", "in February 2024"),
        ("2025-02-01", "2025-03-28", "from 1 February 2025 to 28 March 2025"),
        ("2025-01-01", "2025-12-31", "in 2025"),
        ("2025-07-01", "2025-07-30", "from 1 July 2025 to 30 July 2025"),
    ],
)
def test_a_span_is_said_as_shortly_as_it_can_be(since, until, said):
    assert str(Span(since, until)) == said


@pytest.mark.parametrize(
    ("first", "last", "part"),
    [
        ("2025-06-30", "2025-06-30", 0),
        ("2025-07-01", "2025-07-01", 1),
        ("2025-07-31", "2025-07-31", 1),
        ("2025-06-30", "2025-07-01", 0.5),
        ("2025-06-01", "2025-08-31", 31 / 92),
        ("2025-07-31", "2025-08-03", 0.25),
    ],
)
def test_an_act_lies_there_with_its_part_of_the_window(first, last, part):
    july = Span("2025-07-01", "2025-07-31")
    assert july.share(window(first, last)).tolist() == [part]


def test_an_open_span_holds_every_act():
    assert Span().share(window("1900-01-01", "2100-12-31")).tolist() == [1]


def test_both_ends_belong_to_the_span():
    july = Span("2025-07-01", "2025-07-31")
    days = ["2025-06-30", "2025-07-01", "2025-07-31", "2025-08-01"]
    held = [july.holds(pd.Timestamp(day).to_datetime64()) for day in days]
    assert held == [False, True, True, False]
    assert july.n_days == 31


@pytest.mark.parametrize("odd", ["2025-13-01", "July", "2025-07", 3])
def test_what_is_no_day_is_refused(odd):
    with pytest.raises(MeasureError, match="is not an ISO day"):
        Span(odd)


def test_a_span_does_not_end_before_it_begins():
    with pytest.raises(MeasureError, match="ends on 2025-06-30, before it begins"):
        Span("2025-07-01", "2025-06-30")
