"""The figure with seven planted faults: each is there, and goes when it is mended."""

import re

import pytest
from nonsense import MARKUP

from utils import load
from utils.errors import LessonError
from utils.lessons.poster import FAULTS, faulty_figure
from utils.lessons.poster.bars import bars
from utils.lessons.poster.drawing import Look, drawing
from utils.lessons.poster.figure import ALIKE, APART


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


@pytest.fixture(scope="module")
def faulty(case):
    return faulty_figure(case)


@pytest.fixture(scope="module")
def well(case):
    return faulty_figure(case, list(FAULTS))


def grey(colour):
    """Give how light a colour is in grey print, from 0 to 255."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def heights(poster):
    colours = "|".join(ALIKE + APART)
    found = re.findall(rf'height="([\d.]+)" fill="({colours})"', poster.svg)
    return [float(height) for height, _ in found[2:]]


def letters(poster):
    return {float(size) for size in re.findall(r'font-size="([\d.]+)"', poster.svg)}


def test_the_bars_do_not_begin_at_zero_until_the_axis_is_mended(case, faulty):
    assert (faulty.rows["n"] - faulty.rows["drawn"]).unique().tolist() == [10]
    mended = faulty_figure(case, ["axis"])
    assert (mended.rows["n"] == mended.rows["drawn"]).all()


def test_bars_are_as_high_as_they_say(well):
    tall, rows = heights(well), well.rows["n"]
    assert tall[0] / tall[-1] == pytest.approx(rows.iloc[0] / rows.iloc[-1], rel=0.05)


def test_five_bars_become_ten_months(case, faulty):
    assert faulty.rows["bar"].unique().tolist() == [
        *("Mar to May", "Jun", "Jul", "Aug", "Sep to Dec")
    ]
    assert faulty_figure(case, ["months"]).rows["bar"].nunique() == 10


def test_no_act_is_lost_between_the_two(case):
    several, single = (
        faulty_figure(case, ["dates", *also]).rows["n"].sum()
        for also in ([], ["months"])
    )
    assert several == pytest.approx(single, abs=0.5)


def test_uncertain_dates_show_once_they_are_mended(case, faulty):
    assert faulty.rows["n"].map(float.is_integer).all()
    mended = faulty_figure(case, ["dates"])
    assert not mended.rows["n"].map(float.is_integer).all()
    assert mended.svg.count("h8") > faulty.svg.count("h8") == 0


def test_the_title_claims_a_cause_until_it_is_mended(faulty, well):
    assert "set off" in faulty.svg
    assert "Recorded acts by month, 2025" in well.svg


def test_the_colours_are_one_grey_until_they_are_mended(faulty, well):
    assert abs(grey(ALIKE[0]) - grey(ALIKE[1])) < 2
    assert abs(grey(APART[0]) - grey(APART[1])) > 80
    assert all(colour in faulty.svg for colour in ALIKE)
    assert all(colour in well.svg for colour in APART)


def test_letters_are_too_small_until_they_are_mended(faulty, well):
    assert min(letters(faulty)) < 6
    assert min(letters(well)) >= 12


def test_the_foot_names_version_and_period_once_it_is_mended(case, faulty, well):
    foot = f"Demarche, version {case.version}; March to December 2025"
    assert foot in well.svg
    assert "Demarche" not in faulty.svg


@pytest.mark.parametrize("name", FAULTS)
def test_each_mending_changes_the_figure_alone(case, faulty, name):
    assert faulty_figure(case, [name]).svg != faulty.svg
    assert faulty_figure(case, name).svg == faulty_figure(case, [name]).svg


@pytest.mark.parametrize("name", ["colors", "", 3, None])
def test_a_fault_that_it_does_not_have_is_told_those_that_it_has(case, name):
    with pytest.raises(LessonError, match="The figure has no fault"):
        faulty_figure(case, [name])


def test_it_says_what_there_is_to_see_and_not_what_is_wrong(faulty):
    assert "begins at 10" in faulty.said
    assert "Jul 24 and 35" in faulty.said
    assert "fault" not in faulty.said


def test_screens_and_pages_get_the_picture_with_its_words(faulty):
    data, metadata = faulty._repr_mimebundle_()
    assert data["text/plain"] == repr(faulty)
    assert f'alt="{faulty.said}"' in data["text/html"]
    assert metadata["image/svg+xml"]["alt"] == faulty.said


def test_words_of_a_case_are_no_markup(case):
    look = Look(MARKUP, MARKUP, 0, ALIKE, 5, True)
    svg = drawing(bars(case, by_month=True, whole=False), look, [MARKUP, MARKUP])
    assert "<script" not in svg
    assert svg.count("&lt;script") == 4
