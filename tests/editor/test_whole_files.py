"""Either every file is replaced, or none."""

import pytest

from utils.editor.whole_files import _in_place, replaced
from utils.errors import EditError


def test_files_that_were_replaced_come_back_when_a_later_one_resists(tmp_path):
    for name, text in {"a": "old", "part": "new", "copy": "old", "b": "old"}.items():
        (tmp_path / name).write_text(text)
    parts = {tmp_path / "a": tmp_path / "part", tmp_path / "b": tmp_path / "missing"}
    with pytest.raises(FileNotFoundError):
        _in_place(parts, {tmp_path / "a": tmp_path / "copy"})
    left = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert left == {"a": "old", "copy": "old", "b": "old"}


def test_two_saves_within_a_second_keep_both_versions(tmp_path):
    path, backup = tmp_path / "a.csv", tmp_path / "backup"
    path.write_text("one")
    for text in (b"two", b"three"):
        replaced({path: text}, backup, "2025-01-01T000000")
    assert {it.name: it.read_text() for it in backup.iterdir()} == {
        "a.2025-01-01T000000.csv": "one",
        "a.2025-01-01T000000-2.csv": "two",
    }


def test_nothing_is_left_where_a_file_is_missing(tmp_path):
    with pytest.raises(EditError, match=r"^Nothing was saved: no such file"):
        replaced({tmp_path / "a.csv": b"new"}, tmp_path / "backup", "now")
    assert [path.name for path in tmp_path.iterdir()] in ([], ["backup"])
