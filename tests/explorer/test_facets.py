from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.explorer.facets import facets, picker
from utils.explorer.state import ExplorerState
from utils.selection import NOTHING, Selection, select

COLUMNS = {"directions": "direction", "types": "type", "certainty": "certainty"}


@pytest.fixture(scope="module")
def every_facet(case):
    return {facet.field: facet for facet in facets(case)}


@pytest.fixture(scope="module")
def small_facets(small):
    return {facet.field: facet for facet in facets(small)}


@pytest.fixture
def state():
    return ExplorerState(selection=Selection())


@pytest.fixture
def types(small_facets, state):
    return picker(small_facets["types"], state)


def below(acts):
    """Count the acts of each actor, of all that stand below it, and of it alone."""
    paths = [path.split("/") for path in acts["actor_path"]]
    return Counter([part for path in paths for part in [*path, f"{path[-1]}/"]])


@pytest.mark.parametrize("field", [*COLUMNS, "actors"])
@given(data=st.data())
def test_counts_are_those_of_a_group_by(
    case, stock, every_facet, selections, field, data
):
    chosen = data.draw(selections)
    others = chosen.but(**{field: ()}).apply(case.actions)
    told = others.groupby(COLUMNS[field]).size() if field in COLUMNS else below(others)
    counts = every_facet[field].counts(stock.shown(chosen))
    assert counts == {value: told.get(value, 0) for value in counts}


def test_a_group_counts_what_stands_below_it(small_facets, small_stock):
    counts = small_facets["actors"].counts(small_stock.shown(Selection()))
    assert counts == {
        **{"AAA": 3, "AAA/": 2, "AAA_POL": 1},
        **{"BBB": 3, "BBB/": 1, "BBB_MFA": 2, "BBB_MFA/": 1, "BBB_MED": 1},
    }


def test_an_own_filter_leaves_the_counts_of_its_facet(small_facets, small_stock):
    shown = small_stock.shown(select(types="media", directions="BBB>AAA"))
    counts = small_facets["types"].counts(shown)
    assert (counts["media"], counts["diplomatic"], counts["cultural"]) == (1, 1, 0)


def test_every_type_of_the_codebook_is_offered(small_facets, small):
    offered = [option["value"] for option in small_facets["types"].options]
    assert offered == small.codebook.types["type"].tolist()


def test_directions_that_occur_are_offered_by_name(small_facets):
    labels = [option["label"] for option in small_facets["directions"].options]
    assert labels == [
        *("Altania → Bestovia", "Bestovia → Altania", "Bestovia → Bestovia")
    ]


def test_an_actor_is_found_by_its_native_name_and_its_code(small_facets):
    police = small_facets["actors"].options[2]
    assert police["also"] == "Alt polis AAA_POL"


def test_one_that_acts_beside_those_below_it_can_be_ticked_alone(small_facets):
    labels = {o["value"]: o["label"] for o in small_facets["actors"].options}
    assert labels["BBB_MFA/"] == "Foreign ministry of Bestovia itself"
    assert "AAA_POL/" not in labels


def test_the_sides_of_the_case_come_first(every_facet):
    options = every_facet["actors"].options
    roots = [option["value"] for option in options if not option["parent"]]
    assert roots[:2] == ["AZE", "RUS"]


def test_a_tick_is_written_into_the_selection(types, state):
    types.chosen = ["media"]
    assert state.selection == select(types="media")


def test_a_tick_leaves_every_other_filter(types, state):
    state.selection = select(since="2025-06-01", actors="AAA")
    types.chosen = ["media"]
    assert state.selection == select(since="2025-06-01", actors="AAA", types="media")


def test_no_tick_at_all_asks_for_nothing(types, state):
    types.chosen = []
    assert state.selection == select(types=[NOTHING])


def test_all_ticks_leave_the_matter_open(types, state):
    state.selection = select(types="media")
    types.chosen = None
    assert state.selection == Selection()


@pytest.mark.parametrize(
    ("wanted", "ticked"),
    [([], None), ([NOTHING], []), (["media", "cultural"], ["cultural", "media"])],
    ids=["open", "nothing", "two"],
)
def test_a_selection_from_code_moves_the_ticks(types, state, wanted, ticked):
    types.chosen = ["diplomatic"]
    state.selection = select(types=wanted)
    assert types.chosen == ticked


def test_a_value_that_is_not_offered_is_not_rewritten(small_facets, state):
    actors = picker(small_facets["actors"], state)
    state.selection = select(actors=["AAA_POL/", "BBB"])
    assert actors.chosen == ["BBB"]
    assert state.selection == select(actors=["AAA_POL/", "BBB"])


def test_pickers_of_two_facets_do_not_echo(small_facets, state):
    heard = []
    picker(small_facets["types"], state)
    directions = picker(small_facets["directions"], state)
    state.observe(heard.append, "selection")
    directions.chosen = ["AAA>BBB"]
    assert len(heard) == 1
