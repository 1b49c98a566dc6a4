import re

import pytest

from utils import explore
from utils.errors import ChartError, ProjectError, SelectionError
from utils.selection import NOTHING, select

OPENING = select(
    directions=["AAA>BBB", "BBB>AAA"], since="2025-06-01", until="2025-07-31"
)


@pytest.fixture
def desk(small):
    return explore(small)


@pytest.fixture
def press(desk):
    """Send what the card's buttons send."""
    return lambda **message: desk.card._handle_custom_msg(message, [])


def figure(desk, view):
    """Bring a view on top and give its figure."""
    desk.state.ask(view=view)
    return desk.panels[view].chart.figure


def table_of(desk):
    desk.state.ask(view="table")
    return desk.table.table


CHARTS = ["timeline", "tension", "butterfly"]


def shown(desk):
    return desk.acts["action_id"].tolist()


def test_it_opens_on_the_two_sides_and_the_surveyed_period(desk):
    assert desk.selection == OPENING
    assert shown(desk) == ["a1", "a2", "a3", "a4"]


def test_the_status_counts_and_says_the_selection(desk):
    assert desk.status.text == "4 of 6 acts"
    assert desk.status.detail == (
        "acts between Altania and Bestovia from 1 Jun 2025 to 31 Jul 2025"
    )


def test_it_opens_on_a_selection_that_is_given(small):
    assert shown(explore(small, select(types="media"))) == ["a3", "a6"]


def test_a_selection_from_code_moves_every_picker_and_view(desk):
    desk.selection = select(types="media", actors="BBB_MFA", since="2025-06-28")
    assert desk.status.text == "1 of 6 acts"
    assert desk.pickers["types"].chosen == ["media"]
    assert desk.pickers["actors"].chosen == ["BBB_MFA/", "BBB_MED"]
    assert desk.pickers["directions"].chosen is None
    assert str(desk.period.since.value) == "2025-06-28"
    assert "1 recorded act" in figure(desk, "timeline").layout.annotations[0].text
    table_of(desk)
    assert desk.table.heading.value.startswith("The act ")


def test_a_tick_moves_every_view(desk):
    desk.pickers["directions"].chosen = ["AAA>BBB"]
    assert shown(desk) == ["a1", "a4"]
    title = figure(desk, "butterfly").layout.title.text
    assert "none from BBB to AAA" in re.sub("(<.*?>)+", " ", title)
    assert desk.pickers["types"].counts["diplomatic"] == 0


def test_a_picked_date_moves_every_view(desk):
    desk.period.dates.value = "certainly"
    desk.period.until.value = desk.period.until.value.replace(month=6, day=30)
    assert shown(desk) == ["a1", "a2", "a4"]
    assert desk.status.text == "3 of 6 acts"


@pytest.mark.parametrize("first", [None, select(types="media")], ids=["none", "given"])
def test_reset_brings_back_what_it_opened_on(small, first):
    desk = explore(small, first)
    opened = desk.selection
    desk.pickers["certainty"].chosen = ["disputed"]
    desk.keeping.reset()
    assert desk.selection == opened


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ({"types": "medai"}, "Did you mean 'media'"),
        ({"actors": "AAA_POI"}, "Did you mean 'AAA_POL'"),
        ({"directions": "AAA>CCC"}, "Known: AAA>BBB"),
    ],
)
def test_an_unknown_value_is_refused_and_nothing_changes(desk, wanted, hint):
    with pytest.raises(SelectionError, match=hint):
        desk.selection = select(**wanted)
    assert (desk.selection, desk.status.text) == (OPENING, "4 of 6 acts")


def test_an_empty_result_names_the_filter_and_drops_it(desk):
    desk.pickers["types"].chosen = ["military"]
    assert desk.status.hint == "No act fits. Without the filter on Type, 4 would."
    desk.status._handle_custom_msg({"do": "hint"}, [])
    assert desk.selection == OPENING
    assert (desk.status.hint, desk.status.hint_action) == ("", "")


def test_an_empty_result_leaves_the_card_as_it_is(desk):
    desk.state.act = "a2"
    desk.selection = desk.selection.but(types=[NOTHING])
    assert desk.card.act["title"] == "Envoy asked in."
    assert (desk.card.position, desk.card.total) == (0, 0)


def test_a_row_opens_its_act(desk):
    table_of(desk).selected_rows = [2]
    assert desk.card.act["title"] == "It said no."
    assert (desk.card.position, desk.card.total) == (3, 4)


def test_the_card_walks_forth_and_back(desk, press):
    walked = []
    for step in ["next", "next", "next", "previous"]:
        press(do=step)
        walked.append(desk.state.act)
    assert walked == ["a1", "a2", "a3", "a2"]


def test_a_linked_act_opens_though_it_is_filtered_away(desk, press):
    desk.selection = desk.selection.but(types="diplomatic")
    press(do="next")
    press(do="choose", id="a3")
    assert desk.card.act["title"] == "It said no."
    assert (desk.card.position, desk.card.total) == (0, 1)


def test_walking_on_from_an_act_that_is_filtered_away_begins_anew(desk, press):
    desk.state.act = "a6"
    press(do="next")
    assert desk.state.act == "a1"


def test_walking_where_nothing_is_shown_changes_nothing(desk, press):
    desk.selection = desk.selection.but(types=[NOTHING])
    press(do="next")
    assert desk.card.act == {}


def test_the_charts_are_as_wide_as_their_column(desk):
    desk.page.width_px = 790
    assert {figure(desk, view).layout.width for view in CHARTS} == {780}


def test_the_charts_follow_the_notebook_into_the_dark(desk):
    desk.page.dark = True
    paper = figure(desk, "tension").layout.template.layout.paper_bgcolor
    assert paper == "#111111"


def test_a_theme_that_is_named_stays(small):
    desk = explore(small, theme="light")
    desk.page.dark = True
    paper = figure(desk, "tension").layout.template.layout.paper_bgcolor
    assert paper == "#FFFFFF"


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"scale": "goldstien"}, "There is no scale 'goldstien'"),
        ({"theme": "sepia"}, "There is no theme 'sepia'"),
        ({"per": "decade"}, "There is no bin 'decade'"),
        ({"half_life_days": 0}, "half"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(small, option, message):
    with pytest.raises(ProjectError, match=message):
        explore(small, **option)


def test_another_scale_weighs_anew(small):
    assert explore(small, scale="signs").acts["weight"].tolist() == [-1, -1, -1, -1]


def test_the_acts_are_what_the_selection_keeps(case):
    desk = explore(case)
    assert shown(desk) == desk.selection.apply(case.actions)["action_id"].tolist()


@pytest.mark.parametrize("view", ["timeline", "tension", "butterfly"])
def test_a_view_can_be_had_as_a_chart_of_its_own(desk, view):
    desk.selection = select(types="media", since="2025-06-01", until="2025-07-31")
    drawn, shown = desk.figure(view), figure(desk, view)
    said = [
        re.sub("<[^>]*>", " ", it.layout.title.text).split("Chosen")
        for it in (drawn, shown)
    ]
    assert said[0][0].split() == said[1][0].split()
    assert drawn.layout.meta["about"]["selection"] == desk.status.detail
    # On the desk, further traces mark what is chosen.
    for one, other in zip(drawn.data, shown.data, strict=False):
        assert len(one.y) == len(other.y)


def test_a_view_that_is_not_there_is_refused(desk):
    with pytest.raises(ChartError, match=r"no chart 'map'\. Known: timeline"):
        desk.figure("map")


def test_reset_empties_the_search_within_facets(desk):
    desk.pickers["actors"].sought = "radio"
    desk.keeping.reset()
    assert desk.pickers["actors"].sought == ""


def test_only_the_view_on_top_is_drawn_and_the_others_catch_up(desk):
    titles = {}
    for view in ("timeline", "tension"):
        titles[view] = figure(desk, view).layout.title.text
    desk.selection = select(types="media", since="2025-06-01", until="2025-07-31")
    left = desk.panels["timeline"].chart.figure
    assert left.layout.title.text == titles["timeline"]
    assert desk.panels["butterfly"].chart is None
    assert figure(desk, "timeline").layout.title.text != titles["timeline"]
