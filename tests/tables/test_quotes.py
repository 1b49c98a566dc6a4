import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from utils.tables.quotes import line_of, stray_quotes

cells = st.text(alphabet='ab", \n\r', max_size=6)


@given(st.lists(st.lists(cells, min_size=2, max_size=3), max_size=4))
def test_what_a_csv_writer_writes_has_no_stray_quote(rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    assert list(stray_quotes(text.getvalue())) == []


@given(st.text(alphabet='a",\n', max_size=12))
def test_without_stray_quotes_a_strict_reader_agrees(text):
    if not list(stray_quotes(text)):
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        again = io.StringIO(newline="")
        csv.writer(again, lineterminator="\n").writerows(rows)
        assert again.getvalue().count(",") == text.count(",")


def test_each_stray_quote_is_told_at_its_line():
    text = 'id,name\n1,5" x\n2,"a" b\n3,fine\n4,"open'
    assert [line for line, _ in stray_quotes(text)] == [2, 3, 5]


def test_lines_end_in_three_ways():
    assert [line_of("a\nb\rc\r\nd", place) for place in (0, 2, 4, 7)] == [1, 2, 3, 4]
