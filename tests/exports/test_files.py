"""Files that appear whole or not at all."""

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from utils.errors import ExportError
from utils.exports.files import folder_at, put_in_place, refuse_existing, write_whole

SET = """
import sys
import tempfile
from pathlib import Path
from utils.exports.files import write_whole
names = [f"set.{n}" for n in range(6)]
for turn in range(40):
    content = f"{sys.argv[2]} {turn}".encode() * 2000
    files = {Path(sys.argv[1], name): content for name in names}
    write_whole(files, overwrite=True)
"""
AS_NOBODY = """
import os, sys
from pathlib import Path
from utils.errors import ExportError
from utils.exports.files import refuse_existing, write_whole
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
files = {Path(p): b"new" for p in sys.argv[1:]}
try:
    refuse_existing(files, overwrite=True)
    write_whole(files, overwrite=True)
except ExportError as error:
    print(error)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def run(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.check_output(command, text=True, cwd=Path(__file__).parents[2])


def test_files_are_written_as_they_are(tmp_path):
    write_whole({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert contents(tmp_path) == {"a": b"1", "b": b"2"}


def test_a_file_has_the_rights_that_any_new_file_has(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    write_whole({tmp_path / "a": b"1"})
    modes = {(tmp_path / name).stat().st_mode for name in ("a", "usual")}
    assert len(modes) == 1


def test_a_folder_is_made_in_one_that_exists(tmp_path):
    write_whole({folder_at(tmp_path / "figures") / "a": b"1"})
    assert (tmp_path / "figures/a").read_bytes() == b"1"


def test_more_than_one_folder_is_not_made(tmp_path):
    with pytest.raises(ExportError, match=r"since .*figures is no folder\. Make"):
        folder_at(tmp_path / "figures/2025")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("folder", [None, 3.5, "a\0b"])
def test_what_is_no_path_is_no_folder(folder):
    with pytest.raises(ExportError, match="is no folder: "):
        folder_at(folder)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(ExportError, match=r"a is a file; give a folder"):
        folder_at(tmp_path / "a")


def test_files_that_are_there_are_named_all_at_once_and_stay(tmp_path):
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    with pytest.raises(ExportError, match=r"^a, b are there already, in .*overwrite"):
        write_whole({tmp_path / name: b"new" for name in "abc"})
    assert contents(tmp_path) == {"a": b"old", "b": b"old"}


def test_files_that_are_there_are_replaced_if_that_is_wanted(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    write_whole({tmp_path / "a": b"new"}, overwrite=True)
    assert contents(tmp_path) == {"a": b"new"}


def test_a_folder_of_that_name_is_never_replaced(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(ExportError, match="a is there already, as a folder"):
        refuse_existing([tmp_path / "a"], overwrite=True)


def test_a_link_that_leads_nowhere_counts_as_a_file(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ExportError, match="a is there already"):
        write_whole({tmp_path / "a": b"new"})


def test_a_disk_without_room_leaves_nothing(tmp_path):
    code = (
        "import resource, signal\nfrom pathlib import Path\n"
        "from utils.errors import ExportError\n"
        "from utils.exports.files import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "import sys\nfolder = Path(sys.argv[1], 'new')\n"
        "try:\n    write_whole({folder / 'a': b'1', folder / 'b': b'2' * 2000})\n"
        "except ExportError as error:\n    print(error)\n"
    )
    said = run(code, tmp_path)
    assert "a file may not become that large here. Nothing was written." in said
    assert contents(tmp_path) == {}


@pytest.fixture
def shared():
    """Give a folder that others can come to, which they cannot to those of pytest."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def test_a_folder_that_may_not_be_written_stays_as_it_is(shared):
    (shared / "a").write_bytes(b"old")
    shared.chmod(0o555)
    said = run(AS_NOBODY, shared / "a", shared / "b")
    assert "you may not do that there. Nothing was written." in said
    assert contents(shared) == {"a": b"old"}


def test_a_folder_that_may_not_be_looked_into_is_refused(shared):
    (shared / "closed").mkdir(mode=0)
    said = run(AS_NOBODY, shared / "closed/a")
    assert "closed cannot be looked into: you may not do that there." in said


def test_a_set_of_which_one_file_resists_is_put_back(tmp_path):
    for name in ("a", "part a", "part c"):
        (tmp_path / name).write_bytes(name.encode())
    parts = {tmp_path / name: tmp_path / f"part {name}" for name in ("a", "c", "b")}
    with pytest.raises(FileNotFoundError):
        put_in_place(parts)
    assert contents(tmp_path) == {"a": b"a"}


def test_two_processes_leave_the_files_of_one_of_them(tmp_path):
    command = [sys.executable, "-c", SET, tmp_path]
    root = Path(__file__).parents[2]
    both = [subprocess.Popen([*command, who], cwd=root) for who in ("one", "two")]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    found = contents(tmp_path)
    assert len(found) == 6
    assert len(set(found.values())) == 1


def test_a_killed_process_leaves_no_half_file_under_a_name(tmp_path):
    """What it leaves are parts, which a name never points at."""
    command = [sys.executable, "-c", SET, tmp_path, "one"]
    process = subprocess.Popen(command, cwd=Path(__file__).parents[2])
    while not (tmp_path / "set.5").exists():
        assert process.poll() is None
    process.kill()
    process.wait()
    whole = [v for k, v in contents(tmp_path).items() if k.startswith("set.")]
    assert len(whole) == 6
    assert all(len(content) % 2000 == 0 and content for content in whole)
