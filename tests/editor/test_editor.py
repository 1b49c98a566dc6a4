"""The widget passes wishes on, and shows and answers what comes of them."""

import pytest

from utils.editor import edit
from utils.errors import CaseError
from utils.tables import load

from .conftest import write_case


@pytest.fixture
def editor(folder):
    return edit(folder)


def wish(editor, **content):
    editor._hear(editor, content, [])
    return editor.answer


def test_a_case_a_path_and_a_text_open_the_same_folder(folder):
    ways = [edit(load(folder)), edit(folder), edit(str(folder))]
    assert {it.document.folder for it in ways} == {folder}


def test_a_folder_that_is_none_is_refused(tmp_path):
    with pytest.raises(CaseError, match="is no folder"):
        edit(tmp_path / "nowhere")


def test_a_folder_with_faults_opens(tmp_path):
    editor = edit(write_case(tmp_path / "x", evidence="action_id,source_id\n"))
    assert editor.standing["n_faults"] == 6
    assert len(editor.acts) == 3


def test_an_edit_is_shown_and_answered(editor):
    number = editor.form["number"]
    change = {"table": "actions", "number": number, "column": "place", "value": "Port"}
    answer = wish(editor, do="set", **change)
    assert answer == {"n": 1, "words": "", "urgent": False, "focus": []}
    assert editor.standing["n_unsaved"] == 1
    assert editor.acts[0][-1] == "c"


def test_a_refusal_is_urgent_and_changes_nothing(editor):
    shown = editor.form
    answer = wish(editor, do="remove", table="actions", number=editor.form["number"])
    assert answer["urgent"]
    assert "other rows name it" in answer["words"]
    assert editor.form == shown


def test_what_a_date_means_is_answered_by_a_message(editor, monkeypatch):
    sent = []
    monkeypatch.setattr(editor, "send", sent.append)
    wish(editor, do="say", text="2025")
    assert sent == [{"text": "2025", "words": "some day in 2025", "wrong": False}]


def test_what_was_edited_in_code_is_shown_when_asked_for(editor):
    document = editor.document
    document.set(document.find("actions", "20250601-alt-accuse"), {"place": "Port"})
    editor.show()
    assert editor.standing["n_unsaved"] == 1
