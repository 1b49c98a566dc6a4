"""Files of events, opened whatever their format, their packing and their name."""

import gzip
import re
import zipfile

import pytest
import zstandard

from utils import events
from utils.errors import EventFilesError, EventsError
from utils.events.formats.gdelt import GDELT_1, GDELT_2


def row(form, **cells):
    known = {"GLOBALEVENTID": "1", "SQLDATE": "20180101", "EventCode": "112"}
    known |= {"Actor1CountryCode": "AZE", "Actor2CountryCode": "RUS"}
    known |= {"QuadClass": "3", "DATEADDED": "20180101"}
    if form is GDELT_2:
        known["DATEADDED"] += "000000"
    whole = dict.fromkeys(form.columns, "") | known | cells
    return "\t".join(whole.values()) + "\n"


ROWS = [row(GDELT_2, GLOBALEVENTID=id).encode() for id in "123"]
ROW = ROWS[0]


@pytest.mark.parametrize("form", [GDELT_1, GDELT_2], ids=lambda form: form.name)
def test_a_format_is_known_by_what_stands_in_the_file(tmp_path, form):
    file = tmp_path / "anything.xlsx"
    file.write_text(row(form))
    read = events.read(file)
    assert read.format.name == form.name
    assert read.daily()["n"].tolist() == [1]


def test_gdelt_files_before_and_after_april_2013_are_read_together(tmp_path):
    old = row(GDELT_1, GLOBALEVENTID="2", SQLDATE="20130331").rsplit("\t", 1)[0]
    (tmp_path / "old").write_text(old + "\n")
    (tmp_path / "new").write_text(row(GDELT_1))
    read = events.read(tmp_path)
    assert read.format.name == "gdelt-1"
    assert read.daily()["n"].tolist() == [1, 1]


def zipped(path, *members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, member in enumerate(members):
            archive.writestr(f"{number}.CSV", member)


def test_a_zip_with_several_files_is_unpacked(tmp_path):
    zipped(tmp_path / "a", ROW, ROWS[1], gzip.compress(ROWS[2]))
    assert events.read(tmp_path / "a").daily()["n"].tolist() == [3]


def test_gzip_and_zstandard_are_unpacked(tmp_path):
    (tmp_path / "a").write_bytes(gzip.compress(ROW))
    (tmp_path / "b").write_bytes(
        zstandard.compress(ROW) + zstandard.compress(ROW + b"\n")
    )
    assert events.read([tmp_path / "a", tmp_path / "b"]).daily()["n"].tolist() == [3]


def test_the_same_bytes_are_read_once_and_told(tmp_path):
    (tmp_path / "a.CSV").write_bytes(ROW)
    zipped(tmp_path / "b.zip", ROW)
    read = events.read(tmp_path)
    assert read.daily()["n"].tolist() == [1]
    assert "b.zip has the bytes of" in str(read.report())


def test_a_pattern_means_the_files_that_match(tmp_path):
    for name in ("1.tsv", "2.tsv", "3.txt"):
        (tmp_path / name).write_text(row(GDELT_2, GLOBALEVENTID=name[0]))
    assert len(events.read(str(tmp_path / "*.tsv")).files) == 2


def noise(number_of_bytes):
    return bytes((i * i * 7919 >> 5) % 251 for i in range(number_of_bytes))


def cut_zip(path):
    zipped(path, ROW + noise(5000))
    path.write_bytes(path.read_bytes()[:-2000])


def damaged_zip(path):
    zipped(path, ROW + noise(5000))
    whole = bytearray(path.read_bytes())
    whole[300:400] = bytes(100)
    path.write_bytes(whole)


DAMAGED = {
    "cut zip": cut_zip,
    "damaged zip": damaged_zip,
    "zip of nothing": zipped,
    "cut gzip": lambda path: path.write_bytes(gzip.compress(noise(9000))[:-900]),
    "cut zstandard": lambda path: path.write_bytes(
        zstandard.compress(noise(9000))[:-900]
    ),
    "zip within zip": lambda path: zipped(path, b"PK\x03\x04 and no more"),
    "empty": lambda path: path.write_bytes(b""),
    "binary": lambda path: path.write_bytes(noise(9000) + bytes(9)),
    "UTF-16": lambda path: path.write_bytes(ROW.decode().encode("utf-16")),
    "cut Parquet": lambda path: path.write_bytes(b"PAR1" + noise(900)),
    "some other table": lambda path: path.write_text("a,b\n1,2\n"),
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=[*DAMAGED])
def test_a_file_that_cannot_be_read_is_named_and_stays_as_it_is(tmp_path, damage):
    file = tmp_path / "export"
    damage(file)
    before = file.read_bytes()
    with pytest.raises(EventFilesError, match=r"export\b.*; \w+"):
        events.read(file)
    assert file.read_bytes() == before


def test_every_file_that_cannot_be_read_is_named_at_once(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "b").write_bytes(gzip.compress(ROW)[:-9])
    (tmp_path / "c").write_bytes(ROW)
    with pytest.raises(EventFilesError) as told:
        events.read(tmp_path)
    assert [fault.file[-1] for fault in told.value.faults] == ["a", "b"]


def test_files_of_two_formats_are_refused_with_one_of_each(tmp_path):
    (tmp_path / "a").write_text(row(GDELT_1))
    (tmp_path / "b").write_text(row(GDELT_2))
    with pytest.raises(EventsError, match=r"a is GDELT 1.0 .*b is GDELT 2.0"):
        events.read(tmp_path)


def test_a_format_that_does_not_fit_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(ROW)
    with pytest.raises(EventFilesError, match=r"is not GDELT 1.0 .* 61 columns by tab"):
        events.read(tmp_path / "a", format="gdelt-1")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"paths": "nowhere"}, "no file or folder nowhere"),
        ({"paths": "nowhere/*.zip"}, r"No file matches nowhere/\*.zip"),
        ({"paths": []}, "No files are given"),
        ({"paths": "x", "format": "gdelt-3"}, "Did you mean 'gdelt-2'"),
        ({"paths": "x", "engine": "duck"}, "Did you mean 'duckdb'"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_a_sentence(given, said):
    with pytest.raises(EventsError, match=said):
        events.read(**given)


def test_a_folder_without_files_is_refused(tmp_path):
    (tmp_path / ".hidden").write_bytes(ROW)
    with pytest.raises(EventsError, match="has no files"):
        events.read(tmp_path)


def test_what_needs_more_than_the_free_disk_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("utils.events.unpacking.SPARE_MB", 1 << 40)
    zipped(tmp_path / "a", ROW)
    with pytest.raises(EventFilesError, match=r"MB more when unpacked.*make room"):
        events.read(tmp_path / "a")


def test_documents_and_hidden_files_beside_exports_are_passed_by_and_named(tmp_path):
    (tmp_path / "a.CSV").write_bytes(ROW)
    for name in ("README.md", "LICENSE", ".DS_Store", "codebook.pdf"):
        (tmp_path / name).write_bytes(b"some words\n")
    zipped(tmp_path / "notes.docx", b"<words/>")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref")
    read = events.read(tmp_path)
    assert read.daily()["n"].tolist() == [1]
    names = [path.rpartition("/")[2] for path in read.passed_by]
    assert names == [
        *(".DS_Store", ".git"),
        *("LICENSE", "README.md", "codebook.pdf", "notes.docx"),
    ]
    assert re.search("and 1 more are no files of events and were", str(read.report()))


def test_a_document_in_a_zip_is_passed_by_and_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("README.txt", "some words\n")
        archive.writestr("1.CSV", ROW)
    read = events.read(tmp_path / "a.zip")
    assert read.daily()["n"].tolist() == [1]
    said = "a.zip: README.txt is no file of events and was not read."
    assert said in str(read.report())


def test_events_in_a_file_that_is_called_as_documents_are_are_read(tmp_path):
    (tmp_path / "readme.txt").write_bytes(ROW)
    assert events.read(tmp_path).daily()["n"].tolist() == [1]


def test_a_document_that_was_named_itself_is_refused(tmp_path):
    (tmp_path / "README.md").write_text("word\n")
    with pytest.raises(EventFilesError, match="1 column by tabs, 1 by commas"):
        events.read([tmp_path / "README.md"])


def test_a_folder_of_nothing_but_documents_is_refused(tmp_path):
    (tmp_path / "README.md").write_text("some words\n")
    with pytest.raises(EventsError, match=r"No file of events is among .*README\.md"):
        events.read(tmp_path)


@pytest.mark.parametrize("name", ["data.csv", "readme.csv", "2018", "x.xlsx"])
def test_a_broken_file_beside_exports_is_still_named(tmp_path, name):
    (tmp_path / "a.CSV").write_bytes(ROW)
    (tmp_path / name).write_text("no events\n")
    with pytest.raises(EventFilesError, match=f"{name}: is in no format"):
        events.read(tmp_path)
