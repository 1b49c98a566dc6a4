import subprocess
import sys

import pytest

from utils.errors import ExportError
from utils.publish.site.whole_folder import MARK, files_of, whole_folder

FILL_UP = """
import resource, sys
from pathlib import Path
from utils.publish.site.whole_folder import whole_folder
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with whole_folder(Path(sys.argv[1]), overwrite=True) as folder:
        (folder / "small.html").write_text("new")
        (folder / "large.html").write_text("x" * 5000)
except Exception as why:
    print(f"{type(why).__name__}: {why}")
"""


def make(target, *, overwrite=False, **files):
    with whole_folder(target, overwrite=overwrite) as folder:
        for name, text in files.items():
            (folder / name).write_text(text)


def test_what_was_written_is_there_with_a_mark(tmp_path):
    make(tmp_path / "site", a="1", b="2")
    assert files_of(tmp_path / "site") == [MARK, "a", "b"]


def test_others_may_read_what_was_written(tmp_path):
    make(tmp_path / "site", a="1")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_nothing_else_is_left_beside_it(tmp_path):
    make(tmp_path / "site", a="1")
    make(tmp_path / "site", a="2", overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_is_there_is_not_replaced_unasked(tmp_path):
    make(tmp_path / "site", a="1")
    with pytest.raises(ExportError, match="is there already; write overwrite=True"):
        make(tmp_path / "site", a="2")
    assert (tmp_path / "site" / "a").read_text() == "1"


def test_a_site_is_replaced_as_a_whole_when_asked(tmp_path):
    make(tmp_path / "site", a="1", b="1")
    make(tmp_path / "site", a="2", overwrite=True)
    assert files_of(tmp_path / "site") == [MARK, "a"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_that_is_no_site_of_ours_is_left_alone(tmp_path, overwrite):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    with pytest.raises(
        ExportError, match="that were not made here, so it is left alone"
    ):
        make(tmp_path / "thesis", a="1", overwrite=overwrite)
    assert files_of(tmp_path / "thesis") == ["chapter.txt"]


def test_a_file_that_somebody_put_into_a_site_is_not_lost(tmp_path):
    make(tmp_path / "site", a="1")
    (tmp_path / "site" / "notes").mkdir()
    (tmp_path / "site" / "notes" / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"such as notes/mine\.txt"):
        make(tmp_path / "site", a="2", overwrite=True)
    assert (tmp_path / "site" / "notes" / "mine.txt").read_text() == "mine"


def test_a_file_that_appears_while_the_site_is_made_is_not_lost(tmp_path):
    make(tmp_path / "site", a="1")
    with (
        pytest.raises(ExportError, match=r"such as late\.txt"),
        whole_folder(tmp_path / "site", overwrite=True),
    ):
        (tmp_path / "site" / "late.txt").write_text("mine")
    assert (tmp_path / "site" / "late.txt").exists()


def test_an_empty_folder_may_be_filled(tmp_path):
    (tmp_path / "site").mkdir()
    make(tmp_path / "site", a="1")
    assert (tmp_path / "site" / "a").exists()


def test_a_file_of_that_name_is_refused(tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(ExportError, match="is a file; give the name of a folder"):
        make(tmp_path / "site", a="1", overwrite=True)


def test_a_folder_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ExportError, match=r"was not written \(No such file"):
        make(tmp_path / "nowhere" / "site", a="1")


def test_a_link_to_a_site_stays_a_link(tmp_path):
    make(tmp_path / "real", a="1")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    make(tmp_path / "site", a="2", overwrite=True)
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "real" / "a").read_text() == "2"


def fail_midway(target):
    with whole_folder(target, overwrite=True) as folder:
        (folder / "a").write_text("2")
        raise KeyboardInterrupt


def test_what_is_stopped_midway_leaves_the_site_as_it_was(tmp_path):
    make(tmp_path / "site", a="1", b="1")
    with pytest.raises(KeyboardInterrupt):
        fail_midway(tmp_path / "site")
    assert files_of(tmp_path) == [f"site/{MARK}", "site/a", "site/b"]


def test_a_disk_without_room_leaves_the_site_as_it_was(tmp_path, repository):
    make(tmp_path / "site", a="1")
    answer = subprocess.run(
        [sys.executable, "-c", FILL_UP, str(tmp_path / "site")],
        cwd=repository,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.startswith("ExportError: ")
    assert "was not written (File too large)" in answer.stdout
    assert files_of(tmp_path) == [f"site/{MARK}", "site/a"]
