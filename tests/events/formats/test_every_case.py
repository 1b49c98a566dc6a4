"""Files of every format become acts and cases."""

import pytest
from event_rows import ANY, read

from utils import charts, measures
from utils.events.case_tables import tables_of_events
from utils.events.ontology import book
from utils.selection import Selection, select
from utils.tables import case_of


@pytest.fixture(params=sorted(ANY))
def found(request, tmp_path):
    """Give one event of each format in turn."""
    other = {"ccode": "371", "insidea": "0"} if request.param == "cow-mid" else {}
    return read(tmp_path, request.param, {}, other)


def test_a_file_of_any_format_becomes_a_case_and_day_cells_the_same_one(found):
    case, cells = found.case(), found.case(most=0)
    assert measures.counts(case.actions)["n"].sum() == found.daily()["n"].sum()
    assert measures.counts(cells.actions)["n"].sum() == found.daily()["n"].sum()
    assert len(case.sides) == 2
    assert set(case.actors["role"]) > {"country"} or len(case.actors) == 2


def test_its_tables_are_sound_by_the_rules_of_a_case(found):
    rows = found.engine.collected(found.chosen)
    tables = tables_of_events(rows, found.format.ontology)
    words = book(found.format.ontology)
    made = case_of(tables, sides=found.case().sides, codebook=words)
    assert len(made.actions) == len(rows)


def test_an_event_is_chosen_by_its_id_even_where_the_file_gives_none(found):
    ids = found.acts()["action_id"].tolist()
    assert found.within(select(acts=ids)).daily()["n"].sum() >= 1
    assert found.within(select(without=ids)).daily()["n"].sum() == 0


def test_its_charts_say_that_events_were_coded(found):
    case = found.case()
    drawn = charts.matrix(
        measures.who_towards_whom(case.actions), about=case.about(Selection())
    )
    assert "coded event" in drawn.layout.meta["words"]["title"]


def test_an_actor_is_chosen_alike_by_the_engine_and_by_the_acts(found):
    acts = found.acts()
    if acts["direction"].astype("str").str.contains("--").any():
        return
    chosen = select(actors=[acts["actor_id"].astype("str").iloc[0]])
    asked = found.within(chosen).acts()
    assert asked["action_id"].tolist() == chosen.apply(acts)["action_id"].tolist()
