"""A row keeps the bytes of every cell that was not touched."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.editor.record import new_record, record_of, refuse_unwritable, written
from utils.errors import EditError

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r", ""])


def cells_of(raw):
    return next(csv.reader(io.StringIO(raw, newline=""), strict=True))


def test_an_untouched_row_is_its_own_text():
    row = record_of('1,"a",  b\r\n', ["1", "a", "  b"])
    assert row.but({}).raw == '1,"a",  b\r\n'


def test_a_row_keeps_its_number_when_a_cell_changes():
    row = record_of("1,a\n", ["1", "a"])
    assert row.but({1: "b"}).number == row.number


def test_a_cell_without_quotes_gets_them_only_if_it_needs_them():
    row = record_of("1,a,b\n", ["1", "a", "b"])
    assert row.but({1: "c", 2: 'd "e"'}).raw == '1,c,"d ""e"""\n'


def test_a_row_over_two_lines_counts_as_two():
    assert record_of('1,"a\r\nb"\r\n', ["1", "a\r\nb"]).n_lines == 2


def test_a_last_row_without_a_line_end_counts_as_one_line():
    assert record_of("1,a", ["1", "a"]).n_lines == 1


@given(st.lists(st.tuples(TEXTS, st.booleans()), min_size=2, max_size=6), ENDS, TEXTS)
def test_only_the_changed_cell_of_any_row_is_another(cells, end, new):
    parts = [written(text, quoted=quoted) for text, quoted in cells]
    row = record_of(",".join(parts) + end, [text for text, _ in cells])
    changed = row.but({1: new})
    assert changed.raw.startswith(f"{parts[0]},")
    assert changed.raw.endswith("".join(f",{it}" for it in parts[2:]) + end)
    assert cells_of(changed.raw) == [cells[0][0], new, *(it for it, _ in cells[2:])]


@given(st.lists(TEXTS, min_size=2, max_size=6), ENDS)
def test_a_new_row_is_read_as_what_was_given(cells, end):
    assert cells_of(new_record(cells, end).raw) == cells


@pytest.mark.parametrize(
    ("text", "said"),
    [("a\x00b", "NUL"), ("a\ud800", "half a character"), ("a" * 100_001, "100,001")],
)
def test_what_no_file_can_hold_is_refused(text, said):
    with pytest.raises(EditError, match=said):
        refuse_unwritable(text)
