from hypothesis import given
from hypothesis import strategies as st

from utils.charts.sheet.fitting import balanced, lines, shortened, width

texts = st.text(st.sampled_from("aAiMW 9-жЩ中"), max_size=80)
rooms = st.integers(30, 400)


@given(texts, rooms)
def test_every_line_fits(text, room):
    assert all(width(line, 12) <= room + 0.01 for line in lines(text, room, 12))


@given(texts, rooms)
def test_no_letter_is_lost(text, room):
    assert "".join(lines(text, room, 12)).replace(" ", "") == text.replace(" ", "")


@given(texts, rooms)
def test_balanced_lines_are_no_more_than_needed(text, room):
    needed = lines(text, room, 12, bold=True)
    assert len(balanced(text, room, 12)) == len(needed)


@given(texts, rooms)
def test_a_shortened_text_fits(text, room):
    assert width(shortened(text, room, 12), 12) <= room


def test_a_text_that_fits_is_not_shortened():
    assert shortened("Media", 60, 12) == "Media"


def test_spaces_that_glue_are_not_broken_at():
    glued = "9\N{NO-BREAK SPACE}June"
    assert lines(f"on {glued}", 1.2 * width(glued, 12), 12) == ("on", "9 June")


def test_a_word_longer_than_a_line_is_broken():
    assert len(lines("M" * 50, 100, 12)) > 5


def test_nothing_has_no_line():
    assert lines("", 100, 12) == balanced("", 100, 12) == ()


def test_lines_are_plain_text():
    assert lines("<b> & co", 400, 12) == ("&lt;b&gt; &amp; co",)


def test_what_is_escaped_is_measured_as_it_is_read():
    assert lines("<<<< <<<<", width("<<<< <<<<", 12) + 5, 12) == (
        "&lt;&lt;&lt;&lt; &lt;&lt;&lt;&lt;",
    )
