import pytest

from utils.explorer.inquiry import Inquiry
from utils.explorer.state import ExplorerState
from utils.explorer.text_picker import TextField, TextPicker
from utils.selection import select


@pytest.fixture
def state():
    return ExplorerState(Inquiry(select(types="media", text="Baku")))


@pytest.fixture
def field(state):
    return TextPicker(state).widget


def test_the_field_opens_on_the_text_of_the_selection(field):
    assert field.text == "Baku"


def test_what_is_typed_is_written_into_the_selection(field, state):
    field.text = "Şuşa"
    assert state.selection == select(types="media", text="Şuşa")


def test_a_field_that_is_cleared_seeks_nothing(field, state):
    field.text = ""
    assert state.selection == select(types="media")


def test_a_selection_from_code_moves_the_field_and_is_not_echoed(field, state):
    heard = []
    state.observe(heard.append, "inquiry")
    state.ask(selection=select(text="Moscow"))
    assert (field.text, len(heard)) == ("Moscow", 1)


def test_half_a_character_is_left_out(field, state):
    field.text = "Bak\ud83d"
    assert state.selection.text == "Bak"


def test_no_script_of_ours_can_turn_data_into_markup():
    assert "innerHTML" not in TextField._esm
