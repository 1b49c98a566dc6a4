import pytest

from utils.explorer.empty import NAMES, what_to_drop
from utils.selection import NOTHING, select
from utils.selection.selection import LISTS


@pytest.fixture
def help_for(small_stock):
    return lambda **wanted: what_to_drop(small_stock.shown(select(**wanted)))


def test_where_acts_are_shown_nothing_is_to_be_dropped(help_for):
    assert help_for(types="media") == ("", "", {})


def test_the_filter_without_which_most_acts_fit_is_named(help_for):
    sentence, button, changes = help_for(types="military", directions="AAA>BBB")
    assert sentence == "No act fits. Without the filter on Type, 3 would."
    assert (button, changes) == ("Drop the filter on Type", {"types": ()})


def test_a_facet_without_a_tick_is_named(help_for):
    assert help_for(certainty=[NOTHING])[1] == "Drop the filter on Certainty"


def test_dropping_the_period_drops_both_its_ends(help_for):
    sentence, _, changes = help_for(types="media", since="2026-01-01")
    assert "filter on Period, 2 would" in sentence
    assert changes == {"since": "", "until": ""}


@pytest.mark.parametrize(
    "too_narrow",
    [{"until": "2024-12-31"}, {"text": "no such word"}, {"actors": [NOTHING]}],
    ids=["period", "text", "actors"],
)
def test_the_changes_make_a_selection_that_shows_acts(small_stock, too_narrow):
    chosen = select(types="media", **too_narrow)
    freed = chosen.but(**what_to_drop(small_stock.shown(chosen))[2])
    assert freed == select(types="media")


def test_where_no_single_filter_is_the_cause_all_may_go(help_for):
    sentence, button, changes = help_for(types="military", until="2024-12-31")
    assert sentence == "No act fits, and no single filter is the cause."
    assert button == "Drop every filter"
    assert changes == {"types": (), "since": "", "until": ""}


def test_each_condition_has_a_name():
    assert NAMES.keys() == {*LISTS, "period", "text"}
