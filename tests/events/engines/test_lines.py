"""Which lines of a file are rows."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.events.engines import lines
from utils.events.formats.format import Format

TABBED = Format("f", "F", ("a", "b", "c"), "cameo", {})
QUOTED = replace(TABBED, separator=",", quoted=True)


@pytest.fixture
def checked(tmp_path):
    """Give the rows of a text, and the numbers and problems of all other lines."""

    def check(raw, form=TABBED):
        file = tmp_path / "file"
        file.write_bytes(raw)
        found = [*lines.checked(file, form)]
        rows = ["|".join(line.cells) for line in found if not line.problem]
        return rows, {line.number: line.problem for line in found if line.problem}

    return check


def test_a_row_has_as_many_cells_as_there_are_columns(checked):
    rows, others = checked(b"1\t2\t3\n4\t5\n6\t7\t8\t9\n\t\t\n")
    assert rows == ["1|2|3", "||"]
    assert others == {2: "few", 3: "many"}


@pytest.mark.parametrize("form", [TABBED, QUOTED])
def test_a_separator_after_the_last_cell_is_one_too_many(checked, form):
    text = b"1,2,3\n4,5,6,\n".replace(b",", form.separator.encode())
    assert checked(text, form) == (["1|2|3"], {2: "many"})


def test_a_row_is_utf_8(checked):
    rows, others = checked("1\tBakı\t3\n".encode() + b"4\t\xe9\t6\n7\t8\t9")
    assert rows == ["1|Bakı|3", "7|8|9"]
    assert others == {2: "encoding"}


def test_a_row_has_a_longest_length(checked):
    long = b"x" * (lines.LONGEST_BYTES - 4)
    rows, others = checked(b"1\t2\t" + long + b"\n1\t2\t" + long + b"x\n1\t2\t3\n")
    assert [row[:6] for row in rows] == ["1|2|xx", "1|2|3"]
    assert others == {2: "long"}


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_end_in_one_of_three_ways(checked, end):
    assert checked(end.join([b"1\t2\t3", b"4\t5\t6", b"7"])) == (
        ["1|2|3", "4|5|6"],
        {3: "few"},
    )


def test_lines_may_end_in_several_ways_in_one_file(checked):
    rows, others = checked(b"1\t2\t3\r\n4\t5\t6\n7\t8\r9\t0\t1\n")
    assert rows == ["1|2|3", "4|5|6", "9|0|1"]
    assert others == {3: "few"}


def test_blank_lines_are_passed_by_and_counted(checked):
    assert checked(b"\n1\t2\t3\n\n\r\n4\n") == (["1|2|3"], {5: "few"})


def test_a_mark_of_the_order_of_bytes_is_no_part_of_the_first_cell(checked):
    assert checked(b"\xef\xbb\xbf1\t2\t3\n") == (["1|2|3"], {})


def test_other_signs_do_not_end_a_line(checked):
    rows, others = checked("1\t2\u2028\x0b\x0c\x1c\x85\t3\n".encode())
    assert rows == ["1|2\u2028\x0b\x0c\x1c\x85|3"]
    assert others == {}


def test_a_header_is_no_row(checked):
    form = replace(TABBED, header=True)
    assert checked(b"a\tb\tc\n1\t2\t3\n1\n", form) == (["1|2|3"], {3: "few"})


def test_a_sign_of_two_bytes_lies_over_the_end_of_a_block(checked, monkeypatch):
    monkeypatch.setattr(lines, "_BLOCK_BYTES", 3)
    text = "1\tıı\t3\r\n\r\n4\t5\t6\r7\t8\t9\n1\r".encode()
    assert checked(text) == (["1|ıı|3", "4|5|6", "7|8|9"], {5: "few"})


def test_quoted_cells_hold_separators_quotes_and_line_ends(checked):
    rows, others = checked(b'1,"2,3","4\n""5"""\n6,7\n', QUOTED)
    assert rows == ['1|2,3|4\n"5"']
    assert others == {3: "few"}


def test_a_quote_that_never_closes_spoils_its_own_line_only(checked):
    rows, others = checked(b'1,2,3\n4,"5,6\n7,8,9\n', QUOTED)
    assert rows == ["1|2|3", "7|8|9"]
    assert others == {2: "quotes"}


def test_a_sign_after_a_closing_quote_spoils_a_line(checked):
    assert checked(b'1,"2"x,3\n4,5,6\n', QUOTED) == (["4|5|6"], {1: "quotes"})


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        (b"1\n2\n", True),
        (b"1\r\n2\r\n", True),
        (b"1\r\n2\n", False),
        (b"1\r2\r", False),
        (b"1\n2\r3\n", False),
        ("ı\n".encode(), True),
        (b"\xe9\n", False),
        ("ı".encode()[:1], False),
        (b"", True),
    ],
)
def test_a_plain_file_is_utf_8_with_one_way_to_end_a_line(tmp_path, raw, plain):
    file = tmp_path / "file"
    file.write_bytes(raw)
    assert lines.is_plain(file) is plain


def test_a_file_that_changes_is_looked_at_again(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"1\n")
    assert lines.is_plain(file)
    file.write_bytes(b"1\r2\n")
    assert not lines.is_plain(file)


def test_what_is_no_row_is_told_with_its_file(tmp_path):
    file = tmp_path / "file"
    file.write_bytes(b"1\t2\t3\n1\n")
    assert lines.unparsable([file], TABBED).to_dict("records") == [
        {
            "file": str(file),
            "line": 2,
            "problem": "has fewer cells than there are columns",
        }
    ]


@given(
    st.lists(st.sampled_from([b"1\t2\t3", b"\n", b"\r", b"\t", "ı".encode(), b"\xe9"]))
)
@pytest.mark.parametrize("header", [False, True])
def test_what_is_no_row_is_found_block_by_block(tmp_path_factory, header, parts):
    file = tmp_path_factory.mktemp("drawn") / "file"
    file.write_bytes(b"".join(parts))
    form = replace(TABBED, header=header)
    expected = [line.number for line in lines.checked(file, form) if line.problem]
    with patch.object(lines, "_BLOCK_BYTES", 5):
        found = lines.unparsable([file], form)
    assert found["line"].tolist() == expected
