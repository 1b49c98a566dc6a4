"""Edits are laid on files that somebody else has changed meanwhile."""

from utils.editor.renewing import renew
from utils.editor.saving import save

from .conftest import ACTIONS


def change(folder, old, new):
    path = folder / "actions.csv"
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def test_edits_of_rows_that_others_left_alone_are_kept(document, accuse, folder):
    document.set(accuse, {"place": "Capital"})
    new = document.add_act()
    document.remove(document.find("evidence", "20250603-bes-deny"))
    change(folder, "A denial.", "Another denial.")
    said = renew(document)
    assert str(said).endswith("3 edited rows stand as you left them.")
    first = document.row(document.find("actions", "20250601-alt-accuse"))
    second = document.row(document.find("actions", "20250603-bes-deny"))
    assert (first["place"], second["summary"]) == ("Capital", "  Another denial.")
    assert document.find("actions", "new-act") != new
    assert document.standing().n_rows == 3


def test_what_was_kept_can_be_saved(document, accuse, folder):
    document.set(accuse, {"place": "Capital"})
    change(folder, "A denial.", "Another denial.")
    renew(document)
    save(document)
    mine = ACTIONS.replace("A denial.", "Another denial.")
    mine = mine.replace(",confirmed,,\n", ",confirmed,,Capital\n", 1)
    assert (folder / "actions.csv").read_bytes() == mine.encode()


def test_a_row_that_both_changed_is_that_of_the_disk_and_ours_is_set_aside(
    document, accuse, folder
):
    document.set(accuse, {"place": "Capital"})
    change(folder, "Altania said", "Altania shouted")
    said = renew(document)
    (kept,) = said.files
    assert "1 row was changed on disk as well" in str(said)
    assert kept.parent == folder / "backup"
    assert kept.read_text("utf-8").splitlines()[1].endswith("confirmed,,Capital")
    row = document.row(document.find("actions", "20250601-alt-accuse"))
    assert (row["summary"], row["place"]) == ('Altania shouted "no".', "")


def test_without_edits_the_files_are_simply_read(document, folder):
    change(folder, "A denial.", "Another denial.")
    assert renew(document).n_kept == 0
    assert not document.history.can_undo
    assert document.faults() == []
