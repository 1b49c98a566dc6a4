from dataclasses import replace

import numpy as np
import pytest

from utils.charts.sheet.span import axis, period, sampled

DAY = np.timedelta64(1, "D")


def days(*texts):
    return np.array(texts, dtype="datetime64[D]")


def text(span):
    return [str(end) for end in span]


@pytest.fixture
def surveyed(about):
    return replace(about, dense_period=("2025-01-01", "2025-12-31"))


def test_the_days_shown_are_all_that_is_drawn(about):
    found = period(about, days("2025-06-29", "2025-06-01"))
    assert text(found) == ["2025-06-01", "2025-06-29"]


def test_the_days_chosen_are_shown_even_if_nothing_is_drawn_there(about):
    chosen = replace(about, since="2025-01-01", until="2025-12-31")
    assert text(period(chosen, days("2025-06-29"))) == ["2025-01-01", "2025-12-31"]


def test_what_is_drawn_beyond_the_days_chosen_is_shown(about):
    chosen = replace(about, since="2025-06-01", until="2025-06-30")
    assert text(period(chosen, days("2025-07-09"))) == ["2025-06-01", "2025-07-09"]


def test_where_nothing_is_drawn_the_surveyed_period_is_shown(surveyed):
    assert text(period(surveyed, days())) == ["2025-01-01", "2025-12-31"]


def test_an_empty_chart_of_an_unknown_case_still_has_days(about):
    assert text(period(about, days())) == ["2025-01-01", "2025-12-31"]


def test_the_axis_reaches_over_the_days_shown(about):
    left, right = axis((days("2025-01-01")[0], days("2025-12-31")[0]))
    assert text((left, right)) == ["2024-12-23", "2026-01-10"]


def test_one_day_is_shown_amid_four_weeks():
    left, right = axis((days("2025-06-29")[0],) * 2)
    assert text((left, right)) == ["2025-06-15", "2025-07-14"]


@pytest.mark.parametrize(
    ("first", "last", "grey"),
    [
        ("2025-01-01", "2025-12-31", []),
        ("2025-06-29", "2025-06-29", []),
        ("2024-01-01", "2025-12-31", [["2023-12-14", "2025-01-01"]]),
        ("2025-01-01", "2026-02-10", [["2026-01-01", "2026-02-21"]]),
        ("2026-03-11", "2026-03-11", [["2026-02-25", "2026-03-26"]]),
        ("2024-03-11", "2024-03-11", [["2024-02-26", "2024-03-26"]]),
    ],
)
def test_what_was_not_surveyed_is_grey_to_the_edge(surveyed, first, last, grey):
    shown = (days(first)[0], days(last)[0])
    assert [text(span) for span in sampled(surveyed, shown)] == grey


def test_both_sides_of_the_surveyed_period_may_be_grey(surveyed):
    assert len(sampled(surveyed, tuple(days("2024-01-01", "2026-12-31")))) == 2


def test_nothing_is_grey_where_no_period_is_known_to_be_surveyed(about):
    assert sampled(about, tuple(days("2024-01-01", "2026-12-31"))) == []
