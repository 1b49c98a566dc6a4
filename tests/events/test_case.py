"""Events of a file as acts, as day cells and as a case."""

from functools import cache
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_events import events_of, row

from utils import charts, events, load, measures
from utils.errors import EventsError, SelectionError
from utils.events.case_tables import tables_of_events
from utils.events.ontology import book, shelf
from utils.selection import Selection, select
from utils.tables import case_of

ROWS = [
    ("1", "2018-01-02", "AZEGOV", "RUS", "112"),
    ("2", "2018-01-02", "AZE", "RUSMIL", "112"),
    ("3", "2018-01-03", "RUSLEG", "AZE", "042"),
    row("4", "2018-01-04", "AZE", "GEO", "141", SOURCEURL="https://www.x.org/a?b"),
    row("5", "2018-01-04", "RUSX", "AZE", "112", Actor1Name="SOMEBODY", SOURCEURL="X"),
    ("6", "2018-01-04", "RUS", "", "112"),
]


@pytest.fixture(scope="module")
def six(tmp_path_factory):
    """Give six rows, of which five name both countries."""
    return events_of(tmp_path_factory.mktemp("events"), ROWS)


@pytest.fixture(scope="module")
def case(six):
    return six.case(("RUS", "AZE"))


def test_an_event_is_an_act_with_its_code_its_parties_and_its_days(six):
    act = six.acts().iloc[0]
    assert act["summary"] == (
        "Coded 112 (Accuse, not specified below): Azerbaijan (government) towards "
        "Russia."
    )
    assert (act["date"], act["cameo"], act["tone"]) == (
        *("2018-01-02", "112", "conflictual"),
    )
    assert (act["direction"], act["actor_path"]) == ("AZE>RUS", "AZE/AZEGOV")
    assert (act["certainty"], act["quad"], act["quad_given"]) == ("reported", "3", "1")


def test_a_body_is_named_by_what_it_is_and_any_other_by_the_file(case):
    names = case.actors.set_index("actor_id")["name"]
    assert names["RUSLEG"] == "Russia (legislature)"
    assert names["RUSX"] == "SOMEBODY"
    roles = case.actors.set_index("actor_id")["role"].astype("str")
    assert roles[["RUSMIL", "RUSX", "RUS"]].tolist() == ["mil", "other", "country"]


def test_an_address_and_an_agency_are_sources_and_nothing_is_none(case):
    assert case.actions["n_sources"].tolist() == [0, 0, 0, 1, 1]
    assert set(case.sources["publisher"]) == {"x.org", "X"}
    assert set(case.sources["url"]) == {"https://www.x.org/a?b", ""}


def test_a_case_says_what_it_counts_and_where_it_is_from(case):
    assert case.sides == ("AZE", "RUS")
    assert case.dense_period == ("2018-01-02", "2018-01-04")
    about = case.about(select(directions=["AZE>RUS"]))
    assert (about.n_actions, about.unit) == (2, "machine-coded event")
    assert about.note.startswith("Counted are reports, not happenings")
    assert str(case.cite()).startswith("The GDELT Project, GDELT 2.0 Event Database.")


def test_the_sides_are_those_with_most_between_them_unless_given(six):
    assert six.case().sides == ("AZE", "RUS")
    assert six.case(["GEO", "AZE"]).sides == ("AZE", "GEO")


def test_the_tables_are_sound_by_the_rules_of_a_case(six):
    found = six.engine.collected(six.chosen)
    whole = {"sides": ["AZE", "RUS"], "codebook": book("cameo")}
    case = case_of(tables_of_events(found, "cameo"), **whole)
    assert len(case.actions) == 5


def test_the_scope_stands_in_the_title_and_bounds_the_period(six):
    chosen = six.within(select(since="2018-01-01", until="2018-01-03")).case()
    assert chosen.title == "GDELT 2.0 Events (acts from 1 Jan 2018 to 3 Jan 2018)"
    assert chosen.dense_period == ("2018-01-01", "2018-01-03")


def test_more_events_than_can_be_shown_one_by_one_become_day_cells(six):
    cells = six.case(most=2).actions
    assert cells["n"].tolist() == [2, 1, 1, 1]
    assert cells["summary"].iloc[0] == (
        "2 events coded 112 (Accuse, not specified below): Azerbaijan towards Russia."
    )
    assert cells["action_id"].iloc[0] == "2018-01-02-AZE-RUS-112"


def test_too_many_events_or_cells_are_refused_with_what_would_do(six):
    with pytest.raises(EventsError, match=r"are 5, and at most 2 .* take cells\(\)"):
        six.acts(most=2)
    with pytest.raises(EventsError, match="more than 3 day cells; choose fewer"):
        six.cells(most=3)


def test_no_events_make_no_case(six):
    with pytest.raises(EventsError, match="chosen are acts until 31 Dec 1999"):
        six.within(select(until="1999")).case()


@pytest.mark.parametrize("sides", ["AZE", ["AZE"], ["AZE", "AZE"], ["AZE", "XXX"]])
def test_sides_that_are_no_two_parties_are_refused(six, sides):
    with pytest.raises(EventsError, match=r"two countries|No chosen event has XXX"):
        six.case(sides)


def test_the_case_is_the_same_each_time(six, case):
    assert six.case(("AZE", "RUS")).checksum == case.checksum
    assert six.within(select(types=["consult"])).case().checksum != case.checksum


def test_a_chart_of_a_case_of_events_says_so(case):
    drawn = charts.butterfly(measures.counts(case.actions), about=case.about(select()))
    assert "machine-coded events" in drawn.layout.title.text


def test_events_of_the_bundled_file_make_a_case(repository):
    read = events.read(repository / "data" / "gdelt-sample" / "*.CSV")
    case = read.case()
    assert (case.sides, len(case.sources)) == (("AZE", "IRN"), 8)
    assert set(case.actors["name"]) >= {"Azerbaijan (government)", "Iran"}


CODES = ["010", "042", "043", "040", "112", "1121", "141", "190"]
PARTIES = ["AZE", "AZEGOV", "RUS", "RUSMIL", "GEO", ""]


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Give the events of 150 rows of three days, drawn by lot."""
    dice = Random(7)
    rows = [
        (
            str(number),
            dice.choice(["2018-01-01", "2018-01-02", "2018-02-28"]),
            *(dice.choice(PARTIES), dice.choice(PARTIES), dice.choice(CODES)),
        )
        for number in range(150)
    ]
    return events_of(tmp_path_factory.mktemp("many"), rows)


def test_acts_and_cells_count_and_weigh_like_the_engine(many):
    scale = shelf("cameo").scales()["goldstein-icews"]
    asked = many.daily(scale)
    columns = ["date", "direction", "type", "tone", "n", "weight"]
    expected = {
        (f"{day:%Y-%m-%d}", *by): (n, pytest.approx(weight))
        for day, *by, n, weight in asked[columns].itertuples(index=False)
    }
    cells = many.cells()
    assert sums(measures.weigh(many.acts(), scale)) == expected
    assert sums(measures.weigh(cells, scale)) == expected


def sums(acts):
    n = acts["n"] if "n" in acts else pd.Series(1, acts.index)
    keys = [acts["earliest"].dt.strftime("%Y-%m-%d")]
    keys += [acts[it].astype("str") for it in ("direction", "type", "tone")]
    each = pd.DataFrame({"n": n, "weight": n * acts["weight"].fillna(0)})
    added = each.groupby([key.to_numpy() for key in keys]).sum()
    return {key: (n, weight) for key, n, weight in added.itertuples()}


def test_the_measures_of_acts_and_of_cells_are_the_same(many):
    acts, cells = many.case().actions, many.case(most=1).actions
    scale = shelf("cameo").scales()["goldstein-icews"]
    for asked in ({}, {"per": "day", "by": ["direction", "type"]}):
        one, other = (measures.counts(frame, **asked) for frame in (acts, cells))
        pd.testing.assert_frame_equal(one, other)
    one, other = (measures.tension(measures.weigh(it, scale)) for it in (acts, cells))
    pd.testing.assert_frame_equal(one, other)


def some(*values):
    return st.sets(st.sampled_from(values), max_size=3)


selections = st.builds(
    Selection,
    actors=some("AZE", "AZE/", "AZEGOV", "RUSMIL", "GEO"),
    targets=some("RUS", "RUS/", "AZEGOV"),
    directions=some("AZE>RUS", "RUS>AZE", "AZE>GEO", "AZE>AZE"),
    types=some("consult", "disapprove", "fight"),
    forms=some("040", "042", "1121", "190"),
    tones=some("cooperative", "conflictual"),
    since=st.sampled_from(["", "2018-01-02"]),
    until=st.sampled_from(["", "2018-01-31"]),
    dates=st.sampled_from(["possibly", "certainly"]),
)


@settings(max_examples=12)
@given(selections)
def test_a_selection_keeps_the_same_events_by_the_engine_and_by_the_acts(many, chosen):
    kept = chosen.apply(all_of(many))
    found = many.row_by_row().within(chosen).acts()
    assert found["action_id"].tolist() == kept["action_id"].tolist()


@cache
def all_of(events):
    return events.row_by_row().acts()


def test_events_are_chosen_and_left_out_by_their_ids(many):
    ids = all_of(many)["action_id"].tolist()
    each = many.row_by_row()
    assert each.within(select(acts=ids[:3])).acts()["action_id"].tolist() == ids[:3]
    assert each.within(select(without=ids[:3])).acts()["action_id"].tolist() == ids[3:]


def test_events_within_one_country_make_no_case_but_are_acts(many):
    inside = many.within(select(directions=["AZE>AZE"]))
    assert set(inside.acts()["direction"]) == {"AZE>AZE"}
    with pytest.raises(EventsError, match="All chosen events are within AZE"):
        inside.case()


def test_no_chosen_events_are_no_acts(many):
    assert len(many.within(select(until="1999")).acts()) == 0


@pytest.mark.parametrize(
    "field", ["certainty", "sides", "only_sides", "n_sources", "text"]
)
def test_what_no_file_says_is_refused(six, field):
    value = {"n_sources": ["1"], "text": "gas"}.get(field, ["x"])
    with pytest.raises(SelectionError, match=f"nothing that {field} could choose from"):
        six.within(Selection(**{field: value}))


def test_a_word_that_the_ontology_has_not_is_refused(six):
    with pytest.raises(SelectionError, match="types: nothing here is called media"):
        six.within(select(types=["media"]))


def test_a_case_of_events_opens_on_the_weights_of_its_own_system(many):
    case = many.case()
    assert case.usual_scale == "goldstein-gdelt"
    assert load("azerbaijan-russia").usual_scale == "goldstein-icews"
