"""Text for slides has room wherever it stands, and is nothing but text."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from utils.exports.browser import fonts
from utils.exports.slides.text import clean, fitted, paragraphs, write

FONTS = Path(fonts.__file__).parent
SAID = [
    "Recorded acts from AZE to RUS in 12 of 13 months, none from RUS to AZE",
    "Azərbaycan ilə Rusiya arasında qeydə alınmış hərəkətlər, şənbə günü",
    "Зафиксированные действия между Азербайджаном и Россией с 25 декабря",
    "WWW MMM @@@ %%% 0123456789 ÄÖÜ ßåæœ",
]


@cache
def font(name):
    found = TTFont(FONTS / f"NotoSans-{name}.ttf")
    return found.getBestCmap(), found["hmtx"], found["head"].unitsPerEm


def true_width(text, size_pt, name):
    signs, advances, unit = font(name)
    return sum(advances[signs[ord(sign)]][0] for sign in text) / unit * size_pt


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("bold", "name"), [(False, "Regular"), (True, "Bold")])
def test_a_text_that_has_room_in_one_line_is_no_wider_in_noto_sans(said, bold, name):
    width = next(
        width
        for width in range(100, 2000, 5)
        if fitted(said, width, 20, sizes=(16,), bold=bold).whole
    )
    assert true_width(said, 16, name) <= width


def test_the_largest_size_that_has_room_is_taken():
    assert fitted("one two three", 100, 40, sizes=(30, 20, 10)).size_pt == 10
    assert fitted("one two three", 300, 40, sizes=(30, 20, 10)).size_pt == 30


def test_a_text_without_room_is_cut_between_words_and_says_so():
    found = fitted("one two three four five six seven", 60, 26, sizes=(10,))
    assert (found.text, found.n_lines, found.whole) == ("one two three…", 2, False)


def test_a_word_without_end_is_cut_too():
    found = fitted("x" * 5000, 100, 30, sizes=(12,))
    assert len(found.text) < 60
    assert found.height_pt <= 30


def test_no_text_takes_no_room():
    assert fitted("", 100, 30, sizes=(12,)).height_pt == 0


def test_paragraphs_share_a_size_at_which_all_have_room():
    found = paragraphs(["one", "two", "three"], 200, 60, sizes=(20, 10))
    assert [text.size_pt for text in found] == [10, 10, 10]


def test_paragraphs_beyond_the_room_are_left_out():
    assert len(paragraphs(["one", "two", "three"], 200, 35, sizes=(10,))) == 2


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\x00b\x0bc\x1fd\x85e", "a b c d e"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\ud800b\uffffc", "a\ufffdb\ufffdc"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("=1+1", "=1+1"),
    ],
)
def test_text_is_kept_but_for_what_no_xml_can_hold_or_what_turns_the_rest(given, kept):
    assert clean(given) == kept


def test_every_run_says_its_language():
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[0])
    frame = slide.shapes.title.text_frame
    write(frame, fitted("one", 99, 99, sizes=(12,)), colour="#1A1A1A")
    (run,) = frame.paragraphs[0].runs
    assert run._r.rPr.get("lang") == "en-GB"
