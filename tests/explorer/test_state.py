import pytest
from traitlets import TraitError

from utils.explorer.inquiry import Inquiry
from utils.explorer.state import STEPS, ExplorerState
from utils.selection import select


@pytest.fixture
def state():
    return ExplorerState(Inquiry(select(types="media")))


@pytest.fixture
def heard(state):
    told = []
    state.observe(lambda change: told.append(change.new.selection), "inquiry")
    return told


def test_an_equal_selection_tells_nobody(state, heard):
    state.selection = select(types="media")
    assert heard == []
    assert not state.can_undo


def test_another_selection_is_told_once(state, heard):
    state.selection = select(types="judicial")
    assert heard == [select(types="judicial")]


def test_only_an_inquiry_can_be_asked(state):
    with pytest.raises(TraitError, match="Inquiry"):
        state.inquiry = {"types": "media"}


def test_no_act_is_chosen_at_first(state):
    assert (state.act, state.choice.rows) == ("", ())


def test_changes_are_taken_back_in_turn_and_made_again(state, heard):
    state.ask(per="week")
    state.selection = select(types="judicial")
    for step in (state.undo, state.undo, state.redo, state.redo):
        step()
    assert heard[2:] == [select(types=it) for it in ["media"] * 3 + ["judicial"]]
    assert state.inquiry == Inquiry(select(types="judicial"), per="week")


def test_where_there_is_nothing_to_take_back_nobody_is_told(state, heard):
    state.undo()
    state.redo()
    assert heard == []


def test_a_new_change_ends_what_could_be_made_again(state):
    state.ask(per="week")
    state.undo()
    state.ask(per="day")
    assert (state.can_undo, state.can_redo) == (True, False)


def test_the_view_on_top_is_no_step_and_stays(state):
    state.ask(per="week")
    state.ask(view="table")
    state.undo()
    assert (state.inquiry.view, state.inquiry.per) == ("table", "month")
    assert not state.can_undo


def test_the_last_hundred_changes_can_be_taken_back(state):
    for days in range(1, STEPS + 11):
        state.ask(half_life_days=days)
    for _ in range(STEPS + 11):
        state.undo()
    assert state.inquiry.half_life_days == 10
