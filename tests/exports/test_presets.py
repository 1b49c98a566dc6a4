"""Sizes: those that have a name, and one's own."""

import re

import pytest

from utils.errors import ExportError
from utils.exports.presets import PRESETS, Preset, preset_of

SIZES = {
    "single-column": (90, 7.5, True),
    "one-and-a-half": (140, 7.5, False),
    "double-column": (190, 8, False),
    "nature-single": (89, 7, True),
    "nature-double": (183, 7, False),
    "slide": (338.667, 18, False),
    "handout": (170, 9, False),
}


def test_the_sizes_with_a_name_are_those_of_journals_slides_and_handouts():
    found = {n: (p.width_mm, p.text_pt, p.bare) for n, p in PRESETS.items()}
    assert found == SIZES


def test_a_slide_is_sixteen_by_nine():
    slide = PRESETS["slide"]
    assert slide.width_mm / slide.height_mm == pytest.approx(16 / 9, abs=1e-4)


def test_twelve_pixels_become_the_points_of_the_text():
    # 90 mm are 3.5433 in, 340.16 px at zoom 1, where 12 px are 9 pt.
    assert PRESETS["single-column"].width_px == round(340.157 * 9 / 7.5) == 408


@pytest.mark.parametrize(
    ("width_mm", "text_pt", "bare"),
    [(75, 7, True), (100, 7.5, True), (140, 7.5, False), (190, 8, False)],
)
def test_a_width_of_ones_own_takes_the_text_of_journals(width_mm, text_pt, bare):
    preset = preset_of(width_mm)
    assert (preset.width_mm, preset.text_pt, preset.bare) == (width_mm, text_pt, bare)


def test_the_text_of_a_poster_grows_with_it():
    assert preset_of(1_000).text_pt == 40


def test_a_preset_of_ones_own_stays_as_it_is():
    mine = Preset("thesis", 150, 100, text_pt=10, dpi=600)
    assert preset_of(mine) is mine


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("singel-column", "'singel-column'. Did you mean 'single-column'"),
        ("A3", "Known: single-column, one-and-a-half, "),
        (59, "The width of a figure is 60 to 1000 mm; 59 was given."),
        (1001, "60 to 1000 mm; 1001 was given"),
        (float("nan"), "60 to 1000 mm; nan was given"),
        (float("inf"), "60 to 1000 mm; inf was given"),
        (True, "There is no preset True"),
        (None, "There is no preset None"),
        (60, "Text of 7 pt leaves no room .* 60 mm wide; give 74 mm or more"),
    ],
)
def test_a_size_that_will_not_do_is_answered_with_what_would(wanted, said):
    with pytest.raises(ExportError, match=said):
        preset_of(wanted)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text_pt": 6.9}, "text size of a figure is 7 to 200 pt; 6.9 was given"),
        ({"least_text_pt": 6}, "text size of a figure is 7 to 200 pt; 6 was given"),
        ({"dpi": 71}, "dpi of a figure is 72 to 1200 pixels per inch; 71 was given"),
        ({"dpi": 1201}, "72 to 1200 pixels per inch; 1201 was given"),
        ({"height_mm": 20}, "height of a figure is 30 to 1000 mm; 20 was given"),
        ({"height_mm": -1}, "height of a figure is 30 to 1000 mm; -1 was given"),
        ({"width_mm": "90"}, "width of a figure is 60 to 1000 mm; '90' was given"),
        ({"text_pt": 24}, "Text of 24 pt leaves no room .* give 255 mm or more"),
        ({"width_mm": 400, "dpi": 1200}, "give a dpi of 1016 or less"),
    ],
)
def test_a_preset_that_cannot_be_read_or_drawn_is_refused(changes, said):
    with pytest.raises(ExportError, match=said):
        Preset(**{"name": "mine", "width_mm": 120, **changes})


def test_the_least_width_that_a_refusal_offers_will_do():
    with pytest.raises(ExportError) as refused:
        Preset("mine", 120, text_pt=24)
    least = int(re.search(r"give (\d+) mm", str(refused.value))[1])
    assert Preset("mine", least, text_pt=24).width_px >= 360
