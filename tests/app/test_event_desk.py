"""An explorer of events whose scope is asked of the engine, without a browser."""

import pytest
from invented_events import events_of

from utils import explore
from utils.selection import select

ROWS = [
    ("1", "2017-01-02", "AZE", "RUS", "112"),
    ("2", "2018-01-02", "RUSMIL", "AZE", "112"),
    ("3", "2019-01-03", "RUS", "AZE", "042"),
    ("4", "2018-01-04", "AZE", "GEO", "141"),
    ("5", "2018-01-04", "AZE", "AZE", "141"),
]


@pytest.fixture
def desk(tmp_path):
    """Give the desk of five events, with the first explorer on it."""
    desk = explore(events_of(tmp_path, ROWS))
    desk.wait()
    return desk


def test_it_opens_on_the_pair_with_the_most_events(desk):
    assert [label for label, _ in desk.bar.pair.options] == [
        "Azerbaijan and Russia (3)",
        "Azerbaijan and Georgia (1)",
    ]
    assert len(desk.explorer.case.actions) == 3
    assert desk.explorer.status.text == "3 of 3 acts"
    assert desk.bar.status.text == (
        "3 events between Azerbaijan and Russia, from 2 Jan 2017 to 3 Jan 2019."
    )


def test_another_pair_and_other_years_are_asked_of_the_engine(desk):
    desk.bar.since.value, desk.bar.until.value = "2018", "2018"
    desk.show()
    desk.wait()
    assert desk.explorer.case.actions["action_id"].tolist() == ["2"]
    desk.bar.pair.value = 1
    assert desk.bar.until.options == ("2018",)
    desk.show()
    desk.wait()
    assert desk.explorer.case.sides == ("AZE", "GEO")


def test_the_view_and_the_scale_stay_when_the_scope_changes(desk):
    asked = desk.explorer.inquiry
    desk.explorer.inquiry = asked.but(view="tension", scale="plover")
    desk.bar.pair.value = 1
    desk.show()
    desk.wait()
    inquiry = desk.explorer.inquiry
    assert (inquiry.view, inquiry.scale) == ("tension", "plover")


def test_a_cancelled_question_leaves_what_was_shown(desk):
    before = desk.explorer
    desk.bar.pair.value = 1
    desk.show()
    desk.cancel()
    desk.wait()
    assert desk.explorer is before
    assert desk.bar.status.text == "Cancelled; nothing was changed."
    assert not desk.bar.show.disabled
    assert desk.bar.cancel.disabled


def test_after_the_first_question_was_cancelled_it_can_be_asked_again(tmp_path):
    desk = explore(events_of(tmp_path, ROWS))
    desk.cancel()
    desk.wait()
    assert desk.explorer is None
    assert desk.bar.status.text.startswith("Cancelled before the pairs")
    assert not desk.bar.show.disabled
    desk.show()
    desk.wait()
    assert len(desk.explorer.case.actions) == 3


def test_a_question_that_fails_is_told_and_leaves_what_was_shown(desk):
    before = desk.explorer
    desk.bar.since.value, desk.bar.until.value = "2019", "2018"
    desk.show()
    desk.wait()
    assert desk.explorer is before
    assert "ends on 2018-12-31, before it begins" in desk.bar.status.text


def test_it_stays_within_the_selection_of_the_events(tmp_path):
    chosen = events_of(tmp_path, ROWS).within(select(types=["consult"]))
    desk = explore(chosen)
    desk.wait()
    assert desk.explorer.case.actions["action_id"].tolist() == ["3"]


def test_files_without_a_pair_of_countries_say_so(tmp_path):
    desk = explore(events_of(tmp_path, ROWS[-1:]))
    desk.wait()
    assert desk.explorer is None
    assert desk.bar.status.text == "No event lies between two countries."
    assert desk.bar.show.disabled
