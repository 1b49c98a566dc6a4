import pytest
from traitlets import TraitError

from utils.explorer.state import ExplorerState
from utils.selection import select


@pytest.fixture
def state():
    return ExplorerState(selection=select(types=["media"]))


@pytest.fixture
def heard(state):
    told = []
    state.observe(lambda change: told.append(change.new), "selection")
    return told


def test_an_equal_selection_tells_nobody(state, heard):
    state.selection = select(types="media")
    assert heard == []


def test_another_selection_is_told_once(state, heard):
    state.selection = select(types="judicial")
    assert heard == [select(types="judicial")]


def test_only_a_selection_can_be_looked_at(state):
    with pytest.raises(TraitError, match="Selection"):
        state.selection = {"types": "media"}


def test_no_act_is_chosen_at_first(state):
    assert state.act == ""
