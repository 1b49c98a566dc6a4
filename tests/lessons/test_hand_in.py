"""The table to hand in: its checksum shows edits, whatever they are."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nonsense import MARKUP

from utils.errors import LessonError
from utils.lessons import HandIn, handed_in

ROWS = (("l03_1", "right", 2), ("l03_2", "not yet", 1), ("l03_3", "open", 0))
MADE = HandIn("Group 4", ROWS)
TEXT = str(MADE)
BODY = TEXT.index("The checksum shows")


def intact(text):
    """Say whether a text counts as it was made; None if it is refused."""
    try:
        return bool(handed_in([text])["intact"].all())
    except LessonError:
        return None


def test_it_is_read_as_it_was_made():
    read = handed_in([TEXT])
    assert read.drop(columns="intact").values.tolist() == [
        ["Group 4", "l03_1", "right", 2],
        ["Group 4", "l03_2", "not yet", 1],
        ["Group 4", "l03_3", "open", 0],
    ]
    assert read["intact"].all()


def test_it_says_how_many_are_right_and_what_the_checksum_cannot_prove():
    assert "right: 1 of 3" in TEXT
    assert "no proof against somebody who reads the source" in TEXT


@pytest.mark.parametrize(
    "change",
    [
        ("not yet", "right"),
        ("l03_3", "l03_4"),
        ("Group 4", "Group 5"),
        ("right: 1 of 3", "right: 3 of 3"),
        ("      1\n", "      7\n"),
        ("l03_3    | open         |       0\n", ""),
        ("right: 1", "l03_4    | right        |       1\nright: 1"),
    ],
)
def test_each_edit_shows(change):
    assert TEXT.replace(*change) != TEXT
    assert not intact(TEXT.replace(*change))


@given(st.integers(0, BODY - 1), st.characters(codec="utf-8"))
def test_any_other_sign_anywhere_shows(place, sign):
    changed = TEXT[:place] + sign + TEXT[place + 1 :]
    assume(changed.split() != TEXT.split())
    assert not intact(changed)


@pytest.mark.parametrize("ending", ["\r\n", "\n\n", "  \n"])
def test_what_a_mail_does_to_lines_is_no_edit(ending):
    assert intact(ending + TEXT.replace("\n", ending) + ending)


def test_what_a_notebook_shows_can_be_copied_whole():
    assert intact(HandIn("x" * 80, ROWS).in_lines())


def test_a_table_copied_together_with_words_around_it_is_not_as_it_was_made():
    assert not intact(f"Dear teacher,\n{TEXT}")


@given(st.text(max_size=80))
def test_any_name_is_read_as_it_was_given(who):
    made = HandIn(" ".join(who.split()) or "nobody", ROWS)
    assert intact(str(made))
    assert handed_in([str(made)])["who"].iloc[0] == made.who


@pytest.mark.parametrize("who", ["checksum: abc", "Demarche course", "\ud800", "l03_1"])
def test_a_name_that_looks_like_a_line_of_the_table_is_a_name(who):
    assert intact(str(HandIn(who, ROWS)))


def test_many_are_read_at_once_from_texts_and_files(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    other = str(HandIn("Group 5", ROWS))
    read = handed_in([tmp_path / "one.txt", other.replace("not yet", "right")])
    assert read.groupby("who")["intact"].all().to_dict() == {
        "Group 4": True,
        "Group 5": False,
    }


def test_all_that_are_no_table_are_named(tmp_path):
    (tmp_path / "letter.txt").write_bytes(b"\xff\xfe no table")
    with pytest.raises(LessonError, match=r"in letter\.txt, text 3"):
        handed_in([tmp_path / "letter.txt", TEXT, ""])


def test_two_tables_in_one_text_are_refused():
    with pytest.raises(LessonError, match="text 1"):
        handed_in([TEXT + "\n" + TEXT])


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(LessonError, match=r"nowhere\.txt cannot be read"):
        handed_in([tmp_path / "nowhere.txt"])


def test_it_shows_as_a_table_with_the_text_to_copy_and_no_markup_of_a_name():
    html = HandIn(MARKUP, ROWS)._repr_html_()
    assert html.count("<tr>") == 4
    assert "<pre>Demarche course, handed in by: &lt;script&gt;" in html
    assert "<script" not in html
