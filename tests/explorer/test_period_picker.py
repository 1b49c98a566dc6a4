from datetime import date

import pytest

from utils.explorer.inquiry import Inquiry
from utils.explorer.period_picker import PeriodPicker
from utils.explorer.state import ExplorerState
from utils.selection import Selection, select


@pytest.fixture
def state():
    return ExplorerState(Inquiry(select(since="2025-06-05", until="2025-07-31")))


@pytest.fixture
def period(state, small):
    return PeriodPicker(state, small)


def press(period, name):
    [button] = [each for each in period.ways.children if each.description == name]
    button.click()


def test_the_pickers_open_on_the_selection(period):
    assert (period.since.value, period.until.value, period.dates.value) == (
        *(date(2025, 6, 5), date(2025, 7, 31)),
        "possibly",
    )


def test_a_date_is_written_into_the_selection(period, state):
    period.since.value = date(2025, 7, 1)
    assert state.selection == select(since="2025-07-01", until="2025-07-31")


def test_the_meaning_of_uncertain_dates_is_written_too(period, state):
    period.dates.value = "certainly"
    assert state.selection.dates == "certainly"


def test_a_date_taken_away_opens_that_end(period, state):
    period.until.value = None
    assert state.selection == select(since="2025-06-05")


def test_a_selection_from_code_moves_the_pickers(period, state):
    state.ask(selection=select(until="2025-03-01", dates="certainly"))
    assert (period.since.value, period.until.value, period.dates.value) == (
        *(None, date(2025, 3, 1)),
        "certainly",
    )


def test_both_ends_change_at_once(period, state):
    heard = []
    state.observe(heard.append, "inquiry")
    state.ask(selection=select(since="2024-01-01", until="2024-12-31"))
    assert len(heard) == 1


def test_a_period_that_ends_before_it_begins_is_told_and_changes_nothing(period, state):
    before = state.selection
    period.since.value = date(2025, 8, 1)
    assert "ends on 2025-07-31, before it begins" in period.fault.value
    assert state.selection == before


def test_mending_the_period_takes_the_sentence_away(period, state):
    period.since.value = date(2025, 8, 1)
    period.until.value = date(2025, 8, 31)
    assert period.fault.value == ""
    assert state.selection == select(since="2025-08-01", until="2025-08-31")


def test_going_back_to_what_was_takes_the_sentence_away(period):
    period.since.value = date(2025, 8, 1)
    period.since.value = date(2025, 6, 5)
    assert period.fault.value == ""


@pytest.mark.parametrize("year", [2, 20, 202])
def test_a_year_that_is_still_being_typed_changes_nothing(period, state, year):
    before = state.selection
    period.since.value = date(year, 7, 1)
    assert (state.selection, period.fault.value) == (before, "")


def test_the_surveyed_period_and_all_dates_are_one_press(period, state):
    press(period, "Surveyed period")
    assert state.selection == select(since="2025-06-01", until="2025-07-31")
    press(period, "All dates")
    assert state.selection == Selection()


def send(spans, **message):
    spans._handle_custom_msg(message, [])


def test_a_span_between_landmarks_is_one_press(period, state):
    [span] = period.landmarks.spans
    assert (span["label"], span["since"]) == ("Since First arrests", "2025-06-27")
    send(period.landmarks, do="choose", since="2025-06-27", until="")
    assert state.selection == select(since="2025-06-27")


def test_the_span_that_is_chosen_is_known_to_every_group(period, state):
    state.ask(selection=select(since="2025-06-27", until="2025-07-01"))
    for spans in (period.landmarks, period.changes):
        assert (spans.since, spans.until) == ("2025-06-27", "2025-07-01")


def test_changes_of_level_are_not_sought_before_somebody_asks(period):
    assert (period.changes.note, period.changes.spans) == ("", [])


def test_where_acts_are_too_few_the_measure_says_so(period):
    period.changes.unfolded = True
    assert period.changes.spans == []
    assert period.changes.note == (
        "Of all acts: A search for change points needs at least 12 weeks; "
        "there are 10 weeks. Widen the selection."
    )


@pytest.fixture
def shipped(case):
    surveyed_since = case.dense_period[0]
    return ExplorerState(Inquiry(select(since=surveyed_since, until="2025-06-30")))


@pytest.fixture
def changes(shipped, case):
    spans = PeriodPicker(shipped, case).changes
    spans.unfolded = True
    return spans


def test_changes_are_sought_in_the_surveyed_period_whatever_is_looked_at(changes, case):
    spans = changes.spans
    assert (spans[0]["since"], spans[-1]["until"]) == case.dense_period
    assert changes.note.startswith("Of all acts: Recorded acts by week change level")
    assert spans[1]["dates"] == "23 Jun 2025 to 6 Jul 2025"
    assert spans[1]["label"] == "About 39.7 acts a week"


def test_another_period_leaves_the_changes_as_they_are(changes, shipped):
    shipped.ask(selection=select(since="2025-07-01"))
    assert not changes.stale


def test_another_filter_offers_to_look_again(changes, shipped):
    shipped.ask(selection=select(types="media"))
    assert changes.stale
    assert changes.note.startswith("Of all acts")
    send(changes, do="look")
    assert not changes.stale
    assert changes.note.startswith("Of media acts: Recorded acts")


def test_a_group_that_is_opened_again_looks_only_where_filters_changed(
    changes, shipped
):
    before = changes.spans
    changes.unfolded = False
    changes.unfolded = True
    assert changes.spans is before
    changes.unfolded = False
    shipped.ask(selection=select(types="media"))
    changes.unfolded = True
    assert changes.note.startswith("Of media acts")
