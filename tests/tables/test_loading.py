import csv
import shutil

import pytest

from utils.errors import CaseError
from utils.tables import load


@pytest.fixture(scope="module")
def founding():
    return load("azerbaijan-russia")


def rows_in(path):
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


@pytest.mark.parametrize(
    "table", ["actions", "actors", "sources", "evidence", "landmarks", "claims"]
)
def test_nothing_is_dropped(founding, table):
    assert (
        len(getattr(founding, table)) == rows_in(founding.folder / f"{table}.csv") > 0
    )


def test_no_cell_is_missing(founding):
    assert founding.actions.notna().all(axis=None)


def test_the_founding_case_is_dated_as_its_coders_said(founding):
    acts = founding.actions
    forms = {
        "interval": acts["lasted_days"] > 1,
        "open": acts["earliest"] < acts["latest"],
    }
    assert {name: int(found.sum()) for name, found in forms.items()} == {
        "interval": 28,
        "open": 74,
    }


def test_its_directions_add_up(founding):
    counts = founding.actions["direction"].value_counts()
    assert (counts["AZE>RUS"], counts["RUS>AZE"], counts["RUS>RUS"]) == (177, 225, 2)


def test_a_path_may_be_given_as_text_or_path(small_case):
    assert load(small_case).name == load(f"{small_case}/").name == "small"


def test_an_unknown_name_is_told_the_known_ones():
    with pytest.raises(
        CaseError, match=r"did you mean 'azerbaijan-russia'\?"
    ) as caught:
        load("azerbaijan-rusia")
    assert "./azerbaijan-rusia" in caught.value.faults[0].remedy


def test_a_path_that_leads_nowhere(tmp_path):
    with pytest.raises(CaseError, match="is no folder"):
        load(tmp_path / "none")


def test_every_fault_of_every_file_is_told_at_once(edit, faults):
    edit("actions.csv", "accuse", "acuse")
    edit("actors.csv", "state_media,BBB_MFA", "state_media,CCC")
    edit("sources.csv", "turkish", "turkic")
    edit("evidence.csv", "a5,s5", "a5,s9")
    edit("landmarks.csv", "2025-07,", "07/2025,")
    edit("claims.csv", "a2;a3", "a2;a7")
    edit("datapackage.json", '"0.1.0"', "null")
    assert {fault.file for fault in faults()} == {
        *("actions.csv", "actors.csv", "sources.csv", "evidence.csv"),
        *("landmarks.csv", "claims.csv", "datapackage.json"),
    }
    assert len(faults()) == 7


def test_faults_are_written_to_be_worked_through(edit, small_case):
    edit("sources.csv", "turkish", "turkic")
    with pytest.raises(CaseError) as caught:
        load(small_case)
    title, line = str(caught.value).splitlines()
    assert title == f"{small_case} has 1 fault:"
    assert line.startswith("- sources.csv, line 5, side: 'turkic' is not in the")


def test_the_checksum_is_that_of_the_bytes(small_case, edit, tmp_path):
    first = load(small_case).checksum
    copy = shutil.copytree(small_case, tmp_path / "copy")
    assert load(copy).checksum == first
    edit("claims.csv", "Bestovia answered", "Bestovia Answered")
    assert load(small_case).checksum != first


def test_the_checksum_is_that_of_the_codebook_too(small_case, repository):
    first = load(small_case).checksum
    own = small_case / "codebook"
    own.mkdir()
    common = repository / "data/codebook/types.csv"
    (own / "types.csv").write_bytes(common.read_bytes())
    assert load(small_case).checksum == first
    (own / "types.csv").write_bytes(common.read_bytes() + b"\n")
    assert load(small_case).checksum != first


def test_faults_stand_in_the_order_of_the_lines(edit, faults):
    edit("actions.csv", "diplomatic,meet", "diplomatc,meet")
    edit("actions.csv", "a2,2025-06-28", "a2,28/06/2025")
    edit("actions.csv", "Six held.", "")
    assert [fault.line for fault in faults()] == [2, 3, 6]
