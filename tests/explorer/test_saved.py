import pytest

from utils import select
from utils.errors import ExportError, InquiryFileError
from utils.explorer.inquiry import Inquiry
from utils.explorer.inquiry_file import Opened
from utils.explorer.saved import open_inquiry, save_inquiry

ASKED = Inquiry(select(types="media", text="Bakı"), view="tension")


def test_what_is_saved_is_opened_again(tmp_path, small):
    path = save_inquiry(tmp_path / "mine.json", ASKED, small, overwrite=False)
    assert path == tmp_path / "mine.json"
    assert open_inquiry(path, small) == Opened(ASKED)
    assert "Bakı" in path.read_text("utf-8")


def test_a_path_is_seen_from_the_working_folder(tmp_path, small, monkeypatch):
    monkeypatch.chdir(tmp_path)
    save_inquiry("mine.json", ASKED, small, overwrite=False)
    assert open_inquiry("mine.json", small) == Opened(ASKED)


def test_a_file_is_overwritten_only_when_asked(tmp_path, small):
    path = save_inquiry(tmp_path / "mine.json", ASKED, small, overwrite=False)
    with pytest.raises(ExportError, match=r"mine\.json is there already"):
        save_inquiry(path, Inquiry(), small, overwrite=False)
    assert open_inquiry(path, small) == Opened(ASKED)
    save_inquiry(path, Inquiry(), small, overwrite=True)
    assert open_inquiry(path, small) == Opened(Inquiry())


def test_a_folder_that_is_not_there_is_not_made(tmp_path, small):
    with pytest.raises(ExportError, match="is no folder"):
        save_inquiry(tmp_path / "nowhere" / "mine.json", ASKED, small, overwrite=False)
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", ["nothing.json", "", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, small, name):
    with pytest.raises(InquiryFileError, match="cannot be read: "):
        open_inquiry(f"{tmp_path}/{name}", small)


def test_no_more_is_read_than_a_saved_inquiry_may_have(tmp_path, small):
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 2_000_000)
    with pytest.raises(InquiryFileError, match="larger than a saved inquiry"):
        open_inquiry(path, small)
