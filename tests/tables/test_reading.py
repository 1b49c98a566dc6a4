import pytest

from utils.errors import CaseError

ROW = "l2,2025-07,Talks,,s5,\n"


@pytest.fixture
def rewrite(small_case, faults):
    """Write a file anew and give the only fault, as a place and in words."""

    def rewritten(file, content):
        raw = content if isinstance(content, bytes) else content.encode()
        (small_case / file).write_bytes(raw)
        found = faults()
        assert len(found) == 1, found
        fault = found[0]
        place = (fault.file, fault.line, fault.column, fault.value)
        return place, f"{fault.problem}; {fault.remedy}"

    return rewritten


@pytest.fixture
def text_of(small_case):
    return lambda file: (small_case / file).read_bytes().decode()


def test_a_missing_file(small_case, faults):
    (small_case / "sources.csv").unlink()
    (fault,) = faults()
    assert (fault.file, fault.problem) == ("sources.csv", "is missing")
    assert "the folder has actions.csv, actors.csv" in fault.remedy


def test_claims_may_be_absent(small_case, load_small):
    (small_case / "claims.csv").unlink()
    claims = load_small().claims
    assert claims.empty
    assert list(claims) == ["paragraph", "claim", "action_ids", "verdict", "note"]


def test_an_empty_file(rewrite):
    place, said = rewrite("landmarks.csv", "")
    assert place == ("landmarks.csv", None, None, "")
    assert said == "is empty; give it a header and rows"


def test_a_file_of_the_wrong_kind(small_case, faults):
    (small_case / "landmarks.csv").unlink()
    (small_case / "landmarks.csv").mkdir()
    (fault,) = faults()
    assert "cannot be opened" in fault.problem


def test_utf_16(rewrite, text_of):
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        place, said = rewrite("landmarks.csv", ROW.encode(encoding))
        assert place == ("landmarks.csv", None, None, "")
        assert said.startswith("is UTF-16, not UTF-8; save it as CSV")


@pytest.mark.parametrize(
    ("encoding", "word", "name"),
    [("cp1251", "Переговоры", "Windows-1251"), ("cp1252", "Café", "Windows-1252")],
)
def test_another_encoding_is_named(rewrite, text_of, encoding, word, name):
    text = text_of("landmarks.csv").replace("Talks", word)
    place, said = rewrite("landmarks.csv", text.encode(encoding))
    assert place == ("landmarks.csv", 3, None, f"l2,2025-07,{word},,s5,")
    assert said.startswith(f"is not UTF-8 but probably {name}; save it as CSV")


def test_a_byte_order_mark_and_windows_line_ends_are_fine(
    small_case, text_of, load_small
):
    raw = text_of("actions.csv").replace("\n", "\r\n").encode("utf-8-sig")
    (small_case / "actions.csv").write_bytes(raw + b"\r\n\r\n")
    assert len(load_small().actions) == 5


def test_nul_bytes(rewrite, text_of):
    place, said = rewrite("landmarks.csv", text_of("landmarks.csv") + "l3\x00")
    assert place == ("landmarks.csv", 4, None, "")
    assert said.startswith("has a NUL byte")


@pytest.mark.parametrize(("sign", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_other_signs_for_commas(rewrite, text_of, sign, name):
    text = text_of("landmarks.csv").replace(",", sign)
    place, said = rewrite("landmarks.csv", text)
    assert place == ("landmarks.csv", 1, None, text.splitlines()[0])
    assert said == f"has {name} between its cells; save it with commas"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('5" pipe', "has a quote inside a cell that does not begin with one"),
        (' "a"', "has a quote inside a cell that does not begin with one"),
        ('"a" pipe', "has text after a closing quote"),
        ('"a', "opens a quote that is never closed"),
    ],
)
def test_a_stray_quote(rewrite, text_of, cell, words):
    place, said = rewrite("claims.csv", text_of("claims.csv") + f"3,Ab,,open,{cell}\n")
    assert place == ("claims.csv", 3, None, "")
    assert said == (
        f"{words}; put the whole cell in quotes and double each quote in it: "
        '"a ""b"" c"'
    )


def test_a_quote_that_closes_lines_later_is_told_where_it_opens(small_case, faults):
    text = (small_case / "claims.csv").read_text()
    more = '3,Ab,,open,"x\n4,Cd,,open,\n5,Ef,,open,"y"\n'
    (small_case / "claims.csv").write_text(text + more)
    assert [fault.line for fault in faults()] == [3]


def test_a_cell_with_line_ends_keeps_the_line_numbers_true(rewrite, text_of):
    text = text_of("claims.csv") + '3,"Two\nlines",,open,\n4,,,open,\n'
    place, _ = rewrite("claims.csv", text)
    assert place == ("claims.csv", 5, "claim", "")


@pytest.mark.parametrize(
    ("row", "number", "words"),
    [
        ("3,Talks, again,,open,\n", 6, "put a cell that holds a comma in quotes"),
        ("3,Talks,\n", 3, "add commas for empty cells"),
    ],
)
def test_a_row_of_another_width(rewrite, text_of, row, number, words):
    place, said = rewrite("claims.csv", text_of("claims.csv") + row)
    assert place == ("claims.csv", 3, None, row.strip())
    assert said == f"has {number} cells where the header has 5; {words}"


def test_a_row_of_another_width_still_has_its_key(edit, faults):
    edit("actions.csv", "a5,2025-07,AAA,", "a5,2025-07,")
    assert [(fault.line, fault.column) for fault in faults()] == [(6, None)]


@pytest.mark.parametrize("line", ["", ",,,,", "  "])
def test_a_blank_line_between_rows(rewrite, text_of, line):
    text = text_of("claims.csv") + f"{line}\n3,Ab,,open,\n"
    place, said = rewrite("claims.csv", text)
    assert place == ("claims.csv", 3, None, "")
    assert said == "has no filled cell; delete the line"


def test_a_blank_line_before_the_header(rewrite, text_of):
    place, said = rewrite("claims.csv", "\n" + text_of("claims.csv"))
    assert place == ("claims.csv", 1, None, "")
    assert said == "is blank where the header should stand; delete the line"


def test_a_column_that_is_misspelt(edit, faults):
    edit("sources.csv", "publisher_country", "publisher country")
    missing, unknown = faults()
    assert (missing.line, missing.column) == (1, "publisher_country")
    assert missing.problem == "is a missing column"
    assert (unknown.line, unknown.value) == (1, "publisher country")
    assert unknown.problem == "is no column of this table"
    assert unknown.remedy.startswith("did you mean 'publisher_country'?")


def test_a_missing_key_column_makes_no_id_dangle(edit, faults):
    edit("actors.csv", "actor_id,", "id,")
    assert [fault.problem for fault in faults()] == [
        "is a missing column",
        "is no column of this table",
    ]


def test_a_column_that_stands_twice(edit, fault_of):
    edit("claims.csv", "confirmed,", "confirmed,,x")
    place, said = fault_of("claims.csv", "verdict,note", "verdict,note,note")
    assert place == ("claims.csv", 1, "note", "")
    assert said == "stands 2 times; keep one column of that name"


def test_columns_may_stand_in_another_order(small_case, load_small):
    text = "label,date,landmark_id,action_id,source_id,note\nTalks,2025-07,l2,,s5,\n"
    (small_case / "landmarks.csv").write_text(text)
    assert load_small().landmarks["date"].tolist() == ["2025-07"]


def test_a_cell_beyond_all_measure(rewrite, text_of):
    text = text_of("claims.csv") + f"3,{'x' * 100_001},,open,\n"
    place, said = rewrite("claims.csv", text)
    assert place == ("claims.csv", 3, None, "")
    assert said.startswith("cannot be read (a cell of more than 100,000 characters)")


def test_a_header_without_rows(small_case, faults):
    header = (small_case / "evidence.csv").read_text().splitlines()[0]
    (small_case / "evidence.csv").write_text(header)
    problems = {(fault.file, fault.problem) for fault in faults()}
    assert ("evidence.csv", "has no rows") in problems


def test_a_large_file_is_refused_unless_allowed(small_case, load_small):
    with (small_case / "claims.csv").open("ab") as file:
        file.truncate(200_000_000)
    with pytest.raises(CaseError, match="has 200 MB, more than the 50 MB") as caught:
        load_small()
    assert caught.value.faults[0].remedy.startswith("pass largest_file_mb=201")


def test_what_is_large_is_for_the_reader_to_say(load_small):
    with pytest.raises(CaseError, match="MB allowed"):
        load_small(largest_file_mb=0.0001)
