import pytest

from utils.explorer.facets import facets, picker
from utils.explorer.inquiry import Inquiry
from utils.explorer.state import ExplorerState
from utils.selection import NOTHING, Selection, select


@pytest.fixture(scope="module")
def small_facets(small):
    return {facet.field: facet for facet in facets(small)}


@pytest.fixture
def state():
    return ExplorerState(Inquiry())


@pytest.fixture
def types(small_facets, state):
    return picker(small_facets["types"], state)


@pytest.fixture
def actors(small_facets, state):
    return picker(small_facets["actors"], state)


def test_a_tick_is_written_into_the_selection(types, state):
    types.chosen = ["media"]
    assert state.selection == select(types="media")


def test_a_tick_leaves_every_other_filter(types, state):
    state.ask(selection=select(since="2025-06-01", actors="AAA"))
    types.chosen = ["media"]
    assert state.selection == select(since="2025-06-01", actors="AAA", types="media")


def test_no_tick_at_all_asks_for_nothing(types, state):
    types.chosen = []
    assert state.selection == select(types=[NOTHING])


def test_all_ticks_leave_the_matter_open(types, state):
    state.ask(selection=select(types="media"))
    types.chosen = None
    assert state.selection == Selection()


def test_a_tick_can_be_undone(types, state):
    types.chosen = ["media"]
    state.undo()
    assert (state.selection, types.chosen) == (Selection(), None)


@pytest.mark.parametrize(
    ("wanted", "ticked"),
    [([], None), ([NOTHING], []), (["media", "cultural"], ["cultural", "media"])],
    ids=["open", "nothing", "two"],
)
def test_a_selection_from_code_moves_the_ticks(types, state, wanted, ticked):
    types.chosen = ["diplomatic"]
    state.ask(selection=select(types=wanted))
    assert types.chosen == ticked


@pytest.mark.parametrize(
    ("ticked", "asked"),
    [
        (["AAA"], ["AAA"]),
        (["AAA:law_enforcement"], ["AAA_POL"]),
        (["BBB:foreign_ministry", "BBB:state_media"], ["BBB_MFA"]),
        (["BBB:foreign_ministry"], ["BBB_MFA/"]),
        (["AAA/", "BBB"], ["AAA/", "BBB"]),
    ],
    ids=str,
)
def test_ticks_in_the_tree_become_ids_of_bodies(actors, state, ticked, asked):
    actors.chosen = ticked
    assert state.selection == select(actors=asked)


def test_a_body_from_code_ticks_all_that_stands_below_it(actors, state):
    state.ask(selection=select(actors=["BBB_MFA"]))
    assert actors.chosen == ["BBB_MFA/", "BBB_MED"]


@pytest.mark.parametrize(
    "written",
    [["AAA_POL/", "BBB"], ["BBB", "BBB_MED"], ["AAA", "BBB"], ["BBB_MFA/"]],
    ids=str,
)
def test_a_selection_from_code_stays_as_it_was_written(actors, state, written):
    state.ask(selection=select(actors=written))
    assert state.selection == select(actors=written)


def test_a_choice_of_the_reader_is_not_sent_back_in_other_words(actors, state):
    heard = []
    actors.observe(heard.append, "chosen")
    actors.chosen = ["BBB"]
    assert [change.new for change in heard] == [["BBB"]]
    assert state.selection == select(actors="BBB")


def test_pickers_of_two_facets_do_not_echo(small_facets, types, state):
    heard = []
    directions = picker(small_facets["directions"], state)
    state.observe(heard.append, "inquiry")
    directions.chosen = ["AAA>BBB"]
    assert len(heard) == 1


def test_a_picker_opens_as_its_facet_does(small_facets, state):
    pickers = {name: picker(facet, state) for name, facet in small_facets.items()}
    assert [name for name, each in pickers.items() if each.unfolded] == [
        *("directions", "types", "actors")
    ]
