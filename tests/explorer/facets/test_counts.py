"""The numbers beside the options are those of a group-by under the other filters."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.explorer.facets import facets
from utils.selection import NOTHING, Selection, select

COLUMNS = {
    "directions": "direction",
    "types": "type",
    "forms": "form",
    "tones": "tone",
    "certainty": "certainty",
}
PARTIES = {"actors": "actor", "targets": "target"}
FIELDS = [*COLUMNS, *PARTIES, "sides", "only_sides", "n_sources"]


@pytest.fixture(scope="module")
def every_facet(case):
    return {facet.field: facet for facet in facets(case)}


@pytest.fixture(scope="module")
def small_facets(small):
    return {facet.field: facet for facet in facets(small)}


def told_by_pandas(acts: pd.DataFrame, field: str) -> Counter:
    """Count the acts of each value, as a reader of the table would."""
    if field in COLUMNS:
        return Counter(acts.groupby(COLUMNS[field]).size().to_dict())
    if field == "n_sources":
        return Counter(str(n) if n < 4 else "4+" for n in acts["n_sources"])
    if field == "sides":
        return Counter(acts["sides"].astype(str).str.split(";").explode())
    if field == "only_sides":
        return Counter(acts["sides"].astype(str))
    who = PARTIES[field]
    country, role, body = (
        acts[f"{who}_{n}"].astype(str) for n in ("country", "role", "id")
    )
    named = body != country
    alone = body + "/"
    return Counter([*country, *(country + ":" + role)[named], *body[named], *alone])


@pytest.mark.parametrize("field", FIELDS)
@given(data=st.data())
def test_counts_are_those_of_a_group_by(
    case, stock, every_facet, selections, field, data
):
    chosen = data.draw(selections)
    told = told_by_pandas(chosen.but(**{field: ()}).apply(case.actions), field)
    counts = every_facet[field].counts(stock.shown(chosen))
    assert counts == {value: told[value] for value in counts}


def test_a_country_counts_its_roles_and_a_role_its_bodies(small_facets, small_stock):
    counts = small_facets["actors"].counts(small_stock.shown(Selection()))
    assert counts == {
        **{"AAA": 3, "AAA/": 2, "AAA:law_enforcement": 1, "AAA_POL": 1},
        **{"BBB": 3, "BBB/": 1, "BBB:foreign_ministry": 1, "BBB_MFA/": 1},
        **{"BBB:state_media": 1, "BBB_MED": 1},
    }


def test_an_own_filter_leaves_the_counts_of_its_facet(small_facets, small_stock):
    shown = small_stock.shown(select(types="media", directions="BBB>AAA"))
    counts = small_facets["types"].counts(shown)
    assert (counts["media"], counts["diplomatic"], counts["cultural"]) == (1, 1, 0)


def test_a_target_is_counted_apart_from_an_actor(small_facets, small_stock):
    counts = small_facets["targets"].counts(small_stock.shown(select(actors="AAA")))
    found = [counts[body] for body in ("AAA", "BBB", "BBB/", "BBB_MFA/")]
    assert found == [0, 3, 2, 1]


def test_an_act_of_two_sides_counts_for_both(small_facets, small_stock):
    counts = small_facets["sides"].counts(small_stock.shown(Selection()))
    assert (counts["western"], counts["other"], counts["turkish"]) == (5, 1, 0)


def test_acts_are_counted_by_their_number_of_sources(small_facets, small_stock):
    counts = small_facets["n_sources"].counts(small_stock.shown(select(types="media")))
    assert counts == {"1": 2, "2": 0, "3": 0, "4+": 0}


def test_where_nothing_is_ticked_the_facet_still_counts(small_facets, small_stock):
    shown = small_stock.shown(select(tones=[NOTHING]))
    assert sum(small_facets["tones"].counts(shown).values()) == 6
    assert sum(small_facets["types"].counts(shown).values()) == 0
