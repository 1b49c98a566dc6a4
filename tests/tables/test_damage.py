"""What a spreadsheet does to a table is named, with what to do: from real bytes."""

import pytest

from utils.errors import CaseError
from utils.tables import load
from utils.tables.damage import damage_of, text_damage, zeros_lost
from utils.tables.problems import explain


@pytest.fixture
def bytes_of(small_case):
    return lambda file: (small_case / file).read_bytes()


@pytest.fixture
def only(small_case, faults):
    """Write the bytes of a file, and give line, value and words of the only fault."""

    def fault(file, raw):
        (small_case / file).write_bytes(raw)
        (found,) = faults()
        return found.line, found.value, f"{found.problem}; {found.remedy}"

    return fault


@pytest.mark.parametrize(
    ("text", "problem", "remedy"),
    [
        ("29.06.25", "two figures for the year", "write 2025-06-29"),
        ("6/29/25", "two figures for the year", "write 2025-06-29"),
        ("2025-29-06", "has a month 29", "write 2025-06-29 if day and month are"),
        ("фев.25", "a spreadsheet makes of a month", "keep the column as text"),
        ("25-Şub", "a spreadsheet makes of a month", "keep the column as text"),
        ("2.02506E+07", "scientific form", "keep the column as text"),
        ("20250629.0", "decimal point", "without"),
        ("'2025-02", "quotes around it", "write 2025-02"),
        ("“2025-06-29”", "quotes around it", "write 2025-06-29"),
        ('="2025-02"', "is a formula", "write what it shows"),
        ("########", "cannot work out", "look it up"),
    ],
)
def test_a_date_that_a_spreadsheet_has_changed(text, problem, remedy):
    said = explain(text)
    assert problem in said[0]
    assert remedy in said[1]


def test_a_date_turned_around_is_told_with_its_line(only, bytes_of):
    raw = bytes_of("actions.csv").replace(b"2025-06-28,BBB_MFA", b"28/06/2025,BBB_MFA")
    line, value, said = only("actions.csv", raw)
    assert (line, value) == (3, "28/06/2025")
    assert said == "does not begin with the year; write 2025-06-28"


def test_a_month_that_became_a_day_of_the_calendar(only, bytes_of):
    raw = bytes_of("actions.csv").replace(b"a5,2025-07,", b"a5,Jul-25,")
    assert (
        "a spreadsheet makes of a month; write 2025-07" in only("actions.csv", raw)[2]
    )


@pytest.mark.parametrize(
    ("code", "problem", "remedy"),
    [
        (b"40", "has lost its leading zero", "write it as text: 040"),
        (b"40.0", "has a decimal point", "write it without, with its leading zeros"),
        (b"4E+01", "is in the scientific form", "keep the column as text"),
        (b"'040", "has quotes around it", "write 040"),
    ],
)
def test_a_code_that_was_taken_for_a_number(only, bytes_of, code, problem, remedy):
    raw = bytes_of("actions.csv").replace(b",040,", b"," + code + b",")
    line, value, said = only("actions.csv", raw)
    assert (line, value) == (6, code.decode())
    assert said.startswith(problem)
    assert remedy in said


def test_an_id_that_lost_its_zeros_where_it_is_used(small_case, edit, faults):
    edit("sources.csv", "s4,The Lamp", "004,The Lamp")
    raw = (small_case / "evidence.csv").read_bytes()
    (small_case / "evidence.csv").write_bytes(raw.replace(b",s4,", b",4,"))
    assert {f"{it.problem}; {it.remedy}" for it in faults()} == {
        "has lost its leading zeros; write 004, and keep the column as text"
    }


def test_an_id_that_lost_its_zeros_in_its_own_table(small_case, edit, faults):
    edit("sources.csv", "s4,The Lamp", "4,The Lamp")
    raw = (small_case / "evidence.csv").read_bytes()
    (small_case / "evidence.csv").write_bytes(raw.replace(b",s4,", b",004,"))
    assert {fault.problem for fault in faults()} == {
        "has leading zeros that its own row, 4, has lost"
    }


def test_figures_that_differ_in_more_than_zeros_are_not_taken_for_each_other():
    assert zeros_lost("7", ["070", "0x7", "17"]) is None


def test_semicolons_between_the_cells(only, bytes_of):
    raw = bytes_of("landmarks.csv").replace(b",", b";")
    assert only("landmarks.csv", raw)[2].startswith("has semicolons between its cells")


@pytest.mark.parametrize(
    ("encoding", "word", "named"),
    [
        ("cp1251", "Переговоры в Баку", "probably Windows-1251"),
        ("cp1252", "Café à Genève", "probably Windows-1252"),
        ("utf-16", "Talks", "UTF-16, not UTF-8"),
    ],
)
def test_an_encoding_that_is_not_utf_8(only, bytes_of, encoding, word, named):
    text = bytes_of("landmarks.csv").decode().replace("Talks", word)
    said = only("landmarks.csv", text.encode(encoding))[2]
    assert named in said
    assert said.endswith("save it as CSV with the encoding UTF-8")


@pytest.mark.parametrize(
    ("encoding", "word"), [("cp1252", "Envoy’s café"), ("cp1251", "Москва и Баку")]
)
def test_utf_8_that_was_read_as_another_encoding(only, bytes_of, encoding, word):
    spoilt = word.encode().decode(encoding)
    raw = bytes_of("landmarks.csv").replace(b"Talks", spoilt.encode())
    line, value, said = only("landmarks.csv", raw)
    assert (line, value) == (3, spoilt)
    assert said.endswith(f"write {word}")


def test_signs_that_were_lost(only, bytes_of):
    raw = bytes_of("landmarks.csv").replace(b"Talks", "Талкс".encode("cp1251"))
    spoilt = raw.decode("utf-8", "replace").encode()
    assert "signs that were lost" in only("landmarks.csv", spoilt)[2]


@pytest.mark.parametrize(
    "text", ["Ві", "Він сказав", "Façade", "Ã", "№ 5", "Հայաստան", "“Said”", "– 5 °C"]
)
def test_text_in_any_tongue_is_sound(text):
    assert text_damage(text) is None


def test_curly_quotes_around_a_cell_with_a_comma(only, bytes_of):
    raw = bytes_of("claims.csv") + "3,“Talks, again”,,open,\n".encode()
    line, _, said = only("claims.csv", raw)
    assert line == 3
    assert said.startswith("has 6 cells where the header has 5; write straight quotes")


def test_curly_quotes_around_an_id(faults, edit):
    edit("landmarks.csv", "l2,", "“l2”,")
    (fault,) = faults()
    assert fault.remedy == "write l2"


def test_a_summary_that_became_an_error(only, bytes_of):
    raw = bytes_of("actions.csv").replace(b"Talks held.", b"#NAME?")
    line, value, said = only("actions.csv", raw)
    assert (line, value) == (6, "#NAME?")
    assert said.startswith("is what a spreadsheet shows in place of a cell")


@pytest.mark.parametrize("name", [b"", b"Unnamed: 0"])
def test_a_column_of_row_numbers(only, bytes_of, name):
    header, *rows = bytes_of("sources.csv").splitlines()
    numbered = [b"%d,%s" % pair for pair in enumerate(rows)]
    line, _, said = only("sources.csv", b"\n".join([name + b"," + header, *numbered]))
    assert line == 1
    assert said.startswith("is a column of row numbers, which a program added")
    assert said.endswith("in pandas, save with index=False")


def test_a_column_without_a_name_at_the_edge(only, bytes_of):
    rows = bytes_of("claims.csv").splitlines()
    assert "without a name" in only("claims.csv", b",\n".join([*rows, b""]))[2]


def test_lines_that_end_as_on_an_old_mac(only, bytes_of):
    raw = bytes_of("sources.csv").replace(b"\n", b"\r")
    assert "as old Mac programs do; save it" in only("sources.csv", raw)[2]


def test_a_line_that_tells_a_spreadsheet_the_separator(only, bytes_of):
    said = only("sources.csv", b"sep=,\n" + bytes_of("sources.csv"))
    assert said == (
        *(1, "sep=,"),
        "is a line for a spreadsheet, not the header; delete it",
    )


def test_a_table_whose_rows_stand_in_one_cell_each(only, bytes_of):
    lines = bytes_of("landmarks.csv").splitlines()
    assert (
        "stands in one cell"
        in only("landmarks.csv", b"\n".join(b'"%s"' % line for line in lines))[2]
    )


@pytest.mark.parametrize("value", ["a1", "010", "2025-06-29", "1e3", "-4.5", "", "AAA"])
def test_what_is_sound_is_no_damage(value):
    assert damage_of(value) is None


def test_the_founding_case_bears_no_damage():
    assert load("azerbaijan-russia").name == "azerbaijan-russia"


def test_damage_is_told_with_all_other_faults(small_case, edit):
    edit("actions.csv", "Talks held.", "#REF!")
    edit("actors.csv", "BBB_MED,Radio", "BBB_MED,Ra�dio")
    edit("landmarks.csv", "2025-07,Talks", "Feb-25,Talks")
    with pytest.raises(CaseError) as caught:
        load(small_case)
    assert len(caught.value.faults) == 3
