from datetime import date
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from utils import Selection, select
from utils.errors import SelectionError
from utils.selection import NOTHING

COLUMNS = {
    "actors": "actor_path",
    "targets": "target_path",
    "directions": "direction",
    "types": "type",
    "forms": "form",
    "tones": "tone",
    "certainty": "certainty",
    "sides": "sides",
    "only_sides": "sides",
}
KNOWN = {
    "actors": ["A", "A_GOV", "A_GOV_MFA", "B", "B_DUMA"],
    "targets": ["A", "A_GOV", "B", "B_DUMA", "C"],
    "directions": ["A>B", "B>A", "B--C"],
    "types": ["cultural", "judicial", "media", "military"],
    "forms": ["accuse", "arrest", "visit"],
    "tones": ["hostile", "warm"],
    "certainty": ["said", "sure"],
    "sides": ["state_a", "state_b", "free_b"],
    "only_sides": ["state_a", "state_b", "free_b"],
}
odd = st.text(min_size=1, max_size=8)
letters = st.characters(exclude_characters=">-", exclude_categories=["Cs"])
ends = st.text(letters, min_size=1)
ways = st.builds("{}{}{}".format, ends, st.sampled_from([">", "--"]), ends)
days = st.dates(date(2025, 1, 1), date(2025, 3, 9)).map(str)
periods = st.one_of(
    st.just({}),
    days.map(lambda day: {"since": day}),
    days.map(lambda day: {"until": day}),
    st.tuples(days, days).map(lambda p: {"since": min(p), "until": max(p)}),
)
law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def selections(lists, text):
    others = {"dates": st.sampled_from(["possibly", "certainly"]), "text": text}
    fields = st.fixed_dictionaries({}, optional=lists | others)
    return st.builds(lambda wanted, period: select(**wanted | period), fields, periods)


apt = selections(
    {name: st.lists(st.sampled_from([*KNOWN[name], NOTHING])) for name in KNOWN},
    text=st.sampled_from(["a", "COURT", "şuşa", "", "zzz"]),
)
strange = selections(
    {name: st.lists(odd) for name in KNOWN} | {"directions": st.lists(ways)},
    text=st.text(),
)


@law
@given(chosen=apt)
def test_selecting_twice_is_selecting_once(acts, chosen):
    once = chosen.apply(acts)
    assert chosen.apply(once).equals(once)


@law
@given(chosen=apt)
def test_what_is_selected_is_a_part_of_the_table_in_its_order(acts, chosen):
    found = chosen.apply(acts)
    assert found.equals(acts.loc[found.index])
    assert found.index.is_monotonic_increasing


@law
@given(chosen=apt)
def test_a_selection_is_what_all_its_conditions_keep(acts, chosen):
    period = {"dates": chosen.dates}
    fields = [{name: getattr(chosen, name)} for name in [*COLUMNS, "text"]]
    fields += [{"since": chosen.since} | period, {"until": chosen.until} | period]
    kept = [set(select(**field).apply(acts)["action_id"]) for field in fields]
    assert set(chosen.apply(acts)["action_id"]) == set.intersection(*kept)


@law
@given(chosen=apt, more=st.sampled_from(sorted(COLUMNS)))
def test_opening_a_field_loses_no_act(acts, chosen, more):
    found = set(chosen.apply(acts)["action_id"])
    assert found <= set(chosen.but(**{more: []}).apply(acts)["action_id"])


def test_an_empty_selection_keeps_every_act(acts):
    assert select().apply(acts).equals(acts)


def test_the_table_given_is_not_changed(acts):
    before = acts.copy()
    select(types="media", text="a", since="2025").apply(acts)
    assert acts.equals(before)


@given(chosen=strange)
def test_a_query_reads_back(chosen):
    assert Selection.from_query(chosen.to_query()) == chosen


@given(chosen=strange)
def test_code_makes_the_selection_again(chosen):
    assert eval(chosen.to_code(), {"select": select}) == chosen


@given(chosen=strange)
def test_reversed_twice_is_the_same(chosen):
    assert chosen.reversed().reversed() == chosen


@given(chosen=strange)
def test_any_selection_says_itself(chosen):
    assert chosen.describe()


names = st.sampled_from([*COLUMNS, "since", "until", "dates", "text", "other"])
nearly = st.lists(
    st.tuples(names, st.one_of(odd.map(quote), odd, days, ways)).map("=".join)
).map("&".join)


@given(query=st.one_of(st.text(), nearly))
@example(query="since=2025&since=2025-01&types=%")
@example(query="\0=\0")
@example(query="&&&")
@example(query="types=%80%FF")
def test_junk_is_refused_in_words_or_read(query):
    try:
        chosen = Selection.from_query(query)
    except SelectionError:
        return
    assert Selection.from_query(chosen.to_query()) == chosen


@pytest.mark.parametrize("name", COLUMNS)
def test_every_list_is_a_condition_on_its_column(acts, name):
    value = KNOWN[name][0]
    assert 0 < len(select(**{name: value}).apply(acts)) < 5
    with pytest.raises(SelectionError, match=f"no column {COLUMNS[name]}"):
        select(**{name: value}).apply(acts.drop(columns=COLUMNS[name]))
