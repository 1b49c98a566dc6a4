"""A table gives back every byte that it has read."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.editor.record import written
from utils.editor.table import read_table
from utils.errors import CaseError, EditError
from utils.tables.schema import CASE_TABLES

COLUMNS = list(CASE_TABLES["evidence"])
HEADER = ",".join(COLUMNS)
CELLS = st.text(st.sampled_from('ab ",;\n\r\u0259ж'), max_size=5)
ROWS = st.lists(
    st.lists(st.tuples(CELLS, st.booleans()), min_size=5, max_size=5), max_size=6
)


def table_of(path, content):
    path.write_bytes(content)
    return read_table(path, "evidence", 1)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "evidence.csv"


def test_a_mark_odd_quotes_and_blank_lines_at_the_end_are_given_back(path):
    content = b"\xef\xbb\xbf" + HEADER.encode() + b'\r\n"a",b,yes,," c"\r\n\r\n\r\n'
    assert table_of(path, content).content == content


def test_a_new_row_stands_below_the_last_one_and_above_blank_lines(path):
    table = table_of(path, f"{HEADER}\r\na,b,yes,,\r\n\r\n".encode())
    new, number = table.plus({"action_id": "c", "note": "d, e"})
    assert new.content == f'{HEADER}\r\na,b,yes,,\r\nc,,,,"d, e"\r\n\r\n'.encode()
    assert new.row(new.record(number))["note"] == "d, e"


def test_a_new_row_below_a_last_line_without_an_end_gives_it_one(path):
    new, _ = table_of(path, f"{HEADER}\na,b,yes,,".encode()).plus({"action_id": "c"})
    assert new.content == f"{HEADER}\na,b,yes,,\nc,,,,".encode()


def test_a_table_of_a_header_alone_takes_a_row(path):
    new, _ = table_of(path, HEADER.encode()).plus({"action_id": "c"})
    assert new.content == f"{HEADER}\nc,,,,".encode()


def test_a_row_that_is_gone_comes_back_between_its_neighbours(path):
    table = table_of(path, f"{HEADER}\na,,,,\nb,,,,\nc,,,,".encode())
    one, two, three = (it.number for it in table.records)
    bare = table.without(one).without(two).without(three)
    assert bare.content == f"{HEADER}\n".encode()
    back = bare.restored(table, three).restored(table, one).restored(table, two)
    assert back.content == table.content


def test_a_row_is_found_by_the_line_on_which_it_begins(path):
    table = table_of(path, f'{HEADER}\na,"1\n2",,,\nb,,,,\n'.encode())
    assert table.lines == {2: table.records[0].number, 4: table.records[1].number}


def test_a_row_with_too_few_cells_is_not_written_to(path):
    table = table_of(path, f"{HEADER}\na,b\n".encode())
    with pytest.raises(EditError, match=r"has 2 cells where the header .* has 5"):
        table.but(table.records[0].number, {"action_id": "c"})


def test_a_column_that_the_file_lacks_is_refused(path):
    table = table_of(path, b"action_id,source_id,supports,locator\na,b,yes,\n")
    with pytest.raises(EditError, match=r"evidence.csv has no column 'note'"):
        table.but(table.records[0].number, {"note": "x"})


def test_a_file_that_is_no_csv_is_refused_with_its_faults(path):
    with pytest.raises(CaseError, match="line 2: has a quote inside a cell"):
        table_of(path, f'{HEADER}\na"b,,,,\n'.encode())


def odd_file(rows, ends, mark):
    """Write rows with any quotes and any line ends, each line with its own."""
    texts = [[written(text, quoted=quoted) for text, quoted in row] for row in rows]
    lines = [HEADER, *map(",".join, texts)]
    ended = [line + end for line, end in zip(lines, ends, strict=False)]
    return mark + "".join(ended).encode()


@given(
    rows=ROWS,
    ends=st.lists(st.sampled_from(["\n", "\r\n"]), min_size=7, max_size=7),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    blank=st.sampled_from(["", "\r\n", "\n\n"]),
    edits=st.lists(
        st.tuples(st.integers(0, 99), st.sampled_from(COLUMNS), CELLS), max_size=5
    ),
    seed=st.integers(0, 9),
)
def test_random_edits_leave_every_untouched_line_as_it_was(
    tmp_path_factory, rows, ends, mark, blank, edits, seed
):
    content = odd_file(rows, ends, mark) + blank.encode()
    path = tmp_path_factory.getbasetemp() / "odd-evidence.csv"
    table = before = table_of(path, content)
    assert before.content == content
    filled = [it.number for it in before.filled()]
    touched, added = set(), set()
    for place, column, value in edits if filled else ():
        number = filled[place % len(filled)]
        table = table.but(number, {column: value})
        touched.add(number)
    for _ in range(seed % 3):
        table, number = table.plus({"action_id": "new"})
        added.add(number)
    if filled and seed > 5:
        gone = random.Random(seed).choice(filled)
        table = table.without(gone)
        touched.add(gone)
    assert [it.raw for it in table.records if it.number not in touched | added] == [
        it.raw for it in before.records if it.number not in touched
    ]
    assert table.content.startswith(mark + before.header.raw.encode())
    path.write_bytes(table.content)
    again = read_table(path, "evidence", 1)
    assert [it.cells for it in again.records] == [it.cells for it in table.records]
