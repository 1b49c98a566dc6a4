import hashlib
import subprocess
from zipfile import ZipFile

import pytest

from utils import load
from utils.publish.site.downloads import SUMS, copy_downloads


@pytest.fixture(scope="module")
def folder(plan, tmp_path_factory):
    home = tmp_path_factory.mktemp("downloads")
    copy_downloads(plan, home)
    return home / "downloads"


def test_a_table_is_copied_byte_by_byte(folder, case):
    for name in ("actions.csv", "datapackage.json", "README.md"):
        assert (folder / name).read_bytes() == (case.folder / name).read_bytes()


def test_the_codebook_comes_along_with_its_scales(folder, repository):
    names = {path.name for path in (folder / "codebook").rglob("*.csv")}
    source = repository / "data" / "codebook"
    assert names == {path.name for path in source.rglob("*.csv")}


def test_the_archive_loads_as_the_same_case(folder, tmp_path, case):
    with ZipFile(folder / "azerbaijan-russia-1.0.0.zip") as archive:
        archive.extractall(tmp_path)
    copy = tmp_path / "azerbaijan-russia"
    unpacked = load(copy, codebook=copy / "codebook")
    assert unpacked.checksum == case.checksum


def test_the_archive_has_the_same_bytes_each_time(folder, plan, tmp_path):
    copy_downloads(plan, tmp_path)
    name = "azerbaijan-russia-1.0.0.zip"
    again = (tmp_path / "downloads" / name).read_bytes()
    assert (folder / name).read_bytes() == again


def test_another_program_agrees_with_every_checksum(folder):
    answer = subprocess.run(
        ["sha256sum", "--check", "--strict", SUMS],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0
    listed = {line.split(": ")[0] for line in answer.stdout.splitlines()}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert listed == there - {SUMS, "CITATION.cff"}


def test_what_a_file_says_of_itself_is_so(plan, tmp_path):
    files = {one.name: one for one in copy_downloads(plan, tmp_path)}
    content = (plan.case.folder / "actors.csv").read_bytes()
    assert files["actors.csv"].size_bytes == len(content)
    assert files["actors.csv"].sha256 == hashlib.sha256(content).hexdigest()


def test_nothing_else_of_the_folder_is_published(hostile_case, tmp_path):
    from utils.publish.site.plan import Plan

    (hostile_case / "private-notes.txt").write_text("not for others")
    copy_downloads(Plan(load(hostile_case)), tmp_path)
    assert not list(tmp_path.rglob("*private*"))


def test_a_case_with_a_codebook_of_its_own_gives_that_one(hostile_case, tmp_path):
    from utils.publish.site.plan import Plan

    copy_downloads(Plan(load(hostile_case)), tmp_path)
    copied = (tmp_path / "downloads" / "codebook" / "types.csv").read_bytes()
    assert copied == (hostile_case / "codebook" / "types.csv").read_bytes()
