from dataclasses import replace

import numpy as np
import pytest

from utils.charts.sheet.landmarks import Landmark
from utils.charts.sheet.layout import Key, sheet
from utils.charts.sheet.theme import Look

LOOK = Look()
DAYS = (np.datetime64("2025-01-01"), np.datetime64("2025-12-31"))


@pytest.fixture
def lay(about):
    """Lay out a sheet; what is not said is short."""

    def laid(*, look=LOOK, about=about, **said):
        plain = {"title": "T", "said": "S", "key": [], "marks": (), "days": DAYS}
        return sheet(about, look, **plain | said, left_px=64, plot_px=200)

    return laid


def lines(layout):
    return layout["title"]["text"].count("<br>") + 1


def test_the_plot_has_the_height_it_was_given(lay):
    layout = lay()
    margin = layout["margin"]
    assert layout["height"] - margin["t"] - margin["b"] == pytest.approx(200)


def test_each_line_more_above_makes_the_sheet_as_much_higher(lay):
    one, other = lay(), lay(said="word " * 60)
    grown = other["height"] - one["height"]
    assert grown == pytest.approx((lines(other) - lines(one)) * 1.3 * 13)
    assert grown > 0


def test_landmarks_have_room_for_their_numbers_and_names(lay):
    mark = Landmark(1, DAYS[0], "An event", "1")
    one, other = lay(), lay(marks=(mark,))
    assert other["margin"]["t"] - one["margin"]["t"] == 18
    assert other["annotations"][0]["text"].startswith("1 An event (1 Jan 2025).")


def test_title_subtitle_and_key_stand_below_each_other(lay):
    text = lay(key=[Key("up", "■", "#123456")])["title"]["text"].split("<br>")
    assert ["<b>T</b>" in text[0], ">S<" in text[1], "#123456" in text[2]] == [True] * 3


def test_entries_of_the_key_share_a_line_while_there_is_room(lay):
    keys = [Key(f"a rather long entry number {i}") for i in range(9)]
    assert lines(lay(key=keys[:2])) == 3
    assert lines(lay(key=keys)) > 3
    assert lines(lay(key=keys, look=Look(width_px=2500))) == 3


def test_the_words_of_a_key_are_plain_text(lay):
    assert "&lt;i&gt;" in lay(key=[Key("<i>")])["title"]["text"]


def test_a_title_of_any_length_is_cut_to_90_characters(lay, about):
    text = lay(title="word " * 60, look=Look(width_px=2500))["title"]["text"]
    assert len(text.split("</b>")[0].split("<b>")[1]) <= 90


def test_ground_outside_the_surveyed_period_lies_below_the_marks(lay, about):
    known = replace(about, dense_period=("2025-06-01", "2025-12-31"))
    (ground,) = lay(about=known)["shapes"]
    assert ground["layer"] == "below"
    assert (ground["x0"], ground["x1"]) == ("2024-12-23", "2025-06-01")


def test_the_ground_is_explained_only_where_there_is_one(lay, about):
    known = replace(about, dense_period=("2025-06-01", "2025-12-31"))
    assert "grey ground: sampled, not surveyed" in lay(about=known)["title"]["text"]
    assert "grey ground" not in lay()["title"]["text"]


def test_a_narrow_chart_has_fewer_ticks(lay):
    ticks = [lay(look=Look(width_px=px))["xaxis"]["nticks"] for px in (360, 700, 1400)]
    assert ticks == [3, 9, 9]


def test_years_stand_closer_than_months_on_a_narrow_axis(lay):
    spans = [("2006-01-01", "2025-12-31"), ("2025-01-01", "2025-12-31")]
    ends = [tuple(map(np.datetime64, span)) for span in spans]
    narrow = Look(width_px=360)
    ticks = [lay(days=days, look=narrow)["xaxis"]["nticks"] for days in ends]
    assert ticks == [6, 3]


@pytest.mark.parametrize(("asked", "given"), [(900, 900), (150, 150), (60, 100)])
def test_a_chart_of_a_height_stretches_or_shrinks_as_far_as_its_rows_go(
    lay, asked, given
):
    bare = Look(width_px=700, bare=True)
    around = lay(look=bare, least_plot_px=100)["height"] - 200
    look = replace(bare, height_px=asked + round(around))
    found = lay(look=look, least_plot_px=100)["height"] - around
    assert found == pytest.approx(given, abs=0.5)


def test_a_single_line_above_a_bare_chart_stands_where_plotly_puts_the_first_of_two(
    lay,
):
    bare = Look(width_px=360, bare=True)
    one, two = (lay(look=bare, key=[Key("word " * 9)] * n) for n in (1, 2))
    assert (lines(one), lines(two)) == (1, 2)
    tops = [(1 - it["title"]["y"]) * it["height"] for it in (one, two)]
    assert tops[1] - tops[0] == pytest.approx(0.7 * 13)
