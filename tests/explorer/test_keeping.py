import json

import pytest

from utils import select
from utils.errors import InquiryFileError
from utils.explorer import explore
from utils.explorer.inquiry import Inquiry
from utils.explorer.opening import opening


@pytest.fixture
def desk(small):
    return explore(small)


@pytest.fixture
def bar(desk):
    return desk.keeping.bar


@pytest.fixture
def press(bar):
    """Send what the buttons and the keys send."""
    return lambda do, **more: bar._handle_custom_msg({"do": do, **more}, [])


def ids(desk):
    return desk.acts["action_id"].tolist()


def test_a_change_is_taken_back_and_made_again(desk, press):
    desk.pickers["types"].chosen = ["media"]
    press("undo")
    assert ids(desk) == ["a1", "a2", "a3", "a4"]
    assert desk.pickers["types"].chosen is None
    press("redo")
    assert ids(desk) == ["a3"]
    assert desk.pickers["types"].chosen == ["media"]


def test_a_step_says_what_it_did(desk, bar, press):
    desk.pickers["types"].chosen = ["media"]
    said = []
    for step in ("undo", "redo", "reset"):
        press(step)
        said.append(bar.answer["words"])
    assert said == [
        "Undone: type: media → all",
        "Done again: type: all → media",
        "Reset: type: media → all",
    ]


def test_what_was_said_goes_with_the_next_change(desk, bar, press):
    desk.pickers["types"].chosen = ["media"]
    press("undo")
    desk.pickers["types"].chosen = ["cultural"]
    assert bar.answer["words"] == ""


def test_a_reset_can_be_taken_back(desk, press):
    desk.pickers["types"].chosen = ["media"]
    press("reset")
    press("undo")
    assert desk.selection == opening(desk.case).but(types="media")


@pytest.mark.parametrize("step", ["undo", "redo", "reset"])
def test_where_there_is_nothing_to_do_that_is_said(desk, bar, press, step):
    press(step)
    assert bar.answer["words"].startswith("There is nothing to ")
    assert desk.inquiry == Inquiry(opening(desk.case))


def test_the_bar_knows_which_ways_are_open(desk, bar, press):
    ways = [(bar.can_undo, bar.can_redo)]
    desk.pickers["types"].chosen = ["media"]
    ways.append((bar.can_undo, bar.can_redo))
    press("undo")
    ways.append((bar.can_undo, bar.can_redo))
    assert ways == [(False, False), (True, False), (False, True)]


def test_another_view_is_no_step_but_is_kept(desk, bar, press):
    desk.state.ask(view="table")
    assert not bar.can_undo
    assert json.loads(bar.file)["inquiry"]["view"] == "table"
    desk.pickers["types"].chosen = ["media"]
    press("undo")
    assert desk.inquiry.view == "table"


def test_a_saved_file_is_opened_again(desk, bar, press):
    desk.pickers["types"].chosen = ["media"]
    desk.state.ask(view="tension", half_life_days=7)
    kept, wanted = bar.file, desk.inquiry
    press("reset")
    press("open", name="mine.json", text=kept)
    assert desk.inquiry == wanted
    assert bar.answer == {
        "n": bar.answer["n"],
        "words": "mine.json is opened.",
        "urgent": False,
    }


def test_opening_a_file_is_one_step(desk, bar, press):
    kept = bar.file
    desk.inquiry = Inquiry(select(types="media"), per="week")
    press("open", name="mine.json", text=kept)
    press("undo")
    assert desk.inquiry == Inquiry(select(types="media"), per="week")


def test_a_file_of_other_data_is_opened_and_that_is_said(bar, press):
    told = json.loads(bar.file)
    told["case"]["checksum"] = "0"
    press("open", name="mine.json", text=json.dumps(told))
    assert "mine.json is opened. The data have changed" in bar.answer["words"]


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("format", "demarche-chart"),
        ("case", {"name": "another"}),
        ("inquiry", {"view": "map"}),
        ("inquiry", {"selection": {"types": ["medai"]}}),
        ("inquiry", {"scale": "goldstien"}),
        ("inquiry", {"selection": {"text": "\ud800"}}),
        ("inquiry", {"\ud800": 1}),
    ],
)
def test_a_file_that_is_refused_changes_nothing(desk, bar, press, part, value):
    before, told = desk.inquiry, json.loads(bar.file)
    told[part] = value
    press("open", name="mine.json", text=json.dumps(told))
    assert desk.inquiry == before
    assert not bar.can_undo
    assert bar.answer["urgent"]
    assert bar.answer["words"].startswith("mine.json was not opened: ")
    assert bar.answer["words"].encode()


def test_a_file_is_named_after_its_case(bar):
    assert bar.file_name == "small-inquiry.json"


def test_a_view_that_is_not_there_is_refused_before_anything_changes(desk):
    before = desk.inquiry
    with pytest.raises(Exception, match="no view 'map'"):
        desk.inquiry = before.but(view="map", per="week")
    assert desk.inquiry == before


def test_what_is_asked_is_saved_and_opened_by_code(desk, small, tmp_path):
    desk.selection = select(types="media")
    path = desk.save(tmp_path / "mine.json")
    assert explore(small, path).selection == select(types="media")
    assert explore(small, str(path), per="week").inquiry.per == "week"
    desk.keeping.reset()
    desk.open_saved(path)
    assert ids(desk) == ["a3", "a6"]


def test_code_that_opens_other_data_is_warned(desk, small, tmp_path):
    path = desk.save(tmp_path / "mine.json")
    path.write_text(path.read_text().replace(small.checksum, "0"))
    with pytest.warns(UserWarning, match="The data have changed since"):
        explore(small, path)


def test_code_is_told_of_a_file_that_is_refused(desk, tmp_path):
    (tmp_path / "mine.json").write_text("{}")
    with pytest.raises(InquiryFileError, match="no saved inquiry"):
        desk.open_saved(tmp_path / "mine.json")
