"""What is printed: aligned, and nothing that a terminal would obey."""

import io

from hypothesis import given
from hypothesis import strategies as st

from utils.curate.shown.aligned import aligned
from utils.curate.shown.inert import inert, width
from utils.curate.shown.progress import progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@given(st.text())
def test_whatever_is_printed_can_be_seen(text):
    assert inert(text).isprintable()


@given(st.text().filter(str.isprintable))
def test_what_can_be_seen_stays_as_it_is(text):
    assert inert(text) == text


def test_signs_that_turn_the_line_around_are_escaped():
    assert inert("a\u202eb\x9b31m\x07") == "a\\u202eb\\x9b31m\\x07"


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_columns_stand_below_each_other(rows):
    lines = aligned(["one", "two"], [(a, "|") for a, _ in rows]).splitlines()
    ends = {width(line[: line.rindex("|")]) for line in lines[1:]}
    assert len(ends) <= 1


def test_the_last_columns_break_within_the_room():
    words = "word " * 30
    table = aligned(["file", "what", "do"], [["a.csv", words, words]], room=60)
    assert max(map(len, table.splitlines())) <= 60
    assert table.count("word") == 60


def test_progress_is_one_line_that_is_gone_at_the_end():
    stream = Terminal()
    with progress(stream) as tell:
        tell("reading")
    assert stream.getvalue() == "\r\x1b[Kreading ...\r\x1b[K"


def test_a_pipe_is_told_no_progress():
    stream = io.StringIO()
    with progress(stream) as tell:
        tell("reading")
    assert stream.getvalue() == ""
