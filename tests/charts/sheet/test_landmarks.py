from dataclasses import replace

import numpy as np
import pytest

from utils.charts.sheet.landmarks import landmarks, lines, named
from utils.charts.sheet.theme import Look

YEAR = (np.datetime64("2025-01-01"), np.datetime64("2025-12-31"))


@pytest.fixture
def mark(about):
    """Give the landmarks of days of 2025, called by their days."""

    def made(*days, plot_px=600):
        pairs = tuple((f"2025-{day}", f"Day {day}") for day in days)
        return landmarks(replace(about, landmarks=pairs), YEAR, plot_px)

    return made


def test_landmarks_are_numbered_in_the_order_of_time(mark):
    found = mark("06-29", "02-03")
    assert [(m.number, m.text) for m in found] == [(1, "Day 02-03"), (2, "Day 06-29")]


def test_landmarks_outside_the_days_shown_are_left_out(mark, about):
    outside = replace(about, landmarks=(("2024-12-31", "a"), ("2026-01-01", "b")))
    assert landmarks(outside, YEAR, 600) == ()


def test_landmarks_on_the_first_and_the_last_day_are_there(mark):
    assert len(mark("01-01", "12-31")) == 2


def test_those_too_close_for_a_number_each_share_a_label(mark):
    assert [m.sign for m in mark("02-03", "02-04", "02-05", "06-29")] == [
        *("1–3", "", ""),
        "4",
    ]


def test_a_wider_chart_has_room_for_more_labels(mark):
    days = ("02-03", "02-20")
    assert [m.sign for m in mark(*days)] == ["1–2", ""]
    assert [m.sign for m in mark(*days, plot_px=1200)] == ["1", "2"]


def test_labels_are_never_closer_than_a_label_is_wide(mark):
    found = mark(*(f"{month:02}-{day:02}" for month in range(1, 13) for day in (1, 9)))
    days = [m.when for m in found if m.sign]
    assert min(np.diff(days)) / (YEAR[1] - YEAR[0]) * 600 >= 40


def test_names_stand_with_their_numbers_and_days(mark):
    said = named(mark("02-03", "06-29")).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "1 Day 02-03 (3 Feb 2025). 2 Day 06-29 (29 Jun 2025)."


def test_no_landmark_has_no_name():
    assert named([]) == ""


def test_a_line_crosses_the_plot_at_each_landmark(mark):
    crossing, _ = lines(mark("02-03"), Look())
    assert (
        crossing["x"].astype("datetime64[D]").astype(str).tolist()[:2]
        == ["2025-02-03"] * 2
    )
    assert crossing["y"][:2].tolist() == [0, 1]


def test_only_labels_are_written_above_the_plot(mark):
    _, signs = lines(mark("02-03", "02-04"), Look())
    assert signs["text"] == ["1–2"]
    assert signs["y"].tolist() == [1]


def test_traces_are_two_without_any_landmark():
    assert [len(trace["x"]) for trace in lines((), Look())] == [0, 0]
