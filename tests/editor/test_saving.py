"""Saving writes whole files when nothing is wrong, and nothing else ever."""

import json
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

from utils.editor.document import Document
from utils.editor.saving import save
from utils.errors import CaseError, EditError
from utils.tables import load

from .conftest import ACTIONS, PACKAGE, contents, write_case

WITH_RESOURCES = (
    PACKAGE.rstrip().removesuffix("}").rstrip()
    + """,
  "resources": [
    {"name": "actions", "path": "actions.csv", "bytes": 1, "hash": "sha256:0"},
    {"name": "evidence",   "path": "evidence.csv", "hash": "sha256:1", "bytes": 1}
  ]
}
"""
)


def test_one_changed_cell_changes_one_line(document, accuse, folder):
    document.set(accuse, {"date": "2025-06-02"})
    save(document)
    new = ACTIONS.replace("accuse,2025-06-01", "accuse,2025-06-02", 1)
    assert (folder / "actions.csv").read_bytes() == new.encode()
    assert load(folder).actions["date"].iloc[0] == "2025-06-02"


def test_files_that_were_not_edited_are_not_written(document, accuse, folder):
    before = {name: (folder / name).stat().st_mtime_ns for name in contents(folder)}
    document.set(accuse, {"date": "2025-06-02"})
    assert save(document).files == ("actions.csv",)
    after = {name: (folder / name).stat().st_mtime_ns for name in before}
    assert [name for name in before if after[name] != before[name]] == ["actions.csv"]


def test_the_version_before_is_kept_under_its_time(document, accuse, folder):
    document.set(accuse, {"date": "2025-06-02"})
    saved = save(document)
    (copy,) = (folder / "backup").iterdir()
    assert copy.read_bytes() == ACTIONS.encode()
    assert str(saved) == (
        f"Saved actions.csv. The version before is kept in backup/{copy.name}."
    )


def test_of_each_file_the_newest_ten_versions_are_kept(document, accuse, folder):
    (folder / "backup").mkdir()
    for hour in range(12):
        (folder / f"backup/actions.2025-01-01T{hour:02}0000.csv").write_text("old")
    (folder / "backup/actions-notes.txt").write_text("mine")
    document.set(accuse, {"date": "2025-06-02"})
    save(document)
    kept = sorted(it.name for it in (folder / "backup").glob("actions.*"))
    assert (len(kept), kept[0]) == (10, "actions.2025-01-01T030000.csv")
    assert (folder / "backup/actions-notes.txt").exists()


def test_with_a_fault_nothing_is_written(document, accuse, folder):
    before = contents(folder)
    document.set(accuse, {"date": "June"})
    with pytest.raises(CaseError, match="line 2, date: 'June'"):
        save(document)
    assert contents(folder) == before


def test_a_fault_in_a_file_that_was_not_edited_stops_the_saving_too(
    document, accuse, folder
):
    document.set(accuse, {"date": "2025-06-02"})
    (folder / "datapackage.json").write_text("{}")
    with pytest.raises(CaseError, match=r"datapackage.json, sides"):
        save(document)


def test_without_edits_there_is_nothing_to_save(document, folder):
    before = contents(folder)
    assert str(save(document)).startswith("There is nothing to save")
    assert contents(folder) == before


def test_after_saving_nothing_is_unsaved_and_undo_still_works(document, accuse):
    document.set(accuse, {"date": "2025-06-02"})
    save(document)
    assert document.standing().n_rows == 0
    document.undo()
    assert document.row(accuse)["date"] == "2025-06-01"
    assert document.standing().changed == {accuse}


def test_a_file_that_somebody_else_changed_is_not_written_over(
    document, accuse, folder
):
    document.set(accuse, {"date": "2025-06-02"})
    (folder / "sources.csv").write_bytes((folder / "sources.csv").read_bytes() + b"\n")
    before = contents(folder)
    with pytest.raises(EditError, match=r"^sources.csv was changed on disk"):
        save(document)
    assert contents(folder) == before
    assert document.row(accuse)["date"] == "2025-06-02"


def test_size_and_checksum_in_the_package_follow_the_files_that_were_saved(tmp_path):
    folder = write_case(tmp_path / "x", datapackage=WITH_RESOURCES)
    document = Document(folder)
    act = document.find("actions", "20250601-alt-accuse")
    document.set(act, {"date": "2025-06-02"})
    assert save(document).files == ("actions.csv", "datapackage.json")
    raw = (folder / "actions.csv").read_bytes()
    text = (folder / "datapackage.json").read_text("utf-8")
    facts = f'"bytes": {len(raw)}, "hash": "sha256:{sha256(raw).hexdigest()}"'
    assert text == WITH_RESOURCES.replace('"bytes": 1, "hash": "sha256:0"', facts)


def test_a_package_whose_values_cannot_be_told_apart_is_left_and_named(tmp_path):
    odd = json.loads(WITH_RESOURCES) | {"x": {"hash": "sha256:9"}}
    folder = write_case(tmp_path / "x", datapackage=json.dumps(odd))
    document = Document(folder)
    act = document.find("actions", "20250601-alt-accuse")
    document.set(act, {"date": "2025-06-02"})
    assert str(save(document)).endswith("change these by hand.")
    assert json.loads((folder / "datapackage.json").read_text("utf-8")) == odd


def test_the_package_of_the_founding_case_stays_right(tmp_path, repository):
    folder = tmp_path / "copy"
    folder.mkdir()
    for path in (repository / "data/azerbaijan-russia").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    document = Document(folder)
    act = document.find("actions", "20061228-aze-end-russian-tv")
    document.set(act, {"place": "Baku;Moscow"})
    save(document)
    old = (repository / "data/azerbaijan-russia/datapackage.json").read_text("utf-8")
    new = (folder / "datapackage.json").read_text("utf-8")
    lines = [*zip(old.splitlines(), new.splitlines(), strict=True)]
    changed = [after.strip() for before, after in lines if before != after]
    digest = sha256((folder / "actions.csv").read_bytes()).hexdigest()
    assert changed == ['"bytes": 112106,', f'"hash": "sha256:{digest}",']


SAVE = """
import os, resource, signal, sys
sys.path.insert(0, sys.argv[1])
import warnings; warnings.simplefilter("ignore")
from utils.editor.document import Document
from utils.editor.saving import save
from utils.errors import EditError
document = Document(sys.argv[2], codebook=sys.argv[3])
act = document.find("actions", "20250601-alt-accuse")
document.set(act, {"summary": "s" * 3000})
exec(sys.argv[4])
try:
    save(document)
except EditError as error:
    print(error)
print(document.standing().n_rows)
"""
NO_ROOM = (
    "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))"
)
NOBODY = "os.getuid() or os.setuid(65534)"


def saved_in_another_process(folder, repository, limit):
    places = [repository, folder, repository / "data/codebook"]
    command = [sys.executable, "-c", SAVE, *map(str, places), limit]
    return subprocess.check_output(command, text=True, cwd=repository).splitlines()


def test_a_disk_without_room_leaves_all_as_it_was(folder, repository):
    before = contents(folder)
    said = saved_in_another_process(folder, repository, NO_ROOM)
    assert said == [
        "Nothing was saved: a file may not become that large there "
        f"({folder}). Your edits are still here.",
        "1",
    ]
    assert contents(folder) == before


def test_a_folder_that_may_only_be_read_stays_as_it_is(repository):
    with tempfile.TemporaryDirectory() as shared:
        Path(shared).chmod(0o755)
        folder = write_case(Path(shared, "case"))
        folder.chmod(0o555)
        before = contents(folder)
        said = saved_in_another_process(folder, repository, NOBODY)
        assert said[0].startswith("Nothing was saved: you may not write there")
        assert (said[1], contents(folder)) == ("1", before)
        folder.chmod(0o755)


def test_where_no_backup_can_be_made_nothing_is_saved(document, accuse, folder):
    (folder / "backup").write_text("a file in its place")
    before = contents(folder)
    document.set(accuse, {"date": "2025-06-02"})
    with pytest.raises(EditError, match="Nothing was saved: file exists"):
        save(document)
    assert contents(folder) == before


def test_a_file_keeps_its_rights(document, accuse, folder):
    (folder / "actions.csv").chmod(0o640)
    document.set(accuse, {"date": "2025-06-02"})
    save(document)
    assert (folder / "actions.csv").stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_table_stays_a_link(tmp_path):
    folder = write_case(tmp_path / "x")
    (folder / "actions.csv").rename(tmp_path / "elsewhere.csv")
    (folder / "actions.csv").symlink_to(tmp_path / "elsewhere.csv")
    document = Document(folder)
    document.set(document.find("actions", "20250601-alt-accuse"), {"place": "Port"})
    save(document)
    assert (folder / "actions.csv").readlink() == tmp_path / "elsewhere.csv"
    assert b"Port" in (tmp_path / "elsewhere.csv").read_bytes()
